package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Value;
import cn.zhirong.subsidy.EnterpriseFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** 云山科技 with its loans, invoices and what it reached: what rules are told, on 20 May 2026. */
class FinancingFactsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);

    @Test
    void a_mixed_pledge_has_the_share_that_the_bank_wrote_and_a_pure_one_all_of_it() {
        FactRecord mixed = loan(entry(
                "loan",
                "kind=loan.mixed",
                "number=借1",
                "amount=800",
                "ipAmount=200",
                "interest=24",
                "rate=3.6",
                "pledge=其他财产、专利",
                "filedOn=2025-06-10",
                "beginsOn=2025-06-15",
                "registeredOn=2025-06-12",
                "status=正常",
                "parties=示例银行",
                "subsidised=否"));
        assertThat(mixed.value("principal")).isEqualTo(Value.of(Money.ofWan(800)));
        assertThat(mixed.value("ip-principal")).isEqualTo(Value.of(Money.ofWan(200)));
        assertThat(mixed.value("ip-share")).isEqualTo(Value.of(new Rate(250_000)));
        assertThat(mixed.value("interest-paid")).isEqualTo(Value.of(Money.ofWan(24)));
        assertThat(mixed.value("actual-rate")).isEqualTo(Value.of(new Rate(36_000)));
        assertThat(mixed.value("pledged-kinds")).isEqualTo(Value.ofCodes(List.of("patent", "other")));
        assertThat(mixed.value("signed-on")).isEqualTo(Value.of(LocalDate.of(2025, 6, 10)));
        assertThat(mixed.value("pledged-on")).isEqualTo(Value.of(LocalDate.of(2025, 6, 12)));
        assertThat(mixed.value("settled-on")).isEqualTo(Value.Day.NEVER);
        assertThat(mixed.value("overdue")).isEqualTo(Value.of(false));
        assertThat(mixed.value("other-subsidy")).isEqualTo(Value.of(false));
        assertThat(mixed.value("other-municipal-subsidy")).isEqualTo(Value.of(false));
        assertThat(loan(entry("loan", "kind=loan.ip", "number=借1", "amount=800"))
                        .value("ip-share"))
                .isEqualTo(Value.of(new Rate(1_000_000)));
        assertThat(loan(entry("loan", "kind=loan.mixed", "number=借1", "amount=800"))
                        .value("ip-share"))
                .isNull();
    }

    @Test
    void other_money_of_a_level_that_the_register_does_not_say_may_be_the_citys_or_not() {
        FactRecord loan = loan(entry("loan", "kind=loan.ip", "number=借1", "subsidised=是"));
        assertThat(loan.value("other-subsidy")).isEqualTo(Value.of(true));
        assertThat(loan.value("other-municipal-subsidy")).isNull();
    }

    @Test
    void interest_counts_for_the_year_before_the_entry_was_true_and_no_other() {
        Item entry = entry("loan", "kind=loan.ip", "number=借1", "interest=24");
        assertThat(loan(entry).value("interest-year")).isEqualTo(Value.of(2025));
        FactRecord later =
                records(facts(LocalDate.of(2027, 3, 1), entry), "loans").getFirst();
        assertThat(later.value("interest-paid")).isNull();
        assertThat(later.value("interest-year")).isNull();
        assertThat(loan(entry("loan", "kind=loan.ip", "number=借1")).value("interest-year"))
                .isNull();
    }

    @Test
    void what_nobody_said_of_a_loan_is_unknown() {
        FactRecord bare = loan(entry("loan", "kind=loan.mixed", "number=借1"));
        assertThat(bare.values()).isEmpty();
        FactRecord free = loan(entry("loan", "kind=loan.other", "number=借1", "pledge=无"));
        assertThat(free.value("pledged-on")).isEqualTo(Value.Day.NEVER);
        assertThat(free.value("pledged-kinds")).isEqualTo(Value.ofCodes(List.of()));
    }

    @Test
    void fees_of_last_year_that_name_the_contract_are_those_of_the_loan() {
        Facts facts = facts(
                entry("loan", "kind=loan.ip", "number=借1", "amount=300"),
                fee("票1", "担保费", "2", "2025-01-01", "借1"),
                fee("票2", "担保费", "1", "2025-12-31", "借1"),
                fee("票3", "担保费", "4", "2024-12-31", "借1"),
                fee("票4", "担保费", "8", "2026-01-01", "借1"),
                fee("票5", "担保费", "16", "2025-06-01", "借2"),
                fee("票6", "评估费", "32", "2025-06-01", "借1"));
        FactRecord loan = records(facts, "loans").getFirst();
        assertThat(loan.value("guarantee-fee")).isEqualTo(Value.of(Money.ofWan(3)));
        assertThat(loan.value("valuation-fee")).isEqualTo(Value.of(Money.ofWan(32)));
        assertThat(loan.value("premium")).isEqualTo(Value.of(Money.ZERO));
        FactRecord of = records(facts, "invoices").getFirst();
        assertThat(of.value("purpose")).isEqualTo(Value.of("loan"));
        assertThat(of.value("loan-principal")).isEqualTo(Value.of(Money.ofWan(300)));
        assertThat(records(facts, "invoices").get(4).value("purpose")).isNull();
    }

    @Test
    void an_invoice_that_names_an_issue_was_paid_for_it() {
        Facts facts = facts(
                entry("event", "kind=event.issue", "number=期1", "beginsOn=2026-03-01", "amount=1000", "interest=38"),
                fee("票1", "评级费", "2", "2026-02-20", "期1"));
        assertThat(records(facts, "issues").getFirst().values())
                .containsEntry("issue-size", Value.of(Money.ofWan(1_000)))
                .containsEntry("financing-cost", Value.of(Money.ofWan(38)))
                .containsEntry("issued-on", Value.of(LocalDate.of(2026, 3, 1)));
        assertThat(records(facts, "invoices").getFirst().values())
                .containsEntry("purpose", Value.of("issue"))
                .containsEntry("fee", Value.of("rating"));
    }

    @Test
    void a_list_of_which_nobody_said_anything_is_unknown_and_one_that_is_empty_is_known() {
        assertThat(facts().get("loans")).isNull();
        Facts none = facts(entry("loan", "kind=loan.none"));
        assertThat(records(none, "loans")).isEmpty();
        assertThat(none.get("invoices")).isNull();
        assertThat(none.get("listed-on")).isNull();
        assertThat(records(facts(entry("fee", "kind=fee.none")), "invoices")).isEmpty();
    }

    @Test
    void stages_that_were_not_reached_have_not_come() {
        Facts facts = facts(
                entry("event", "kind=event.tutoring", "beginsOn=2025-11-03"),
                entry("event", "kind=event.listed", "beginsOn=2026-05-01", "title=科创板", "amount=32000"));
        assertThat(value(facts, "tutoring-on")).isEqualTo(Value.of(LocalDate.of(2025, 11, 3)));
        assertThat(value(facts, "listed-on")).isEqualTo(Value.of(LocalDate.of(2026, 5, 1)));
        assertThat(value(facts, "accepted-on")).isEqualTo(Value.Day.NEVER);
        assertThat(value(facts, "withdrawn-on")).isEqualTo(Value.Day.NEVER);
        assertThat(value(facts, "board")).isEqualTo(Value.of("star"));
        assertThat(value(facts, "proceeds")).isEqualTo(Value.of(Money.ofWan(32_000)));
        assertThat(value(facts(entry("event", "kind=event.none")), "listed-on")).isEqualTo(Value.Day.NEVER);
    }

    @Test
    void the_list_of_abnormal_firms_holds_until_the_day_it_was_taken_off() {
        String on = "beginsOn=2026-01-10";
        assertThat(abnormal(on)).isEqualTo(Value.of(true));
        assertThat(abnormal(on, "endsOn=2026-05-21")).isEqualTo(Value.of(true));
        assertThat(abnormal(on, "endsOn=2026-05-20")).isEqualTo(Value.of(false));
        assertThat(abnormal("beginsOn=2026-05-21")).isEqualTo(Value.of(false));
        assertThat(facts().get("abnormal-list")).isNull();
    }

    private static Value abnormal(String... days) {
        List<String> fields = new ArrayList<>(List.of("kind=credit.abnormal-list", "number=决1"));
        fields.addAll(Arrays.asList(days));
        return value(facts(entry("credit", fields.toArray(String[]::new))), "abnormal-list");
    }

    private static Item fee(String number, String kind, String amount, String day, String of) {
        return entry(
                "fee", "kind=" + kind, "number=" + number, "amount=" + amount, "beginsOn=" + day, "belongsTo=" + of);
    }

    private static FactRecord loan(Item item) {
        return records(facts(item), "loans").getFirst();
    }

    private static List<FactRecord> records(Facts facts, String name) {
        return ((Value.Records) value(facts, name)).records();
    }

    private static Value value(Facts facts, String name) {
        Fact fact = facts.get(name);
        assertThat(fact).as(name).isNotNull();
        return Objects.requireNonNull(fact).value();
    }

    private static Facts facts(Item... items) {
        return facts(DAY, items);
    }

    private static Facts facts(LocalDate day, Item... items) {
        return EnterpriseFacts.of(
                new Profile(1, EnterpriseFixture.code(1), "云山科技", List.of(), List.of(items)), day, "441200");
    }

    /** As an officer types it. */
    private static Item entry(String group, String... fields) {
        Map<String, String> typed = new HashMap<>();
        for (String field : fields) {
            typed.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        List<ItemDraft.Wrong> wrong = new ArrayList<>();
        ItemDraft draft =
                ItemDraft.read(ItemGroup.ofPath(group).orElseThrow(), field -> typed.getOrDefault(field, ""), wrong);
        assertThat(wrong).isEmpty();
        return DemonstrationFirmsTest.item(wrong.size() + 1L, Objects.requireNonNull(draft));
    }
}
