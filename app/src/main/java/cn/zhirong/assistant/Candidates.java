package cn.zhirong.assistant;

import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import cn.zhirong.policy.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cuts the best passages into runs of clauses and scores each run.
 *
 * <p>{@code score = own + 0.35 inContext + 0.40 answers + 0.30 rank + 0.30 earlier + fit − length − torn − behind}: what the words hold
 * of the question, their heading counting nearly and their title half as much, what their whole passage holds, whether a fact of the kind asked for stands in them, how well the
 * passage was ranked, whether the conversation cited the document before; less the length beyond 40 chars, and what is lost
 * where a run is torn from the clause it depends on, and where its sentence is less likely to answer than the best.
 */
final class Candidates {
    private static final double OF_HEADING = 0.8;
    private static final double OF_TITLE = 0.4;
    private static final double FIRST = 0.8;
    private static final double BEHIND = 0.2;
    private static final double MOST_BEHIND = 6;
    private static final int MAX_CLAUSES = 14;
    private static final int MAX_LENGTH = 130;

    private static final Pattern CONDITION =
            Pattern.compile("^(对|对于|凡|经|符合|在|到|至|自|由|以|按|根据|依托|如|若|截至|目前|为).*|.*的[,，]?$");
    private static final Pattern OPEN_END = Pattern.compile(".*(的|[:：、])[,，]?$|^(对|对于|凡|经|到|至|自|根据|依托|截至)[^,，]*[,，]?$");
    private static final Pattern LEANING_START = Pattern.compile("^(其中|并|且|但|其|该|此|上述|前款|以及|或者).*");

    /** A document without an end is asked about for so many years. */
    private static final int OPEN_YEARS = 10;

    /** Passages are found again and again, and bringing one to normal form costs more than all that follows. */
    private static final int REMEMBERED = 5_000;

    private static final Map<String, String> CONTEXTS = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Part part;
    private final Terms terms;
    private final Chances chances;
    private final double best;
    private final List<Candidate> all = new ArrayList<>();

    private Candidates(Part part, Terms terms, Chances chances, double best) {
        this.part = part;
        this.terms = terms;
        this.chances = chances;
        this.best = best;
    }

    /** The candidates of a part, best first; ties by place. */
    static List<Candidate> of(Evidence evidence, Terms terms, Chances chances) {
        double best =
                evidence.hits().stream().mapToDouble(PassageHit::score).max().orElse(1);
        Candidates candidates = new Candidates(evidence.part(), terms, chances, best <= 0 ? 1 : best);
        readable(evidence).stream().limit(Chances.read(evidence.part())).forEach(candidates::read);
        candidates.all.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return candidates.all;
    }

    /** What may be cited: heads only where they are asked for, and nothing of another year than the one named. */
    static List<PassageHit> readable(Evidence evidence) {
        return evidence.hits().stream()
                .filter(hit -> !hit.passage().path().isEmpty()
                        || evidence.part().type().isOfDocument())
                .filter(hit -> holdsYears(evidence.part(), hit.passage()))
                .toList();
    }

    /** A year asked for is named beside the words, or lies in the term of the document. */
    private static boolean holdsYears(Part part, Passage passage) {
        if (part.years().isEmpty()) {
            return true;
        }
        String context = context(passage);
        LocalDate from = passage.term().effectiveFrom() == null
                ? passage.publishedOn()
                : passage.term().effectiveFrom();
        LocalDate to = passage.term().expiresOn();
        return part.years().stream()
                .allMatch(year -> context.contains(year.toString())
                        || (from == null || from.getYear() <= year) && (to == null || year <= to.getYear()));
    }

    /** Passage, headings and title in normal form: what a question may be about that its words need not repeat. */
    static String context(Passage passage) {
        synchronized (CONTEXTS) {
            String known = CONTEXTS.get(passage.id());
            if (known != null) {
                return known;
            }
        }
        String context = QuestionText.normal(passage.text() + "\n" + surroundings(passage));
        synchronized (CONTEXTS) {
            CONTEXTS.put(passage.id(), context);
        }
        return context;
    }

    /** Headings, title, issuers, and the years in which it holds: whoever names one of them need not find it in the words. */
    static String surroundings(Passage passage) {
        return String.join("\n", passage.trail()) + "\n" + passage.title() + "\n" + String.join("\n", passage.issuers())
                + "\n" + years(passage.term());
    }

    private static String years(Term term) {
        LocalDate from = term.effectiveFrom();
        LocalDate to = term.expiresOn();
        if (from == null) {
            return "";
        }
        int last = to == null ? from.getYear() + OPEN_YEARS : to.getYear();
        return IntStream.rangeClosed(from.getYear(), last)
                .limit(OPEN_YEARS)
                .mapToObj(year -> year + "年")
                .collect(Collectors.joining("\n"));
    }

    private void read(PassageHit hit) {
        String text = hit.passage().text();
        BitSet around = terms.held(QuestionText.normal(surroundings(hit.passage())));
        BitSet under = terms.held(QuestionText.normal(
                hit.passage().trail().isEmpty() ? "" : hit.passage().trail().getLast()));
        BitSet inPassage = terms.held(QuestionText.normal(text));
        inPassage.or(around);
        if (Rows.isRow(hit.passage())) {
            String row = Rows.withUnits(text);
            Span all = new Span(0, text.length());
            add(hit, all, row, row, terms.held(row), under, around, inPassage, 0, behind(hit, all));
            return;
        }
        for (Span sentence : Span.sentences(text)) {
            if (Planted.isIn(sentence.of(text))) {
                continue;
            }
            List<Clause> clauses = Span.clauses(text, sentence).stream()
                    .map(span -> clause(span, span.of(text)))
                    .toList();
            String whole = QuestionText.normal(sentence.of(text));
            double behind = behind(hit, sentence);
            for (int first = 0; first < clauses.size(); first++) {
                StringBuilder words = new StringBuilder();
                BitSet held = new BitSet();
                int end = Math.min(clauses.size(), first + MAX_CLAUSES);
                for (int last = first; last < end && isShort(clauses, first, last); last++) {
                    words.append(clauses.get(last).words());
                    held.or(clauses.get(last).held());
                    Span span = new Span(
                            clauses.get(first).span().from(),
                            clauses.get(last).span().to());
                    add(
                            hit,
                            span,
                            words.toString(),
                            whole,
                            (BitSet) held.clone(),
                            under,
                            around,
                            inPassage,
                            torn(clauses, first, last),
                            behind);
                }
            }
        }
    }

    /** How much less likely the sentence answers than the best. */
    private double behind(PassageHit hit, Span sentence) {
        return Math.min(MOST_BEHIND, chances.behind(hit, sentence));
    }

    private record Clause(Span span, String text, String words, BitSet held) {}

    private Clause clause(Span span, String text) {
        String words = QuestionText.normal(text);
        return new Clause(span, text, words, terms.held(words));
    }

    private static boolean isShort(List<Clause> clauses, int first, int last) {
        return last == first
                || clauses.get(last).span().to() - clauses.get(first).span().from() <= MAX_LENGTH;
    }

    private void add(
            PassageHit hit,
            Span span,
            String words,
            String sentence,
            BitSet held,
            BitSet under,
            BitSet around,
            BitSet inPassage,
            double torn,
            double behind) {
        double raw = terms.coverage(held);
        double withHeading = terms.coverage(either(held, under));
        double withTitle = terms.coverage(either(held, around));
        double own = raw + OF_HEADING * (withHeading - raw) + OF_TITLE * (withTitle - withHeading);
        // Headings and title say what the words are about; the rest of the passage may be about something else.
        double inContext = 0.7 * withTitle + 0.3 * terms.coverage(either(held, inPassage));
        boolean answers = part.isAnsweredBy(words)
                || part.type() == QuestionType.MATERIALS && Fit.headingFits(part.type(), hit.passage());
        boolean isExempt = Rows.isRow(hit.passage());
        double score = own
                + 0.35 * inContext
                + (answers ? 0.40 : 0)
                + 0.30 * hit.score() / best
                + (part.earlierPolicies().contains(hit.passage().policyId()) ? 0.30 : 0)
                + Fit.of(part, hit.passage(), words, sentence)
                - (isExempt ? 0 : 0.0025 * Math.max(0, span.length() - 40))
                - torn
                - BEHIND * behind;
        all.add(new Candidate(
                hit,
                span,
                words,
                held,
                own,
                inContext,
                answers,
                terms.holdsFocus(either(held, around)),
                hit.score() >= FIRST * best,
                behind == 0,
                score));
    }

    private static BitSet either(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    private static double torn(List<Clause> clauses, int first, int last) {
        double torn = 0;
        if (first > 0) {
            torn += CONDITION.matcher(clauses.get(first - 1).text()).matches() ? 0.15 : 0.05;
            torn += LEANING_START.matcher(clauses.get(first).text()).matches() ? 0.15 : 0;
        }
        if (last < clauses.size() - 1) {
            torn += OPEN_END.matcher(clauses.get(last).text()).matches() ? 0.15 : 0;
        }
        return torn;
    }
}
