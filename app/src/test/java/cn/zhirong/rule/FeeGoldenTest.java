package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Money;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fees, institutions and securitisation; every amount was computed by hand, as the comment beside it shows. */
class FeeGoldenTest {
    @Test
    void hefei_adds_fees_and_interest_under_one_cap_across_programmes() {
        Asking firm = Asking.on("2025-01-10")
                .loan("L1", "principal=600万元", "signed-on=2024-03-01", "guarantee-fee=2万元", "valuation-fee=2万元");
        // 600万 × 3.45% × 50% = 103500, + 40000.
        assertThat(firm.grants("hefei-patent-loan")).isEqualTo("14.35万元");
        firm.paid("other", "x", Beneficiary.ENTERPRISE, "", "", 2025, "1万元", Set.of("patent-loan"));
        assertThat(firm.grants("hefei-patent-loan")).isEqualTo("14万元");
        firm.paid("other", "x", Beneficiary.ENTERPRISE, "", "", 2024, "5万元", Set.of("patent-loan"));
        firm.paid("other", "x", Beneficiary.ENTERPRISE, "", "", 2025, "5万元", Set.of());
        assertThat(firm.grants("hefei-patent-loan")).isEqualTo("14万元");
    }

    @Test
    void bengbu_pays_the_firm_and_its_bank() {
        Asking firm = Asking.on("2016-05-01")
                .loan("L1", "principal=1000万元", "drawn-on=2016-01-01", "valuation-fee=35000元", "bank=bob");
        // 4.35% × 10% = 0.435%: 43500; 1%: 100000; valuation 30000; bank 100000.
        assertThat(firm.of("bengbu-loan").payouts())
                .extracting(payout -> payout.to() + payout.payee() + payout.amount())
                .containsExactly("ENTERPRISE4.35万元", "ENTERPRISE10万元", "ENTERPRISE3万元", "BANKbob10万元");
        firm.paid("bengbu-loan", "bank-risk", Beneficiary.BANK, "bob", "L0", 2016, "45万元", Set.of());
        firm.paid("bengbu-loan", "bank-risk", Beneficiary.BANK, "other", "L8", 2016, "45万元", Set.of());
        assertThat(firm.of("bengbu-loan").payouts().getLast().amount()).isEqualTo(Money.ofWan(5));
    }

    @Test
    void three_costs_are_each_the_least_of_a_share_of_the_loan_the_cost_and_a_yearly_cap() {
        // 3% of 1000万 = 300000 < 412345.67; fees 100000 < 1.2% = 120000; valuation 0.5% = 50000 < 55000.
        Asking one = Asking.on("2025-06-01").loan("L1", costs("2025-05-01"));
        assertThat(one.grants("three-costs")).isEqualTo("45万元");
        // The second loan finds 60000 left of 36万, 50000 of 15万 and 10000 of 6万.
        Asking two = one.loan("L2", costs("2025-06-01"));
        assertThat(two.grants("three-costs")).isEqualTo("57万元");
        assertThat(Asking.on("2025-06-01")
                        .loan("L1", costs("2025-06-02"))
                        .of("three-costs")
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    private static String[] costs(String settled) {
        return new String[] {
            "principal=1000万元",
            "interest-paid=412345.67元",
            "premium=4万元",
            "guarantee-fee=6万元",
            "valuation-fee=55000元",
            "settled-on=" + settled
        };
    }

    @Test
    void beijing_halves_fees_up_to_20000_a_year() {
        assertThat(fees("30001元").grants("beijing-fees")).isEqualTo("15000.5元");
        assertThat(fees("40000元").grants("beijing-fees")).isEqualTo("2万元");
        assertThat(fees("40000.02元").grants("beijing-fees")).isEqualTo("2万元");
        assertThat(fees("39999.98元").grants("beijing-fees")).isEqualTo("19999.99元");
    }

    private static Asking fees(String valuation) {
        return Asking.on("2025-06-01").loan("L1", "valuation-fee=" + valuation, "guarantee-fee=0元");
    }

    @Test
    void beijing_pays_a_valuer_3000_a_contract_up_to_50000_a_year() {
        Asking firm = Asking.on("2025-06-01");
        for (int i = 1; i <= 16; i++) {
            firm.record("invoices", "F" + i, "fee=valuation", "institution=v1");
        }
        assertThat(firm.grants("beijing-valuer")).isEqualTo("4.8万元");
        firm.record("invoices", "F17", "fee=valuation", "institution=v1")
                .record("invoices", "F18", "fee=valuation", "institution=v2")
                .record("invoices", "F19", "fee=premium", "institution=v2");
        assertThat(firm.grants("beijing-valuer")).isEqualTo("5.3万元");
        assertThat(firm.of("beijing-valuer").payouts())
                .filteredOn(payout -> payout.payee().equals("v1"))
                .last()
                .extracting(Payout::amount)
                .isEqualTo(Money.ofYuan(2000));
    }

    @Test
    void beijing_pays_a_guarantor_one_percent_up_to_50000_a_contract_and_a_year() {
        Asking firm = Asking.on("2025-06-01").loan("L1", "principal=600万元", "guarantor=g1");
        assertThat(firm.grants("beijing-guarantor")).isEqualTo("5万元");
        Asking small = Asking.on("2025-06-01")
                .loan("L1", "principal=300万元", "guarantor=g1")
                .loan("L2", "principal=300万元", "guarantor=g1")
                .loan("L3", "principal=300万元", "guarantor=g2");
        assertThat(small.grants("beijing-guarantor")).isEqualTo("8万元");
    }

    @Test
    void an_invoice_is_counted_without_its_tax() {
        // 106000 / 1.06 = 100000; 10000 / 1.06 = 9433.962… → 9433.96, half 4716.98.
        assertThat(invoice("106000元", "2024-06-01").grants("invoice-net")).isEqualTo("5万元");
        assertThat(invoice("10000元", "2024-06-01").grants("invoice-net")).isEqualTo("4716.98元");
    }

    @Test
    void an_invoice_counts_for_two_years_to_the_day() {
        assertThat(invoice("106000元", "2023-06-01").of("invoice-net").verdict()).isEqualTo(Verdict.MET);
        assertThat(invoice("106000元", "2023-05-31").of("invoice-net").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(invoice("106000元", "2025-06-02").of("invoice-net").verdict()).isEqualTo(Verdict.NOT_MET);
    }

    private static Asking invoice(String gross, String day) {
        return Asking.on("2025-06-01")
                .record("invoices", "F1", "fee=valuation", "gross=" + gross, "tax-rate=6%", "issued-on=" + day);
    }

    @Test
    void anhui_adds_five_points_for_a_first_loan() {
        assertThat(anhui("true").grants("anhui-loss")).isEqualTo("70万元");
        assertThat(anhui("false").grants("anhui-loss")).isEqualTo("60万元");
        assertThat(Asking.on("2025-06-01")
                        .loan("L1", "principal=200万元", "bank=b")
                        .grants("anhui-loss"))
                .isEqualTo("未定");
    }

    private static Asking anhui(String first) {
        return Asking.on("2025-06-01").loan("L1", "principal=200万元", "bank=b", "first-loan=" + first);
    }

    @Test
    void guangming_bars_a_fine_of_100000_for_three_years() {
        assertThat(fined("99999.99元", "2025-01-01").grants("guangming-invoice")).isEqualTo("500元");
        assertThat(fined("10万元", "2025-01-01").of("guangming-invoice").verdict())
                .isEqualTo(Verdict.NOT_MET);
        assertThat(fined("10万元", "2022-06-01").of("guangming-invoice").verdict())
                .isEqualTo(Verdict.NOT_MET);
        assertThat(fined("10万元", "2022-05-31").of("guangming-invoice").verdict())
                .isEqualTo(Verdict.MET);
    }

    private static Asking fined(String fine, String day) {
        return Asking.on("2025-06-01")
                .with("registered-here", "true")
                .with("tax-here", "true")
                .record("penalties", "P1", "fine=" + fine, "decided-on=" + day)
                .record("invoices", "F1", "gross=1000元");
    }

    @Test
    void nanshan_goes_by_slices_of_the_issue() {
        assertThat(nanshan("1000万元", "40万元", "10亿元").grants("nanshan-issue")).isEqualTo("28万元");
        // (1000×70% + 2000×50%) / 3000 of 100万 = 566666.66…
        assertThat(nanshan("3000万元", "100万元", "10亿元").grants("nanshan-issue")).isEqualTo("566666.66元");
        // (700 + 2000) / 5000 = 54% of 200万; (700 + 2000 + 300) / 6000 = 50% of 240万.
        assertThat(nanshan("5000万元", "200万元", "10亿元").grants("nanshan-issue")).isEqualTo("108万元");
        assertThat(nanshan("6000万元", "240万元", "10亿元").grants("nanshan-issue")).isEqualTo("120万元");
        assertThat(nanshan("0元", "240万元", "10亿元").grants("nanshan-issue")).isEqualTo("0元");
    }

    @Test
    void nanshan_holds_larger_issues_to_eight_thousandths_of_revenue() {
        assertThat(nanshan("6000万元", "240万元", "1亿元").grants("nanshan-issue")).isEqualTo("80万元");
        assertThat(nanshan("6000万元", "240万元", "1.5亿元").grants("nanshan-issue")).isEqualTo("120万元");
        // Up to 1000万 the limit does not hold.
        assertThat(nanshan("1000万元", "40万元", "100万元").grants("nanshan-issue")).isEqualTo("28万元");
        assertThat(nanshan("10000000.01元", "40万元", "100万元").grants("nanshan-issue"))
                .isEqualTo("8000元");
    }

    @Test
    void nanshan_is_open_for_two_weeks() {
        for (String day : new String[] {"2025-03-28", "2025-04-11"}) {
            assertThat(Asking.on(day)
                            .none("issues")
                            .of("nanshan-issue")
                            .conditions()
                            .verdict())
                    .isEqualTo(Verdict.MET);
        }
        for (String day : new String[] {"2025-03-27", "2025-04-12"}) {
            assertThat(Asking.on(day)
                            .none("issues")
                            .of("nanshan-issue")
                            .conditions()
                            .verdict())
                    .isEqualTo(Verdict.NOT_MET);
        }
    }

    private static Asking nanshan(String size, String cost, String revenue) {
        return Asking.on("2025-04-01")
                .with("revenue", revenue)
                .record("issues", "S1", "issue-size=" + size, "financing-cost=" + cost);
    }
}
