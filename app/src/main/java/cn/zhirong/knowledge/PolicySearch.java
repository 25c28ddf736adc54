package cn.zhirong.knowledge;

import java.util.List;

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
}
