package cn.zhirong.assistant;

import cn.zhirong.assistant.AnswerCase.Expectation;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * All results together; shares in millionths.
 *
 * @param questions how many were asked
 * @param answered how many were grounded
 * @param correct how many came as expected
 * @param provisionCorrect how many cited the provision named, of those that name one
 * @param unsupportedFigures figures without support, over all answers
 * @param wronglyRefused expected grounded, and were not
 * @param wronglyAnswered expected otherwise, and were grounded
 * @param containedPpm share of the labelled answers that stand in what was said; a refusal says none
 * @param characterF1Ppm mean over those with a labelled answer; 0 for a refusal
 * @param meanCharacters mean length of a grounded answer, citations aside
 * @param outOfScopeDeclinedPpm share of the questions out of scope that were declined
 * @param refusals what other confidences would give
 */
@Serdeable
public record AnswerSummary(
        int questions,
        int answered,
        int correct,
        int provisionCorrect,
        int unsupportedFigures,
        int wronglyRefused,
        int wronglyAnswered,
        double millisP50,
        double millisP99,
        int containedPpm,
        int characterF1Ppm,
        double meanCharacters,
        int outOfScopeDeclinedPpm,
        RefusalCurve refusals) {

    /** @param asked the confidence that was asked for */
    static AnswerSummary of(List<AnswerResult> results, double asked) {
        double[] millis =
                results.stream().mapToDouble(AnswerResult::millis).sorted().toArray();
        return new AnswerSummary(
                results.size(),
                count(results, AnswerResult::isGrounded),
                count(results, AnswerResult::correct),
                count(results, result -> Boolean.TRUE.equals(result.provisionCorrect())),
                results.stream().mapToInt(result -> result.unsupported().size()).sum(),
                count(results, result -> result.expects(Expectation.GROUNDED) && !result.isGrounded()),
                count(results, result -> !result.expects(Expectation.GROUNDED) && result.isGrounded()),
                quantile(millis, 0.50),
                quantile(millis, 0.99),
                share(results, result -> result.contained() != null, result -> Boolean.TRUE.equals(result.contained())),
                (int) Math.round(1e6
                        * results.stream()
                                .map(AnswerResult::characterF1)
                                .filter(Objects::nonNull)
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(0)),
                Math.round(10
                                * results.stream()
                                        .filter(AnswerResult::isGrounded)
                                        .mapToInt(AnswerResult::characters)
                                        .average()
                                        .orElse(0))
                        / 10.0,
                share(results, result -> result.expects(Expectation.OUT_OF_SCOPE), AnswerResult::isDeclined),
                RefusalCurve.of(results, asked));
    }

    /** Of those among {@code all}, the share that are {@code that}, in millionths. */
    static int share(List<AnswerResult> results, Predicate<AnswerResult> all, Predicate<AnswerResult> that) {
        int whole = count(results, all);
        return whole == 0 ? 0 : (int) Math.round(1e6 * count(results, all.and(that)) / whole);
    }

    private static int count(List<AnswerResult> results, Predicate<AnswerResult> that) {
        return (int) results.stream().filter(that).count();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
