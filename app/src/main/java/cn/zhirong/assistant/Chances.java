package cn.zhirong.assistant;

import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How likely each sentence of the best passages holds the answer. A conditional logistic model with fixed weights: they were
 * learned on real questions with labelled answers and cross-validated, see {@code decisions/05-answering.md}.
 */
final class Chances {
    private static final int READ_PASSAGES = 10;

    /** Where only a fact of one kind answers, most sentences fall out, and it may stand in a passage ranked low. */
    private static final int READ_FOR_FACT = 30;

    private static final double HARDLY = 0.25;
    private static final Pattern SPECIAL_CASE = Pattern.compile("^[^,。;]{2,24}的,");

    /** Examples, purposes and references speak of what is asked, and do not answer it. Set by hand: notices hardly have them, rules do. */
    private static final double BESIDE = 3;

    private final Map<String, Double> logOdds = new HashMap<>();
    private final Map<String, Double> held = new HashMap<>();
    private double best = Double.NEGATIVE_INFINITY;
    private double sum;

    private Chances() {}

    /**
     * Scores the sentences.
     *
     * @param hits the passages that may be cited, best first
     * @param documents normalised words of what was found of each version, by its id
     */
    static Chances of(Part part, Subject subject, List<PassageHit> hits, Map<Long, String> documents) {
        Chances chances = new Chances();
        double top = hits.stream().mapToDouble(PassageHit::score).max().orElse(1);
        for (PassageHit hit : hits.subList(0, Math.min(read(part), hits.size()))) {
            chances.read(part, subject, hit, top <= 0 ? 1 : top, documents);
        }
        chances.best = chances.logOdds.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        chances.sum = chances.logOdds.values().stream()
                .mapToDouble(odds -> Math.exp(odds - chances.best))
                .sum();
        return chances;
    }

    /** How many passages are read for a part. */
    static int read(Part part) {
        return part.type().isRequired() ? READ_FOR_FACT : READ_PASSAGES;
    }

    /** Of all sentences that were read; 0 for another. */
    double of(PassageHit hit, Span sentence) {
        Double odds = logOdds.get(key(hit, sentence));
        return odds == null ? 0 : Math.exp(odds - best) / sum;
    }

    /** What share of the question it holds with its headings, its title and the sentence before; 0 for one that was not read. */
    double held(PassageHit hit, Span sentence) {
        return held.getOrDefault(key(hit, sentence), 0.0);
    }

    /** Below the best, on a logarithmic scale: 0 for the best itself. */
    double behind(PassageHit hit, Span sentence) {
        return best - logOdds.getOrDefault(key(hit, sentence), Double.NEGATIVE_INFINITY);
    }

    /** The sentences of a passage; a row of a table is one. */
    static List<Span> sentences(Passage passage) {
        return Rows.isRow(passage) ? List.of(new Span(0, passage.text().length())) : Span.sentences(passage.text());
    }

    private static String key(PassageHit hit, Span sentence) {
        return hit.passage().id() + ":" + sentence.from();
    }

    private void read(Part part, Subject subject, PassageHit hit, double top, Map<Long, String> documents) {
        Passage passage = hit.passage();
        List<Span> spans = sentences(passage);
        List<String> sentences = new ArrayList<>();
        double most = 0;
        for (Span span : spans) {
            sentences.add(QuestionText.normal(span.of(passage.text())));
            most = Math.max(most, subject.all().share(sentences.getLast()));
        }
        String around = QuestionText.normal(Candidates.surroundings(passage));
        String document = documents.getOrDefault(passage.versionId(), "") + around;
        double score = hit.score() / top;
        double common = 3.65 * score
                + 6.2 * hit.semantic()
                + 0.33 * subject.all().share(around + "|" + String.join("|", sentences))
                + 3.1 * subject.all().share(document)
                + 0.17 * Math.min(spans.size(), 10)
                - (Fit.isExample(part, passage) ? BESIDE : 0);
        for (int i = 0; i < spans.size(); i++) {
            String sentence = sentences.get(i);
            boolean isFact = part.type().namesFact() && part.isAnsweredBy(sentence);
            boolean isLeftOut = part.type().isRequired() && part.type() != QuestionType.MATERIALS && !isFact;
            if (isLeftOut || Planted.isIn(spans.get(i).of(passage.text()))) {
                continue;
            }
            String before = around + "|" + (i == 0 ? "" : sentences.get(i - 1)) + "|" + sentence;
            double own = subject.all().share(sentence);
            double withBefore = subject.all().share(before);
            int length = spans.get(i).length();
            // What is short is mostly a heading, unless it is all the provision says, or names the fact asked for.
            double odds = common
                    + 2.5 * subject.all().share(around + "|" + sentence)
                    + (0.9 + 2.9 * score) * withBefore
                    + (own == most ? 0.42 : 0)
                    + (part.type().namesFact() ? isFact ? 0.6 : -0.54 : 0)
                    + (part.type() == QuestionType.LIST && Fit.isListing(sentence) ? 1.5 : 0)
                    - 0.007 * Math.min(length, 200)
                    + 0.48 * Math.log(length + 1.0)
                    - (length < 20 && spans.size() > 1 && !isFact ? 1.95 : 0)
                    - (sentence.endsWith("?") ? 1.6 : 0)
                    - (isUnasked(subject, sentence) ? 1 : 0)
                    - (Fit.isPurpose(sentence) || Fit.isReference(sentence) ? BESIDE : 0)
                    + (sentence.chars().anyMatch(Character::isDigit) ? 0.25 : 0)
                    + 1.46 * subject.before().share(sentence)
                    + 1.5 * subject.before().share(before)
                    + 1.04 * subject.after().share(sentence)
                    + 0.9 * subject.after().share(before);
            logOdds.put(key(hit, spans.get(i)), odds);
            held.put(key(hit, spans.get(i)), withBefore);
        }
    }

    /** "有担保机构参与的，…": a special case of which the question says nothing. */
    private static boolean isUnasked(Subject subject, String sentence) {
        Matcher begins = SPECIAL_CASE.matcher(sentence);
        return begins.find() && subject.all().share(begins.group()) < HARDLY;
    }
}
