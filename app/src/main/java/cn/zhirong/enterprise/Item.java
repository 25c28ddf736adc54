package cn.zhirong.enterprise;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of one of a firm's lists, as it was entered once.
 *
 * @param beginsOn granted, registered or decided on
 * @param endsOn the last day it holds, where there is one
 * @param parties co-owners, or the authority
 * @param amountFen of a fine, a loan, an invoice or an issue
 * @param terms what loans, fees and events have beside
 */
public record Item(
        long id,
        ItemKind kind,
        String number,
        String title,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        String status,
        String parties,
        @Nullable Long amountFen,
        ItemTerms terms,
        FactSource source,
        LocalDate asOf,
        String evidence,
        FactState state,
        String enteredBy,
        Instant enteredAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        String answer) {

    /**
     * Whether it counts on a day: it stands or waits, has begun and is not over. What has no day is taken to have begun, but for what
     * was only applied for.
     */
    public boolean holdsOn(LocalDate day) {
        return state.isCurrent()
                && (beginsOn == null ? filedOn == null : !beginsOn.isAfter(day))
                && (endsOn == null || !endsOn.isBefore(day));
    }

    /** How people tell it from others. */
    String words() {
        return ItemDraft.of(this).name();
    }
}
