package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaysInTest {
    @Test
    void what_no_firm_can_reach_is_no_way_in() {
        Rule rule = AskingAgainTest.rule(
                "amount: 5万元", "rounding: down\nconditions: [{fact: revenue, more-than: 100000亿元, provision: 一}]", "a");
        Situation firm = Asking.on("2025-06-01").with("revenue", "100000亿元").situation();
        assertThat(WaysIn.find(rule, firm)).isEmpty();
        Rule atMost = AskingAgainTest.rule(
                "amount: 5万元",
                "rounding: down\nconditions: [{fact: honours, has-any: [high-tech], provision: 一}, {fact: revenue, at-most: 100000亿元, provision: 一}]",
                "a");
        assertThat(WaysIn.find(
                        atMost,
                        Asking.on("2025-06-01")
                                .with("honours", "")
                                .with("revenue", "100000亿元")
                                .situation()))
                .hasSize(1);
    }

    private static List<String> ways(Asking asking, String golden) {
        return WaysIn.find(Asking.golden(golden), asking.situation()).stream()
                .map(WaysIn.Way::words)
                .toList();
    }

    @Test
    void one_of_several_is_enough_and_the_smallest_comes_first() {
        assertThat(ways(ListingGoldenTest.zhaoqing(), "zhaoqing-library"))
                .startsWith("再取得1件符合“类型为发明专利，且授权日期在近5年内”的知识产权")
                .contains("取得“高新技术企业”", "取得“科技型中小企业”")
                .hasSize(5)
                .noneMatch(words -> words.contains("并且"));
    }

    @Test
    void a_count_is_made_up_by_what_it_is_short_of() {
        Asking two = ListingGoldenTest.zhaoqing()
                .record("ip-assets", "A", "kind=utility", "granted-on=2024-06-01")
                .record("ip-assets", "B", "kind=utility", "granted-on=2024-06-01");
        assertThat(ways(two, "zhaoqing-library")).contains("再取得1件符合“类型为实用新型，且授权日期在近5年内”的知识产权");
    }

    @Test
    void two_are_needed_where_one_is_not_enough() {
        Asking moved = ListingGoldenTest.zhaoqing().with("registered-here", "false");
        List<WaysIn.Way> ways = WaysIn.find(Asking.golden("zhaoqing-library"), moved.situation());
        assertThat(ways).isNotEmpty().allSatisfy(way -> {
            assertThat(way.changes()).hasSize(2);
            assertThat(way.words()).contains("做到“在本地登记注册”");
            assertThat(way.reaches()).isEqualTo(Verdict.MET);
        });
    }

    @Test
    void age_and_past_events_are_not_offered() {
        assertThat(ways(
                        ListingGoldenTest.zhaoqing()
                                .with("founded-on", "2025-01-01")
                                .with("honours", "high-tech"),
                        "zhaoqing-library"))
                .isEmpty();
        assertThat(ways(ListingGoldenTest.zhaoqing().with("bad-credit", "true"), "zhaoqing-library"))
                .isEmpty();
    }

    @Test
    void a_yes_and_a_not_yet_need_no_way() {
        assertThat(ways(ListingGoldenTest.zhaoqing().with("honours", "high-tech"), "zhaoqing-library"))
                .isEmpty();
        assertThat(ways(Asking.on("2025-06-01"), "zhaoqing-library")).isEmpty();
    }

    @Test
    void a_number_is_raised_just_to_the_threshold() {
        Asking firm = Asking.on("2025-06-01")
                .with("revenue", "3亿元")
                .with("honours", "tech-sme")
                .with("rd-share", "4%")
                .with("staff", "12")
                .with("serious-violation", "false");
        assertThat(ways(firm, "jiangmen-entry"))
                .containsExactly("取得“高新技术企业”", "从业人员从12人提高到20人", "研发投入占营业收入的比例从4%提高到5%");
    }

    @Test
    void what_is_still_unknown_is_told() {
        Asking firm =
                ListingGoldenTest.zhaoqing().with("registered-here", "false").with("honours", "high-tech");
        Situation open = firm.situation().with(firm.situation().facts().without("size"));
        assertThat(WaysIn.find(Asking.golden("zhaoqing-library"), open))
                .extracting(WaysIn.Way::reaches)
                .containsExactly(Verdict.UNKNOWN);
    }
}
