package cn.zhirong.knowledge;

/** Searches a tenant's own shelf and the shared one. Deterministic: the same question on the same index gives the same order. */
public interface PolicySearch {
    /** Never null, never throws for odd input: an unintelligible question finds nothing. */
    SearchResult search(SearchQuery query);
}
