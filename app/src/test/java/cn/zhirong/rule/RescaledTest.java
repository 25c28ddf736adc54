package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RescaledTest {
    private static final String RULE = """
            rule: interest
            name: 贴息
            policy: interest
            title: 贴息办法（示例）
            version: 示例
            effective-from: 2020-01-01
            rounding: down
            each: loans
            benefits:
              - id: interest
                label: 贴息
                to: enterprise
                amount:
                  rescale: {field: interest-paid}
                  from-rate: {field: actual-rate}
                  to-rate: {parameter: lpr-1y, on: {field: signed-on}}
                  if-zero: 1元
                provision: 第八条
            """;

    @ParameterizedTest
    @CsvSource({
        // 18万元 × 3.35 ÷ 3.6 ＝ 16.75万元。
        "18万元, 3.6%, 16.75万元",
        // 10万元 × 3.35 ÷ 3 ＝ 111666.6…，舍去。
        "10万元, 3%, 111666.66元",
        "10万元, 0%, 1元"
    })
    void interest_at_one_rate_is_scaled_to_another(String paid, String rate, String amount) {
        Situation situation = Asking.on("2025-06-01")
                .loan("甲", "interest-paid=" + paid, "actual-rate=" + rate, "signed-on=2024-08-05")
                .situation();
        assertThat(RuleEvaluator.evaluate(rule(), situation).payable().map(Money::words))
                .contains(amount);
    }

    @Test
    void an_unknown_rate_gives_no_amount() {
        Situation situation = Asking.on("2025-06-01")
                .loan("甲", "interest-paid=18万元", "signed-on=2024-08-05")
                .situation();
        assertThat(RuleEvaluator.evaluate(rule(), situation).payable()).isEmpty();
    }

    @Test
    void without_a_result_for_nothing_it_is_no_rule() {
        Problems problems = new Problems();
        assertThat(RuleYaml.read("r.yml", RULE.replace("      if-zero: 1元\n", ""), Asking.VOCABULARY, problems))
                .isEmpty();
        assertThat(problems.errors())
                .anySatisfy(problem -> assertThat(problem.message()).contains("if-zero"));
    }

    @Test
    void it_is_written_and_read_aloud() {
        Rule rule = rule();
        assertThat(RuleYaml.read("r.yml", RuleYaml.write(rule), Asking.VOCABULARY, new Problems()))
                .contains(rule);
        assertThat(RuleSentence.of(rule)).contains("实付利息从实际年利率折算到合同签订日期的1年期LPR（前者为0的，取1元）");
    }

    private static Rule rule() {
        Problems problems = new Problems();
        return RuleYaml.read("r.yml", RULE, Asking.VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
    }
}
