package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.Money;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was granted is not granted again, whatever the shape of the rule. */
class PaidBeforeTest {
    private static Rule rule(String each, String benefit, String caps) {
        Problems problems = new Problems();
        return RuleYaml.read("paid", """
                        rule: paid
                        name: 奖励
                        policy: p
                        title: 办法
                        version: "2025"
                        effective-from: 2020-01-01
                        rounding: down
                        %s
                        benefits:
                          - {id: x, label: 奖励, to: enterprise, provision: 第一条, %s}
                        %s
                        """.formatted(each, benefit, caps), Asking.VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
    }

    private static Situation paid(Situation before, List<Payment> more) {
        List<Payment> all = new ArrayList<>(before.paid());
        all.addAll(more);
        return new Situation(before.facts(), before.asked(), before.parameters(), all);
    }

    /** What a grant is remembered as. */
    private static List<Payment> granted(Evaluation evaluation) {
        return evaluation.payouts().stream()
                .map(payout -> new Payment(
                        evaluation.rule().id(),
                        payout.benefit(),
                        groups(evaluation.rule()),
                        payout.to(),
                        payout.payee(),
                        payout.key(),
                        payout.stage(),
                        evaluation.asked().getYear(),
                        payout.amount().fen()))
                .toList();
    }

    private static Set<String> groups(Rule rule) {
        return rule.caps().stream()
                .map(Cap::group)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Money payable(Rule rule, Situation situation) {
        return RuleEvaluator.evaluate(rule, situation).payable().orElseThrow();
    }

    @Test
    void whatever_is_granted_under_a_golden_rule_is_not_granted_again_on_the_same_day()
            throws IOException, URISyntaxException {
        int seen = 0;
        for (String name : GoldenRulesTest.names()) {
            Rule rule = Asking.golden(name);
            for (long seed = 1; seed <= 150; seed++) {
                Situation situation = Firms.situation(seed);
                Evaluation first = RuleEvaluator.evaluate(rule, situation);
                List<Payment> payments = granted(first);
                boolean toInstitution =
                        payments.stream().anyMatch(payment -> !payment.payee().isEmpty());
                // A cap of each application says nothing of the next one.
                boolean anew = rule.caps().stream().anyMatch(cap -> cap.scope() == CapScope.APPLICATION);
                if (anew || payments.isEmpty() || (toInstitution && rule.each() == null)) {
                    continue;
                }
                seen++;
                assertThat(RuleEvaluator.evaluate(rule, paid(situation, payments))
                                .payouts())
                        .as("%s, seed %d", name, seed)
                        .isEmpty();
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void what_the_firm_itself_gets_is_due_once_a_year_though_the_cap_is_higher() {
        Rule rule = rule("", "amount: {share: 1%, of: {fact: revenue}}", "caps: [{per: year, at-most: 50万元, provision: 第二条}]");
        Asking firm = Asking.on("2025-06-01").with("revenue", "1000万元");
        assertThat(payable(rule, firm.situation())).isEqualTo(Money.ofWan(10));
        firm.paid("paid", "x", "", 2025, "10万元");
        assertThat(payable(rule, firm.situation())).isEqualTo(Money.ZERO);
        firm.with("revenue", "1200万元");
        assertThat(payable(rule, firm.situation())).as("only what is more").isEqualTo(Money.ofWan(2));
        assertThat(payable(
                        rule,
                        Asking.on("2026-06-01")
                                .with("revenue", "1000万元")
                                .paid("paid", "x", "", 2025, "10万元")
                                .situation()))
                .as("the next year")
                .isEqualTo(Money.ofWan(10));
    }

    @Test
    void what_is_divided_uses_up_a_cap_whoever_got_it() {
        Rule rule = rule(
                "each: loans",
                "amount: {field: interest-paid}, shares: [{to: enterprise, share: 80%}, {to: team, share: 20%}]",
                "caps: [{per: year, at-most: 100万元, provision: 第二条}]");
        Situation first = Asking.on("2025-06-01").loan("L1", "interest-paid=100万元").situation();
        List<Payment> payments = granted(RuleEvaluator.evaluate(rule, first));
        assertThat(payments).hasSize(2);
        Situation again = Asking.on("2025-09-01").loan("L2", "interest-paid=50万元").situation();
        assertThat(payable(rule, paid(again, payments))).isEqualTo(Money.ZERO);
    }

    @Test
    void a_stage_that_became_known_late_is_paid_once() {
        Rule rule = rule(
                "",
                "amount: {catch-up: false, stages: [{stage: one, label: 股改, reached: reform-on, amount: 100万元},"
                        + " {stage: two, label: 上市, reached: listed-on, claim-within: 1年, amount: 200万元}]}",
                "");
        Situation early = Asking.on("2023-06-01").with("listed-on", "2023-03-01").situation();
        List<Payment> second = granted(RuleEvaluator.evaluate(rule, early));
        assertThat(second).singleElement().satisfies(payment -> assertThat(payment.stage()).isEqualTo("two"));

        Situation late = paid(
                Asking.on("2025-06-01")
                        .with("listed-on", "2023-03-01")
                        .with("reform-on", "2022-03-01")
                        .situation(),
                second);
        Evaluation evaluation = RuleEvaluator.evaluate(rule, late);
        assertThat(evaluation.payable()).contains(Money.ofWan(100));
        List<Payment> first = granted(evaluation);
        assertThat(first).singleElement().satisfies(payment -> assertThat(payment.stage()).isEqualTo("one"));
        assertThat(payable(rule, paid(late, first))).isEqualTo(Money.ZERO);
    }

    @Test
    void nobody_gives_back_here_what_another_government_paid() {
        Rule rule = rule(
                "",
                "amount: {deducts: [province], stages: [{stage: one, label: 上市, reached: listed-on, withdrawn: reform-on, amount: 100万元}]}",
                "");
        Asking firm = Asking.on("2025-06-01")
                .with("listed-on", "2023-03-01")
                .with("reform-on", "2025-01-01")
                .paid("province", "y", "", 2023, "100万元");
        assertThat(RuleEvaluator.evaluate(rule, firm.situation()).toReturn()).isEqualTo(Money.ZERO);
        firm.paid("paid", "x", "", 2024, "30万元");
        assertThat(RuleEvaluator.evaluate(rule, firm.situation()).toReturn()).isEqualTo(Money.ofWan(30));
    }

    @ParameterizedTest
    @CsvSource({"29.94万元, 0元", "29.9万元, 1000元", "29万元, 1000元"})
    void no_unit_is_filled_up_beyond_a_cap(String used, String granted) {
        Problems problems = new Problems();
        Rule rule = RuleYaml.read("paid", """
                        rule: paid
                        name: 奖励
                        policy: p
                        title: 办法
                        version: "2025"
                        effective-from: 2020-01-01
                        rounding: half-up
                        round-to: 1000元
                        each: loans
                        benefits:
                          - {id: x, label: 奖励, to: enterprise, provision: 第一条, amount: {field: interest-paid}}
                        caps: [{per: year, at-most: 30万元, provision: 第二条}]
                        """, Asking.VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
        Asking firm = Asking.on("2025-06-01").loan("L2", "interest-paid=1200元").paid("paid", "x", "L1", 2025, used);
        assertThat(payable(rule, firm.situation()))
                .isEqualTo(Money.written(granted).orElseThrow());
    }
}
