package cn.zhirong.knowledge;

import cn.zhirong.policy.Validity;
import java.util.List;

/**
 * A passage that was found.
 *
 * @param passage what was found
 * @param score the fused score; only its order within one result means something
 * @param lexical the share that words gave, for diagnosis and thresholds; 0 to 1 within one result
 * @param semantic the cosine to the question, or 0 where vectors were not used
 * @param validity on the day asked
 * @param snippet pieces of the text, those that matched marked
 */
public record PassageHit(
        Passage passage, double score, double lexical, double semantic, Validity validity, List<Snippet> snippet) {
    public PassageHit {
        snippet = List.copyOf(snippet);
    }

    /** A piece of a snippet. */
    public record Snippet(String text, boolean matched) {}
}
