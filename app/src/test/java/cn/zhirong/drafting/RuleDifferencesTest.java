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

    @Test
    void limits_come_to_the_same_in_any_order_and_amounts_do_not_where_they_share_one() {
        String both = BEFORE.replace(
                "caps:\n",
                "  - {id: more, label: 补贴, to: enterprise, amount: 1万元, provision: 第五条}\ncaps:\n"
                        + "  - {per: year, at-most: 60万元, provision: 第六条}\n");
        String limits = both.replace("60万元", "6万元").replace("50万元", "60万元").replace("6万元,", "50万元,");
        assertThat(RuleDifferences.between(rule(both), rule(limits))).isEmpty();

        String award =
                "  - {id: award, label: 奖励, to: enterprise, amount: {share: 50%, of: {fact: revenue}}, provision: 第五条}\n";
        String more = "  - {id: more, label: 补贴, to: enterprise, amount: 1万元, provision: 第五条}\n";
        String turned = both.replace(award + more, more + award);
        assertThat(RuleDifferences.between(rule(both), rule(turned)))
                .containsExactly(
                        new RuleDifferences.Difference("金额", Way.CHANGED, "几项共用上限的先后：奖励、补贴", "几项共用上限的先后：补贴、奖励"));

        String bank = both.replace("label: 补贴, to: enterprise", "label: 补贴, to: bank");
        assertThat(RuleDifferences.between(
                        rule(bank), rule(bank.replace(award, "").replace("caps:\n", award + "caps:\n"))))
                .isEmpty();
    }

    @Test
    void what_the_words_leave_out_is_told() {
        String inner = BEFORE.replace(
                "{fact: revenue, at-least: 1000万元, provision: 第三条}",
                "any: [{fact: revenue, at-least: 1000万元, provision: 第三条}, {asked-within: {from: 2025-03-01, until: 2025-04-30}, provision: 第三条}]");
        String moved = inner.replace("until: 2025-04-30}, provision: 第三条", "until: 2025-04-30}, provision: 第八条");
        assertThat(RuleDifferences.between(rule(inner), rule(moved)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.way()).isEqualTo(Way.CHANGED);
                    assertThat(one.before()).endsWith("（第三条）");
                    assertThat(one.after()).endsWith("；“在2025年3月1日至2025年4月30日期间申请”依据第八条");
                });
        assertThat(RuleDifferences.between(rule(inner), rule(inner.replace("2025-04-30", "2025-05-01"))))
                .singleElement()
                .satisfies(one -> assertThat(one.after()).contains("2025年5月1日"));
        String away =
                BEFORE.replace("50万元, provision: 第六条", "50万元, provision: {policy: other, version: 2号, path: 第六条}");
        assertThat(RuleDifferences.between(rule(BEFORE), rule(away)))
                .containsExactly(new RuleDifferences.Difference(
                        "上限", Way.MOVED_CLAUSE, "当年不超过50万元（第六条）", "当年不超过50万元（other 2号 第六条）"));
    }

    static Rule rule(String text) {
        return Objects.requireNonNull(
                RuleForm.ofText(text, GoldenTexts.VOCABULARY).rule(),
                () -> RuleForm.ofText(text, GoldenTexts.VOCABULARY).problems().toString());
    }
}
