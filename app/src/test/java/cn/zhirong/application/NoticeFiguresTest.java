package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.TraceNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Loans of one firm, each with the interest that was paid for it. */
class NoticeFiguresTest {
    @Test
    void equal_figures_of_two_loans_stay_two_and_say_whose_they_are() {
        assertThat(NoticeFigures.of(trace("HT-2026-0011", "HT-2026-0012")).figures())
                .containsExactly("贷款 1（尾号 0011）的实付利息：6万元（企业填报）", "企业规模：小型", "贷款 2（尾号 0012）的实付利息：6万元（企业填报）");
    }

    @Test
    void loans_whose_numbers_end_alike_are_told_apart() {
        assertThat(NoticeFigures.of(trace("11", "1")).figures())
                .contains("贷款 1（尾号 11）的实付利息：6万元（企业填报）", "贷款 2（尾号 1）的实付利息：6万元（企业填报）");
        assertThat(NoticeFigures.of(trace("甲/2025-0001", "甲/2026-0001")).figures())
                .contains("贷款 1（尾号 0001）的实付利息：6万元（企业填报）", "贷款 2（尾号 0001）的实付利息：6万元（企业填报）");
    }

    @Test
    void the_only_loan_needs_no_name() {
        assertThat(NoticeFigures.of(trace("HT-2026-0011")).figures()).containsExactly("实付利息：6万元（企业填报）", "企业规模：小型");
    }

    @Test
    void what_is_left_out_is_counted() {
        String[] loans = IntStream.rangeClosed(1, 40).mapToObj(n -> "HT-" + n).toArray(String[]::new);
        assertThat(NoticeFigures.of(trace(loans)).figures()).hasSize(41).last().isEqualTo("另有 1 项数据，合计在内");
        assertThat(NoticeFigures.of(trace("HT-1")).clauses()).isEmpty();
    }

    private static Trace trace(String... loans) {
        List<TraceNode> parts = new ArrayList<>();
        for (String loan : loans) {
            parts.add(node("item", "贷款" + loan, List.of()));
        }
        for (String loan : loans) {
            parts.add(node(
                    "amount",
                    "贴息（" + loan + "）",
                    List.of(
                            new TraceNode.TraceInput(loan + "/interest-paid", "实付利息", "6万元", "企业填报", "2026-01-05", ""),
                            new TraceNode.TraceInput("size", "企业规模", "小型", "", "", ""))));
        }
        TraceNode root = new TraceNode("rule", "贷款贴息", "符合", "", null, List.of(), parts);
        return new Trace("interest", "measure", "贴息办法", "示例〔2026〕1号", LocalDate.of(2026, 1, 5), "符合", "", root);
    }

    private static TraceNode node(String kind, String says, List<TraceNode.TraceInput> inputs) {
        @Nullable ProvisionReference none = null;
        return new TraceNode(kind, says, "符合", "", none, inputs, List.of());
    }
}
