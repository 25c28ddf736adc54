package cn.zhirong.assistant;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a long sentence to the run of clauses that is worth its length: how likely the run still holds the answer, less what
 * each character costs. Fixed weights, learned with those of {@link Chances}.
 */
final class Excerpt {
    /** A sentence up to here is said whole: a reader should not have to guess what was left out. */
    private static final int WHOLE = 40;

    private static final int LONGEST = 130;
    private static final int MOST_CLAUSES = 16;

    /** What is left out after the run must not take back what it says; a condition before it ("…的，") is never left out. */
    private static final Pattern TAKES_BACK = Pattern.compile("除外|但|不予|不得|不包括|不含|除非");

    private static final Pattern LEANS = Pattern.compile("^(其中|并|且|但|其|该|此|上述|前款|以及|或者)");
    private static final Pattern OPEN = Pattern.compile("[:：、的]$");

    private Excerpt() {}

    /**
     * The run, or the whole sentence.
     *
     * @param chance how likely the sentence holds the answer, 0 to 1
     * @param cost of a character
     */
    static Span of(Part part, Subject subject, String text, Span sentence, double chance, double cost) {
        if (sentence.length() <= WHOLE) {
            return sentence;
        }
        List<Span> clauses = Span.clauses(text, sentence);
        Span best = sentence;
        double most = chance - cost * sentence.length();
        boolean mustAnswer = part.isAnsweredBy(QuestionText.normal(sentence.of(text)));
        int count = Math.min(clauses.size(), MOST_CLAUSES);
        for (int first = 0; first < count; first++) {
            for (int last = first; last < count; last++) {
                Span run = new Span(clauses.get(first).from(), clauses.get(last).to());
                if (run.length() > LONGEST && last > first) {
                    break;
                }
                Cut cut = Cut.of(text, sentence, run, first == 0, last == clauses.size() - 1);
                if (cut.isWhole() || !cut.stands() || mustAnswer && !part.isAnsweredBy(cut.words())) {
                    continue;
                }
                double worth = chance * holds(part, subject, cut) - cost * run.length();
                if (worth > most) {
                    most = worth;
                    best = run;
                }
            }
        }
        return best;
    }

    /** A run with what is left out before and after it, in normal form. */
    private record Cut(String words, String left, String right, double share, boolean isFirst, boolean isLast) {
        static Cut of(String text, Span sentence, Span run, boolean isFirst, boolean isLast) {
            return new Cut(
                    QuestionText.normal(run.of(text)),
                    QuestionText.normal(text.substring(sentence.from(), run.from())),
                    QuestionText.normal(text.substring(run.to(), sentence.to())),
                    run.length() / (double) sentence.length(),
                    isFirst,
                    isLast);
        }

        boolean isWhole() {
            return isFirst && isLast;
        }

        boolean stands() {
            return !TAKES_BACK.matcher(right).find()
                    && !left.endsWith("的,")
                    && (isFirst || !LEANS.matcher(words).find())
                    && (isLast || !OPEN.matcher(words.replaceAll("[,，]$", "")).find());
        }
    }

    /** How likely a run holds the answer where its sentence does. */
    private static double holds(Part part, Subject subject, Cut cut) {
        Pairs all = subject.all();
        boolean isFact = part.type().namesFact();
        boolean isShort = part.type().isShort();
        double own = all.share(cut.words());
        double lost = all.share(cut.left() + cut.words() + cut.right()) - own;
        double inside = isFact && part.isAnsweredBy(cut.words()) ? 1 : 0;
        double left = isFact && part.isAnsweredBy(cut.left()) ? 1 : 0;
        double right = isFact && part.isAnsweredBy(cut.right()) ? 1 : 0;
        int length = cut.words().length();
        double odds = -2.02
                + (isShort ? 5.84 : 5.12) * cut.share()
                - (cut.isFirst() ? 0.29 : 0)
                + (cut.isLast() ? 2.17 : 0)
                + (isShort ? 0.0043 : 0.0065) * cut.left().length()
                + (isShort ? 0.0086 : 0.0042) * cut.right().length()
                + 0.84 * own
                + 1.83 * all.share(cut.left())
                + 1.02 * all.share(cut.right())
                - 2.25 * lost
                + (isShort ? 2.38 : 0.22) * inside
                - (isShort ? 2.07 : 0.85) * left
                - (isShort ? 1.45 : 0.08) * right
                + 0.017 * Math.min(length, LONGEST)
                - 0.89 * Math.log(length + 1.0)
                - (length < 12 ? 0.58 : 0);
        return 1 / (1 + Math.exp(-odds));
    }
}
