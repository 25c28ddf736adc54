package cn.zhirong.knowledge;

import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param hits best first; ties are broken by shelf, document and position, so that the order is always the same
 * @param total how many passages matched by words, filters applied
 * @param facets counts of documents by {@code kind}, {@code level} and {@code validity}, each name → count
 * @param millis how long it took
 */
public record SearchResult(List<PassageHit> hits, long total, Map<String, Map<String, Long>> facets, long millis) {
    public SearchResult {
        hits = List.copyOf(hits);
    }
}
