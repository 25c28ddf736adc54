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
    void a_list_says_nothing_before_the_register_holds_an_entry_of_it() {
        Facts none = facts(List.of(), List.of());
        assertThat(Stream.of("honours", "ip-assets", "penalties", "in-reserve").map(none::get))
                .containsOnlyNulls();
        Facts some = facts(List.of(), List.of(item(1, ItemKind.INVENTION, "ZL1", SEEN, null)));
        assertThat(Stream.of("honours", "penalties", "in-reserve").map(some::get))
                .containsOnlyNulls();
        Facts without = facts(List.of(), List.of(item(1, ItemKind.NO_HONOURS, "", SEEN, null)));
        assertThat(without.get("honours").value()).isEqualTo(Value.ofCodes(List.of()));
        assertThat(without.get("in-reserve").value()).isEqualTo(Value.of(false));
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
    void a_ratio_beyond_a_million_fold_is_unknown_and_breaks_nothing() {
        assertThat(shareOf(1, 1_000_000).value()).isEqualTo(Value.of(new Rate(1_000_000_000_000L)));
        assertThat(shareOf(1, 1_000_001)).isNull();
        assertThat(shareOf(1, FactField.TRILLION)).isNull();
        Profile broken = profile(
                List.of(
                        fact(FactField.REVENUE, 2025, FactValue.of(1)),
                        fact(FactField.RESEARCH_SPENDING, 2025, FactValue.of(FactField.TRILLION))),
                List.of());
        assertThat(broken.value(FactField.RESEARCH_SHARE, 2025)).isEqualTo(FactValue.UNKNOWN);
    }

    private static cn.zhirong.rule.@Nullable Fact shareOf(long revenue, long research) {
        return facts(
                        List.of(
                                fact(FactField.REVENUE, 2025, FactValue.of(revenue)),
                                fact(FactField.RESEARCH_SPENDING, 2025, FactValue.of(research))),
                        List.of())
                .get("rd-share");
    }

    @Test
    void a_zone_that_only_the_firm_names_does_not_make_it_one_of_the_place() {
        Fact declared = new Fact(
                9,
                FactField.ZONE,
                0,
                FactValue.of("广州市天河区"),
                FactSource.DECLARED,
                SEEN,
                "自报",
                FactState.WAITS,
                "he",
                Instant.EPOCH,
                null,
                null,
                "");
        assertThat(EnterpriseFacts.of(profile(List.of(declared), List.of()), DAY, "120100")
                        .get("registered-here"))
                .isNull();
    }

    @Test
    void property_is_valid_by_words_that_say_so_and_unknown_by_words_that_say_nothing() {
        assertThat(valid("有效")).isEqualTo(Value.of(true));
        assertThat(valid("")).isEqualTo(Value.of(true));
        assertThat(valid("无效宣告审理中")).isEqualTo(Value.of(true));
        assertThat(valid("失效")).isEqualTo(Value.of(false));
        assertThat(valid("已放弃")).isEqualTo(Value.of(false));
        assertThat(valid("未缴年费终止")).isEqualTo(Value.of(false));
        // An application with a day of its grant contradicts itself.
        assertThat(valid("申请中")).isNull();
        assertThat(valid("待查")).isNull();
    }

    private static @Nullable Value valid(String status) {
        Item listed = item(1, ItemKind.INVENTION, "ZL1", SEEN, null, status);
        return ((Value.Records)
                        facts(List.of(), List.of(listed)).get("ip-assets").value())
                .records()
                .getFirst()
                .value("valid");
    }

    @Test
    void what_was_applied_for_and_not_granted_does_not_hold() {
        Item granted = item(1, ItemKind.INVENTION, "ZL1", SEEN, null);
        Item filed = new Item(
                2,
                ItemKind.INVENTION,
                "ZL2",
                "",
                SEEN,
                null,
                null,
                "",
                "",
                null,
                ItemTerms.NONE,
                FactSource.VERIFIED,
                SEEN,
                "受理通知书",
                FactState.STANDS,
                "chen",
                Instant.EPOCH,
                null,
                null,
                "");
        assertThat(granted.holdsOn(DAY)).isTrue();
        assertThat(filed.holdsOn(DAY)).isFalse();
    }

    @Test
    void dishonesty_counts_for_three_years_after_its_end() {
        assertThat(dishonest(DAY.minusYears(3))).isEqualTo(Value.of(true));
        assertThat(dishonest(DAY.minusYears(3).minusDays(1))).isNull();
    }

    private static @Nullable Value dishonest(LocalDate end) {
        Item over = item(1, ItemKind.SERIOUS_LIST, "示例1", end.minusYears(1), end);
        cn.zhirong.rule.Fact fact = facts(List.of(), List.of(over)).get("serious-violation");
        return fact == null ? null : fact.value();
    }

    @Test
    void a_firm_is_on_the_serious_list_from_the_day_it_was_put_there_until_it_is_taken_off() {
        assertThat(listed(DAY, null)).isEqualTo(Value.of(true));
        assertThat(listed(DAY.plusDays(1), null)).isEqualTo(Value.of(false));
        assertThat(listed(DAY.minusYears(1), DAY.plusDays(1))).isEqualTo(Value.of(true));
        assertThat(listed(DAY.minusYears(1), DAY)).isEqualTo(Value.of(false));
    }

    @Test
    void dishonesty_that_never_came_to_the_serious_list_is_none_of_it_and_where_nobody_looked_nothing_is_known() {
        Facts punished = facts(List.of(), List.of(item(1, ItemKind.DISHONESTY, "示例1", SEEN, null)));
        assertThat(punished.get("serious-violation").value()).isEqualTo(Value.of(true));
        assertThat(punished.get("listed-dishonest").value()).isEqualTo(Value.of(false));
        Facts clean = facts(List.of(), List.of(item(1, ItemKind.NO_CREDIT, "", SEEN, null)));
        assertThat(clean.get("listed-dishonest").value()).isEqualTo(Value.of(false));
        // That it pays what courts ordered says nothing of the list.
        Facts asked = facts(List.of(fact(FactField.DISHONEST, 0, FactValue.of(0))), List.of());
        assertThat(asked.get("listed-dishonest")).isNull();
    }

    private static Value listed(LocalDate from, @Nullable LocalDate until) {
        return facts(List.of(), List.of(item(1, ItemKind.SERIOUS_LIST, "示例1", from, until)))
                .get("listed-dishonest")
                .value();
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
        return item(id, kind, number, from, until, "有效");
    }

    private static Item item(
            long id, ItemKind kind, String number, LocalDate from, @Nullable LocalDate until, String status) {
        return new Item(
                id,
                kind,
                number,
                "",
                null,
                from,
                until,
                status,
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
