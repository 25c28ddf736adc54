package cn.zhirong.knowledge;

import java.util.List;
import java.util.stream.Stream;

/**
 * The grams of a question as an index holds them.
 *
 * @param pairs find candidates: single characters stand nearly everywhere and triples say little that pairs do not, so that both
 *     matter for the order only. Measured: the same figures at a third of the cost. The text's own pairs come first, then the title's
 * @param rest single characters and triples
 * @param wholes pairs of whole versions
 */
record AskedGrams(List<GramField> pairs, List<GramField> rest, GramField wholes) {

    /** All that passages are scored by. */
    List<GramField> all() {
        return Stream.of(pairs, rest).flatMap(List::stream).toList();
    }

    /** Pairs of the titles. */
    GramField titles() {
        return pairs.get(1);
    }

    /** How much all pairs together would weigh in a passage that has nothing else. */
    double rarity(int documents) {
        return pairs.getFirst().rarity(documents);
    }
}
