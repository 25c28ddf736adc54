package cn.zhirong.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days in Asia/Shanghai, both ends included.
 *
 * @param until null when it has no end
 */
public record DateRange(LocalDate from, @Nullable LocalDate until) {
    public DateRange {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(from + " is after " + until);
        }
    }

    /** Whether the day is in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether they share a day. */
    public boolean overlaps(DateRange other) {
        return (until == null || !other.from.isAfter(until)) && (other.until == null || !from.isAfter(other.until));
    }
}
