package cn.zhirong.policy;

import cn.zhirong.document.DocumentKind;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which policies to list. An empty set means all.
 *
 * @param asOf the day for which validity is computed
 * @param from how many to pass over, 0 to 10000
 * @param size how many to give, 1 to 100
 */
public record PolicyFilter(
        Set<DocumentKind> kinds, Set<Level> levels, Set<Validity> validities, LocalDate asOf, int from, int size) {
    public PolicyFilter {
        kinds = Set.copyOf(kinds);
        levels = Set.copyOf(levels);
        validities = Set.copyOf(validities);
        if (from < 0 || from > 10_000 || size < 1 || size > 100) {
            throw new IllegalArgumentException("from " + from + " must be 0..10000 and size " + size + " 1..100");
        }
    }

    /** Everything, newest first. */
    public static PolicyFilter newest(LocalDate asOf, int size) {
        return new PolicyFilter(Set.of(), Set.of(), Set.of(), asOf, 0, size);
    }

    boolean takesKind(PolicySummary summary) {
        return kinds.isEmpty() || kinds.contains(summary.version().kind());
    }

    boolean takesLevel(PolicySummary summary) {
        return levels.isEmpty() || levels.contains(summary.version().level());
    }

    boolean takesValidity(PolicySummary summary) {
        return validities.isEmpty() || validities.contains(summary.validity());
    }
}
