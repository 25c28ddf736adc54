package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.Money;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and attackers write, and what they are told. */
class RuleYamlTest {
    private static final String HEAD = """
            rule: a-rule
            name: 一条规则
            policy: a-policy
            title: 一个办法
            version: "2025"
            effective-from: 2025-01-01
            rounding: down
            """;

    private static List<String> problems(String text) {
        Problems problems = new Problems();
        assertThat(RuleYaml.read("a.yml", text, Asking.VOCABULARY, problems)).isEmpty();
        return problems.errors().stream().map(Object::toString).toList();
    }

    private static List<String> amount(String amount) {
        return problems(HEAD + """
                benefits:
                  - id: x
                    label: 补助
                    to: enterprise
                    provision: 第一条
                    amount: """ + " " + amount + "\n");
    }

    private static List<String> condition(String condition) {
        return problems(HEAD + "conditions:\n  - " + condition + """

                benefits:
                  - {id: x, label: 补助, to: enterprise, provision: 第一条, amount: 5万元}
                """);
    }

    @Test
    void a_quarter_and_a_year_that_is_a_number_are_written_as_they_were_read() {
        Rule rule = RuleYaml.read("a.yml", HEAD + """
                        each: loans
                        item-conditions:
                          - {field: drawn-on, not-before: {day: asked, pick: quarter-before, minus: 2年}, provision: 第一条}
                          - {field: interest-year, years-before-asked: 1, provision: 第一条}
                        benefits:
                          - {id: x, label: 补助, to: enterprise, provision: 第一条, amount: 5万元}
                        """, Asking.VOCABULARY, new Problems())
                .orElseThrow();
        assertThat(RuleYaml.read("a.yml", RuleYaml.write(rule), Asking.VOCABULARY, new Problems()))
                .contains(rule);
        assertThat(RuleSentence.of(rule)).contains("放款日期不早于申请日的上季度末之前2年", "付息年度为申请的上一年");
        assertThat(condition("{fact: staff, years-before-asked: 1, at-least: 5, provision: 第一条}"))
                .isNotEmpty();
        assertThat(condition("{fact: staff, years-before-asked: 2025, provision: 第一条}"))
                .singleElement()
                .asString()
                .contains("应当是0到99的整数");
    }

    @Test
    void a_group_may_have_a_name_for_people_and_is_one_group_with_or_without_it() {
        String text = HEAD + """
                benefits:
                  - {id: x, label: 补助, to: enterprise, provision: 第一条, amount: 5万元}
                caps:
                  - {per: group-year, group: %s, at-most: 35万元, provision: 第二条}
                """;
        Rule named = RuleYaml.read("a.yml", text.formatted("total（贴息和费用补贴）"), Asking.VOCABULARY, new Problems())
                .orElseThrow();
        assertThat(RuleSentence.of(named)).contains("当年各项合计（贴息和费用补贴）不超过35万元").doesNotContain("total");
        assertThat(RuleYaml.read("a.yml", RuleYaml.write(named), Asking.VOCABULARY, new Problems()))
                .contains(named);
        Rule bare = RuleYaml.read("a.yml", text.formatted("total"), Asking.VOCABULARY, new Problems())
                .orElseThrow();
        assertThat(bare.groups()).isEqualTo(named.groups()).containsExactly("total");
        assertThat(RuleSentence.of(bare)).contains("当年各项合计（“total”）不超过35万元");
        assertThat(problems(text.formatted("total（）")))
                .singleElement()
                .asString()
                .contains("“group”的值“total（）”不对");
    }

    @Test
    void every_problem_is_told_with_its_line() {
        assertThat(problems("""
                        rule: Bad Name
                        name: 一条规则
                        policy: a-policy
                        title: 一个办法
                        version: "2025"
                        effective-from: 2025-02-30
                        rounding: sideways
                        conditions:
                          - fact: no-such-fact
                            at-least: 5
                            provision: 第一条
                          - fact: revenue
                            at-least: 500
                        benefits:
                          - id: x
                            label: 补助
                            to: nobody
                            amount: 50
                            provision: 第二条
                        extra: 1
                        """))
                .containsExactly(
                        "a.yml:1 “rule”的值“Bad Name”不对：应当是小写字母、数字和连字符，以字母开头，不超过60个字符",
                        "a.yml:6 “effective-from”的值“2025-02-30”不是日期，应当写成2026-01-31的形式",
                        "a.yml:7 “rounding”的值“sideways”不对，可以是：down、half-up、up",
                        "a.yml:9 没有名为“no-such-fact”的事实",
                        "a.yml:12 没有写明依据的条款（provision）",
                        "a.yml:13 “500”不对：应当是带单位的金额，例如50万元、3000元，精确到分，不超过10万亿元",
                        "a.yml:17 “to”的值“nobody”不对，可以是：bank、broker、enterprise、government、guarantor、insurer、team、valuer",
                        "a.yml:18 “50”不对：应当是带单位的金额，例如50万元、3000元，精确到分，不超过10万亿元",
                        "a.yml:20 不认识的键“extra”，这里可以用：benefits、caps、conditions、draft-for-comment、each、effective-from、effective-until、item-conditions、name、policy、relations、round-to、rounding、rule、title、version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1+0.2",
                "30",
                "0.30",
                "NaN",
                "-5万元",
                "1e9元",
                "1000000000000000000000000000000元",
                "0.001元",
                "50%"
            })
    void an_amount_is_a_number_with_its_unit_and_within_range(String words) {
        assertThat(amount("'" + words + "'")).singleElement().asString().contains("“" + words + "”不对");
    }

    @ParameterizedTest
    @CsvSource({"30%,300000", "300‰,300000", "3000bp,300000", "0.3倍,300000", "3.625%,36250", "0.0001%,1"})
    void a_rate_means_one_thing_however_it_is_written(String words, long ppm) {
        assertThat(LiteralReader.read(words, Kind.RATE)).contains(new Formula.Constant(Kind.RATE, ppm));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "0.30", "0.00001%", "10001%", "-1%", "三成"})
    void a_rate_without_a_unit_or_beyond_the_range_is_none(String words) {
        assertThat(LiteralReader.read(words, Kind.RATE)).isEmpty();
    }

    @Test
    void rows_that_overlap_leave_a_gap_or_end_are_refused() {
        String rows = "{brackets: whole, measure: {fact: revenue}, rows: [%s]}";
        assertThat(amount(rows.formatted("{up-to: 100万元, result: 1万元}, {from: 100万元, result: 2万元}")))
                .singleElement()
                .asString()
                .contains("这一档与前一档重叠");
        assertThat(amount(rows.formatted("{below: 100万元, result: 1万元}, {above: 100万元, result: 2万元}")))
                .singleElement()
                .asString()
                .contains("这一档与前一档之间有空档");
        assertThat(amount(rows.formatted("{below: 100万元, result: 1万元}, {from: 101万元, result: 2万元}")))
                .singleElement()
                .asString()
                .contains("这一档与前一档之间有空档");
        assertThat(amount(rows.formatted("{below: 100万元, result: 1万元}, {below: 200万元, result: 2万元}")))
                .singleElement()
                .asString()
                .contains("最后一档应当没有上限");
        assertThat(amount(rows.formatted("{below: 100万元, result: 1万元}, {below: 100万元, result: 2万元}, {result: 3万元}")))
                .singleElement()
                .asString()
                .contains("不高于前一档的上限");
        assertThat(amount(rows.formatted("{result: 1万元}, {result: 2万元}")))
                .singleElement()
                .asString()
                .contains("永远轮不到");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{multiply: %s, by: 1.2倍, when: [{fact: stays, is: true, provision: 一}]}",
                "{of: %s, at-most: 500万元}",
                "{sum: [1万元, %s]}",
                "{stages: [{stage: b, label: 乙, reached: listed-on, amount: %s}]}"
            })
    void a_ladder_stands_nowhere_inside_a_formula(String around) {
        String ladder = "{stages: [{stage: a, label: 甲, reached: reform-on, amount: 5万元}]}";
        assertThat(amount(around.formatted(ladder))).singleElement().asString().contains("分阶段的金额只能写在补助内容的“amount”里");
        assertThat(condition("{compare: " + ladder + ", at-least: 5万元, provision: 一}"))
                .singleElement()
                .asString()
                .contains("分阶段的金额只能写在补助内容的“amount”里");
    }

    @Test
    void a_cap_below_its_floor_is_refused() {
        assertThat(amount("{of: {fact: revenue}, at-least: 3万元, at-most: 2万元}"))
                .singleElement()
                .asString()
                .contains("最高2万元低于最低3万元");
    }

    @Test
    void shares_must_make_a_whole() {
        assertThat(problems(HEAD + """
                        benefits:
                          - id: x
                            label: 补助
                            to: enterprise
                            provision: 第一条
                            amount: 5万元
                            shares: [{to: enterprise, share: 80%}, {to: team, share: 19.9999%}]
                        """)).containsExactly("a.yml:14 各方比例之和是99.9999%，应当是100%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__proto__", "class", "T(java.lang.Runtime)", "revenue'", "a.b", "other-city/revenue"})
    void what_is_no_fact_of_the_catalogue_is_not_known(String name) {
        assertThat(condition("{fact: \"" + name + "\", is: true, provision: 第一条}"))
                .containsExactly("a.yml:9 没有名为“" + name + "”的事实");
    }

    @Test
    void a_word_a_field_or_a_comparison_that_does_not_fit_is_told() {
        assertThat(condition("{fact: size, one-of: [tiny], provision: 第一条}"))
                .containsExactly("a.yml:9 “企业规模”没有“tiny”，可以是：large、medium、small、micro");
        assertThat(condition("{field: principal, at-least: 1元, provision: 第一条}"))
                .containsExactly("a.yml:9 这里不在清单里，不能用字段“principal”");
        assertThat(condition("{fact: revenue, at-least: 1元, at-most: 2元, provision: 第一条}"))
                .singleElement()
                .asString()
                .contains("应当有且只有一种比较");
        assertThat(condition("{fact: revenue, at-least: {fact: staff}, provision: 第一条}"))
                .singleElement()
                .asString()
                .contains("这里应当是带单位的金额");
        assertThat(condition("{some: 3, of: [{fact: stays, is: true}], provision: 第一条}"))
                .containsExactly("a.yml:9 “some”应当是1到1之间的整数");
    }

    @Test
    void a_rule_that_excludes_itself_is_refused() {
        assertThat(problems(HEAD + """
                        benefits:
                          - {id: x, label: 补助, to: enterprise, provision: 第一条, amount: 5万元}
                        relations:
                          - {exclusive-with: a-rule, provision: 第二条}
                        """)).containsExactly("a.yml:11 规则不能与自己互斥");
    }

    @Test
    void depth_size_number_and_aliases_are_bounded() {
        String deep = "[".repeat(1_000) + "]".repeat(1_000);
        assertThat(problems(HEAD + "conditions: " + deep)).containsExactly("a.yml:8 嵌套超过60层");
        assertThat(problems(HEAD + "name2: " + "长".repeat(200_000))).containsExactly("a.yml 内容超过200000个字");
        assertThat(problems(HEAD + "conditions: &a [*a]")).containsExactly("a.yml:8 不能使用别名（*）");
        String many = IntStream.range(0, 2_100)
                .mapToObj(i -> "{fact: stays, is: true}")
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        assertThat(condition("{provision: 第一条, all: [" + many + "]}")).containsExactly("a.yml:9 条件和算式超过2000个");
    }

    @Test
    void what_does_not_fit_into_a_number_is_unknown_and_says_so() {
        Problems problems = new Problems();
        Rule rule = RuleYaml.read("a.yml", HEAD + """
                        benefits:
                          - {id: x, label: 补助, to: enterprise, provision: 第一条, amount: {each: {fact: revenue}, times: {fact: staff}}}
                        """, Asking.VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
        Asking most = Asking.on("2025-06-01").with("revenue", "10000亿元");
        assertThat(RuleEvaluator.evaluate(rule, most.with("staff", "10").situation())
                        .payable())
                .contains(Money.MOST_WRITTEN);
        for (String staff : List.of("11", "100000000000")) {
            Evaluation evaluation =
                    RuleEvaluator.evaluate(rule, most.with("staff", staff).situation());
            assertThat(evaluation.payable()).isEmpty();
            assertThat(Trace.of(evaluation).amount()).isEqualTo("金额还不能确定");
        }
    }

    @Test
    void a_provision_of_another_policy_is_named_in_full() {
        Problems problems = new Problems();
        Rule rule = RuleYaml.read("a.yml", HEAD + """
                        conditions:
                          - fact: size
                            one-of: [small, micro]
                            provision: {policy: sme-classification, version: "2011", path: 第四条}
                        benefits:
                          - {id: x, label: 补助, to: enterprise, provision: 第一条, amount: 5万元}
                        """, Asking.VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
        assertThat(((Criterion.Leaf) rule.conditions()).clause())
                .hasToString("ProvisionReference[policy=sme-classification, version=2011, path=第四条]");
        assertThat(RuleYaml.read("b.yml", RuleYaml.write(rule), Asking.VOCABULARY, problems))
                .contains(rule);
    }
}
