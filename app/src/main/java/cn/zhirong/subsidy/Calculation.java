package cn.zhirong.subsidy;

import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Questions;
import cn.zhirong.rule.Settlement;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.Verdict;
import cn.zhirong.rule.WaysIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the programmes of a bureau come to for one firm on one day.
 *
 * @param facts what is known of the firm
 * @param results one for each programme whose rule holds on the day, those that pay most for certain first
 * @param closed programmes without a rule that holds on the day
 * @param questions what is not known and could still decide, the most decisive first
 */
public record Calculation(
        LocalDate asked, Facts facts, List<Result> results, List<Closed> closed, List<Questions.Question> questions) {
    public Calculation {
        results = List.copyOf(results);
        closed = List.copyOf(closed);
        questions = List.copyOf(questions);
    }

    /**
     * One programme.
     *
     * @param outcomes what other programmes leave of what is granted for certain
     * @param ways the shortest ways in; none unless the verdict is no
     */
    public record Result(
            Programme programme,
            RuleVersion version,
            Evaluation evaluation,
            List<Settlement.Outcome> outcomes,
            List<WaysIn.Way> ways) {
        /** Why it came out so; the same bytes wherever it is asked for. */
        public Trace trace() {
            return Trace.of(evaluation);
        }

        /** What is left for certain after the relations with other programmes; empty when it is not certain. */
        public Optional<Money> certain() {
            return evaluation
                    .payable()
                    .map(payable -> outcomes.isEmpty()
                            ? payable
                            : new Money(outcomes.stream()
                                    .mapToLong(outcome -> outcome.after().fen())
                                    .reduce(0, Math::addExact)));
        }

        /** What it would be if all that is open were decided well; empty when an amount is not known. */
        public Optional<Money> possible() {
            return evaluation.possible();
        }

        /** Whether nothing is granted because of the conditions. */
        public boolean isDenied() {
            return evaluation.verdict() == Verdict.NOT_MET;
        }
    }

    /**
     * A programme that yields nothing on the day, whoever asks.
     *
     * @param why in Chinese
     */
    public record Closed(Programme programme, String why) {}

    /** All that is certain, after the relations of programmes with each other. */
    public Money certain() {
        return results.stream().flatMap(result -> result.certain().stream()).reduce(Money.ZERO, Money::plus);
    }
}
