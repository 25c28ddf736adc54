package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listing awards and admission of real shape; amounts by hand. */
class ListingGoldenTest {
    @Test
    void tianjin_pays_by_stage_or_all_at_once() {
        Asking tutored = Asking.on("2025-06-01").with("tutoring-on", "2024-03-01");
        assertThat(tutored.grants("tianjin-listing")).isEqualTo("100万元");
        Asking listed = Asking.on("2025-06-01")
                .with("tutoring-on", "2023-03-01")
                .with("accepted-on", "2024-03-01")
                .with("listed-on", "2025-05-01")
                .with("board", "main");
        assertThat(listed.grants("tianjin-listing")).isEqualTo("500万元");
        assertThat(listed.paid("tianjin-listing", "award", "", 2023, "100万元").grants("tianjin-listing"))
                .isEqualTo("400万元");
        assertThat(listed.paid("tianjin-listing", "award", "", 2025, "400万元").grants("tianjin-listing"))
                .isEqualTo("0元");
    }

    @Test
    void a_later_stage_brings_the_earlier_ones_and_a_day_to_come_brings_nothing() {
        Asking listed = Asking.on("2025-06-01").with("listed-on", "2025-06-01").with("board", "star");
        assertThat(listed.grants("tianjin-listing")).isEqualTo("600万元");
        Asking tomorrow = Asking.on("2025-06-01")
                .with("tutoring-on", "2025-01-01")
                .with("listed-on", "2025-06-02")
                .with("board", "star");
        assertThat(tomorrow.grants("tianjin-listing")).isEqualTo("100万元");
        assertThat(Asking.on("2025-06-01").grants("tianjin-listing")).isEqualTo("未定");
    }

    @Test
    void ninghe_matches_what_the_city_gave() {
        assertThat(Asking.on("2025-06-01").with("upper-award", "200万元").grants("ninghe-match"))
                .isEqualTo("200万元");
    }

    @Test
    void foshan_wants_60_percent_of_the_proceeds_invested_here() {
        assertThat(foshan("3亿元").grants("foshan-local")).isEqualTo("300万元");
        assertThat(foshan("299999999.99元").of("foshan-local").verdict()).isEqualTo(Verdict.NOT_MET);
    }

    private static Asking foshan(String local) {
        return Asking.on("2025-06-01").with("proceeds", "5亿元").with("local-investment", local);
    }

    @ParameterizedTest
    @CsvSource({"1亿元,300万元", "799999999.99元,300万元", "8亿元,400万元", "1499999999.99元,400万元", "15亿元,500万元"})
    void guangzhou_goes_by_proceeds(String proceeds, String award) {
        Asking firm = Asking.on("2025-06-01").with("proceeds", proceeds);
        assertThat(firm.of("guangzhou-listing").verdict()).isEqualTo(Verdict.OFFICER);
        assertThat(firm.grants("guangzhou-listing")).isEqualTo("未定");
        assertThat(firm.of("guangzhou-listing").possible().map(Money::words)).contains(award);
        assertThat(firm.with("contribution", "true").grants("guangzhou-listing"))
                .isEqualTo(award);
        assertThat(firm.with("contribution", "false").of("guangzhou-listing").verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void longhua_pays_the_difference_to_a_firm_that_came_by_the_other_market() {
        Asking direct = Asking.on("2025-06-01").with("neeq-innovation-on", "2024-08-01");
        assertThat(direct.grants("longhua-neeq")).isEqualTo("200万元");
        Asking listed = Asking.on("2025-06-01")
                .with("founded-on", "2015-01-01")
                .with("reform-on", "2024-01-01")
                .with("tutoring-on", "2024-06-01")
                .with("listed-on", "2025-05-01")
                .paid("longhua-neeq", "award", "", 2024, "150万元");
        assertThat(listed.grants("longhua-listing")).isEqualTo("350万元");
    }

    @Test
    void longhua_wants_the_application_within_two_years() {
        assertThat(longhua("2023-06-01").grants("longhua-listing")).isEqualTo("500万元");
        assertThat(longhua("2023-05-31").grants("longhua-listing")).isEqualTo("0元");
    }

    private static Asking longhua(String listed) {
        return Asking.on("2025-06-01").with("founded-on", "2015-01-01").with("listed-on", listed);
    }

    @Test
    void what_was_paid_for_a_stage_in_its_time_does_not_lessen_the_next() {
        Asking tutored =
                Asking.on("2023-01-01").with("founded-on", "2015-01-01").with("tutoring-on", "2022-01-01");
        Rule rule = Asking.golden("longhua-listing");
        List<Payment> paid = tutored.of("longhua-listing").payouts().stream()
                .map(payout -> payout.granted(rule.id(), rule.groups(), 2023))
                .toList();
        assertThat(paid)
                .extracting(payment -> payment.stage() + " " + payment.fen())
                .containsExactly("tutoring 200000000", "reform 50000000");
        // In 2025 nobody may ask for the tutoring of 2022 any more; what was paid for it stays.
        Situation later = Asking.on("2025-06-01")
                .with("founded-on", "2015-01-01")
                .with("tutoring-on", "2022-01-01")
                .with("listed-on", "2025-05-01")
                .situation();
        Situation known = new Situation(later.facts(), later.asked(), later.parameters(), paid);
        assertThat(RuleEvaluator.evaluate(rule, known).payable()).contains(Money.ofWan(250));
        List<Payment> all = new ArrayList<>(paid);
        RuleEvaluator.evaluate(rule, known)
                .payouts()
                .forEach(payout -> all.add(payout.granted(rule.id(), rule.groups(), 2025)));
        Situation done = new Situation(later.facts(), later.asked(), later.parameters(), all);
        assertThat(RuleEvaluator.evaluate(rule, done).payable()).contains(Money.ZERO);
    }

    @Test
    void chengdu_gives_totals_that_are_the_same_by_either_way() {
        Asking direct = Asking.on("2025-06-01").with("neeq-innovation-on", "2024-01-01");
        assertThat(direct.grants("chengdu-beijing-board")).isEqualTo("30万元");
        assertThat(direct.paid("chengdu-beijing-board", "award", "", 2023, "20万元")
                        .grants("chengdu-beijing-board"))
                .isEqualTo("10万元");
        // 130万 + 1% of 2.2亿; of 4亿 at most 350万.
        assertThat(chengdu("2.2亿元").grants("chengdu-beijing-board")).isEqualTo("350万元");
        assertThat(chengdu("4亿元").grants("chengdu-beijing-board")).isEqualTo("480万元");
    }

    private static Asking chengdu(String proceeds) {
        return Asking.on("2025-06-01").with("listed-on", "2025-01-01").with("proceeds", proceeds);
    }

    @ParameterizedTest
    @CsvSource({"1,1200万元,300万元", "2,800万元,200万元", "3,400万元,100万元", "9,400万元,100万元"})
    void suzhou_sets_a_fifth_apart_for_the_team(String rank, String firm, String team) {
        Evaluation evaluation =
                Asking.on("2025-06-01").with("listing-rank", rank).of("suzhou-rank");
        assertThat(evaluation.payouts())
                .extracting(payout -> payout.to() + " " + payout.amount())
                .containsExactly("ENTERPRISE " + firm, "TEAM " + team);
    }

    @Test
    void zhenhai_takes_back_what_was_paid_for_an_application_that_was_withdrawn() {
        Asking accepted = Asking.on("2025-06-01").with("accepted-on", "2024-01-01");
        assertThat(accepted.grants("zhenhai-listing")).isEqualTo("600万元");
        Evaluation withdrawn = accepted.with("withdrawn-on", "2025-06-01")
                .paid("zhenhai-listing", "award", "", 2024, "600万元")
                .of("zhenhai-listing");
        assertThat(withdrawn.toReturn()).isEqualTo(Money.ofWan(600));
        assertThat(withdrawn.payable()).contains(Money.ZERO);
        assertThat(Trace.of(withdrawn).amount()).isEqualTo("应当退还600万元");
        assertThat(accepted.with("withdrawn-on", "2025-06-02")
                        .of("zhenhai-listing")
                        .toReturn())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void neijiang_pays_350_in_all() {
        Asking listed = Asking.on("2025-06-01").with("listed-on", "2025-01-01");
        assertThat(listed.grants("neijiang-listing")).isEqualTo("350万元");
        assertThat(listed.paid("neijiang-listing", "award", "", 2023, "150万元").grants("neijiang-listing"))
                .isEqualTo("200万元");
    }

    @Test
    void panzhou_counts_what_the_upper_level_gave_and_waits_three_months() {
        assertThat(panzhou("2025-03-01").grants("panzhou-listing")).isEqualTo("1000万元");
        assertThat(panzhou("2025-02-28").of("panzhou-listing").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(panzhou("2025-03-01").with("upper-award", "2000万元").grants("panzhou-listing"))
                .isEqualTo("0元");
    }

    private static Asking panzhou(String listed) {
        return Asking.on("2025-06-01")
                .with("listed-on", listed)
                .with("stays", "true")
                .with("upper-award", "500万元");
    }

    @ParameterizedTest
    @CsvSource({"59,0元", "60,50万元", "79,50万元", "80,100万元", "90,150万元"})
    void xicheng_goes_by_score(String score, String award) {
        assertThat(Asking.on("2025-06-01").with("score", score).grants("xicheng-neeq"))
                .isEqualTo(award);
    }

    @ParameterizedTest
    @CsvSource({"2014-12-31,100万元", "2015-01-01,50万元", "2016-06-01,30万元"})
    void ningxia_gave_less_each_year(String day, String award) {
        assertThat(Asking.on(day).with("neeq-on", day).grants("ningxia-neeq")).isEqualTo(award);
    }

    @Test
    void hengqin_multiplies_for_two_kinds_of_firm() {
        Asking base = Asking.on("2025-06-01").with("neeq-innovation-on", "2026-01-01");
        assertThat(base.with("macau-owned", "false").with("green", "false").grants("hengqin-neeq"))
                .isEqualTo("130万元");
        assertThat(base.with("green", "true").grants("hengqin-neeq")).isEqualTo("156万元");
        assertThat(base.with("neeq-innovation-on", "2025-06-01").grants("hengqin-neeq"))
                .isEqualTo("240万元");
    }

    @Test
    void zhongguancun_pays_the_broker_too() {
        assertThat(Asking.on("2025-06-01")
                        .with("neeq-on", "2025-05-01")
                        .of("zhongguancun-neeq")
                        .payouts())
                .extracting(payout -> payout.to() + payout.stage() + " " + payout.amount())
                .containsExactly("ENTERPRISElisted 30万元", "ENTERPRISEreform 30万元", "BROKER 20万元");
    }

    @Test
    void fujian_pays_a_city_for_each_firm_unless_the_number_fell() {
        Asking city = Asking.on("2025-06-01").with("new-listings", "7").with("listings-fell", "false");
        assertThat(city.grants("fujian-government")).isEqualTo("700万元");
        assertThat(city.with("listings-fell", "true").of("fujian-government").verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void zhengzhou_goes_by_industry_and_pays_the_difference_after_a_change_of_market() {
        Asking firm = Asking.on("2025-06-01").with("industry", "software").with("neeq-on", "2025-01-01");
        assertThat(firm.grants("zhengzhou-board")).isEqualTo("80万元");
        assertThat(firm.paid("zhengzhou-board", "award", "", 2023, "50万元").grants("zhengzhou-board"))
                .isEqualTo("30万元");
        assertThat(firm.with("industry", "retail").grants("zhengzhou-board")).isEqualTo("20万元");
    }

    @Test
    void tianjin_paid_for_a_first_financing_above_five_million() {
        assertThat(Asking.on("2025-06-01").with("proceeds", "5000000.01元").grants("tianjin-first-financing"))
                .isEqualTo("50万元");
        assertThat(Asking.on("2025-06-01")
                        .with("proceeds", "500万元")
                        .of("tianjin-first-financing")
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    static Asking zhaoqing() {
        return Asking.on("2025-06-01")
                .with("registered-here", "true")
                .with("founded-on", "2024-06-01")
                .with("size", "small")
                .with("bad-credit", "false")
                .with("honours", "")
                .none("ip-assets");
    }

    @Test
    void zhaoqing_wants_one_invention_or_three_utility_models_in_five_years() {
        assertThat(zhaoqing().of("zhaoqing-library").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(zhaoqing()
                        .record("ip-assets", "A", "kind=invention", "granted-on=2020-06-01")
                        .grants("zhaoqing-library"))
                .isEqualTo("5000元");
        assertThat(zhaoqing()
                        .record("ip-assets", "A", "kind=invention", "granted-on=2020-05-31")
                        .of("zhaoqing-library")
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
        Asking two = zhaoqing()
                .record("ip-assets", "A", "kind=utility", "granted-on=2024-06-01")
                .record("ip-assets", "B", "kind=utility", "granted-on=2024-06-01");
        assertThat(two.of("zhaoqing-library").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(two.record("ip-assets", "C", "kind=utility", "granted-on=2024-06-01")
                        .grants("zhaoqing-library"))
                .isEqualTo("5000元");
        assertThat(zhaoqing()
                        .with("founded-on", "2024-06-02")
                        .with("honours", "high-tech")
                        .of("zhaoqing-library")
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void jiangmen_wants_two_of_four_and_counts_revenue_by_slices() {
        Asking firm = Asking.on("2025-06-01")
                .with("revenue", "3亿元")
                .with("honours", "tech-sme")
                .with("rd-share", "5%")
                .with("staff", "19")
                .with("serious-violation", "false");
        // 1亿 × 1‰ + 2亿 × 0.5‰ = 200000.
        assertThat(firm.grants("jiangmen-entry")).isEqualTo("20万元");
        assertThat(firm.with("rd-share", "4.9999%").of("jiangmen-entry").verdict())
                .isEqualTo(Verdict.NOT_MET);
        assertThat(firm.with("staff", "20").of("jiangmen-entry").verdict()).isEqualTo(Verdict.MET);
        assertThat(firm.with("serious-violation", "true").of("jiangmen-entry").verdict())
                .isEqualTo(Verdict.NOT_MET);
    }
}
