package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Interest subsidies of real shape; every amount was computed by hand, as the comment beside it shows. */
class InterestGoldenTest {
    static Asking beijing(String ipPrincipal, String rate, String pledged, String settled) {
        return Asking.on("2025-03-01")
                .loan(
                        "L1",
                        "ip-principal=" + ipPrincipal,
                        "actual-rate=" + rate,
                        "signed-on=2023-03-10",
                        "drawn-on=2023-03-15",
                        "pledged-on=" + pledged,
                        "settled-on=" + settled);
    }

    @Test
    void beijing_counts_a_rate_up_to_140_percent_of_the_lpr_and_only_the_part_of_the_patents() {
        // 3.65% × 1.4 = 5.11% < 5.5%; 800万 × 5.11% × 365/360 = 414477.77, half of it, both rounded down.
        assertThat(beijing("800万元", "5.5%", "2023-03-12", "2024-03-14").grants("beijing-interest"))
                .isEqualTo("207238.88元");
        // At the limit itself, and a basis point below: 800万 × 5.10% × 365/360 = 413666.66.
        assertThat(beijing("800万元", "5.11%", "2023-03-12", "2024-03-14").grants("beijing-interest"))
                .isEqualTo("207238.88元");
        assertThat(beijing("800万元", "5.1%", "2023-03-12", "2024-03-14").grants("beijing-interest"))
                .isEqualTo("206833.33元");
    }

    @Test
    void beijing_pays_at_most_300000_a_year() {
        // 1600万 × 5.11% × 365/360 = 828955.55, half 414477.77.
        assertThat(beijing("1600万元", "5.5%", "2023-03-12", "2024-03-14").grants("beijing-interest"))
                .isEqualTo("30万元");
        Asking second = beijing("1600万元", "5.5%", "2023-03-12", "2024-03-14")
                .paid("beijing-interest", "interest", "L0", 2025, "18万元")
                .paid("beijing-interest", "interest", "L9", 2024, "30万元");
        assertThat(second.grants("beijing-interest")).isEqualTo("12万元");
    }

    @Test
    void beijing_wants_the_pledge_no_later_than_the_settlement_in_the_year_before() {
        assertThat(beijing("800万元", "5.5%", "2024-03-14", "2024-03-14")
                        .of("beijing-interest")
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(beijing("800万元", "5.5%", "2024-03-15", "2024-03-14")
                        .of("beijing-interest")
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
        assertThat(beijing("800万元", "5.5%", "2023-03-12", "2023-12-31")
                        .of("beijing-interest")
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
        assertThat(beijing("800万元", "5.5%", "2023-03-12", "2024-01-01")
                        .of("beijing-interest")
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(beijing("800万元", "5.5%", "2023-03-12", "2024-12-31")
                        .of("beijing-interest")
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(beijing("800万元", "5.5%", "2023-03-12", "2025-01-01")
                        .of("beijing-interest")
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void qingdao_takes_the_lpr_that_was_newest_the_month_before_signing() {
        Asking july = qingdao("1000万元", "2024-07-25");
        // 30 June 2024: 3.45% × 60% = 2.07% of 1000万 for 365 of 365 days.
        assertThat(july.grants("qingdao-interest")).isEqualTo("20.7万元");
        // 31 July 2024: 3.35% × 60% = 2.01%.
        assertThat(qingdao("1000万元", "2024-08-01").grants("qingdao-interest")).isEqualTo("20.1万元");
        assertThat(Trace.of(july.of("qingdao-interest")).sentences())
                .anyMatch(words -> words.contains("2023年8月21日公布的1年期LPR为3.45%"));
    }

    @Test
    void qingdao_caps_a_year_and_wants_one_patent_pledged_for_the_first_time() {
        assertThat(qingdao("3000万元", "2024-07-25").grants("qingdao-interest")).isEqualTo("50万元");
        Asking again = Asking.on("2025-09-01")
                .with("size", "small")
                .loan("L1", "principal=100万元", "first-pledge=false", "signed-on=2024-07-25");
        assertThat(again.of("qingdao-interest").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(qingdao("100万元", "2024-07-25")
                        .with("size", "large")
                        .of("qingdao-interest")
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    private static Asking qingdao(String principal, String signed) {
        return Asking.on("2025-09-01")
                .with("size", "small")
                .loan(
                        "L1",
                        "principal=" + principal,
                        "first-pledge=true",
                        "signed-on=" + signed,
                        "drawn-on=2024-08-01",
                        "settled-on=2025-08-01");
    }

    @Test
    void fujian_gives_a_fifth_of_the_december_lpr_and_half_of_it_to_small_firms_that_are_covered() {
        // Settled in 2024, so December 2024: 3.1%; 366 days are counted as 365. 500万 × 3.1% × 20% = 31000.
        assertThat(fujian("small", "4.2%", "false").grants("fujian-interest")).isEqualTo("3.1万元");
        assertThat(fujian("small", "4.2%", "true").grants("fujian-interest")).isEqualTo("7.75万元");
        assertThat(fujian("medium", "4.2%", "true").grants("fujian-interest")).isEqualTo("3.1万元");
        // A rate below the LPR is taken as it is: 3% × 20% = 0.6%.
        assertThat(fujian("small", "3%", "false").grants("fujian-interest")).isEqualTo("3万元");
        assertThat(fujian("small", "4.2%", "true")
                        .paid("fujian-interest", "interest", "L0", 2022, "18万元")
                        .grants("fujian-interest"))
                .isEqualTo("2万元");
    }

    private static Asking fujian(String size, String rate, String covered) {
        return Asking.on("2025-02-01")
                .with("size", size)
                .loan(
                        "L1",
                        "principal=500万元",
                        "actual-rate=" + rate,
                        "covered=" + covered,
                        "drawn-on=2023-05-01",
                        "settled-on=2024-05-01");
    }

    @Test
    void a_december_that_has_not_come_leaves_the_amount_unknown() {
        Asking early = Asking.on("2026-03-01")
                .with("size", "small")
                .loan(
                        "L1",
                        "principal=500万元",
                        "actual-rate=4.2%",
                        "covered=true",
                        "drawn-on=2025-12-01",
                        "settled-on=2026-02-01");
        assertThat(early.grants("fujian-interest")).isEqualTo("未定");
        assertThat(Trace.of(early.of("fujian-interest")).sentences())
                .anyMatch(words -> words.contains("1年期LPR没有2026年12月31日的数值"));
    }

    @Test
    void xiamen_gives_60_percent_of_the_lower_rate_unless_somebody_else_did() {
        // December 2022: 3.65%, actual 3%: 1200万 × 3% × 60% = 216000.
        assertThat(xiamen("1200万元", "false").grants("xiamen-interest")).isEqualTo("21.6万元");
        assertThat(xiamen("2000万元", "false").grants("xiamen-interest")).isEqualTo("30万元");
        assertThat(xiamen("1200万元", "true").of("xiamen-interest").verdict()).isEqualTo(Verdict.NOT_MET);
    }

    private static Asking xiamen(String principal, String other) {
        return Asking.on("2023-06-08")
                .loan(
                        "L1",
                        "principal=" + principal,
                        "actual-rate=3%",
                        "other-subsidy=" + other,
                        "drawn-on=2021-11-10",
                        "settled-on=2022-11-10");
    }

    @Test
    void old_fujian_goes_by_size_for_two_years_and_500000() {
        // 6% × 40% = 2.4% of 1000万 for 730 days of 365: 480000; micro 50%: 600000.
        assertThat(oldFujian("small").grants("fujian-old-interest")).isEqualTo("48万元");
        assertThat(oldFujian("micro").grants("fujian-old-interest")).isEqualTo("50万元");
        assertThat(oldFujian("medium").grants("fujian-old-interest")).isEqualTo("36万元");
    }

    private static Asking oldFujian(String size) {
        return Asking.on("2016-07-01")
                .with("size", size)
                .loan("L1", "principal=1000万元", "drawn-on=2014-01-01", "settled-on=2016-06-01");
    }

    @Test
    void suzhou_park_goes_by_net_assets() {
        // 3.45% × 50% = 1.725% of 800万; one fen more of net assets: 40%, 1.38%.
        assertThat(suzhou("1000万元").grants("suzhou-park-interest")).isEqualTo("13.8万元");
        assertThat(suzhou("10000000.01元").grants("suzhou-park-interest")).isEqualTo("11.04万元");
        assertThat(suzhou("3000万元").grants("suzhou-park-interest")).isEqualTo("11.04万元");
        assertThat(suzhou("30000000.01元").of("suzhou-park-interest").verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void suzhou_park_pays_in_three_years_at_most() {
        Asking third = suzhou("1000万元")
                .paid("suzhou-park-interest", "interest", "A", 2022, "1万元")
                .paid("suzhou-park-interest", "interest", "B", 2023, "1万元")
                .paid("suzhou-park-interest", "interest", "C", 2023, "1万元");
        assertThat(third.grants("suzhou-park-interest")).isEqualTo("13.8万元");
        Asking fourth = third.paid("suzhou-park-interest", "interest", "D", 2024, "1万元");
        assertThat(fourth.grants("suzhou-park-interest")).isEqualTo("0元");
        assertThat(Trace.of(fourth.of("suzhou-park-interest")).sentences())
                .anyMatch(words -> words.contains("最多享受3年") && words.contains("此前已享受3年"));
    }

    private static Asking suzhou(String netAssets) {
        return Asking.on("2025-02-01")
                .with("honours", "gazelle")
                .with("net-assets", netAssets)
                .with("revenue", "1亿元")
                .loan("L1", "principal=800万元", "drawn-on=2024-01-10", "settled-on=2025-01-09");
    }

    @Test
    void changzhou_counts_ten_million_of_a_larger_loan_from_the_day_of_the_pledge() {
        // least(1500万, 1000万) × 4% × 30% for 365 of 366 days.
        Asking large = Asking.on("2025-06-01")
                .with("honours", "specialised")
                .loan("L1", "principal=1500万元", "actual-rate=4%", "pledged-on=2024-02-10", "settled-on=2025-02-10");
        assertThat(large.grants("changzhou-interest")).isEqualTo("12万元");
    }

    @Test
    void shangcheng_takes_30_points_off_the_lpr_and_halves_it() {
        // (3.45% − 0.30%) × 50% = 1.575% of 500万.
        Asking firm = Asking.on("2025-06-01")
                .loan("L1", "principal=500万元", "signed-on=2024-03-01", "drawn-on=2024-03-05", "settled-on=2025-03-05");
        assertThat(firm.grants("shangcheng-interest")).isEqualTo("78750元");
    }

    @Test
    void beibei_counts_the_days_as_they_are() {
        // 300万 × 1.725% × 100 / 365 = 14178.0821…
        Asking firm =
                Asking.on("2025-06-01").loan("L1", "principal=300万元", "drawn-on=2024-03-01", "settled-on=2024-06-09");
        assertThat(firm.grants("beibei-interest")).isEqualTo("14178.08元");
    }

    @Test
    void lijiang_gives_30_percent_of_the_interest_in_whole_yuan() {
        // 12345.67 × 30% = 3703.701 → 3703.71 up to the fen, 3704 up to the yuan.
        Asking firm = Asking.on("2025-06-01").loan("L1", "interest-paid=12345.67元");
        assertThat(firm.grants("lijiang-interest")).isEqualTo("3704元");
    }

    @Test
    void wuhan_wants_half_of_the_loan_on_patents() {
        assertThat(wuhan("300万元").grants("wuhan-ip-interest")).isEqualTo("6万元");
        assertThat(wuhan("2999999.99元").of("wuhan-ip-interest").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(wuhan("600万元").grants("wuhan-ip-interest")).isEqualTo("10万元");
    }

    private static Asking wuhan(String ip) {
        return Asking.on("2025-06-01").loan("L1", "principal=600万元", "ip-principal=" + ip);
    }

    @Test
    void a_loan_that_was_paid_for_is_not_paid_for_again() {
        Asking firm = Asking.on("2025-06-01")
                .loan("L1", "interest-paid=1000元")
                .loan("L2", "interest-paid=2000元")
                .paid("lijiang-interest", "interest", "L1", 2024, "300元");
        assertThat(firm.grants("lijiang-interest")).isEqualTo("600元");
        assertThat(Trace.of(firm.of("lijiang-interest")).sentences()).anyMatch(words -> words.contains("同一事项已经拨付300元"));
    }
}
