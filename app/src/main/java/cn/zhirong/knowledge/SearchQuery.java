package cn.zhirong.knowledge;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Validity;
import java.time.LocalDate;
import java.util.Set;

/**
 * What is asked of the index. An empty set of kinds, levels or validities means all.
 *
 * @param tenant slug of the asking tenant: its own shelf and the shared one are searched, no other
 * @param text what was typed
 * @param asOf the day for which validity is computed
 * @param from how many hits to pass over, 0 to 1000
 * @param size how many to return, 1 to 100
 * @param facets whether to count facets, which costs as much again where something is filtered
 */
public record SearchQuery(
        String tenant,
        String text,
        LocalDate asOf,
        Set<DocumentKind> kinds,
        Set<Level> levels,
        Set<Validity> validities,
        int from,
        int size,
        boolean facets) {
    /** A question that wants facets as well. */
    public SearchQuery(
            String tenant,
            String text,
            LocalDate asOf,
            Set<DocumentKind> kinds,
            Set<Level> levels,
            Set<Validity> validities,
            int from,
            int size) {
        this(tenant, text, asOf, kinds, levels, validities, from, size, true);
    }

    public SearchQuery {
        kinds = Set.copyOf(kinds);
        levels = Set.copyOf(levels);
        validities = Set.copyOf(validities);
        if (from < 0 || from > 1000 || size < 1 || size > 100) {
            throw new IllegalArgumentException("from " + from + " must be 0..1000 and size " + size + " 1..100");
        }
    }

    /** What an answer may rest on: whatever holds or informs on {@code asOf}. Counts no facets. */
    public static SearchQuery citable(String tenant, String text, LocalDate asOf, int size) {
        return new SearchQuery(
                tenant,
                text,
                asOf,
                Set.of(),
                Set.of(),
                Set.of(Validity.IN_FORCE, Validity.INFORMATION),
                0,
                size,
                false);
    }
}
