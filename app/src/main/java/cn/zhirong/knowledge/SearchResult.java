package cn.zhirong.knowledge;

import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param hits best first; ties are broken by shelf, document and position, so that the order is always the same
 * @param total how many passages can be paged through, filters applied: the best by words and by meaning, at most 350;
 *     0 where none shares words enough with the question, and the hits are only near in meaning
 * @param facets counts of documents among them by {@code kind}, {@code level} and {@code validity}, each name → count
 * @param millis how long it took
 */
public record SearchResult(List<PassageHit> hits, long total, Map<String, Map<String, Long>> facets, long millis) {
    public SearchResult {
        hits = List.copyOf(hits);
    }
}
