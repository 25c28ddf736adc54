package cn.zhirong.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Asks questions whose right answers are known, and judges what comes. Deterministic but for the times. */
public final class AnswerEvaluation {
    private final LongSupplier nanos;

    public AnswerEvaluation() {
        this(System::nanoTime);
    }

    AnswerEvaluation(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Answers a question of the set. */
    @FunctionalInterface
    public interface Asking {
        /** @param progress is told the confidence */
        Answer answer(AnswerCase each, Progress progress);
    }

    /** Asks each case and judges it; results in the order of the cases. */
    public List<AnswerResult> run(List<AnswerCase> cases, Asking asking) {
        return cases.stream().map(each -> run(each, asking)).toList();
    }

    /** @param asked the confidence that the assistant asked for */
    public static AnswerSummary summarise(List<AnswerResult> results, double asked) {
        return AnswerSummary.of(results, asked);
    }

    private AnswerResult run(AnswerCase each, Asking asking) {
        double[] confidence = new double[1];
        Progress listening = new Progress() {
            @Override
            public void confidence(double share) {
                confidence[0] = share;
            }
        };
        long begin = nanos.getAsLong();
        Answer answer = asking.answer(each, listening);
        return judge(each, answer, confidence[0], (nanos.getAsLong() - begin) / 1e6);
    }

    private static AnswerResult judge(AnswerCase each, Answer answer, double confidence, double millis) {
        List<String> quotes = answer.citations().stream()
                .flatMap(citation -> Stream.concat(Stream.of(citation.quote()), citation.recorded().stream()))
                .toList();
        List<String> provisions =
                answer.citations().stream().map(Citation::path).distinct().toList();
        Set<String> unsupported = Figures.unsupported(answer.text(), support(answer, quotes));
        String wanted = each.provision();
        String label = each.answer();
        boolean isGrounded = answer instanceof Answer.Grounded;
        String problem = problem(each, answer);
        return new AnswerResult(
                each.id(),
                each.tenant() == null ? "" : each.tenant(),
                each.text(),
                each.expect().word(),
                kind(answer),
                problem.isEmpty(),
                wanted == null ? null : provisions.stream().anyMatch(path -> isRelated(path, wanted)),
                label == null ? null : isGrounded && LabelledAnswer.isContained(label, answer.text()),
                label == null ? null : isGrounded ? LabelledAnswer.f1(label, answer.text()) : 0,
                confidence,
                List.copyOf(unsupported),
                problem,
                answer.text(),
                answer.text().codePointCount(0, answer.text().length()),
                provisions,
                millis);
    }

    /** A refusal may name the day on which a document ceased to hold, which stands in its record and not in its words. */
    private static List<String> support(Answer answer, List<String> quotes) {
        return answer instanceof Answer.Refused refused && refused.reason() == Answer.Reason.NOT_IN_FORCE
                ? List.of(answer.text())
                : quotes;
    }

    private static String problem(AnswerCase each, Answer answer) {
        return switch (each.expect()) {
            case GROUNDED ->
                answer instanceof Answer.Grounded ? wrongWords(each, answer) : "not answered: " + kind(answer);
            // What is quoted beside the answer may hold figures; the answer itself may not.
            case NOT_STATED ->
                Figures.of(answer.text()).isEmpty() ? "" : "holds a figure: " + Figures.of(answer.text());
            case UNANSWERABLE, OUT_OF_SCOPE -> answer instanceof Answer.Refused ? "" : "not declined: " + kind(answer);
        };
    }

    private static String wrongWords(AnswerCase each, Answer answer) {
        String said = QuestionText.normal(answer.text());
        for (String word : each.must()) {
            if (!said.contains(QuestionText.normal(word))) {
                return "lacks: " + word;
            }
        }
        for (String word : each.mustNot()) {
            if (said.contains(QuestionText.normal(word))) {
                return "must not say: " + word;
            }
        }
        String label = each.answer();
        return label == null || LabelledAnswer.isContained(label, answer.text()) ? "" : "lacks the labelled answer";
    }

    /** The same provision, one above it or one below it. */
    private static boolean isRelated(String path, String expected) {
        String cited = QuestionText.normal(path);
        String wanted = QuestionText.normal(expected);
        return !cited.isEmpty() && (cited.startsWith(wanted) || wanted.startsWith(cited));
    }

    private static String kind(Answer answer) {
        return switch (answer) {
            case Answer.Grounded grounded -> "grounded";
            case Answer.Computed computed -> "computed";
            case Answer.Clarify clarify -> "clarify";
            case Answer.Refused refused ->
                refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
