package cn.zhirong.assistant;

import cn.zhirong.knowledge.PassageHit;
import java.util.BitSet;

/**
 * Words of a passage that may answer.
 *
 * @param hit where they stand
 * @param span which they are
 * @param words the same in normal form
 * @param held characters of the question that they hold themselves
 * @param own how much of the question they hold themselves, 0 to 1
 * @param inContext how much of it they hold together with their passage, headings and title
 * @param answers whether they hold a fact of the kind asked for
 * @param holdsFocus whether they, their headings or title hold the words just before the asking ones
 * @param isOfFirst whether their passage was ranked first, or hardly below
 * @param isLikeliest whether their sentence is the likeliest of all to answer
 * @param score orders candidates; comparable within one part of a question
 */
record Candidate(
        PassageHit hit,
        Span span,
        String words,
        BitSet held,
        double own,
        double inContext,
        boolean answers,
        boolean holdsFocus,
        boolean isOfFirst,
        boolean isLikeliest,
        double score) {

    String text() {
        return span.of(hit.passage().text());
    }
}
