package cn.zhirong.assistant;

import cn.zhirong.knowledge.PassageHit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How likely the answer is one sentence, or two or three neighbouring ones together: of measures, conditions and ways to do
 * something the half is told in more than one. Fixed weights, learned over those of {@link Chances} with the same questions.
 */
final class Stretches {
    private static final int LONGEST = 3;

    /** Further behind the best than this, a stretch is as good as impossible. */
    private static final double HOPELESS = 12;

    private static final Pattern ITEM =
            Pattern.compile("^(同时|此外|另外|并|其中|且|以及|[一二三四五六七八九十]是|[(（]?[一二三四五六七八九十\\d]{1,3}[)）、.．]|[①-⑳])");
    private static final Pattern HALF = Pattern.compile("[；;]\\s*$");

    private final List<Stretch> all = new ArrayList<>();
    private double sum;

    /**
     * Neighbouring sentences of a passage.
     *
     * @param weight how likely just these are the answer, comparable within one question
     */
    record Stretch(PassageHit hit, Span span, int sentences, double weight) {
        boolean holds(Stretch other) {
            return isIn(other.hit) && span.from() <= other.span.from() && other.span.to() <= span.to();
        }

        boolean holds(PassageHit place, Span words) {
            return isIn(place) && span.from() <= words.from() && words.to() <= span.to();
        }

        private boolean isIn(PassageHit place) {
            return hit.passage().id().equals(place.passage().id());
        }
    }

    private Stretches() {}

    /** @param hits those that were read for the chances */
    static Stretches of(Part part, List<PassageHit> hits, Chances chances) {
        Stretches stretches = new Stretches();
        boolean mayBeSeveral = !part.type().isRequired();
        for (PassageHit hit : hits.subList(0, Math.min(Chances.read(part), hits.size()))) {
            List<Span> sentences = Chances.sentences(hit.passage());
            for (int i = 0; i < sentences.size(); i++) {
                int last = mayBeSeveral ? Math.min(i + LONGEST, sentences.size()) : i + 1;
                for (int to = i + 1; to <= last; to++) {
                    stretches.add(part, hit, sentences.subList(i, to), chances);
                }
            }
        }
        stretches.sum = stretches.all.stream().mapToDouble(Stretch::weight).sum();
        return stretches;
    }

    /** Those of several sentences that hold some words. */
    List<Stretch> around(PassageHit hit, Span words) {
        return all.stream()
                .filter(each -> each.sentences() > 1 && each.holds(hit, words))
                .toList();
    }

    /** How likely the answer lies within the words, 0 to 1. */
    double chance(PassageHit hit, Span words) {
        return all.stream()
                        .filter(each -> new Stretch(hit, words, 0, 0).holds(each))
                        .mapToDouble(Stretch::weight)
                        .sum()
                / sum;
    }

    private void add(Part part, PassageHit hit, List<Span> sentences, Chances chances) {
        List<Double> odds = sentences.stream()
                .map(sentence -> -chances.behind(hit, sentence))
                .sorted((one, other) -> Double.compare(other, one))
                .toList();
        if (odds.getLast().isInfinite()) {
            return;
        }
        double weight = odds.getFirst();
        if (odds.size() > 1) {
            String text = hit.passage().text();
            String first = sentences.getFirst().of(text);
            boolean isItem = ITEM.matcher(sentences.getLast().of(text)).find();
            double rest = odds.subList(1, odds.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            int length = sentences.getLast().to() - sentences.getFirst().from();
            weight = (odds.size() == 2 ? -1.15 : -1.40)
                    + 0.54 * odds.getFirst()
                    + 0.31 * rest
                    - 0.0068 * length
                    + (part.type().asksForSeveral() ? 0.19 : 0)
                    - (isItem ? 0.81 : 0)
                    - (ITEM.matcher(first).find()
                                    && ITEM.matcher(sentences.get(1).of(text)).find()
                            ? 0.58
                            : 0)
                    + (HALF.matcher(first).find() ? 1.19 : 0)
                    + (chances.behind(hit, sentences.getFirst()) <= chances.behind(hit, sentences.get(1)) ? 0.72 : 0);
        }
        if (weight > -HOPELESS) {
            Span span =
                    new Span(sentences.getFirst().from(), sentences.getLast().to());
            all.add(new Stretch(hit, span, sentences.size(), Math.exp(weight)));
        }
    }
}
