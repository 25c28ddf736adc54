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

    public Item {
        if (kind.group() == ItemGroup.PROPERTY) {
            // Rows from before there was a choice say it in their own words.
            status = PropertyStatus.typed(status).map(PropertyStatus::label).orElse(status);
        }
    }

    /** Whether it counts on a day: it is known to hold. */
    public boolean holdsOn(LocalDate day) {
        return holding(day) == Holding.YES;
    }

    /**
     * Whether it holds on a day: it stands or waits, has begun and is not over. An honour or a penalty without a day is taken to
     * have begun; whether property has begun and is over is told by its days and by its legal status.
     */
    public Holding holding(LocalDate day) {
        boolean notYet = beginsOn != null && beginsOn.isAfter(day);
        boolean over = endsOn != null && endsOn.isBefore(day);
        if (!state.isCurrent() || notYet || over) {
            return Holding.NO;
        }
        return kind.group() == ItemGroup.PROPERTY ? property(day) : Holding.YES;
    }

    private Holding property(LocalDate day) {
        if (status.isEmpty()) {
            return beginsOn != null ? Holding.YES : filedOn != null ? Holding.NO : Holding.UNKNOWN;
        }
        return PropertyStatus.typed(status)
                .map(known -> switch (known) {
                    case VALID, DISPUTED -> beginsOn != null || !day.isBefore(asOf) ? Holding.YES : Holding.UNKNOWN;
                    // An application that was granted is none: one of the two is wrong.
                    case PENDING, REFUSED -> beginsOn == null ? Holding.NO : Holding.UNKNOWN;
                    case LAPSED, ABANDONED, INVALID -> day.isBefore(asOf) ? before() : Holding.NO;
                })
                .orElse(Holding.UNKNOWN);
    }

    /** What is over now held until its last day, if that is told and not only the one until which it could have lasted. */
    private Holding before() {
        return beginsOn != null && endsOn != null && !endsOn.isAfter(asOf) ? Holding.YES : Holding.UNKNOWN;
    }

    /** How people tell it from others. */
    String words() {
        return kind.label() + (title.isEmpty() ? "" : "“" + title + "”") + (number.isEmpty() ? "" : "（" + number + "）");
    }
}
