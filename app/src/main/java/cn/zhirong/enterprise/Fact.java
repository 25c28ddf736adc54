package cn.zhirong.enterprise;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing known of a firm, as it was entered once.
 *
 * @param year of a yearly field, else 0
 * @param asOf the day of which it is true
 * @param evidence what it rests on, in words
 * @param answeredBy the officer who answered a declaration, or null
 * @param answer what they said
 */
public record Fact(
        long id,
        FactField field,
        int year,
        FactValue value,
        FactSource source,
        LocalDate asOf,
        String evidence,
        FactState state,
        String enteredBy,
        Instant enteredAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        String answer) {

    /** Whether the bureau itself says so. */
    boolean isOfBureau() {
        return source != FactSource.DECLARED;
    }
}
