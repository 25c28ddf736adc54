package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.Money;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static Rule version(String name, String days, String rate) {
        Problems problems = new Problems();
        return RuleYaml.read(name, """
                        rule: interest
                        name: 贴息
                        policy: measure
                        title: 办法
                        version: "%s"
                        %s
                        rounding: down
                        each: loans
                        benefits:
                          - {id: x, label: 贴息, to: enterprise, provision: 第五条, amount: {share: %s, of: {field: interest-paid}}}
                        """.formatted(name, days, rate), Asking.VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
    }

    private static final Rule OLD = version("2024", "effective-from: 2024-01-01\neffective-until: 2025-05-31", "40%");
    private static final Rule NEW = version("2025", "effective-from: 2025-06-01", "50%");
    private static final Rule DRAFT = version("2026", "effective-from: 2025-06-01\ndraft-for-comment: true", "90%");

    @Test
    void the_same_question_on_two_days_gives_two_amounts_with_two_citations() {
        assertThat(answers("2025-05-31")).containsExactly("可得400元 2024");
        assertThat(answers("2025-06-01")).containsExactly("可得500元 2025");
        assertThat(answers("2023-12-31")).isEmpty();
    }

    /** Of every version that grants something on the day. */
    private static List<String> answers(String day) {
        Situation situation = Asking.on(day).loan("L1", "interest-paid=1000元").situation();
        return Stream.of(DRAFT, NEW, OLD)
                .map(rule -> RuleEvaluator.evaluate(rule, situation))
                .filter(evaluation -> evaluation.refusal() == null)
                .map(Trace::of)
                .map(trace -> trace.amount() + " " + trace.version())
                .toList();
    }

    @Test
    void outside_its_days_a_rule_gives_nothing() {
        Situation before =
                Asking.on("2025-05-31").loan("L1", "interest-paid=1000元").situation();
        assertThat(RuleEvaluator.evaluate(NEW, before).refusal()).isEqualTo(Evaluation.Refusal.NOT_YET_IN_FORCE);
        assertThat(RuleEvaluator.evaluate(NEW, before).payable()).isEmpty();
        Situation after =
                Asking.on("2025-06-01").loan("L1", "interest-paid=1000元").situation();
        assertThat(RuleEvaluator.evaluate(OLD, after).refusal()).isEqualTo(Evaluation.Refusal.NO_LONGER_IN_FORCE);
        assertThat(RuleEvaluator.evaluate(NEW, after).payable()).contains(Money.ofYuan(500));
        assertThat(RuleEvaluator.evaluate(DRAFT, after).payable()).isEmpty();
    }
}
