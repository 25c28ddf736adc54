package cn.zhirong.assistant;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks questions whose right answers are known, and judges what comes. Deterministic but for the times. */
public final class AnswerEvaluation {

    /**
     * A question with what is known of its answer; one line of a questions file.
     *
     * @param tenant of whom it is asked
     * @param expect {@code grounded}, {@code not-stated} or {@code out-of-scope}
     * @param must strings that the answer must hold, compared in normal form; null for none
     * @param mustNot strings that it must not hold; null for none
     * @param provision the path that should be cited; one above or below it is right too; null where any is
     */
    @Serdeable
    public record Case(
            String id,
            @Nullable String tenant,
            String text,
            String expect,
            @Nullable List<String> must,
            @Nullable List<String> mustNot,
            @Nullable String provision) {}

    /**
     * What came of one question.
     *
     * @param kind {@code grounded}, {@code clarify} or the reason of a refusal in lower case
     * @param provisionCorrect null where the question names no provision
     * @param unsupported figures of the answer's own text that stand in none of the words it cites
     * @param problem why it is not correct, or empty
     */
    @Serdeable
    public record Result(
            String id,
            String tenant,
            String question,
            String expect,
            String kind,
            boolean correct,
            @Nullable Boolean provisionCorrect,
            List<String> unsupported,
            String problem,
            String text,
            List<String> provisions,
            double millis) {}

    /**
     * All of them together.
     *
     * @param questions how many were asked
     * @param answered how many were grounded
     * @param correct how many came as expected
     * @param provisionCorrect how many cited the provision named, of those that name one
     * @param unsupportedFigures figures without support, over all answers
     * @param wronglyRefused expected grounded, and were not
     * @param wronglyAnswered expected not stated or out of scope, and were grounded
     */
    @Serdeable
    public record Summary(
            int questions,
            int answered,
            int correct,
            int provisionCorrect,
            int unsupportedFigures,
            int wronglyRefused,
            int wronglyAnswered,
            double millisP50,
            double millisP99) {}

    private final LongSupplier nanos;

    public AnswerEvaluation() {
        this(System::nanoTime);
    }

    AnswerEvaluation(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Reads a questions file, one JSON object a line. */
    public static List<Case> read(Path file) {
        List<Case> cases = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    cases.add(ObjectMapper.getDefault().readValue(line, Argument.of(Case.class)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not a questions file: " + file, e);
        }
        return cases;
    }

    /** Asks each case by {@code ask} and judges it. */
    public List<Result> run(List<Case> cases, Function<Case, Answer> ask) {
        return cases.stream()
                .map(each -> {
                    long begin = nanos.getAsLong();
                    Answer answer = ask.apply(each);
                    return judge(each, answer, (nanos.getAsLong() - begin) / 1e6);
                })
                .toList();
    }

    public static Summary summarise(List<Result> results) {
        double[] millis = results.stream().mapToDouble(Result::millis).sorted().toArray();
        return new Summary(
                results.size(),
                count(results, result -> result.kind().equals("grounded")),
                count(results, Result::correct),
                count(results, result -> Boolean.TRUE.equals(result.provisionCorrect())),
                results.stream().mapToInt(result -> result.unsupported().size()).sum(),
                count(results, result -> isGrounded(result.expect()) && !isGrounded(result.kind())),
                count(results, result -> !isGrounded(result.expect()) && isGrounded(result.kind())),
                quantile(millis, 0.50),
                quantile(millis, 0.99));
    }

    private static Result judge(Case each, Answer answer, double millis) {
        List<String> quotes = answer.citations().stream()
                .flatMap(citation -> Stream.concat(Stream.of(citation.quote()), citation.recorded().stream()))
                .toList();
        List<String> provisions =
                answer.citations().stream().map(Citation::path).distinct().toList();
        Set<String> unsupported = Figures.unsupported(answer.text(), support(answer, quotes));
        Boolean provisionCorrect = each.provision() == null
                ? null
                : provisions.stream().anyMatch(path -> isRelated(path, each.provision()));
        String problem = problem(each, answer);
        return new Result(
                each.id(),
                each.tenant() == null ? "" : each.tenant(),
                each.text(),
                each.expect(),
                kind(answer),
                problem.isEmpty(),
                provisionCorrect,
                List.copyOf(unsupported),
                problem,
                answer.text(),
                provisions,
                millis);
    }

    /** A refusal may name the day on which a document ceased to hold, which stands in its record and not in its words. */
    private static List<String> support(Answer answer, List<String> quotes) {
        return answer instanceof Answer.Refused refused && refused.reason() == Answer.Reason.NOT_IN_FORCE
                ? List.of(answer.text())
                : quotes;
    }

    private static String problem(Case each, Answer answer) {
        return switch (each.expect()) {
            case "grounded" ->
                answer instanceof Answer.Grounded ? wrongWords(each, answer) : "not answered: " + kind(answer);
            // What is quoted beside the answer may hold figures; the answer itself may not.
            case "not-stated" ->
                Figures.of(answer.text()).isEmpty() ? "" : "holds a figure: " + Figures.of(answer.text());
            case "out-of-scope" -> answer instanceof Answer.Refused ? "" : "not declined: " + kind(answer);
            default -> throw new IllegalArgumentException("unknown expectation of " + each.id() + ": " + each.expect());
        };
    }

    private static String wrongWords(Case each, Answer answer) {
        String said = QuestionText.normal(answer.text());
        for (String word : each.must() == null ? List.<String>of() : each.must()) {
            if (!said.contains(QuestionText.normal(word))) {
                return "lacks: " + word;
            }
        }
        for (String word : each.mustNot() == null ? List.<String>of() : each.mustNot()) {
            if (said.contains(QuestionText.normal(word))) {
                return "must not say: " + word;
            }
        }
        return "";
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
            case Answer.Clarify clarify -> "clarify";
            case Answer.Refused refused ->
                refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private static boolean isGrounded(String kind) {
        return kind.equals("grounded");
    }

    private static int count(List<Result> results, Predicate<Result> that) {
        return (int) results.stream().filter(that).count();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
