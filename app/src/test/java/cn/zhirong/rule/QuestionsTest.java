package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static List<String> asks(Asking asking, String... golden) {
        List<Evaluation> evaluations = Arrays.stream(golden).map(asking::of).toList();
        return Questions.of(evaluations, Asking.VOCABULARY.facts()).stream()
                .map(question -> question.record().isEmpty()
                        ? question.fact().name()
                        : question.record() + "/" + question.fact().name())
                .toList();
    }

    @Test
    void what_decides_alone_comes_before_one_of_several_ways() {
        assertThat(asks(Asking.on("2025-06-01"), "zhaoqing-library"))
                .startsWith("registered-here", "founded-on", "size", "bad-credit")
                .endsWith("ip-assets", "honours")
                .hasSize(6);
    }

    @Test
    void what_more_rules_need_comes_first() {
        assertThat(asks(Asking.on("2025-06-01"), "zhaoqing-library", "guangming-invoice"))
                .startsWith("registered-here");
        assertThat(asks(Asking.on("2025-06-01"), "zhaoqing-library", "qingdao-interest"))
                .startsWith("size");
    }

    @Test
    void a_rule_that_was_denied_asks_nothing_more() {
        assertThat(asks(Asking.on("2025-06-01").with("size", "large"), "zhaoqing-library"))
                .isEmpty();
    }

    @Test
    void an_alternative_that_is_met_asks_nothing_more() {
        assertThat(asks(Asking.on("2025-06-01").with("honours", "high-tech"), "zhaoqing-library"))
                .doesNotContain("ip-assets");
    }

    @Test
    void what_an_amount_needs_is_asked_by_the_loan() {
        Asking firm = Asking.on("2025-06-01").loan("L1", "principal=500万元", "signed-on=2024-03-01");
        assertThat(asks(firm, "shangcheng-interest")).containsExactly("L1/drawn-on", "L1/settled-on");
        assertThat(Questions.of(List.of(firm.of("shangcheng-interest")), Asking.VOCABULARY.facts())
                        .getFirst()
                        .words())
                .isEqualTo("贷款L1：是哪一天放款的？");
    }

    @Test
    void records_of_two_lists_that_share_a_name_are_two_questions() {
        Asking firm = Asking.on("2025-06-01").record("issues", "第1份").record("invoices", "第1份");
        List<Evaluation> evaluations = Stream.of("issues", "invoices")
                .map(list -> AskingAgainTest.rule(
                        "amount: 5万元",
                        "rounding: down\neach: %s\nitem-conditions: [{field: issued-on, within-last: 1年, provision: 一}]"
                                .formatted(list),
                        "a"))
                .map(rule -> RuleEvaluator.evaluate(rule, firm.situation()))
                .toList();
        assertThat(Questions.of(evaluations, Asking.VOCABULARY.facts()).stream().map(Questions.Question::words))
                .containsExactlyInAnyOrder("证券化产品第1份：是哪一天发行的？", "费用发票第1份：是哪一天开的？");
    }

    @Test
    void a_record_inside_an_amount_is_asked_about_under_its_own_list() {
        Rule rule = AskingAgainTest.rule(
                "amount: {total: {field: gross}, in: invoices}", "rounding: down\neach: issues", "a");
        Asking firm = Asking.on("2025-06-01").record("issues", "FP1").record("invoices", "FP1");
        assertThat(words(rule, firm)).containsExactly("费用发票FP1：价税合计是多少？");
    }

    private static List<String> words(Rule rule, Asking firm) {
        Evaluation evaluation = RuleEvaluator.evaluate(rule, firm.situation());
        return Questions.of(List.of(evaluation), Asking.VOCABULARY.facts()).stream()
                .map(Questions.Question::words)
                .toList();
    }

    @Test
    void a_list_of_which_only_an_officer_can_say_what_counts_is_not_asked_again() {
        Rule rule = AskingAgainTest.rule(
                "amount: 5万元",
                "rounding: down\nconditions: [{count: ip-assets, at-least: 1, provision: 一, where: [{judged: contribution}]}]",
                "a");
        Asking firm = Asking.on("2025-06-01").record("ip-assets", "A", "kind=invention");
        assertThat(RuleEvaluator.evaluate(rule, firm.situation()).verdict()).isEqualTo(Verdict.OFFICER);
        assertThat(words(rule, firm)).isEmpty();
        assertThat(RuleEvaluator.evaluate(
                                rule, firm.with("contribution", "true").situation())
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void what_an_officer_judges_is_not_asked() {
        assertThat(asks(Asking.on("2025-06-01").with("proceeds", "8亿元"), "guangzhou-listing"))
                .isEmpty();
    }
}
