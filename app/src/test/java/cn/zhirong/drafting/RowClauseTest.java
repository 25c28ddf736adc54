package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionKind;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Formula;
import cn.zhirong.rule.Parameters;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleEvaluator;
import cn.zhirong.rule.RuleLinter;
import cn.zhirong.rule.RuleYaml;
import cn.zhirong.rule.Situation;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.Value;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row of brackets that another clause says than the whole amount. */
class RowClauseTest {
    private static final String RULE = """
            rule: award
            name: 奖励
            policy: measure
            title: 办法
            version: 1号
            effective-from: 2025-01-01
            rounding: down
            benefits:
              - id: award
                label: 奖励
                to: enterprise
                provision: 第三条
                amount:
                  brackets: whole
                  measure: {fact: revenue}
                  rows:
                    - {up-to: 1000万元, result: 5万元, provision: 第三条第一项}
                    - {up-to: 5000万元, result: 8万元, provision: 第三条第二项}
                    - {result: 10万元, provision: 第三条第三项}
            """;

    private static final String[][] POLICY = {
        {"第三条", "-1", "按上年营业收入给予奖励："},
        {"第三条第一项", "0", "不超过1000万元的，5万元；"},
        {"第三条第二项", "0", "超过1000万元、不超过5000万元的，8万元；"},
        {"第三条第三项", "0", "超过5000万元的，10万元。"}
    };

    private static Rule rule(String text) {
        Problems problems = new Problems();
        return RuleYaml.read("rule", text, GoldenTexts.VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
    }

    private static List<String> clauses(Rule rule) {
        Formula.Brackets brackets =
                (Formula.Brackets) rule.benefits().getFirst().amount();
        return brackets.rows().stream()
                .map(row -> row.clause(rule.benefits().getFirst().clause()).path())
                .toList();
    }

    private static List<String> remarks(String text) {
        List<Provision> provisions = new ArrayList<>();
        for (int i = 0; i < POLICY.length; i++) {
            provisions.add(new Provision(
                    i,
                    Integer.parseInt(POLICY[i][1]),
                    ProvisionKind.ARTICLE,
                    POLICY[i][0],
                    POLICY[i][0],
                    "a" + i,
                    "",
                    POLICY[i][2],
                    ""));
        }
        return ClauseCheck.check(rule(text), new ClauseTexts().with("measure", provisions), List.of()).stream()
                .map(RuleLinter.Remark::words)
                .toList();
    }

    @Test
    void it_is_kept_by_the_text_the_form_and_the_workbook() {
        Rule rule = rule(RULE);
        assertThat(clauses(rule)).containsExactly("第三条第一项", "第三条第二项", "第三条第三项");
        assertThat(rule(RuleYaml.write(rule))).isEqualTo(rule);
        RuleForm form = RuleForm.ofText(RULE, GoldenTexts.VOCABULARY);
        assertThat(RuleForm.ofData(Objects.requireNonNull(form.data()), GoldenTexts.VOCABULARY)
                        .rule())
                .isEqualTo(rule);
        RuleWorkbookReader.Read read = RuleWorkbookReader.read(
                RuleWorkbookTest.sheets(
                        RuleWorkbook.write(Objects.requireNonNull(form.data()), GoldenTexts.VOCABULARY, List.of())),
                GoldenTexts.VOCABULARY);
        assertThat(RuleForm.ofData(read.data(), GoldenTexts.VOCABULARY).rule()).isEqualTo(rule);
    }

    @Test
    void a_row_without_one_rests_on_that_of_the_amount() {
        assertThat(clauses(rule(RULE.replaceAll(", provision: 第三条第.项", "")))).containsOnly("第三条");
    }

    @ParameterizedTest
    @CsvSource({"第三条第一项, 1000万元, 5万元", "第三条第二项, 1001万元, 8万元", "第三条第二项, 5000万元, 8万元", "第三条第三项, 5001万元, 10万元"})
    void the_trace_names_the_clause_of_the_row(String clause, String revenue, String amount) {
        long fen = Money.written(revenue).orElseThrow().fen();
        Fact fact = new Fact(
                Value.of(new Money(fen)), new Provenance(Source.VERIFIED, LocalDate.parse("2026-01-01"), "年报"));
        String trace = new String(
                Trace.of(RuleEvaluator.evaluate(
                                rule(RULE),
                                new Situation(
                                        Facts.of(Map.of("revenue", fact)),
                                        LocalDate.parse("2026-03-01"),
                                        new Parameters(List.of()),
                                        List.of())))
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(trace).contains(clause).contains(amount);
    }

    @Test
    void a_clean_rule_has_no_remark() {
        assertThat(remarks(RULE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The limit stands in another clause of the same policy, not in that of its row.
                "up-to: 1000万元 | up-to: 1500万元 | “第三条第一项”的原文里没有“1500万元”",
                "up-to: 5000万元 | up-to: 6000万元 | “第三条第二项”的原文里没有“6000万元”",
                "up-to: 5000万元 | up-to: 6000万元 | “第三条第三项”的原文里没有“6000万元”",
                "result: 8万元 | result: 9万元 | “第三条第二项”的原文里没有“9万元”",
                "第三条第二项 | 第三条第九项 | 政策里没有“第三条第九项”"
            })
    void a_limit_or_a_result_that_its_own_clause_does_not_say_is_told(String said, String wrong, String remark) {
        assertThat(remarks(RULE.replace(said, wrong))).contains(remark);
    }

    @Test
    void a_limit_that_only_another_clause_says_is_told() {
        String swapped = RULE.replace(
                "up-to: 1000万元, result: 5万元, provision: 第三条第一项", "up-to: 1000万元, result: 10万元, provision: 第三条第三项");
        assertThat(remarks(swapped)).contains("“第三条第三项”的原文里没有“1000万元”");
    }

    @Test
    void beside_the_clauses_each_row_stands_by_itself() {
        assertThat(RuleParts.of(rule(RULE)))
                .filteredOn(part -> part.section().equals("分档"))
                .extracting(part -> part.words() + " "
                        + Objects.requireNonNull(part.clause()).path())
                .containsExactly("不超过1000万元的，5万元 第三条第一项", "超过1000万元、不超过5000万元的，8万元 第三条第二项", "超过5000万元的，10万元 第三条第三项");
    }
}
