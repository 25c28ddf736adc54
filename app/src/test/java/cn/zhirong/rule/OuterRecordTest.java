package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What inside a list names the record around it; every amount was computed by hand, as the comment beside it shows. */
class OuterRecordTest {
    private static Asking two() {
        return Asking.on("2025-06-01")
                .record("issues", "一期-A", "issued-on=2025-01-10")
                .record("issues", "二期-B", "issued-on=2025-02-10")
                .record("invoices", "F1", invoice("valuation", "106000元", "一期-A"))
                .record("invoices", "F2", invoice("guarantee", "53000元", "二期-B"))
                .record("invoices", "F3", invoice("legal", "20000元", "二期-B"))
                .record("invoices", "F4", invoice("valuation", "106000元", "三期"));
    }

    private static String[] invoice(String fee, String gross, String of) {
        return new String[] {"fee=" + fee, "gross=" + gross, "tax-rate=6%", "belongs-to=" + of};
    }

    @Test
    void each_issue_counts_its_own_invoices_and_no_others() {
        // 106000 / 1.06 × 40% = 40000; 53000 / 1.06 × 40% = 20000; 20000 × 10% = 2000. The third issue is nobody's.
        Evaluation evaluation = two().of("issue-fees");
        assertThat(evaluation.payouts())
                .extracting(payout -> payout.key() + " " + payout.amount().words())
                .containsExactly("一期-A 4万元", "二期-B 2万元", "二期-B 2000元");
        assertThat(two().grants("issue-fees")).isEqualTo("6.2万元");
    }

    @ParameterizedTest
    @CsvSource({"一期a, 4万元", "一期 Ａ, 4万元", "一期A2, 0元"})
    void a_name_is_the_same_however_it_is_typed(String typed, String amount) {
        Asking firm = Asking.on("2025-06-01")
                .record("issues", "一期-A", "issued-on=2025-01-10")
                .record("invoices", "F0", invoice("other", "1元", "一期-A"))
                .record("invoices", "F1", invoice("valuation", "106000元", typed));
        assertThat(firm.grants("issue-fees")).isEqualTo(amount);
    }

    @Test
    void an_issue_without_an_invoice_of_its_own_is_not_met() {
        Asking firm = Asking.on("2025-06-01")
                .record("issues", "一期-A", "issued-on=2025-01-10")
                .record("invoices", "F1", invoice("valuation", "106000元", "别的"));
        assertThat(firm.of("issue-fees").verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void an_invoice_of_which_nobody_said_what_it_is_for_is_unknown_and_asked_about() {
        Asking firm = Asking.on("2025-06-01")
                .record("issues", "一期-A", "issued-on=2025-01-10")
                .record("invoices", "F1", "fee=valuation", "gross=106000元", "tax-rate=6%");
        Evaluation open = firm.of("issue-fees");
        assertThat(open.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Questions.of(List.of(open), Asking.VOCABULARY.facts()))
                .extracting(question -> question.fact().name())
                .containsExactly("invoices");
        // One that counts for certain decides the condition, but the amount stays open until the other is told.
        firm.record("invoices", "F2", invoice("valuation", "53000元", "一期-A"));
        assertThat(firm.of("issue-fees").verdict()).isEqualTo(Verdict.MET);
        assertThat(firm.grants("issue-fees")).isEqualTo("未定");
    }

    @Test
    void a_form_asks_what_the_invoice_is_for() {
        assertThat(RuleFacts.of(Asking.golden("issue-fees")).get("invoices"))
                .containsExactlyInAnyOrder("belongs-to", "fee", "gross", "tax-rate");
    }

    @Test
    void it_reads_as_one_would_say_it() {
        assertThat(RuleSentence.of(Asking.golden("issue-fees"))).contains("符合“对应的合同或产品编号就是这一期证券化产品”的费用发票不少于1张");
    }

    @Test
    void a_trace_shows_both_names() {
        Trace trace = Trace.of(two().of("issue-fees"));
        assertThat(Trace.read(trace.bytes())).isEqualTo(trace);
        String text = new String(trace.bytes(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains(
                        "{\"name\":\"F3/belongs-to\",\"label\":\"对应的合同或产品编号\",\"value\":\"二期-B\",\"source\":\"经办核实\",\"on\":\"2024-01-02\",\"evidence\":\"F3的证明\"},{\"name\":\"二期-B/id\",\"label\":\"编号\",\"value\":\"二期-B\"");
    }

    @Test
    void it_can_be_asked_of_lists_inside_lists_of_the_firm() {
        Rule rule = AskingAgainTest.rule("amount: 5万元", """
                rounding: down
                conditions:
                  - count: loans
                    where:
                      - count: invoices
                        where: [{field: belongs-to, names: record}]
                        at-least: 1
                    at-least: 1
                    provision: 一
                """, "a");
        Asking firm = Asking.on("2025-06-01").loan("HT-1").record("invoices", "F1", "belongs-to=ht1");
        assertThat(RuleEvaluator.evaluate(rule, firm.situation()).verdict()).isEqualTo(Verdict.MET);
        Asking other = Asking.on("2025-06-01").loan("HT-2").record("invoices", "F1", "belongs-to=ht1");
        assertThat(RuleEvaluator.evaluate(rule, other.situation()).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(WaysIn.find(rule, other.situation())).isEmpty();
        List<Facts> both = List.of(firm.situation().facts(), other.situation().facts());
        BatchVerdicts.Verdicts verdicts =
                new BatchVerdicts(both, firm.situation().asked(), Asking.PARAMETERS).of(rule);
        assertThat(List.of(verdicts.get(0), verdicts.get(1))).containsExactly(Verdict.MET, Verdict.NOT_MET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conditions: [{fact: industry, names: record, provision: 一}] | 这里外面没有记录可以对应",
                "conditions: [{count: invoices, at-least: 1, provision: 一, where: [{field: belongs-to, names: record}]}] | 这里外面没有记录可以对应",
                "item-conditions: [{field: bank, names: record, provision: 一}] | 这里外面没有记录可以对应",
                "item-conditions: [{count: invoices, at-least: 1, provision: 一, where: [{fact: industry, names: record}]}] | “所属行业”是企业的事实",
                "item-conditions: [{count: invoices, at-least: 1, provision: 一, where: [{field: gross, names: record}]}] | “价税合计”是金额",
                "item-conditions: [{count: invoices, at-least: 1, provision: 一, where: [{field: fee, names: record}]}] | “费用类型”只能从固定的几种里选",
                "item-conditions: [{count: invoices, at-least: 1, provision: 一, where: [{field: belongs-to, names: issue}]}] | 后面只能写record，就是外面的那一笔贷款",
                "item-conditions: [{count: invoices, at-least: 1, provision: 一, where: [{field: belongs-to, names: record, one-of: [a]}]}] | 应当有且只有一种比较：one-of、names"
            })
    void what_it_cannot_stand_for_is_told(String conditions, String told) {
        Problems problems = new Problems();
        String text = """
                rule: a-rule
                name: 一条规则
                policy: a-policy
                title: 一个办法
                version: "2025"
                effective-from: 2025-01-01
                rounding: down
                each: loans
                %s
                benefits:
                  - {id: x, label: 补助, to: enterprise, provision: 第一条, amount: 5万元}
                """.formatted(conditions);
        assertThat(RuleYaml.read("a.yml", text, Asking.VOCABULARY, problems)).isEmpty();
        assertThat(problems.errors()).singleElement().asString().contains(told);
    }
}
