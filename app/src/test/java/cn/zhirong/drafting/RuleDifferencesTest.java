package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.drafting.RuleDifferences.Way;
import cn.zhirong.rule.Rule;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleDifferencesTest {
    private static final String BEFORE = """
            rule: interest
            name: 贴息
            policy: ip-pledge
            title: 质押融资办法
            version: 1号
            effective-from: 2025-01-01
            rounding: down
            conditions:
              - {fact: registered-here, is: true, provision: 第三条}
              - {fact: revenue, at-least: 1000万元, provision: 第三条}
              - {fact: bad-credit, is: false, provision: 第四条}
            benefits:
              - {id: award, label: 奖励, to: enterprise, amount: {share: 50%, of: {fact: revenue}}, provision: 第五条}
            caps:
              - {per: year, at-most: 50万元, provision: 第六条}
            """;

    @Test
    void what_changed_is_said_row_by_row() {
        String after = BEFORE.replace("at-least: 1000万元", "more-than: 2000万元")
                .replace("  - {fact: bad-credit, is: false, provision: 第四条}\n", "")
                .replace("at-most: 50万元, provision: 第六条", "at-most: 50万元, provision: 第七条")
                .replace("rounding: down\n", "rounding: down\nround-to: 100元\n")
                .replace("caps:\n", "caps:\n  - {per: item, at-most: 20万元, provision: 第六条}\n");

        assertThat(RuleDifferences.between(rule(BEFORE), rule(after)))
                .extracting(
                        RuleDifferences.Difference::section,
                        RuleDifferences.Difference::way,
                        RuleDifferences.Difference::before,
                        RuleDifferences.Difference::after)
                .containsExactly(
                        Tuple.tuple("规则", Way.CHANGED, "取整：精确到分，舍去尾数", "取整：精确到100元，舍去尾数"),
                        Tuple.tuple("条件", Way.CHANGED, "上年营业收入不低于1000万元（第三条）", "上年营业收入高于2000万元（第三条）"),
                        Tuple.tuple("上限", Way.ADDED, "", "单笔不超过20万元（第六条）"),
                        Tuple.tuple("上限", Way.MOVED_CLAUSE, "当年不超过50万元（第六条）", "当年不超过50万元（第七条）"),
                        Tuple.tuple("条件", Way.REMOVED, "不存在“近三年有不良信用记录”的情形（第四条）", ""));
    }

    @Test
    void other_days_are_said() {
        String after = BEFORE.replace(
                "effective-from: 2025-01-01\n", "effective-from: 2025-07-01\neffective-until: 2026-06-30\n");
        assertThat(RuleDifferences.between(rule(BEFORE), rule(after)))
                .containsExactly(new RuleDifferences.Difference(
                        "施行", Way.CHANGED, "自 2025-01-01 起", "自 2025-07-01 起，至 2026-06-30"));
    }

    @ParameterizedTest
    @MethodSource("cn.zhirong.drafting.GoldenTexts#names")
    void a_rule_does_not_differ_from_itself(String name) {
        Rule rule = rule(GoldenTexts.text(name));
        assertThat(RuleDifferences.between(rule, rule(GoldenTexts.text(name)))).isEmpty();
        assertThat(RuleParts.of(rule)).hasSizeGreaterThan(3);
    }

    static Rule rule(String text) {
        return Objects.requireNonNull(
                RuleForm.ofText(text, GoldenTexts.VOCABULARY).rule(),
                () -> RuleForm.ofText(text, GoldenTexts.VOCABULARY).problems().toString());
    }
}
