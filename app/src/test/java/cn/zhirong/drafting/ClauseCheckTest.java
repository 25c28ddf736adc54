package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionKind;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.RuleLinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseCheckTest {
    private static final String RULE = """
            rule: interest
            name: 贴息
            policy: ip-pledge
            title: 质押融资办法
            version: 1号
            effective-from: 2025-01-01
            rounding: down
            conditions:
              - {fact: founded-on, at-least-ago: 1年, provision: 第三条}
              - {fact: revenue, at-least: 1000万元, provision: 第三条}
            each: loans
            benefits:
              - id: interest
                label: 贴息
                to: enterprise
                amount: {share: 50%, of: {field: interest-paid}}
                provision: 第五条
            caps:
              - {per: item, at-most: 20万元, provision: 第五条第一项}
              - {per: years, at-most: 3, provision: 第五条第二项}
            """;

    private static final String[][] POLICY = {
        {"第三条", "-1", "申请的企业应当成立满一年，上年营业收入不低于１０００万元。"},
        {"第五条", "-1", "按实际支付利息的百分之五十给予贴息："},
        {"第五条第一项", "1", "每笔贷款最高二十万元；"},
        {"第五条第二项", "1", "每家企业享受不超过3年。"},
        {"第八条", "-1", "本办法由市金融工作局解释。"}
    };

    private static List<Provision> provisions(String[][] policy) {
        List<Provision> provisions = new ArrayList<>();
        for (int i = 0; i < policy.length; i++) {
            provisions.add(new Provision(
                    i,
                    Integer.parseInt(policy[i][1]),
                    ProvisionKind.ARTICLE,
                    policy[i][0],
                    policy[i][0],
                    "a" + i,
                    "",
                    policy[i][2],
                    ""));
        }
        return provisions;
    }

    private static ClauseTexts texts(String[][] policy) {
        return new ClauseTexts().with("ip-pledge", provisions(policy));
    }

    private static List<String> remarks(String rule, String[][] policy, List<ProvisionReference> others) {
        return ClauseCheck.check(RuleDifferencesTest.rule(rule), texts(policy), others).stream()
                .map(RuleLinter.Remark::words)
                .toList();
    }

    @Test
    void nothing_is_said_of_a_rule_that_says_what_its_clauses_say() {
        assertThat(remarks(RULE, POLICY, List.of())).isEmpty();
    }

    /** Each is one defect: what is replaced in the rule, by what, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000万元 | 2000万元 | “第三条”的原文里没有“2000万元”",
                "1000万元 | 2000万元 | “第三条”写了1000万元，规则里没有",
                "1年 | 2年 | “第三条”的原文里没有“2年”",
                "50% | 60% | “第五条”的原文里没有“60%”",
                "20万元, provision: 第五条第一项 | 20万元, provision: 第六条 | 政策里没有“第六条”",
                "at-most: 20万元 | at-most: 200万元 | “第五条第一项”的原文里没有“200万元”",
                "at-most: 3 | at-most: 5 | “第五条第二项”的原文里没有“5”",
                "20万元, provision: 第五条第一项 | 20万元, provision: 第三条 | “第三条”的原文里没有“20万元”",
                "provision: 第五条第二项 | provision: {policy: other, version: 2号, path: 第一条} | 政策“other”没有发布",
            })
    void a_figure_that_the_clause_does_not_say_is_found(String is, String becomes, String words) {
        assertThat(remarks(RULE.replace(is, becomes), POLICY, List.of())).anyMatch(one -> one.contains(words));
    }

    @Test
    void money_of_a_clause_that_no_rule_pays_is_found_unless_another_rule_does() {
        String[][] policy = POLICY.clone();
        policy[4] = new String[] {"第八条", "-1", "对首次质押的企业一次性奖励5万元。"};
        assertThat(remarks(RULE, policy, List.of())).containsExactly("“第八条”写了5万元，没有一条规则依据它");
        assertThat(remarks(RULE, policy, List.of(new ProvisionReference("ip-pledge", "1号", "第八条"))))
                .isEmpty();
    }

    @Test
    void a_clause_is_looked_for_in_the_version_that_is_named_whichever_was_read_first() {
        String[][] later = {{"第三条", "-1", "申请的企业应当成立满五年。"}, {"第九条", "-1", "另有规定的除外。"}};
        ClauseTexts texts = new ClauseTexts()
                .with("ip-pledge", "2号", provisions(later))
                .with("ip-pledge", "1号", provisions(POLICY));
        assertThat(ClauseCheck.check(RuleDifferencesTest.rule(RULE), texts, List.of()))
                .isEmpty();
        assertThat(texts.find(new ProvisionReference("ip-pledge", "2号", "第九条"))).isPresent();
        assertThat(texts.find(new ProvisionReference("ip-pledge", "1号", "第九条"))).isEmpty();
        assertThat(texts.find(new ProvisionReference("ip-pledge", "1号", "第五条"))).isPresent();
        assertThat(texts.find(new ProvisionReference("ip-pledge", "2号", "第五条"))).isEmpty();
    }

    @Test
    void numbers_are_read_however_they_are_written() {
        assertThat(Figure.in("最高不超过三十万元，LPR加50个基点，20-30万元，1.5亿元，百分之三，5‰，满两年，六个月，30 日，1,000元"))
                .extracting(Figure::words)
                .contains("30万元", "0.5%", "20万元", "1.5亿元", "3%", "2年", "6个月", "30日", "1000元");
        assertThat(Figure.in("一亿五千万元、十二万五千元、1亿2000万元、3亿零五十万六千元，万分之五，百分之三点五，三点二五倍"))
                .extracting(Figure::words)
                .containsExactlyInAnyOrder("1.5亿元", "12.5万元", "1.2亿元", "30050.6万元", "0.05%", "3.5%", "325%");
        assertThat(Figure.in("2024年1月1日起")).doesNotContain(new Figure(Figure.Type.MONEY, 2024));
        assertThat(Figure.in("")).isEqualTo(Set.of());
    }
}
