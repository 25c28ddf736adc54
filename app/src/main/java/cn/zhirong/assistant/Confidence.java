package cn.zhirong.assistant;

import cn.zhirong.knowledge.PassageHit;
import java.util.List;

/**
 * How sure the assistant is that what was found answers at all: a logistic function of what share of the question's rare words
 * the document cited holds, the sentence with its headings and the one before, and the words with their passage; of how near its passage is in meaning; and of
 * how far the best passage stands above those of all other documents. Fixed weights, learned on questions whose document is held,
 * questions whose document is not, and questions on anything else, see {@code decisions/05-answering.md}.
 */
final class Confidence {
    /** A shelf of one document has no other to stand above. */
    private static final double MOST_ABOVE = 0.5;

    /** Taken for how near a passage is where no vectors are at hand: neither near nor far. */
    private static final double NEITHER = 0.62;

    private Confidence() {}

    /** @param document share of the question that is held by what was found of the document cited, 0 to 1 */
    static double of(double document, Candidate cited, Chances chances, List<PassageHit> hits) {
        double best = hits.isEmpty() ? 0 : hits.getFirst().score();
        double rest = hits.stream()
                .filter(hit ->
                        hit.passage().versionId() != hits.getFirst().passage().versionId())
                .mapToDouble(PassageHit::score)
                .max()
                .orElse(0);
        double above = best <= 0 ? 0 : Math.min(MOST_ABOVE, Math.max(0, 1 - rest / best));
        double near = cited.hit().semantic() == 0 ? NEITHER : cited.hit().semantic();
        double held = chances.held(cited.hit(), Said.sentence(cited));
        double odds = 4.87 * document + 1.75 * held + 2.01 * cited.inContext() + 7.58 * near + 4.99 * above - 11.74;
        return 1 / (1 + Math.exp(-odds));
    }
}
