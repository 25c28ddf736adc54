package cn.zhirong.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Value;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    private static final FactForm FORM = FactForm.of(List.of(interest()), StandardFacts.catalogue());

    @Test
    void a_form_asks_what_the_rule_can_look_at_and_nothing_that_only_officers_can_say() {
        assertThat(FORM.wanted())
                .containsOnlyKeys("registered-here", "size", "listed-dishonest", "abnormal-list", "ip-assets", "loans");
        assertThat(FORM.wanted().get("loans"))
                .containsExactly(
                        "pledged-kinds",
                        "ip-principal",
                        "ip-share",
                        "interest-paid",
                        "interest-year",
                        "actual-rate",
                        "signed-on",
                        "pledged-on",
                        "other-municipal-subsidy");
    }

    @Test
    void what_was_typed_becomes_facts_and_what_was_left_empty_is_unknown() {
        Facts facts = read(Map.of(
                        "f-registered-here", "true",
                        "f-size", "",
                        "f-loans-n", "2",
                        "f-loans-1-ip-principal", "500",
                        "f-loans-1-interest-paid", "180000元",
                        "f-loans-1-actual-rate", "3.6"))
                .orRefuse();
        assertThat(facts.get("registered-here").value()).isEqualTo(Value.of(true));
        assertThat(facts.get("size")).isNull();
        Value.Records loans = (Value.Records) facts.get("loans").value();
        assertThat(loans.records()).singleElement().satisfies(loan -> {
            assertThat(loan.id()).isEqualTo("第1笔");
            assertThat(loan.value("ip-principal")).isEqualTo(Value.of(Money.ofWan(500)));
            assertThat(loan.value("interest-paid")).isEqualTo(Value.of(Money.ofWan(18)));
            assertThat(loan.value("signed-on")).isNull();
        });
    }

    @Test
    void an_invoice_is_asked_which_issue_it_was_paid_for_in_words_that_say_what_to_write() {
        FactForm form = FactForm.of(List.of(bundled("binhai", "securitisation")), StandardFacts.catalogue());
        FactForm.Field invoices = form.fields(Facts.none()).stream()
                .filter(field -> field.name().equals("f-invoices"))
                .findFirst()
                .orElseThrow();
        assertThat(invoices.rows().getFirst().fields())
                .filteredOn(field -> field.label().equals("对应的合同或产品编号"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.kind()).isEqualTo("text");
                    assertThat(field.hint()).contains("那期产品的编号", "“第1期”");
                });
        // An issue without a number is called by its place, and that is what its invoices say.
        Map<String, String> typed = Map.of(
                "f-issues-n", "1",
                "f-issues-1-issued-on", "2026-05-01",
                "f-invoices-n", "1",
                "f-invoices-1-belongs-to", "第1期");
        Facts facts = FactAnswers.read(form, typed, Facts.none(), TODAY).orRefuse();
        FactRecord issue =
                ((Value.Records) facts.get("issues").value()).records().getFirst();
        FactRecord invoice =
                ((Value.Records) facts.get("invoices").value()).records().getFirst();
        assertThat(invoice.value("belongs-to")).isEqualTo(Value.of(issue.id()));
    }

    @Test
    void every_wrong_field_is_told_by_its_name_at_once() {
        assertThat(read(Map.of("f-registered-here", "也许", "f-loans-n", "1", "f-loans-1-actual-rate", "-3"))
                        .problems())
                .extracting(Refusal.Field::field)
                .containsExactly("f-registered-here", "f-loans-1-actual-rate");
    }

    @Test
    void a_number_corrected_alone_is_corrected() {
        Facts known = read(Map.of("f-loans-n", "1", "f-loans-1-id", "合同1", "f-loans-1-ip-principal", "500"))
                .orRefuse();
        Map<String, String> typed = Map.of("f-loans-n", "1", "f-loans-1-id", "合同2", "f-loans-1-ip-principal", "500");
        Facts corrected = FactAnswers.read(FORM, typed, known, TODAY).orRefuse();
        assertThat(((Value.Records) corrected.get("loans").value()).records())
                .extracting(FactRecord::id)
                .containsExactly("合同2");
    }

    @Test
    void all_entries_of_the_register_are_shown_and_read_back() {
        List<FactRecord> many = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            many.add(new FactRecord(
                    "专利" + i,
                    Map.of("kind", Value.of(i == 25 ? "invention" : "utility")),
                    new Provenance(Source.IMPORTED, TODAY, "名单")));
        }
        Facts known = Facts.of(
                Map.of("ip-assets", new Fact(Value.ofRecords(many), new Provenance(Source.IMPORTED, TODAY, "名单"))));
        Map<String, String> typed = new HashMap<>();
        for (FactForm.Field field : FORM.only(List.of("ip-assets")).fields(known)) {
            typed.put(field.name() + "-n", String.valueOf(field.rows().size()));
            field.rows().forEach(row -> {
                typed.put(row.idField(), row.id());
                row.fields()
                        .forEach(one -> typed.put(
                                one.name(),
                                one.options().stream()
                                        .filter(FactForm.Option::chosen)
                                        .findFirst()
                                        .orElseThrow()
                                        .value()));
            });
        }
        assertThat(FactAnswers.read(FORM.only(List.of("ip-assets")), typed, known, TODAY)
                        .orRefuse())
                .isEqualTo(known);
    }

    @Test
    void kinds_of_a_pledge_are_chosen_and_a_day_that_has_not_come_is_known() {
        Facts facts = read(Map.of(
                        "f-loans-n", "1",
                        "f-loans-1-pledged-kinds-patent", "yes",
                        "f-loans-1-pledged-kinds-other", "yes",
                        "f-loans-1-pledged-on-none", "yes"))
                .orRefuse();
        FactRecord loan = ((Value.Records) facts.get("loans").value()).records().getFirst();
        assertThat(loan.value("pledged-kinds")).isEqualTo(Value.ofCodes(List.of("patent", "other")));
        assertThat(loan.value("pledged-on")).isEqualTo(Value.Day.NEVER);
        FactForm.Field shown = FORM.only(List.of("loans")).fields(facts).getFirst();
        assertThat(shown.rows().getFirst().fields())
                .filteredOn(field -> field.name().endsWith("pledged-on"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.none()).isTrue();
                    assertThat(field.value()).isEmpty();
                });
        assertThat(read(Map.of(
                                "f-loans-n", "1",
                                "f-loans-1-pledged-on", "2025-06-12",
                                "f-loans-1-pledged-on-none", "yes"))
                        .problems())
                .extracting(Refusal.Field::field)
                .containsExactly("f-loans-1-pledged-on");
    }

    @Test
    void amounts_below_nothing_and_days_of_no_firm_are_refused() {
        assertThat(read(Map.of("f-loans-n", "1", "f-loans-1-interest-paid", "-0.01"))
                        .problems())
                .hasSize(1);
        assertThat(read(Map.of("f-loans-n", "1", "f-loans-1-interest-paid", "0"))
                        .problems())
                .isEmpty();
        for (String day : List.of("-999999999-1-1", "+99999-1-1", "1949-09-30", "2100-01-01", "9999-12-31")) {
            assertThat(read(Map.of("f-loans-n", "1", "f-loans-1-signed-on", day))
                            .problems())
                    .as(day)
                    .hasSize(1);
        }
        for (String day : List.of("1949-10-01", "2099-12-31")) {
            assertThat(read(Map.of("f-loans-n", "1", "f-loans-1-signed-on", day))
                            .problems())
                    .as(day)
                    .isEmpty();
        }
    }

    @Test
    void none_is_known_and_cannot_stand_beside_entries() {
        assertThat(read(Map.of("f-loans-n", "1", "f-loans-none", "yes"))
                        .orRefuse()
                        .get("loans")
                        .value())
                .isEqualTo(Value.ofRecords(List.of()));
        assertThat(read(Map.of("f-loans-n", "1", "f-loans-none", "yes", "f-loans-1-id", "合同1"))
                        .problems())
                .extracting(Refusal.Field::field)
                .containsExactly("f-loans-none");
    }

    @Test
    void two_entries_of_one_name_are_told_apart_first() {
        assertThat(read(Map.of("f-loans-n", "2", "f-loans-1-id", "合同1", "f-loans-2-id", "合同1"))
                        .problems())
                .extracting(Refusal.Field::field)
                .containsExactly("f-loans-2-id");
    }

    @Test
    void an_answer_that_says_what_is_known_keeps_its_source() {
        Provenance verified = new Provenance(Source.VERIFIED, LocalDate.of(2026, 1, 2), "执照");
        Facts known = Facts.of(
                Map.of("size", new Fact(Value.of("small"), verified), "green", new Fact(Value.of(true), verified)));
        Facts same =
                FactAnswers.read(FORM, Map.of("f-size", "small"), known, TODAY).orRefuse();
        assertThat(same.get("size").provenance()).isEqualTo(verified);
        assertThat(same.get("green")).isEqualTo(known.get("green"));
        Facts other =
                FactAnswers.read(FORM, Map.of("f-size", "micro"), known, TODAY).orRefuse();
        assertThat(other.get("size").provenance().source()).isEqualTo(Source.DECLARED);
    }

    @Test
    void what_a_form_shows_reads_back_as_the_same_facts() {
        Facts facts = read(Map.of(
                        "f-registered-here", "false",
                        "f-size", "micro",
                        "f-ip-assets-n", "1",
                        "f-ip-assets-1-kind", "invention",
                        "f-loans-n", "2",
                        "f-loans-1-interest-paid", "12345.67元",
                        "f-loans-2-actual-rate", "3.625",
                        "f-loans-2-signed-on", "2025-06-10"))
                .orRefuse();
        Map<String, String> shown = new HashMap<>();
        FORM.fields(facts).forEach(field -> show(field, shown));
        assertThat(FactAnswers.read(FORM, shown, Facts.none(), TODAY).orRefuse())
                .isEqualTo(facts);
    }

    @Test
    void a_corrected_number_is_kept_even_where_nothing_else_changed() {
        Facts known = read(Map.of("f-loans-n", "1", "f-loans-1-id", "HT001", "f-loans-1-interest-paid", "2"))
                .orRefuse();
        Facts corrected = FactAnswers.read(
                        FORM,
                        Map.of("f-loans-n", "1", "f-loans-1-id", "HT002", "f-loans-1-interest-paid", "2"),
                        known,
                        TODAY)
                .orRefuse();
        assertThat(records(corrected, "loans")).extracting(FactRecord::id).containsExactly("HT002");
    }

    @Test
    void what_is_known_beyond_the_rows_of_a_form_stays_when_it_is_saved() {
        Facts known = patents(FactForm.MOST_ROWS + 5);
        Map<String, String> shown = new HashMap<>();
        List<FactForm.Field> fields = FORM.fields(known);
        fields.forEach(field -> show(field, shown));
        assertThat(fields)
                .filteredOn(field -> field.name().equals("f-ip-assets"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.rows()).hasSize(FactForm.MOST_ROWS);
                    assertThat(field.hint()).contains("已有 25 件，这里列出前 20 件");
                });
        assertThat(FactAnswers.read(FORM, shown, known, TODAY).orRefuse()).isEqualTo(known);
        shown.put("f-ip-assets-1-kind", "design");
        List<FactRecord> saved =
                records(FactAnswers.read(FORM, shown, known, TODAY).orRefuse(), "ip-assets");
        assertThat(saved).hasSize(FactForm.MOST_ROWS + 5);
        assertThat(saved.getFirst().provenance().source()).isEqualTo(Source.DECLARED);
        assertThat(saved.subList(1, saved.size()))
                .allSatisfy(record -> assertThat(record.provenance().source()).isEqualTo(Source.VERIFIED));
        shown.put("f-ip-assets-1-id", "ZL25");
        assertThat(FactAnswers.read(FORM, shown, known, TODAY).problems())
                .extracting(Refusal.Field::field)
                .containsExactly("f-ip-assets-1-id");
    }

    @Test
    void a_form_with_room_for_all_says_nothing_of_more() {
        assertThat(FORM.fields(patents(FactForm.MOST_ROWS)))
                .filteredOn(field -> field.name().equals("f-ip-assets"))
                .singleElement()
                .satisfies(field -> assertThat(field.hint()).doesNotContain("列出前"));
    }

    private static Facts patents(int count) {
        Provenance verified = new Provenance(Source.VERIFIED, LocalDate.of(2026, 1, 2), "专利证书");
        List<FactRecord> patents = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new FactRecord(
                        "ZL" + number, Map.of("kind", Value.of("invention"), "pledged", Value.of(false)), verified))
                .toList();
        return Facts.of(Map.of("ip-assets", new Fact(Value.ofRecords(patents), verified)));
    }

    private static List<FactRecord> records(Facts facts, String list) {
        return ((Value.Records) facts.get(list).value()).records();
    }

    private static void show(FactForm.Field field, Map<String, String> shown) {
        field.options().stream()
                .filter(FactForm.Option::chosen)
                .forEach(option -> shown.put(field.name(), option.value()));
        if (field.options().isEmpty() && !field.value().isEmpty()) {
            shown.put(field.name(), field.value());
        }
        if (field.kind().equals("records")) {
            shown.put(field.name() + "-n", String.valueOf(field.rows().size()));
            for (FactForm.Row row : field.rows()) {
                shown.put(row.idField(), row.id());
                row.fields().forEach(one -> show(one, shown));
            }
        }
    }

    private static FactsJson.Reading read(Map<String, String> typed) {
        return FactAnswers.read(FORM, typed, Facts.none(), TODAY);
    }

    private static Rule interest() {
        return version("zhaoqing", "interest", 1);
    }

    private static Rule bundled(String bureau, String programme) {
        return version(bureau, programme, 0);
    }

    private static Rule version(String slug, String code, int at) {
        return ProgrammeFiles.bundled().bureaus().stream()
                .filter(bureau -> bureau.slug().equals(slug))
                .flatMap(bureau -> bureau.programmes().stream())
                .filter(programme -> programme.code().equals(code))
                .map(programme -> programme.versions().get(at).rule())
                .findFirst()
                .orElseThrow();
    }
}
