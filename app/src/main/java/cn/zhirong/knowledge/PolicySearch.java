package cn.zhirong.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Searches a tenant's own shelf and the shared one. Deterministic: the same question on the same index gives the same order. */
public interface PolicySearch {
    /** Never null, never throws for odd input: an unintelligible question finds nothing. */
    SearchResult search(SearchQuery query);

    /** All passages of a version in reading order; empty where they are not held. */
    default List<Passage> passagesOf(String shelf, long versionId) {
        return List.of();
    }

    /** Makes the character tables that every search reads, before the first one does; needs no index. */
    static void warmUp() {
        TextForm.normal("知識產權");
    }

    /**
     * How many passages hold each pair of neighbouring characters, on the tenant's own shelf and the shared one.
     *
     * @param pairs in simplified script and lower case, such as {@code 贴息}
     */
    default Frequencies frequencies(String tenant, Collection<String> pairs) {
        return Frequencies.UNKNOWN;
    }

    /**
     * How common pairs are.
     *
     * @param passages of how many passages; 0 where it is not known
     * @param holding how many of them hold a pair
     */
    record Frequencies(int passages, Map<String, Integer> holding) {
        static final Frequencies UNKNOWN = new Frequencies(0, Map.of());

        public Frequencies {
            holding = Map.copyOf(holding);
        }
    }
}
