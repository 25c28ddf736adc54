package cn.zhirong.assistant;

import cn.zhirong.knowledge.PassageHit;
import java.util.List;

/**
 * How sure the assistant is that what was found answers at all: a logistic function of what share of the question's rare words
 * the best document holds, and of how far its best passage stands above those of all other documents. Fixed weights, learned on
 * questions whose document is held and questions whose document is not, see {@code decisions/05-answering.md}.
 */
final class Confidence {
    /** A shelf of one document has no other to stand above. */
    private static final double MOST_ABOVE = 0.5;

    private Confidence() {}

    /** @param document share of the question that is held by what was found of the document cited, 0 to 1 */
    static double of(double document, List<PassageHit> hits) {
        double best = hits.isEmpty() ? 0 : hits.getFirst().score();
        double rest = hits.stream()
                .filter(hit ->
                        hit.passage().versionId() != hits.getFirst().passage().versionId())
                .mapToDouble(PassageHit::score)
                .max()
                .orElse(0);
        double above = best <= 0 ? 0 : Math.min(MOST_ABOVE, Math.max(0, 1 - rest / best));
        return 1 / (1 + Math.exp(-(8.3 * document + 5.1 * above - 6.8)));
    }
}
