package cn.zhirong.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Value;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsJsonTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    private static final Provenance SEEN = new Provenance(Source.VERIFIED, LocalDate.of(2026, 1, 2), "2025年审计报告");

    @Test
    void what_is_written_reads_back_as_the_same_facts_with_their_sources() {
        Facts facts = Facts.of(Map.of(
                "revenue", new Fact(Value.of(new Money(1_234_567_89L)), SEEN),
                "rd-share", new Fact(Value.of(new Rate(36_250)), SEEN),
                "staff", new Fact(Value.of(12), SEEN),
                "registered-here", new Fact(Value.of(false), SEEN),
                "founded-on", new Fact(Value.of(LocalDate.of(2024, 2, 29)), SEEN),
                "size", new Fact(Value.of("small"), SEEN),
                "honours", new Fact(Value.ofCodes(List.of()), SEEN),
                "loans",
                        new Fact(
                                Value.ofRecords(List.of(new FactRecord(
                                        "合同1",
                                        Map.of("principal", Value.of(Money.ofWan(500)), "covered", Value.of(true)),
                                        SEEN))),
                                SEEN)));
        FactsJson.Reading reading = FactsJson.read(FactsJson.write(facts), StandardFacts.catalogue(), TODAY);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.facts()).isEqualTo(facts);
    }

    @Test
    void a_list_told_in_part_stays_one_and_only_lists_can_be() {
        Value some = Value.ofSomeRecords(List.of(new FactRecord("专利1", Map.of(), SEEN)));
        Facts facts = Facts.of(Map.of("ip-assets", new Fact(some, SEEN)));
        assertThat(FactsJson.read(FactsJson.write(facts), StandardFacts.catalogue(), TODAY)
                        .orRefuse())
                .isEqualTo(facts);
        Map<String, Object> one = Map.of("value", List.of(Map.of("id", "专利1")), "whole", false);
        Facts declared = FactsJson.declared(Map.of("ip-assets", one), StandardFacts.catalogue(), TODAY)
                .orRefuse();
        assertThat(((Value.Records) declared.get("ip-assets").value()).whole()).isFalse();
        for (Map<String, ?> wrong : List.of(
                Map.of("revenueFen", Map.of("value", 5, "whole", false)),
                Map.of("ip-assets", Map.of("value", List.of(), "whole", "no")))) {
            assertThat(FactsJson.declared(wrong, StandardFacts.catalogue(), TODAY)
                            .problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains("whole 只能写在清单旁边"));
        }
    }

    @Test
    void bare_values_are_declared_on_the_day_they_were_sent() {
        Facts facts = read(Map.of("revenueFen", 2_000_000_000L, "rd-share", "3.5%", "honours", List.of("high-tech")))
                .orRefuse();
        assertThat(facts.get("revenue"))
                .isEqualTo(new Fact(Value.of(Money.ofWan(2_000)), new Provenance(Source.DECLARED, TODAY, "")));
        assertThat(facts.get("rd-share").value()).isEqualTo(Value.of(new Rate(35_000)));
        assertThat(facts.get("honours").value()).isEqualTo(Value.ofCodes(List.of("high-tech")));
    }

    @Test
    void null_is_unknown_and_an_empty_list_is_known() {
        Map<String, Object> sent = new java.util.HashMap<>();
        sent.put("staff", null);
        sent.put("loans", List.of());
        Facts facts = read(sent).orRefuse();
        assertThat(facts.get("staff")).isNull();
        assertThat(facts.get("loans").value()).isEqualTo(Value.ofRecords(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "revenue, 2000, 上年营业收入",
        "revenue, 2000万, ''",
        "revenue, 0.001元, 上年营业收入",
        "rd-share, 3.5, 研发投入",
        "founded-on, 2026-02-29, 成立日期",
        "founded-on, 2024-02-29, ''",
        "size, 特大, 企业规模",
        "size, 小型, ''",
        "__proto__, 1, 没有名为",
        "class, 1, 没有名为",
        "T(java.lang.Runtime), 1, 没有名为"
    })
    void a_text_is_taken_with_its_unit_or_told_by_the_name_of_its_fact(String name, String value, String problem) {
        List<Refusal.Field> problems = read(Map.of(name, value)).problems();
        if (problem.isEmpty()) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().satisfies(told -> {
                assertThat(told.field()).isEqualTo(name);
                assertThat(told.message()).contains(problem);
            });
        }
    }

    @Test
    void numbers_out_of_range_are_told_and_never_cut() {
        assertThat(read(Map.of("revenueFen", 1_000_000_000_000_000L)).problems())
                .isEmpty();
        assertThat(read(Map.of("revenueFen", 1_000_000_000_000_001L)).problems())
                .hasSize(1);
        assertThat(read(Map.of("revenueFen", new java.math.BigInteger("9223372036854775808")))
                        .problems())
                .hasSize(1);
        assertThat(read(Map.of("staff", -1)).problems()).hasSize(1);
        assertThat(read(Map.of("staff", new java.math.BigDecimal("1.5"))).problems())
                .hasSize(1);
    }

    @Test
    void records_are_told_by_their_place() {
        List<Refusal.Field> problems = read(Map.of(
                        "loans",
                        List.of(
                                Map.of("id", "甲", "principal", "500万元"),
                                Map.of("id", "甲", "principal", "500万元"),
                                Map.of("principal", "500"),
                                "不是对象")))
                .problems();
        assertThat(problems)
                .extracting(Refusal.Field::field)
                .containsExactly("loans[1].id", "loans[2].id", "loans[2].principal", "loans[3]");
    }

    @Test
    void who_cannot_vouch_for_a_source_declares_whatever_they_call_it() {
        Map<String, Object> sent = Map.of(
                "revenue",
                Map.of("value", "2000万元", "source", "verified", "on", "2026-01-02", "evidence", "审计报告"),
                "loans",
                List.of(Map.of(
                        "id",
                        "HT1",
                        "interest-paid",
                        "6万元",
                        "source",
                        "verified",
                        "on",
                        "2026-01-02",
                        "evidence",
                        "银行核实")));
        Provenance declared = new Provenance(Source.DECLARED, TODAY, "");
        Facts facts = FactsJson.declared(sent, StandardFacts.catalogue(), TODAY).orRefuse();
        assertThat(facts.get("revenue").provenance()).isEqualTo(declared);
        assertThat(facts.get("loans").provenance()).isEqualTo(declared);
        assertThat(((Value.Records) facts.get("loans").value()).records())
                .extracting(FactRecord::provenance)
                .containsExactly(declared);
        assertThat(read(sent).orRefuse().get("revenue").provenance().source()).isEqualTo(Source.VERIFIED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02, 300, true",
        "2026-01-02, 301, false",
        "1949-10-01, 0, true",
        "1949-09-30, 0, false",
        "2099-12-31, 0, true",
        "+999999999-01-01, 0, false"
    })
    void a_source_has_a_day_that_can_be_kept_and_evidence_of_so_many_characters(String on, int length, boolean fits) {
        assertThat(read(Map.of(
                                "staff",
                                Map.of("value", 12, "source", "imported", "on", on, "evidence", "据".repeat(length))))
                        .problems())
                .hasSize(fits ? 0 : 1);
    }

    @Test
    void evidence_stands_in_one_line() {
        assertThat(read(Map.of(
                                "staff",
                                Map.of("value", 12, "source", "imported", "on", "2026-01-02", "evidence", "一\n二")))
                        .problems())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "founded-on, 1949-10-01, true",
        "founded-on, 1949-09-30, false",
        "founded-on, 2099-12-31, true",
        "founded-on, 2100-01-01, false",
        "founded-on, -999999999-1-1, false",
        "founded-on, +99999-1-1, false",
        "revenue, 0元, true",
        "revenue, -1元, false",
        "net-assets, -1元, true",
        "rd-share, 0%, true",
        "rd-share, -50%, false"
    })
    void values_lie_within_their_bounds(String name, String value, boolean fits) {
        assertThat(read(Map.of(name, value)).problems()).hasSize(fits ? 0 : 1);
    }

    private static FactsJson.Reading read(Map<String, ?> object) {
        return FactsJson.read(object, StandardFacts.catalogue(), TODAY);
    }
}
