package cn.zhirong.assistant;

import cn.zhirong.assistant.AnswerCase.Expectation;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;

/**
 * What would be refused, were another confidence asked for before something is said.
 *
 * @param points from asking for none to asking for all
 * @param operating what the product asks for, and what came of it
 * @param best the point with the most unanswerable refused among those that refuse at most 15 % of the answerable
 */
@Serdeable
public record RefusalCurve(List<Point> points, Point operating, Point best) {
    private static final int STEPS = 40;
    private static final int TOLERATED_PPM = 150_000;

    public RefusalCurve {
        points = List.copyOf(points);
    }

    /**
     * A point on the curve.
     *
     * @param confidencePpm what is asked for, in millionths
     * @param answerableRefusedPpm share of questions with an answer that are refused
     * @param unanswerableRefusedPpm share of questions without one that are
     */
    @Serdeable
    public record Point(int confidencePpm, int answerableRefusedPpm, int unanswerableRefusedPpm) {}

    static RefusalCurve of(List<AnswerResult> results, double asked) {
        double[] answerable = confidences(results, true);
        double[] unanswerable = confidences(results, false);
        List<Point> points = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            points.add(point(answerable, unanswerable, step / (double) STEPS));
        }
        Point best = points.getFirst();
        for (AnswerResult each : results) {
            Point point = point(answerable, unanswerable, each.confidence());
            boolean isTolerated = point.answerableRefusedPpm() <= TOLERATED_PPM;
            best = isTolerated && point.unanswerableRefusedPpm() > best.unanswerableRefusedPpm() ? point : best;
        }
        Point operating = new Point(
                ppm(asked, 1),
                AnswerSummary.share(results, RefusalCurve::isAnswerable, AnswerResult::isDeclined),
                AnswerSummary.share(results, RefusalCurve::isUnanswerable, AnswerResult::isDeclined));
        return new RefusalCurve(points, operating, best);
    }

    private static Point point(double[] answerable, double[] unanswerable, double asked) {
        return new Point(ppm(asked, 1), below(answerable, asked), below(unanswerable, asked));
    }

    private static int below(double[] confidences, double asked) {
        int count = 0;
        for (double each : confidences) {
            count += each < asked ? 1 : 0;
        }
        return ppm(count, confidences.length);
    }

    private static double[] confidences(List<AnswerResult> results, boolean answerable) {
        return results.stream()
                .filter(answerable ? RefusalCurve::isAnswerable : RefusalCurve::isUnanswerable)
                .mapToDouble(AnswerResult::confidence)
                .toArray();
    }

    private static boolean isAnswerable(AnswerResult result) {
        return result.expects(Expectation.GROUNDED);
    }

    private static boolean isUnanswerable(AnswerResult result) {
        return result.expects(Expectation.UNANSWERABLE);
    }

    private static int ppm(double part, double whole) {
        return whole == 0 ? 0 : (int) Math.round(1e6 * part / whole);
    }
}
