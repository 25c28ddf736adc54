package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettlementTest {
    /** A rule that gives a share of the interest of each loan. */
    private static Rule interest(String id, String rate, String more) {
        Problems problems = new Problems();
        return RuleYaml.read(id, """
                        rule: %s
                        name: 规则%s
                        policy: %s
                        title: 办法
                        version: "2025"
                        effective-from: 2025-01-01
                        rounding: down
                        each: loans
                        benefits:
                          - {id: x, label: 贴息, to: enterprise, provision: 第一条, amount: {share: %s, of: {field: interest-paid}}}
                        %s
                        """.formatted(id, id, id, rate, more), Asking.VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
    }

    private static Asking firm() {
        return Asking.on("2025-06-01").loan("L1", "interest-paid=1000元").loan("L2", "interest-paid=2000元");
    }

    private static List<String> settle(Asking asking, Rule... rules) {
        Situation situation = asking.situation();
        List<Evaluation> evaluations = Stream.of(rules)
                .map(rule -> RuleEvaluator.evaluate(rule, situation))
                .toList();
        return Settlement.settle(evaluations, situation.paid()).stream()
                .map(outcome -> outcome.rule() + " " + outcome.key() + " " + outcome.before() + "→" + outcome.after())
                .toList();
    }

    @Test
    void of_two_that_exclude_each_other_the_higher_stays_for_the_same_loan() {
        Rule a = interest("a", "30%", "relations: [{exclusive-with: b, provision: 第二条}]");
        Rule b = interest("b", "50%", "");
        assertThat(settle(firm(), a, b))
                .containsExactly("a L1 300元→0元", "a L2 600元→0元", "b L1 500元→500元", "b L2 1000元→1000元");
    }

    @Test
    void of_two_that_give_the_same_the_one_whose_name_comes_first_stays_in_any_order() {
        Rule a = interest("a", "50%", "");
        Rule b = interest("b", "50%", "relations: [{exclusive-with: a, provision: 第二条}]");
        assertThat(settle(firm(), b, a))
                .containsExactlyInAnyOrderElementsOf(settle(firm(), a, b))
                .contains("a L1 500元→500元", "b L1 500元→0元");
    }

    @Test
    void what_another_government_paid_for_a_loan_excludes_only_that_loan() {
        Rule rule = interest("a", "30%", "relations: [{exclusive-with: province, provision: 第二条}]");
        Asking paid = firm().paid("province", "x", "L1", 2024, "1元");
        assertThat(settle(paid, rule)).containsExactly("a L1 300元→0元", "a L2 600元→600元");
        Situation situation = paid.situation();
        assertThat(Settlement.settle(List.of(RuleEvaluator.evaluate(rule, situation)), situation.paid())
                        .getFirst()
                        .because())
                .isEqualTo("已经由“province”得到1元");
    }

    @Test
    void of_a_group_the_highest_stays() {
        Rule a = interest("a", "30%", "relations: [{highest-of: g, provision: 第二条}]");
        Rule b = interest("b", "50%", "relations: [{highest-of: g, provision: 第二条}]");
        Rule c = interest("c", "10%", "");
        assertThat(settle(firm(), a, b, c)).contains("a L1 300元→0元", "b L1 500元→500元", "c L1 100元→100元");
    }

    @Test
    void one_rule_that_pays_the_firm_and_the_bank_is_not_set_against_itself() {
        Rule a = interest("a", "30%", """
                  - {id: y, label: 补偿, to: bank, provision: 第一条, amount: {share: 30%, of: {field: interest-paid}}}
                relations: [{highest-of: g, provision: 第二条}]""");
        Rule b = interest("b", "50%", "relations: [{highest-of: g, provision: 第二条}]");
        assertThat(settle(firm(), a))
                .contains("a L1 300元→300元", "a L2 600元→600元")
                .hasSize(4);
        // 300 to the firm and 300 to the bank are more than 500.
        assertThat(settle(firm(), a, b))
                .contains("a L1 300元→300元", "b L1 500元→0元", "b L2 1000元→0元")
                .doesNotContain("a L1 300元→0元", "a L2 600元→0元");
    }

    @Test
    void one_that_lost_in_a_group_keeps_nobody_out_of_another() {
        Rule a = interest("a", "100%", "relations: [{highest-of: g, provision: 二}]");
        Rule b = interest("b", "90%", "relations: [{highest-of: g, provision: 二}, {highest-of: h, provision: 二}]");
        Rule c = interest("c", "80%", "relations: [{highest-of: h, provision: 二}]");
        assertThat(settle(firm(), a, b, c)).contains("a L1 1000元→1000元", "b L1 900元→0元", "c L1 800元→800元");
    }

    @Test
    void the_firms_own_is_not_weighed_against_a_single_loan_but_excludes_it() {
        String group = "relations: [{highest-of: g, provision: 二}]";
        Rule loans = interest("a", "30%", group);
        assertThat(settle(firm(), loans, ofFirm("b", group))).contains("a L1 300元→300元", "b  500元→500元");
        assertThat(settle(firm(), loans, ofFirm("b", "relations: [{exclusive-with: a, provision: 二}]")))
                .contains("a L1 300元→300元", "a L2 600元→600元", "b  500元→0元");
    }

    private static Rule ofFirm(String id, String more) {
        return AskingAgainTest.rule("amount: 500元", "rounding: down\n" + more, id);
    }

    @Test
    void what_was_had_from_a_rule_that_excludes_this_one_counts_though_only_that_rule_says_so() {
        Rule a = interest("a", "30%", "relations: [{exclusive-with: b, provision: 第二条}]");
        Rule b = interest("b", "50%", "");
        Asking had = firm().paid("a", "x", "ｌ-1", 2024, "300元").paid("a", "x", "L2", 2024, "0元");
        // Rule a gives nothing for L1 now: it was paid.
        assertThat(settle(had, a, b)).contains("b L1 500元→0元", "b L2 1000元→1000元");
    }

    @Test
    void two_caps_of_one_group_take_what_is_granted_once() {
        String caps = """
                  - {id: y, label: 另一项, to: enterprise, provision: 第一条, amount: {share: 10%, of: {field: interest-paid}}}
                caps:
                  - {per: group-year, group: g, of: x, at-most: 1000元, provision: 第三条}
                  - {per: group-year, group: g, of: y, at-most: 1000元, provision: 第三条}""";
        assertThat(settle(firm(), interest("a", "20%", caps))).containsExactly("a L1 300元→300元", "a L2 600元→600元");
    }

    @Test
    void a_combined_cap_is_used_up_first_by_rules_that_only_count_towards_it() {
        String cap = "caps: [{per: group-year, group: g, at-most: 1000元, provision: 第三条}]";
        Rule a = interest("a", "30%", cap);
        Rule b = interest("b", "20%", "relations: [{counts-towards: g, provision: 第二条}]");
        // b takes 200 + 400, so a has 400 left: 300 for the first loan, 100 for the second.
        assertThat(settle(firm(), a, b))
                .containsExactly("a L1 300元→300元", "a L2 600元→100元", "b L1 200元→200元", "b L2 400元→400元");
    }
}
