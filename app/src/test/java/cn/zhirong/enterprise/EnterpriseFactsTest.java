package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.subsidy.EnterpriseFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 云山科技: what rules are told of what the register knows. */
class EnterpriseFactsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    private static final LocalDate SEEN = LocalDate.of(2026, 3, 1);

    @Test
    void figures_count_for_the_year_before_the_day_and_no_other() {
        Facts facts = facts(
                List.of(
                        fact(
                                FactField.REVENUE,
                                2025,
                                FactValue.of(Money.ofWan(2_000).fen())),
                        fact(
                                FactField.ASSETS,
                                2024,
                                FactValue.of(Money.ofWan(900).fen())),
                        fact(
                                FactField.RESEARCH_SPENDING,
                                2025,
                                FactValue.of(Money.ofWan(70).fen())),
                        fact(FactField.STAFF, 2024, FactValue.of(31))),
                List.of());
        assertThat(facts.get("revenue").value()).isEqualTo(Value.of(Money.ofWan(2_000)));
        assertThat(facts.get("total-assets")).isNull();
        assertThat(facts.get("rd-share").value()).isEqualTo(Value.of(new Rate(35_000)));
        assertThat(facts.get("staff").value()).isEqualTo(Value.of(31));
    }

    @Test
    void a_ratio_without_a_whole_is_unknown() {
        assertThat(facts(
                                List.of(
                                        fact(FactField.REVENUE, 2025, FactValue.of(0)),
                                        fact(FactField.RESEARCH_SPENDING, 2025, FactValue.of(1))),
                                List.of())
                        .get("rd-share"))
                .isNull();
    }

    @Test
    void debts_are_what_is_left_of_assets_without_the_net_ones() {
        Facts facts = facts(
                List.of(
                        fact(FactField.ASSETS, 2025, FactValue.of(300)),
                        fact(FactField.NET_ASSETS, 2025, FactValue.of(100))),
                List.of());
        assertThat(facts.get("debt-ratio").value()).isEqualTo(Value.of(new Rate(666_667)));
    }

    @Test
    void a_firm_is_of_the_place_by_its_zone_or_by_the_code_of_the_place_in_its_own() {
        assertThat(facts(List.of(), List.of())
                        .get("registered-here")
                        .provenance()
                        .evidence())
                .contains("统一社会信用代码");
        Facts here = facts(List.of(fact(FactField.ZONE, 0, FactValue.of("端州区"))), List.of());
        assertThat(here.get("registered-here").provenance()).isEqualTo(new Provenance(Source.VERIFIED, SEEN, "年报"));
        Profile elsewhere = profile(List.of(), List.of());
        assertThat(EnterpriseFacts.of(elsewhere, DAY, "120100").get("registered-here"))
                .isNull();
        assertThat(EnterpriseFacts.of(elsewhere, DAY, "").get("registered-here"))
                .isNull();
        assertThat(EnterpriseFacts.of(elsewhere, DAY, "440000").get("registered-here"))
                .isNotNull();
        assertThat(EnterpriseFacts.of(elsewhere, DAY, "441202").get("registered-here"))
                .isNull();
    }

    @Test
    void size_follows_from_industry_and_figures_and_is_as_sure_as_the_least_sure_of_them() {
        Fact declared = new Fact(
                9,
                FactField.STAFF,
                2025,
                FactValue.of(30),
                FactSource.DECLARED,
                SEEN,
                "自报",
                FactState.WAITS,
                "he",
                Instant.EPOCH,
                null,
                null,
                "");
        Facts facts = facts(
                List.of(
                        fact(FactField.INDUSTRY_CODE, 0, FactValue.of("3921")),
                        fact(
                                FactField.REVENUE,
                                2025,
                                FactValue.of(Money.ofWan(1_500).fen())),
                        declared),
                List.of());
        assertThat(facts.get("size").value()).isEqualTo(Value.of("small"));
        assertThat(facts.get("size").provenance().source()).isEqualTo(Source.DECLARED);
    }

    @Test
    void lists_say_nothing_before_the_register_holds_any_entry() {
        Facts none = facts(List.of(), List.of());
        assertThat(Stream.of("honours", "ip-assets", "penalties", "in-reserve").map(none::get))
                .containsOnlyNulls();
        Facts some = facts(List.of(), List.of(item(1, ItemKind.INVENTION, "ZL1", SEEN, null)));
        assertThat(some.get("honours").value()).isEqualTo(Value.ofCodes(List.of()));
        assertThat(some.get("in-reserve").value()).isEqualTo(Value.of(false));
        assertThat(((Value.Records) some.get("ip-assets").value()).records())
                .singleElement()
                .satisfies(asset -> {
                    assertThat(asset.id()).isEqualTo("ZL1");
                    assertThat(asset.value("kind")).isEqualTo(Value.of("invention"));
                    assertThat(asset.value("valid")).isEqualTo(Value.of(true));
                    assertThat(asset.value("granted-on")).isEqualTo(Value.of(SEEN));
                });
    }

    @Test
    void an_honour_counts_to_its_last_day() {
        Item lasts = item(1, ItemKind.HIGH_TECH, "GR1", SEEN, DAY);
        Item over = item(2, ItemKind.SPECIALISED, "ZJTX1", SEEN, DAY.minusDays(1));
        assertThat(facts(List.of(), List.of(lasts, over)).get("honours").value())
                .isEqualTo(Value.ofCodes(List.of("high-tech")));
    }

    @Test
    void dishonesty_of_the_lists_stands_before_the_flag() {
        Fact honest = fact(FactField.DISHONEST, 0, FactValue.of(0));
        assertThat(facts(List.of(honest), List.of()).get("serious-violation").value())
                .isEqualTo(Value.of(false));
        Item listed = item(1, ItemKind.DISHONESTY, "示例1", SEEN, null);
        assertThat(facts(List.of(honest), List.of(listed))
                        .get("serious-violation")
                        .value())
                .isEqualTo(Value.of(true));
        assertThat(facts(List.of(), List.of()).get("serious-violation")).isNull();
    }

    private static Facts facts(List<Fact> facts, List<Item> items) {
        return EnterpriseFacts.of(profile(facts, items), DAY, "441200");
    }

    private static Profile profile(List<Fact> facts, List<Item> items) {
        return new Profile(1, EnterpriseFixture.code(1), "云山科技", facts, items);
    }

    private static Fact fact(FactField field, int year, FactValue value) {
        return new Fact(
                field.ordinal() + 1L,
                field,
                year,
                value,
                FactSource.VERIFIED,
                SEEN,
                "年报",
                FactState.STANDS,
                "chen",
                Instant.EPOCH,
                null,
                null,
                "");
    }

    private static Item item(long id, ItemKind kind, String number, LocalDate from, @Nullable LocalDate until) {
        return new Item(
                id,
                kind,
                number,
                "",
                null,
                from,
                until,
                "有效",
                "",
                null,
                ItemTerms.NONE,
                FactSource.VERIFIED,
                SEEN,
                "证书",
                FactState.STANDS,
                "chen",
                Instant.EPOCH,
                null,
                null,
                "");
    }
}
