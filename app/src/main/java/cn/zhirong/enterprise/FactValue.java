package cn.zhirong.enterprise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is kept: at most one of the three is there.
 *
 * @param number fen, persons, millionths, 1 or 0
 * @param text words, or a code
 * @param day in Asia/Shanghai
 */
public record FactValue(
        @Nullable Long number,
        @Nullable String text,
        @Nullable LocalDate day) {
    /** It was known once and is not any more. */
    public static final FactValue UNKNOWN = new FactValue(null, null, null);

    public FactValue {
        int parts = (number == null ? 0 : 1) + (text == null ? 0 : 1) + (day == null ? 0 : 1);
        if (parts > 1) {
            throw new IllegalArgumentException("one value of several kinds: " + number + ", " + text + ", " + day);
        }
    }

    /** A number of whatever unit its field has. */
    public static FactValue of(long number) {
        return new FactValue(number, null, null);
    }

    /** Words. */
    public static FactValue of(String text) {
        return new FactValue(null, text, null);
    }

    /** A day. */
    public static FactValue of(LocalDate day) {
        return new FactValue(null, null, day);
    }

    /** Whether there is a value. */
    public boolean isKnown() {
        return !equals(UNKNOWN);
    }
}
