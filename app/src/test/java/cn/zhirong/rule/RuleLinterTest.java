package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleLinterTest {
    private static final Set<String> OTHERS =
            Set.of("province-interest", "beijing-guarantor", "city-invoice", "longhua-neeq");

    static List<String> golden() throws Exception {
        return GoldenRulesTest.names();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void nothing_is_said_of_a_clean_rule(String name) {
        assertThat(RuleLinter.check(Asking.golden(name), OTHERS)).isEmpty();
    }

    /** A rule in which one of conditions, amount and further parts is replaced. */
    private static List<String> remarks(String conditions, String amount, String more) {
        Problems problems = new Problems();
        String text = """
                rule: a
                name: 规则
                policy: p
                title: 办法
                version: "1"
                effective-from: 2025-01-01
                effective-until: 2025-12-31
                rounding: down
                conditions: [%s]
                benefits:
                  - {id: x, label: 补助, to: enterprise, provision: 第一条, amount: %s}
                %s
                """.formatted(conditions, amount, more);
        Rule rule = RuleYaml.read("a", text, Asking.VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
        return RuleLinter.check(rule, Set.of("b")).stream()
                .map(RuleLinter.Remark::words)
                .toList();
    }

    private static final String CLEAN = "{fact: stays, is: true, provision: 第二条}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{fact: stays, is: true, provision: 一}, {fact: stays, is: false, provision: 一} | 互相矛盾",
                "{fact: stays, is: true, provision: 一}, {fact: stays, is: true, provision: 一} | 写了两次",
                "{fact: revenue, at-least: 5万元, provision: 一}, {fact: revenue, less-than: 5万元, provision: 一} | 互相矛盾",
                "{fact: revenue, more-than: 5万元, provision: 一}, {fact: revenue, at-most: 5万元, provision: 一} | 互相矛盾",
                "{fact: revenue, at-most: 4万元, provision: 一}, {fact: revenue, at-most: 5万元, provision: 一} | 同一方向",
                "{fact: size, one-of: [micro], provision: 一}, {fact: size, one-of: [large], provision: 一} | 互相矛盾",
                "{fact: honours, has-all: [high-tech], provision: 一}, {fact: honours, has-none: [high-tech], provision: 一} | 互相矛盾",
                "{provision: 一, any: [{fact: stays, is: true}, {fact: stays, is: true}]} | 重复",
                "{fact: revenue, less-than: 0元, provision: 一} | 永远不符合",
                "{count: ip-assets, at-least: 0, provision: 一} | 总是符合",
                "{compare: {fact: revenue}, at-least: {fact: revenue}, provision: 一} | 与自己比较",
                "{fact: founded-on, not-after: {fact: founded-on}, provision: 一} | 与自己比较",
                "{asked-within: {from: 2024-01-01, until: 2024-12-31}, provision: 一} | 不在规则的施行期内",
                "{count: ip-assets, at-least: 1, provision: 一, where: [{field: valid, is: true}, {field: valid, is: false}]} | 互相矛盾",
                "{provision: 一, not: [{fact: stays, is: true}, {fact: stays, is: false}]} | 互相矛盾"
            })
    void a_defect_of_conditions_is_found(String conditions, String words) {
        assertThat(remarks(conditions, "5万元", "")).anyMatch(remark -> remark.contains(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0元 | 恒为0",
                "{share: 0%, of: {fact: revenue}} | 比例为0",
                "{share: 120%, of: {fact: revenue}} | 超过100%",
                "{of: 5万元, at-most: 6万元} | 最高6万元永远达不到",
                "{share: {of: 30%, at-most: 100%}, of: {fact: revenue}} | 最高100%永远达不到",
                "{choose: [{when: [{fact: stays, is: true}], result: 5万元}], otherwise: 5万元} | 结果都相同",
                "{choose: [{when: [{fact: stays, is: true}], result: 5万元}, {when: [{fact: stays, is: true}], result: 6万元}], otherwise: 1万元} | 永远轮不到",
                "{choose: [{result: 5万元}], otherwise: 1万元} | 永远轮不到",
                "{brackets: whole, measure: {fact: revenue}, rows: [{below: 5万元, result: 1万元}, {result: 1万元}]} | 结果相同",
                "{brackets: whole, measure: {fact: revenue}, rows: [{below: 0元, result: 1万元}, {result: 2万元}]} | 一档是空的",
                "{least: [{fact: revenue}, {fact: revenue}]} | 重复",
                "{multiply: 5万元, by: 100%, when: [{fact: stays, is: true}]} | 倍数为1",
                "{from: {fact: revenue}, less: {fact: revenue}} | 恒为0",
                "{interest-on: {fact: revenue}, at: 3%, from: asked, until: asked, days-of-year: 365} | 恒为0",
                "{mode: totals, stages: [{stage: a, label: 甲, reached: reform-on, amount: 5万元}, {stage: b, label: 乙, reached: listed-on, amount: 5万元}]} | 不高于前一阶段",
                "{stages: [{stage: a, label: 甲, reached: reform-on, amount: 5万元}, {stage: b, label: 乙, reached: reform-on, amount: 6万元}]} | 同一个日期",
                "{stages: [{stage: a, label: 甲, reached: reform-on, withdrawn: reform-on, amount: 5万元}]} | 撤回日期是同一个",
                "{deducts: [gone], stages: [{stage: a, label: 甲, reached: reform-on, amount: 5万元}]} | 不存在"
            })
    void a_defect_of_amounts_is_found(String amount, String words) {
        assertThat(remarks(CLEAN, amount, "")).anyMatch(remark -> remark.contains(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "caps: [{per: year, at-most: 0元, provision: 三}] | 永远没有金额",
                "caps: [{per: item, at-most: 2万元, provision: 三}] | 没有可以限的单笔",
                "caps: [{per: year, at-most: 1万元, provision: 三}, {per: year, at-most: 2万元, provision: 三}] | 写了两次",
                "caps: [{per: year, at-most: 3万元, provision: 三}, {per: lifetime, at-most: 2万元, provision: 三}] | 永远用不到",
                "relations: [{exclusive-with: gone, provision: 四}] | 不存在",
                "relations: [{exclusive-with: b, provision: 四}, {exclusive-with: b, provision: 四}] | 写了两次"
            })
    void a_defect_of_caps_and_relations_is_found(String more, String words) {
        assertThat(remarks(CLEAN, "5万元", more)).anyMatch(remark -> remark.contains(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = "{of: {fact: revenue}, at-least: 3万元} | caps: [{per: year, at-most: 2万元, provision: 三}]")
    void a_cap_below_the_floor_of_a_benefit_is_found(String amount, String caps) {
        assertThat(remarks(CLEAN, amount, caps)).anyMatch(remark -> remark.contains("低于“补助”的最低金额"));
    }
}
