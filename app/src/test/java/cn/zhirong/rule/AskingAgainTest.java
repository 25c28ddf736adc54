package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was granted is remembered, and asked again nothing is granted twice. */
class AskingAgainTest {
    private static Rule rule(String benefit, String more) {
        return rule(benefit, more, "a");
    }

    static Rule rule(String benefit, String more, String id) {
        Problems problems = new Problems();
        String text = """
                rule: %s
                name: 规则
                policy: p
                title: 办法
                version: "1"
                effective-from: 2010-01-01
                %s
                benefits:
                  - {id: x, label: 补助, to: enterprise, provision: 第一条, %s}
                """.formatted(id, more, benefit);
        return RuleYaml.read("a", text, Asking.VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
    }

    private static final String DOWN = "rounding: down\n";

    private static String grants(Rule rule, Asking firm) {
        return RuleEvaluator.evaluate(rule, firm.situation())
                .payable()
                .map(Money::words)
                .orElse("未定");
    }

    /** What is granted is remembered for the year of the day asked. */
    private static Situation remembered(Rule rule, Situation situation) {
        List<Payment> paid = new ArrayList<>(situation.paid());
        for (Payout payout : RuleEvaluator.evaluate(rule, situation).payouts()) {
            paid.add(payout.granted(rule.id(), rule.groups(), situation.asked().getYear()));
        }
        return new Situation(situation.facts(), situation.asked(), situation.parameters(), paid);
    }

    @Test
    void a_fixed_amount_of_the_firm_is_due_once_a_year_though_the_cap_has_room() {
        Rule rule = rule(
                "amount: 5000元",
                DOWN + "caps: [{per: year, at-most: 1.5万元, provision: 二}, {per: years, at-most: 2, provision: 二}]");
        assertThat(grants(rule, Asking.on("2026-06-01"))).isEqualTo("5000元");
        assertThat(grants(rule, Asking.on("2026-06-01").paid("a", "x", "", 2026, "5000元")))
                .isEqualTo("0元");
        assertThat(grants(rule, Asking.on("2026-06-01").paid("a", "x", "", 2026, "3000元")))
                .isEqualTo("2000元");
        assertThat(grants(rule, Asking.on("2027-06-01").paid("a", "x", "", 2026, "5000元")))
                .isEqualTo("5000元");
        assertThat(grants(
                        rule,
                        Asking.on("2028-06-01")
                                .paid("a", "x", "", 2026, "5000元")
                                .paid("a", "x", "", 2027, "5000元")))
                .isEqualTo("0元");
    }

    @Test
    void a_year_of_which_all_came_back_was_not_had() {
        Rule rule = rule("amount: 5000元", DOWN + "caps: [{per: years, at-most: 1, provision: 二}]");
        Asking firm = Asking.on("2027-06-01").paid("a", "x", "", 2026, "5000元");
        assertThat(grants(rule, firm)).isEqualTo("0元");
        assertThat(grants(rule, firm.paid("a", "x", "", 2026, "-5000元"))).isEqualTo("5000元");
    }

    @Test
    void a_loan_is_the_same_however_its_number_is_typed() {
        Rule rule = rule("amount: {field: interest-paid}", DOWN + "each: loans");
        Asking firm = Asking.on("2026-06-01").loan("HT2026001", "interest-paid=1000元");
        assertThat(grants(rule, firm)).isEqualTo("1000元");
        assertThat(grants(rule, firm.paid("a", "x", "ht-2026 001", 2025, "1000元")))
                .isEqualTo("0元");
    }

    @Test
    void what_is_shared_uses_up_the_caps_as_a_whole() {
        Rule rule = rule(
                "amount: {fact: revenue}, shares: [{to: enterprise, share: 80%}, {to: team, share: 20%}]",
                DOWN + "caps: [{per: lifetime, at-most: 100万元, provision: 二}]");
        Situation first = Asking.on("2026-06-01").with("revenue", "90万元").situation();
        Situation then = remembered(rule, first);
        assertThat(then.paid()).hasSize(2);
        Situation next = Asking.on("2027-06-01").with("revenue", "90万元").situation();
        Situation later = new Situation(next.facts(), next.asked(), next.parameters(), then.paid());
        assertThat(RuleEvaluator.evaluate(rule, later).payable()).contains(Money.ofWan(10));
        assertThat(RuleEvaluator.evaluate(rule, remembered(rule, later)).payable())
                .contains(Money.ZERO);
    }

    @Test
    void years_count_where_only_others_share_what_is_granted() {
        Rule rule = rule(
                "amount: 1万元, shares: [{to: team, share: 50%}, {to: broker, share: 50%}]",
                DOWN + "caps: [{per: years, at-most: 1, provision: 二}]");
        Situation first = remembered(rule, Asking.on("2026-06-01").situation());
        Situation later = new Situation(first.facts(), first.asked().plusYears(1), first.parameters(), first.paid());
        assertThat(RuleEvaluator.evaluate(rule, later).payable()).contains(Money.ZERO);
    }

    private static final String STAGES =
            "stages: [{stage: one, label: 甲, reached: reform-on, amount: 100万元}, {stage: two, label: 乙, reached: tutoring-on, amount: 200万元, claim-within: 1年}]";

    @Test
    void what_a_stage_is_due_is_paid_for_that_stage_and_asked_again_nothing_is() {
        Rule rule = rule("amount: {catch-up: false, " + STAGES + "}", DOWN);
        Situation second = remembered(
                rule, Asking.on("2023-06-01").with("tutoring-on", "2023-01-01").situation());
        assertThat(second.paid())
                .extracting(payment -> payment.stage() + " " + payment.fen())
                .containsExactly("two 200000000");
        Asking both = Asking.on("2025-06-01").with("tutoring-on", "2023-01-01").with("reform-on", "2022-01-01");
        Situation asked = both.situation();
        Situation later = new Situation(asked.facts(), asked.asked(), asked.parameters(), second.paid());
        assertThat(RuleEvaluator.evaluate(rule, later).payouts())
                .extracting(payout -> payout.stage() + " " + payout.amount())
                .containsExactly("one 100万元");
        assertThat(RuleEvaluator.evaluate(rule, remembered(rule, later)).payable())
                .contains(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01,200万元", "2025-01-01,200万元", "2025-01-02,200万元", "2026-01-01,200万元"})
    void what_another_rule_paid_in_place_of_a_stage_does_not_lessen_the_next_once_that_stage_expired(
            String day, String due) {
        Rule rule = rule(
                "amount: {deducts: [b], stages: [{stage: one, label: 甲, reached: reform-on, amount: 100万元, claim-within: 1年}, {stage: two, label: 乙, reached: tutoring-on, amount: 200万元}]}",
                DOWN);
        Asking firm = Asking.on(day)
                .with("reform-on", "2024-01-01")
                .with("tutoring-on", "2024-01-01")
                .paid("b", "y", "", 2024, "100万元");
        assertThat(grants(rule, firm)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2025-01-01,250万元", "2025-01-02,200万元"})
    void what_nobody_asked_for_in_its_time_is_lost(String day, String due) {
        Rule rule = rule(
                "amount: {deducts: [b], stages: [{stage: one, label: 甲, reached: reform-on, amount: 100万元, claim-within: 1年}, {stage: two, label: 乙, reached: tutoring-on, amount: 200万元}]}",
                DOWN);
        Asking firm = Asking.on(day)
                .with("reform-on", "2024-01-01")
                .with("tutoring-on", "2024-01-01")
                .paid("b", "y", "", 2024, "50万元");
        assertThat(grants(rule, firm)).isEqualTo(due);
    }

    @Test
    void nobody_gives_back_what_others_paid() {
        Rule rule = rule(
                "amount: {deducts: [b], stages: [{stage: one, label: 甲, reached: accepted-on, withdrawn: withdrawn-on, amount: 300万元}]}",
                DOWN);
        Asking firm = Asking.on("2025-06-01")
                .with("accepted-on", "2024-01-01")
                .with("withdrawn-on", "2025-01-01")
                .paid("b", "y", "", 2024, "100万元");
        assertThat(RuleEvaluator.evaluate(rule, firm.situation()).toReturn()).isEqualTo(Money.ZERO);
        assertThat(RuleEvaluator.evaluate(
                                rule, firm.paid("a", "x", "", 2024, "40万元").situation())
                        .toReturn())
                .isEqualTo(Money.ofWan(40));
    }

    @Test
    void what_was_withdrawn_is_owed_back_though_the_firm_moved_away() {
        Rule rule = rule(
                "amount: {stages: [{stage: one, label: 甲, reached: accepted-on, withdrawn: withdrawn-on, amount: 300万元}]}",
                DOWN + "conditions: [{fact: registered-here, is: true, provision: 二}]");
        Asking firm = Asking.on("2025-06-01")
                .with("accepted-on", "2024-01-01")
                .with("withdrawn-on", "2025-01-01")
                .paid("a", "x", "", 2024, "300万元");
        for (String here : List.of("true", "false")) {
            Evaluation evaluation = RuleEvaluator.evaluate(
                    rule, firm.with("registered-here", here).situation());
            assertThat(evaluation.toReturn()).isEqualTo(Money.ofWan(300));
            assertThat(evaluation.payouts()).isEmpty();
            assertThat(Trace.of(evaluation).amount()).isEqualTo("应当退还300万元");
        }
        Evaluation gone = RuleEvaluator.evaluate(
                rule,
                Asking.on("2025-06-01")
                        .with("accepted-on", "2024-01-01")
                        .with("registered-here", "false")
                        .situation());
        assertThat(gone.lines()).isEmpty();
        assertThat(Trace.of(gone).amount()).isEqualTo("没有金额");
    }

    @Test
    void what_is_owed_back_and_what_is_due_are_both_told() {
        Rule rule = rule(
                "amount: {stages: [{stage: one, label: 甲, reached: accepted-on, withdrawn: withdrawn-on, amount: 300万元}]}}\n  - {id: y, label: 另一项, to: enterprise, provision: 第二条, amount: 10万元",
                DOWN);
        Asking firm = Asking.on("2025-06-01")
                .with("accepted-on", "2024-01-01")
                .with("withdrawn-on", "2025-01-01")
                .paid("a", "x", "", 2024, "300万元");
        assertThat(Trace.of(RuleEvaluator.evaluate(rule, firm.situation())).amount())
                .isEqualTo("应当退还300万元，可得10万元");
    }

    @Test
    void a_ladder_of_records_looks_at_what_was_paid_for_the_record() {
        Rule rule = rule(
                "amount: {stages: [{stage: one, label: 甲, reached: issued-on, amount: 100万元}]}", DOWN + "each: issues");
        Asking firm = Asking.on("2026-06-01")
                .record("issues", "E1", "issued-on=2025-01-01")
                .record("issues", "E2", "issued-on=2026-01-01")
                .paid("a", "x", "E1", 2025, "100万元");
        assertThat(grants(rule, firm)).isEqualTo("100万元");
        Situation again = remembered(rule, firm.situation());
        assertThat(again.paid().getLast().key()).isEqualTo("E2");
        assertThat(RuleEvaluator.evaluate(rule, again).payable()).contains(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "half-up,2.94万元,1000元,0元",
        "up,2.94万元,1元,0元",
        "up,2.9万元,1元,1000元",
        "half-up,2.8万元,1499.99元,1000元",
        "half-up,2.8万元,1500元,2000元",
        "half-up,2.8万元,3000元,2000元",
        "half-up,2.86万元,1500元,1000元"
    })
    void what_is_rounded_up_stays_within_its_caps(String rounding, String used, String amount, String granted) {
        Rule rule = rule(
                "amount: {field: interest-paid}",
                "rounding: %s\nround-to: 1000元\neach: loans\ncaps: [{per: year, at-most: 3万元, provision: 二}]"
                        .formatted(rounding));
        Asking firm =
                Asking.on("2026-06-01").loan("L1", "interest-paid=" + amount).paid("a", "x", "以前", 2026, used);
        assertThat(grants(rule, firm)).isEqualTo(granted);
    }

    @Test
    void a_group_counts_what_was_paid_to_this_payee() {
        Rule rule = rule("amount: 10万元", DOWN + "caps: [{per: group-year, group: g, at-most: 10万元, provision: 二}]");
        Asking firm = Asking.on("2026-06-01")
                .paid("b", "y", Beneficiary.ENTERPRISE, "", "", 2026, "4万元", Set.of("g"))
                .paid("b", "y", Beneficiary.TEAM, "", "", 2026, "2万元", Set.of("g"));
        assertThat(grants(rule, firm)).isEqualTo("6万元");
    }
}
