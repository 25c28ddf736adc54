package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Formula;
import cn.zhirong.rule.Parameters;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleEvaluator;
import cn.zhirong.rule.RuleLinter;
import cn.zhirong.rule.RuleSentence;
import cn.zhirong.rule.Settlement;
import cn.zhirong.rule.Situation;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Value;
import cn.zhirong.rule.Verdict;
import cn.zhirong.rule.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What nasty things typed into the editor come to. Publication, two editors, days gone by and going back are in {@link
 * PublicationServerTest}: they are of versions, not of words.
 */
class RuleInputsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private static String text(String conditions, String amount, String more) {
        return """
                rule: a
                name: 规则
                policy: p
                title: 办法
                version: 1号
                effective-from: 2020-01-01
                rounding: half-up
                %s
                benefits:
                  - {id: x, label: 补助, to: enterprise, provision: 第一条, amount: %s}
                %s
                """.formatted(conditions.isEmpty() ? "" : "conditions: [" + conditions + "]", amount, more);
    }

    private static RuleForm form(String conditions, String amount, String more) {
        return RuleForm.ofText(text(conditions, amount, more), GoldenTexts.VOCABULARY);
    }

    private static List<String> problems(RuleForm form) {
        return form.problems().stream().map(RuleForm.FormProblem::words).toList();
    }

    /** The amount typed into the form, where one would type it. */
    private static RuleForm typed(String amount) {
        FormData data = Objects.requireNonNull(form("", "1元", "").data());
        return RuleForm.ofData(data.with("benefits.0.amount.text", amount), GoldenTexts.VOCABULARY);
    }

    private static Rule rule(String conditions, String amount, String more) {
        RuleForm form = form(conditions, amount, more);
        return Objects.requireNonNull(form.rule(), () -> problems(form).toString());
    }

    private static Facts facts(Object... pairs) {
        Provenance said = new Provenance(Source.VERIFIED, DAY, "");
        Facts facts = Facts.none();
        for (int i = 0; i < pairs.length; i += 2) {
            facts = facts.with((String) pairs[i], new Fact((Value) pairs[i + 1], said));
        }
        return facts;
    }

    private static Evaluation evaluate(Rule rule, LocalDate day, Facts facts) {
        return RuleEvaluator.evaluate(rule, new Situation(facts, day, Parameters.none(), List.of()));
    }

    @Test
    void input_1_tenths_are_exact() {
        Rule rule = rule("", "{share: {sum: [10%, 20%]}, of: {fact: revenue}}", "");
        assertThat(evaluate(rule, DAY, facts("revenue", Value.of(new Money(1_000_000_000_000L))))
                        .payable())
                .contains(new Money(300_000_000_000L));
        assertThat(problems(typed("0.1+0.2"))).isNotEmpty();
    }

    @Test
    void input_2_a_rate_has_its_unit_and_one_meaning() {
        Formula thirty = rule("", "{share: 30%, of: {fact: revenue}}", "")
                .benefits()
                .getFirst()
                .amount();
        assertThat(rule("", "{share: 300‰, of: {fact: revenue}}", "")
                        .benefits()
                        .getFirst()
                        .amount())
                .isEqualTo(thirty);
        assertThat(RuleSentence.of(thirty)).contains("30%");
        assertThat(problems(form("", "{share: 30, of: {fact: revenue}}", "")))
                .singleElement()
                .asString()
                .contains("带单位");
        assertThat(problems(form("", "{share: '0.30', of: {fact: revenue}}", "")))
                .singleElement()
                .asString()
                .contains("带单位");
        assertThat(rule("", "{share: 30‰, of: {fact: revenue}}", "")
                        .benefits()
                        .getFirst()
                        .amount())
                .isNotEqualTo(thirty);
    }

    @Test
    void input_3_a_cap_below_the_floor_and_tiers_that_overlap_are_refused() {
        assertThat(problems(form("", "{of: {fact: revenue}, at-least: 50万元, at-most: 30万元}", "")))
                .containsExactly("最高30万元低于最低50万元");
        assertThat(problems(
                        tiers("{up-to: 100万元, result: 1万元}, {from: 100万元, up-to: 200万元, result: 2万元}, {result: 3万元}")))
                .containsExactly("这一档与前一档重叠");
        assertThat(problems(
                        tiers("{up-to: 100万元, result: 1万元}, {above: 100万元, up-to: 200万元, result: 2万元}, {result: 3万元}")))
                .isEmpty();
    }

    @Test
    void input_4_a_gap_between_tiers_and_a_top_that_is_bounded_are_refused() {
        assertThat(problems(tiers("{up-to: 100万元, result: 1万元}, {above: 120万元, result: 2万元}")))
                .containsExactly("这一档与前一档之间有空档");
        assertThat(problems(tiers("{up-to: 100万元, result: 1万元}, {up-to: 200万元, result: 2万元}")))
                .containsExactly("最后一档应当没有上限，否则超过的部分没有规定");
    }

    private static RuleForm tiers(String rows) {
        return form("", "{brackets: whole, measure: {fact: revenue}, rows: [" + rows + "]}", "");
    }

    @Test
    void input_5_nothing_goes_in_circles_and_great_depth_is_refused_at_once() {
        assertThat(problems(form("", "1元", "relations: [{exclusive-with: a, provision: 一}]")))
                .containsExactly("规则不能与自己互斥");
        String deep = "{all: [".repeat(1_000) + "]}".repeat(1_000);
        RuleForm form = form(deep, "1元", "");
        assertThat(problems(form)).containsExactly("嵌套超过60层");
        // A rule cannot name another one's result: there is no word for it, so no circle can be written.
        assertThat(problems(form("", "{rule: b}", ""))).isNotEmpty();
    }

    @Test
    void input_6_what_is_divided_by_a_fact_says_what_it_is_at_zero() {
        assertThat(problems(form("", "{rescale: {fact: revenue}, from-rate: {fact: debt-ratio}, to-rate: 3%}", "")))
                .anyMatch(words -> words.contains("原来的利率为0时"));
        Rule rule = rule("", "{rescale: {fact: revenue}, from-rate: {fact: debt-ratio}, to-rate: 3%, if-zero: 7元}", "");
        assertThat(evaluate(
                                rule,
                                DAY,
                                facts(
                                        "revenue", Value.of(Money.ofYuan(600)),
                                        "debt-ratio", Value.of(cn.zhirong.kernel.Rate.percent(0))))
                        .payable())
                .contains(Money.ofYuan(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000000000000000000000000000元",
                "-1元",
                "NaN",
                "NaN元",
                "Infinity元",
                "1e-9元",
                "1e3元",
                "0.001元",
                "92233720368547758.08元",
                "9223372036854775808分"
            })
    void input_7_amounts_beyond_measure_are_refused_with_the_bound(String amount) {
        assertThat(problems(typed(amount))).singleElement().asString().contains("不超过10万亿元");
    }

    @Test
    void input_7_nothing_is_nothing_whatever_its_sign_and_the_linter_says_it_is_odd() {
        RuleForm form = typed("-0元");
        assertThat(problems(form)).isEmpty();
        assertThat(RuleLinter.check(Objects.requireNonNull(form.rule()), Set.of()))
                .extracting(RuleLinter.Remark::words)
                .containsExactly("“补助”的金额恒为0");
    }

    @Test
    void input_8_rounding_is_named_and_shares_sum_to_the_whole() {
        String without = text("", "1元", "").replace("rounding: half-up\n", "");
        assertThat(problems(RuleForm.ofText(without, GoldenTexts.VOCABULARY)))
                .anyMatch(words -> words.contains("取整方式") || words.contains("rounding"));
        Rule rule = rule("", "{share: 0.5%, of: {fact: revenue}}", "");
        assertThat(evaluate(rule, DAY, facts("revenue", Value.of(Money.ofYuan(1))))
                        .payable())
                .contains(new Money(1));
        assertThat(problems(RuleForm.ofText(
                        text("", "1元", "")
                                .replace(
                                        "to: enterprise,",
                                        "to: enterprise, shares: [{to: enterprise, share: 80%}, {to: team, share: 19%}],"),
                        GoldenTexts.VOCABULARY)))
                .containsExactly("各方比例之和是99%，应当是100%");
    }

    @ParameterizedTest
    @CsvSource({
        // A window across the end of a year.
        "'{asked-within: {from: 2025-12-15, until: 2026-01-15}, provision: 一}', 2025-12-31, 2020-01-01, MET",
        "'{asked-within: {from: 2025-12-15, until: 2026-01-15}, provision: 一}', 2026-01-15, 2020-01-01, MET",
        "'{asked-within: {from: 2025-12-15, until: 2026-01-15}, provision: 一}', 2026-01-16, 2020-01-01, NOT_MET",
        // A year after 29 February is full on 28 February.
        "'{fact: founded-on, at-least-ago: 1年, provision: 一}', 2025-02-27, 2024-02-29, NOT_MET",
        "'{fact: founded-on, at-least-ago: 1年, provision: 一}', 2025-02-28, 2024-02-29, MET",
        // 近三年 counts the day the span is full, at the end of a month too.
        "'{fact: founded-on, within-last: 3年, provision: 一}', 2026-02-28, 2023-02-28, MET",
        "'{fact: founded-on, within-last: 3年, provision: 一}', 2026-03-01, 2023-02-28, NOT_MET",
        "'{fact: founded-on, within-last: 3年, provision: 一}', 2026-08-31, 2023-08-31, MET",
        "'{fact: founded-on, within-last: 6个月, provision: 一}', 2026-02-28, 2025-08-31, MET",
    })
    void input_9_spans_follow_the_calendar(String condition, LocalDate asked, LocalDate founded, Verdict verdict) {
        assertThat(evaluate(rule(condition, "1元", ""), asked, facts("founded-on", Value.of(founded)))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void input_9_the_day_is_that_of_shanghai() {
        assertThat(Drafts.ZONE.getId()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void input_10_there_are_no_patterns_that_could_run_for_ever() {
        RuleForm form = form("{fact: industry, matches: '(a+)+$', provision: 一}", "1元", "");
        assertThat(form.rule()).isNull();
        Rule literal = rule("{fact: industry, one-of: ['(a+)+$'], provision: 一}", "1元", "");
        assertThat(evaluate(literal, DAY, facts("industry", Value.of("a".repeat(50))))
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\"b", "a.b", "__proto__", "class", "T(java.lang.Runtime)", "revenue'; DROP TABLE", "${7*7}"})
    void input_11_a_name_that_is_none_is_refused_wherever_it_is_typed(String name) {
        FormData data = Objects.requireNonNull(
                form("{fact: revenue, at-least: 1元, provision: 一}", "1元", "").data());
        RuleForm form = RuleForm.ofData(data.with("conditions.0.what", "fact:" + name), GoldenTexts.VOCABULARY);
        assertThat(form.rule()).isNull();
        assertThat(problems(form)).anyMatch(words -> words.contains("企业资料里没有“" + name + "”这一项"));
    }

    @Test
    void input_12_what_is_too_long_is_refused() {
        String long10 = text("", "1元", "") + "#" + "x".repeat(10 << 20);
        assertThat(problems(RuleForm.ofText(long10, GoldenTexts.VOCABULARY))).containsExactly("内容超过200000个字");
        String many = "{fact: stays, is: true, provision: 一},".repeat(5_000);
        assertThat(form(many, "1元", "").rule()).isNull();
        String fewer = "{fact: stays, is: true, provision: 一},".repeat(2_100);
        assertThat(problems(form(fewer, "1元", ""))).contains("条件和算式超过2000个");
        assertThat(FormData.sent(Map.of("conditions.5000.what", "asked"))).isEmpty();
    }

    @Test
    void input_13_what_another_bureau_judges_is_unknown_here() {
        String condition = "{judged: contribution, provision: 一}";
        assertThat(form(condition, "1元", "").rule()).isNotNull();
        Vocabulary other = new Vocabulary(StandardFacts.catalogue(), Map.of());
        assertThat(problems(RuleForm.ofText(text(condition, "1元", ""), other)))
                .containsExactly("企业资料里没有“contribution”这一项");
        assertThat(problems(RuleForm.ofText(
                        text("", "{share: {parameter: lpr-1y, on: asked}, of: {fact: revenue}}", ""), other)))
                .anyMatch(words -> words.contains("没有名为“lpr-1y”的参数"));
    }

    @Test
    void input_18_of_two_rules_that_exclude_each_other_always_the_same_one_is_granted_and_says_why() {
        Rule one = rule("", "5元", "relations: [{exclusive-with: b, provision: 一}]");
        Rule other = Objects.requireNonNull(RuleForm.ofText(
                        text("", "5元", "relations: [{exclusive-with: a, provision: 一}]")
                                .replace("rule: a", "rule: b"),
                        GoldenTexts.VOCABULARY)
                .rule());
        Evaluation a = evaluate(one, DAY, Facts.none());
        Evaluation b = evaluate(other, DAY, Facts.none());
        List<Settlement.Outcome> outcomes = Settlement.settle(List.of(a, b), List.of());
        assertThat(Settlement.settle(List.of(b, a), List.of())).containsExactlyInAnyOrderElementsOf(outcomes);
        assertThat(outcomes.stream()
                        .map(outcome -> outcome.after().fen())
                        .sorted()
                        .toList())
                .isEqualTo(List.of(0L, 500L));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.after().fen() > 0)
                .extracting(outcome -> outcome.rule())
                .containsExactly("a");
    }

    @Test
    void input_19_what_is_not_known_of_credit_is_never_yes() {
        Rule rule = rule("{fact: bad-credit, is: false, provision: 一}", "1元", "");
        Evaluation evaluation = evaluate(rule, DAY, Facts.none());
        assertThat(evaluation.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(evaluation.payable()).isEmpty();
        assertThat(evaluate(rule, DAY, facts("bad-credit", Value.of(false))).payable())
                .contains(Money.ofYuan(1));
    }
}
