package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Value;
import cn.zhirong.rule.Verdict;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A case that is opened and saved says afterwards what it said, whatever the form has room for. */
class CaseFormTest {
    private static final Provenance REGISTER = new Provenance(Source.VERIFIED, LocalDate.parse("2025-12-31"), "年报");
    private static final FactDefinition REVENUE = definition("revenue");
    private static final FactDefinition LOANS = definition("loans");

    private final CaseForm form = new CaseForm(Map.of(REVENUE, Set.of(), LOANS, Set.of("principal")));

    private static FactDefinition definition(String name) {
        return StandardFacts.catalogue().find(name).orElseThrow();
    }

    private static FactRecord loan(int number) {
        return new FactRecord(
                "合同" + number, Map.of("principal", Value.of(Money.ofWan(number)), "bank", Value.of("云山银行")), REGISTER);
    }

    private static Facts firm(int loans) {
        return Facts.of(Map.of(
                "revenue", new Fact(Value.of(Money.ofWan(3_000)), REGISTER),
                "assets", new Fact(Value.of(Money.ofWan(9_000)), REGISTER),
                "loans",
                        new Fact(
                                Value.ofRecords(IntStream.rangeClosed(1, loans)
                                        .mapToObj(CaseFormTest::loan)
                                        .toList()),
                                REGISTER)));
    }

    private Map<String, String> shown(Facts facts) {
        RuleCase one = new RuleCase(7, "三十五笔贷款", LocalDate.parse("2026-03-01"), facts, Verdict.MET, 100L);
        Map<String, String> fields = CaseForm.head(one);
        fields.putAll(form.fields(facts));
        return fields;
    }

    private static List<FactRecord> loans(RuleCase one) {
        Value value = Objects.requireNonNull(one.facts().get("loans")).value();
        return ((Value.Records) value).records();
    }

    @Test
    void what_is_saved_as_it_was_opened_is_the_same_case() {
        Facts facts = firm(35);
        assertThat(form.read(7, shown(facts), facts).facts()).isEqualTo(facts);
    }

    @Test
    void a_list_at_the_bound_is_whole_and_beyond_it_the_rest_is_told_and_stays() {
        assertThat(form.asked(shown(firm(20)), firm(20)).lists())
                .extracting(CaseView.Records::beyond)
                .containsExactly(0);
        Facts facts = firm(21);
        assertThat(form.asked(shown(facts), facts).lists())
                .extracting(CaseView.Records::beyond)
                .containsExactly(1);
        Map<String, String> fewer = CaseForm.moved(shown(facts), "remove:loans:0");
        assertThat(loans(form.read(7, fewer, facts)))
                .extracting(FactRecord::id)
                .hasSize(20)
                .doesNotContain("合同1")
                .contains("合同21");
    }

    @Test
    void what_is_answered_otherwise_is_said_by_the_officer_and_the_rest_keeps_its_source() {
        Facts facts = firm(2);
        Map<String, String> fields = shown(facts);
        fields.put("fact.revenue", "2999万元");
        fields.put("list.loans.1.principal", "5万元");

        RuleCase read = form.read(7, fields, facts);

        Fact revenue = Objects.requireNonNull(read.facts().get("revenue"));
        assertThat(revenue.value()).isEqualTo(Value.of(Money.ofWan(2_999)));
        assertThat(revenue.provenance().source()).isEqualTo(Source.DECLARED);
        assertThat(read.facts().get("assets")).isEqualTo(facts.get("assets"));
        assertThat(loans(read).getFirst()).isEqualTo(loan(1));
        assertThat(loans(read).get(1).values())
                .isEqualTo(Map.of("principal", Value.of(Money.ofWan(5)), "bank", Value.of("云山银行")));
    }

    @Test
    void what_is_emptied_is_unknown() {
        Facts facts = firm(1);
        Map<String, String> fields = new HashMap<>(CaseForm.moved(shown(facts), "remove:loans:0"));
        fields.put("fact.revenue", "");
        fields.remove("known.loans");
        Facts read = form.read(7, fields, facts).facts();
        assertThat(read.get("revenue")).isNull();
        assertThat(read.get("loans")).isNull();
        assertThat(read.get("assets")).isNotNull();
    }
}
