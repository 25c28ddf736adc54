package cn.zhirong.drafting;

import cn.zhirong.kernel.DateRange;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Basis;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Parameters;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleEvaluator;
import cn.zhirong.rule.Situation;
import cn.zhirong.rule.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A firm made up or taken from the register, and what a rule must say of it before it may be published.
 *
 * @param asked the day for which it is asked
 * @param expected what the conditions must come to
 * @param expectedFen what must be granted; null where no amount is expected to be certain
 */
public record RuleCase(
        long id,
        String name,
        LocalDate asked,
        Facts facts,
        Verdict expected,
        @Nullable Long expectedFen) {

    /**
     * What a rule says of it.
     *
     * @param words why it does not pass; empty when it does
     */
    public record Result(RuleCase of, Evaluation evaluation, String words) {
        public boolean passes() {
            return words.isEmpty();
        }
    }

    /** Asks the rule; what a rule says of days on which it does not hold yet is asked as if it held. */
    Result run(Rule rule, Parameters parameters) {
        Evaluation evaluation =
                RuleEvaluator.evaluate(holdingOn(rule, asked), new Situation(facts, asked, parameters, List.of()));
        return new Result(this, evaluation, difference(evaluation));
    }

    private static Rule holdingOn(Rule rule, LocalDate day) {
        return held(rule, new DateRange(day, day));
    }

    /** The same rule for other days. */
    static Rule held(Rule rule, DateRange days) {
        Basis basis = rule.basis();
        return new Rule(
                rule.id(),
                rule.name(),
                new Basis(basis.policy(), basis.title(), basis.version(), basis.draftForComment(), days),
                rule.each(),
                rule.conditions(),
                rule.itemConditions(),
                rule.benefits(),
                rule.caps(),
                rule.relations(),
                rule.roundToFen(),
                rule.rounding());
    }

    private String difference(Evaluation evaluation) {
        if (evaluation.refusal() != null) {
            return evaluation.refusal().words();
        }
        if (evaluation.verdict() != expected) {
            return "结论是“" + evaluation.verdict().label() + "”，应当是“" + expected.label() + "”";
        }
        Optional<Money> payable = evaluation.payable();
        if (expectedFen == null || (expectedFen == 0 && expected == Verdict.NOT_MET)) {
            return "";
        }
        if (payable.isEmpty()) {
            return "算不出金额，应当是" + new Money(expectedFen).words();
        }
        return payable.get().fen() == expectedFen
                ? ""
                : "金额是" + payable.get().words() + "，应当是" + new Money(expectedFen).words();
    }
}
