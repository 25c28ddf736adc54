package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.ProvisionReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quarter that a day lies in, counted back from the day asked. */
class QuarterTest {
    private static final ProvisionReference CLAUSE = new ProvisionReference("p", "1", "第一条");

    private static Criterion founded(int quartersBack) {
        FactDefinition day = Asking.VOCABULARY.facts().find("founded-on").orElseThrow();
        return new Criterion.InQuarter(FactRef.fact(day), quartersBack, CLAUSE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-10,2026-03-31,1,NOT_MET",
        "2026-07-10,2026-04-01,1,MET",
        "2026-07-10,2026-06-30,1,MET",
        "2026-07-10,2026-07-01,1,NOT_MET",
        "2026-07-10,2026-07-01,0,MET",
        "2026-01-01,2025-12-31,1,MET",
        "2026-01-01,2025-09-30,1,NOT_MET",
        "2026-01-01,2025-09-30,2,MET",
        "2026-03-31,2025-10-01,1,MET",
        "2026-12-31,2024-12-31,8,MET",
        "2026-07-10,9999-12-31,1,NOT_MET"
    })
    void a_quarter_begins_and_ends_with_its_months(String asked, String day, int back, Verdict verdict) {
        Situation situation = Asking.on(asked).with("founded-on", day).situation();
        assertThat(Judge.judge(founded(back), new Scope(situation, "", "")).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void a_day_that_nobody_told_is_unknown() {
        Situation situation = Asking.on("2026-07-10").situation();
        assertThat(Judge.judge(founded(1), new Scope(situation, "", "")).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void it_reads_as_one_would_say_it() {
        assertThat(List.of(founded(0), founded(1), founded(2)))
                .extracting(Criterion::words)
                .containsExactly("成立日期在申请当季", "成立日期在申请的上一季度", "成立日期在申请前第2个季度");
    }

    @ParameterizedTest
    @CsvSource({"-1", "100", "一"})
    void so_many_quarters_are_a_small_number(String written) {
        Problems problems = new Problems();
        assertThat(RuleYaml.read("a.yml", """
                        rule: a-rule
                        name: 一条规则
                        policy: a-policy
                        title: 一个办法
                        version: "2025"
                        effective-from: 2025-01-01
                        rounding: down
                        conditions:
                          - {fact: founded-on, quarters-before-asked: %s, provision: 第一条}
                        benefits:
                          - {id: x, label: 补助, to: enterprise, provision: 第一条, amount: 5万元}
                        """.formatted(written), Asking.VOCABULARY, problems))
                .isEmpty();
        assertThat(problems.errors()).singleElement().asString().contains("“quarters-before-asked”应当是0到99的整数，0表示申请当季");
    }

    @ParameterizedTest
    @CsvSource({
        // Half of 28500 is 14250; only the quarter before, and the one before that with the day it was paid.
        "2026-06-30,,14250元",
        "2026-03-20,2026-03-21,14250元",
        "2026-03-20,,未定",
        "2026-03-31,2025-07-09,未定",
        "2025-12-31,2025-12-21,未定",
        "2026-07-05,2026-07-05,未定"
    })
    void only_the_next_quarter_takes_a_missed_one_along(String until, String paid, String amount) {
        Asking firm = Asking.on("2026-07-10");
        if (paid == null) {
            firm.loan("L1", "interest-paid=28500元", "drawn-on=2025-01-01", "interest-until=" + until);
        } else {
            firm.loan(
                    "L1",
                    "interest-paid=28500元",
                    "drawn-on=2025-01-01",
                    "interest-until=" + until,
                    "interest-paid-on=" + paid);
        }
        assertThat(firm.grants("quarterly-interest")).isEqualTo(amount);
        boolean open = until.equals("2026-03-20") && paid == null;
        assertThat(firm.of("quarterly-interest").verdict())
                .isEqualTo(!amount.equals("未定") ? Verdict.MET : open ? Verdict.UNKNOWN : Verdict.NOT_MET);
    }
}
