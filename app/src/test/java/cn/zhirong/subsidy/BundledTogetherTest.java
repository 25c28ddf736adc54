package cn.zhirong.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Beneficiary;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Parameters;
import cn.zhirong.rule.Payment;
import cn.zhirong.rule.Payout;
import cn.zhirong.rule.Relation;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleEvaluator;
import cn.zhirong.rule.Settlement;
import cn.zhirong.rule.Situation;
import cn.zhirong.rule.StandardFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the bundled programmes leave of each other, and of what was granted before. */
class BundledTogetherTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 20);
    private static final ProgrammeFiles.Loaded LOADED = ProgrammeFiles.bundled();

    @Test
    void interest_and_fees_of_a_year_come_to_350000_at_most() {
        // 贴息30万元、评估费2万元、担保费5万元、保险费4万元，共41万元。
        List<Evaluation> evaluations = evaluate(
                MAY,
                rich(),
                List.of(),
                "zhaoqing/interest",
                "zhaoqing/valuation-fee",
                "zhaoqing/guarantee-fee",
                "zhaoqing/premium");
        assertThat(evaluations.stream().map(one -> one.payable().orElseThrow()).map(Money::words))
                .containsExactly("30万元", "2万元", "5万元", "4万元");
        assertThat(sum(Settlement.settle(evaluations, List.of()))).isEqualTo("35万元");
    }

    @Test
    void interest_is_cut_where_fees_were_granted_first() {
        List<Evaluation> fees = evaluate(MAY, rich(), List.of(), "zhaoqing/valuation-fee", "zhaoqing/guarantee-fee");
        List<Payment> paid = granted(fees);
        // 35万元减去已经拨付的7万元。
        assertThat(only(MAY, rich(), paid, "zhaoqing/interest").words()).isEqualTo("28万元");
        assertThat(only(LocalDate.of(2027, 5, 20), rich(2026), List.of(), "zhaoqing/interest")
                        .words())
                .isEqualTo("30万元");
    }

    @Test
    void one_invoice_is_granted_for_once() {
        List<Payment> paid = granted(evaluate(MAY, rich(), List.of(), "zhaoqing/premium"));
        assertThat(paid).extracting(Payment::key).containsExactly("保单1", "保单2");
        assertThat(only(MAY, rich(), paid, "zhaoqing/premium")).isEqualTo(Money.ZERO);
    }

    @Test
    void interest_is_granted_in_three_years_at_most() {
        List<Payment> two =
                Stream.of(2023, 2024).map(BundledTogetherTest::interest).toList();
        List<Payment> three =
                Stream.of(2023, 2024, 2025).map(BundledTogetherTest::interest).toList();
        assertThat(only(MAY, rich(), two, "zhaoqing/interest").words()).isEqualTo("30万元");
        assertThat(only(MAY, rich(), three, "zhaoqing/interest")).isEqualTo(Money.ZERO);
    }

    @Test
    void interest_on_data_property_counts_towards_the_300000_of_a_year() {
        LocalDate day = LocalDate.of(2028, 3, 10);
        Map<String, Object> data = firm();
        data.put("ip-assets", List.of(Map.of("id", "登记证书1", "kind", "data")));
        data.put("loans", List.of(loan("合同9", "1000万元", "37.5万元", 2027)));
        List<Payment> paid = List.of(new Payment(
                "interest",
                "interest",
                rule("zhaoqing/interest", day).groups(),
                Beneficiary.ENTERPRISE,
                "",
                "合同1",
                "",
                2028,
                Money.ofWan(20).fen()));
        assertThat(only(day, data, List.of(), "zhaoqing/data-ip-interest").words())
                .isEqualTo("15万元");
        assertThat(only(day, data, paid, "zhaoqing/data-ip-interest").words()).isEqualTo("10万元");
    }

    @Test
    void interest_on_a_loan_is_granted_by_one_of_the_two_that_exclude_each_other() {
        LocalDate day = LocalDate.of(2029, 3, 10);
        Rule data = rule("zhaoqing/data-ip-interest", day);
        List<Payment> paid = List.of(new Payment(
                data.id(),
                "interest",
                data.groups(),
                Beneficiary.ENTERPRISE,
                "",
                "合同-1",
                "",
                2028,
                Money.ofWan(5).fen()));
        List<Evaluation> evaluations = evaluate(day, rich(2028), paid, "zhaoqing/interest");
        List<Settlement.Outcome> outcomes = Settlement.settle(evaluations, paid);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.key().equals("合同1"))
                .singleElement()
                .matches(outcome -> outcome.after().equals(Money.ZERO));
        assertThat(sum(outcomes)).isEqualTo("15万元");
    }

    @Test
    void two_rules_that_exclude_each_other_both_say_so() {
        for (ProgrammeFiles.Bureau bureau : LOADED.bureaus()) {
            List<Rule> rules = bureau.programmes().stream()
                    .flatMap(programme -> programme.versions().stream())
                    .map(BundledProgramme.Version::rule)
                    .toList();
            for (Rule one : rules) {
                assertThat(rules)
                        .filteredOn(other -> excludes(one, other)
                                && one.basis()
                                        .effective()
                                        .overlaps(other.basis().effective()))
                        .allMatch(other -> excludes(other, one));
            }
        }
    }

    private static boolean excludes(Rule one, Rule other) {
        return one.relations().stream()
                .anyMatch(relation -> relation.way() == Relation.Way.EXCLUSIVE_WITH
                        && relation.with().equals(other.id()));
    }

    @Test
    void what_a_firm_gets_without_applying_is_granted_once() {
        LocalDate day = LocalDate.of(2026, 10, 15);
        Map<String, Object> firm = new HashMap<>(
                Map.of("registered-here", true, "size", "medium", "listed-dishonest", false, "revenue", "6000万元"));
        firm.put("honours", List.of("high-tech"));
        firm.put("ip-assets", List.of(Map.of("id", "专利1", "kind", "utility", "valid", true)));
        for (String name : List.of("binhai/specialised-firm-allowance", "zhaoqing/tech-firm-allowance")) {
            List<Evaluation> first = evaluate(day, firm, List.of(), name);
            assertThat(first.getFirst().payable().orElseThrow().words()).isEqualTo("5000元");
            assertThat(only(day, firm, granted(first), name)).isEqualTo(Money.ZERO);
            assertThat(only(day.plusYears(1), firm, granted(first), name)).isEqualTo(Money.ZERO);
        }
    }

    @Test
    void stages_of_a_listing_are_caught_up_with_and_paid_once() {
        LocalDate day = LocalDate.of(2026, 10, 15);
        Map<String, Object> tutored = Map.of("registered-here", true, "tutoring-on", "2025-11-03");
        Map<String, Object> listed = Map.of(
                "registered-here", true, "tutoring-on", "2025-11-03", "listed-on", "2026-09-01", "board", "star");
        List<Payment> first = granted(evaluate(day, tutored, List.of(), "binhai/listing"));
        assertThat(only(day, listed, first, "binhai/listing").words()).isEqualTo("500万元");
        List<Payment> all = new ArrayList<>(first);
        all.addAll(granted(evaluate(day, listed, first, "binhai/listing")));
        assertThat(only(day, listed, all, "binhai/listing")).isEqualTo(Money.ZERO);
    }

    private static Map<String, Object> firm() {
        Map<String, Object> firm = new HashMap<>(Map.of(
                "registered-here", true,
                "size", "small",
                "listed-dishonest", false,
                "business-use", true,
                "paid-on-time", true,
                "interest-since-2027", true,
                "unrelated-payee", true));
        firm.put("abnormal-list", false);
        firm.put("ip-assets", List.of(Map.of("id", "专利1", "kind", "invention")));
        return firm;
    }

    /** Enough of everything to reach every cap. */
    private static Map<String, Object> rich() {
        return rich(2025);
    }

    private static Map<String, Object> rich(int year) {
        Map<String, Object> firm = firm();
        firm.put("loans", List.of(loan("合同1", "1000万元", "30万元", year), loan("合同2", "1000万元", "30万元", year)));
        firm.put(
                "invoices",
                List.of(
                        invoice("担保1", "guarantee", "6万元"),
                        invoice("担保2", "guarantee", "6万元"),
                        invoice("评估1", "valuation", "2万元"),
                        invoice("评估2", "valuation", "2万元"),
                        invoice("保单1", "premium", "5万元"),
                        invoice("保单2", "premium", "5万元")));
        return firm;
    }

    private static Map<String, Object> loan(String id, String principal, String interest, int year) {
        Map<String, Object> loan = new HashMap<>(Map.of(
                "id",
                id,
                "principal",
                principal,
                "ip-principal",
                principal,
                "interest-paid",
                interest,
                "actual-rate",
                "3%",
                "signed-on",
                "2025-06-10",
                "drawn-on",
                "2025-06-12",
                "pledged-on",
                "2025-06-11",
                "other-municipal-subsidy",
                false));
        loan.put("interest-year", year);
        loan.put("pledged-kinds", List.of("patent", "data"));
        return loan;
    }

    private static Map<String, Object> invoice(String id, String fee, String gross) {
        return Map.of(
                "id",
                id,
                "fee",
                fee,
                "purpose",
                "loan",
                "gross",
                gross,
                "loan-principal",
                "1000万元",
                "issued-on",
                "2025-06-20");
    }

    private static Payment interest(int year) {
        return new Payment("interest", "interest", Set.of(), Beneficiary.ENTERPRISE, "", "以前" + year, "", year, 100);
    }

    private static Money only(LocalDate day, Map<String, Object> firm, List<Payment> paid, String name) {
        return evaluate(day, firm, paid, name).getFirst().payable().orElseThrow();
    }

    private static List<Evaluation> evaluate(
            LocalDate day, Map<String, Object> firm, List<Payment> paid, String... names) {
        return Stream.of(names)
                .map(name -> {
                    ProgrammeFiles.Bureau bureau = bureau(name);
                    FactCatalogue catalogue = StandardFacts.with(bureau.judged().stream()
                            .map(one -> StandardFacts.judged(one.name(), one.label()))
                            .toList());
                    Facts facts = FactsJson.read(firm, catalogue, day).orRefuse();
                    Parameters parameters = new Parameters(bureau.series().stream()
                            .map(Vocabularies.KeptSeries::series)
                            .toList());
                    return RuleEvaluator.evaluate(rule(name, day), new Situation(facts, day, parameters, paid));
                })
                .toList();
    }

    private static List<Payment> granted(List<Evaluation> evaluations) {
        List<Payment> paid = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            for (Payout payout : evaluation.payouts()) {
                paid.add(payout.granted(
                        evaluation.rule().id(),
                        evaluation.rule().groups(),
                        evaluation.asked().getYear()));
            }
        }
        return paid;
    }

    private static String sum(List<Settlement.Outcome> outcomes) {
        return outcomes.stream()
                .map(Settlement.Outcome::after)
                .reduce(Money.ZERO, Money::plus)
                .words();
    }

    private static ProgrammeFiles.Bureau bureau(String name) {
        return LOADED.bureaus().stream()
                .filter(one -> name.startsWith(one.slug() + "/"))
                .findFirst()
                .orElseThrow();
    }

    private static Rule rule(String name, LocalDate day) {
        return bureau(name).programmes().stream()
                .filter(programme -> name.endsWith("/" + programme.code()))
                .flatMap(programme -> programme.versions().stream())
                .map(BundledProgramme.Version::rule)
                .filter(rule -> rule.basis().effective().contains(day))
                .findFirst()
                .orElseThrow();
    }
}
