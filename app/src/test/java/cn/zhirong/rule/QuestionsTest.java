package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static List<String> asks(Asking asking, String... golden) {
        List<Evaluation> evaluations = Arrays.stream(golden).map(asking::of).toList();
        return Questions.of(evaluations, Asking.VOCABULARY.facts()).stream()
                .map(question -> question.record().isEmpty()
                        ? question.fact().name()
                        : question.record() + "/" + question.fact().name())
                .toList();
    }

    @Test
    void what_decides_alone_comes_before_one_of_several_ways() {
        assertThat(asks(Asking.on("2025-06-01"), "zhaoqing-library"))
                .startsWith("registered-here", "founded-on", "size", "bad-credit")
                .endsWith("ip-assets", "honours")
                .hasSize(6);
    }

    @Test
    void what_more_rules_need_comes_first() {
        assertThat(asks(Asking.on("2025-06-01"), "zhaoqing-library", "guangming-invoice"))
                .startsWith("registered-here");
        assertThat(asks(Asking.on("2025-06-01"), "zhaoqing-library", "qingdao-interest"))
                .startsWith("size");
    }

    @Test
    void a_rule_that_was_denied_asks_nothing_more() {
        assertThat(asks(Asking.on("2025-06-01").with("size", "large"), "zhaoqing-library"))
                .isEmpty();
    }

    @Test
    void an_alternative_that_is_met_asks_nothing_more() {
        assertThat(asks(Asking.on("2025-06-01").with("honours", "high-tech"), "zhaoqing-library"))
                .doesNotContain("ip-assets");
    }

    @Test
    void what_an_amount_needs_is_asked_by_the_loan() {
        Asking firm = Asking.on("2025-06-01").loan("L1", "principal=500万元", "signed-on=2024-03-01");
        assertThat(asks(firm, "shangcheng-interest")).containsExactly("L1/drawn-on", "L1/settled-on");
        assertThat(Questions.of(List.of(firm.of("shangcheng-interest")), Asking.VOCABULARY.facts())
                        .getFirst()
                        .words())
                .isEqualTo("贷款L1：是哪一天放款的？");
    }

    @Test
    void what_an_officer_judges_is_not_asked() {
        assertThat(asks(Asking.on("2025-06-01").with("proceeds", "8亿元"), "guangzhou-listing"))
                .isEmpty();
    }
}
