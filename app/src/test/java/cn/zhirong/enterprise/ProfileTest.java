package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.CreditCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 云山科技: what is in force of what the bureau and the firm said. */
class ProfileTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    @Test
    void the_bureau_stands_before_the_firm_and_the_newer_day_before_the_older() {
        Profile profile = profile(
                fact(1, FactSource.IMPORTED, FactValue.of(100), NEW_YEAR),
                fact(2, FactSource.VERIFIED, FactValue.of(120), NEW_YEAR.plusDays(9)),
                fact(3, FactSource.IMPORTED, FactValue.of(90), NEW_YEAR.minusDays(1)),
                fact(4, FactSource.DECLARED, FactValue.of(500), NEW_YEAR.plusDays(90)));
        assertThat(profile.value(FactField.STAFF, 2025)).isEqualTo(FactValue.of(120));
        assertThat(profile.history()).hasSize(4);
        assertThat(profile.waitingFacts()).extracting(Fact::id).containsExactly(4L);
    }

    @Test
    void of_one_day_the_later_entry_counts() {
        Profile profile = profile(
                fact(1, FactSource.VERIFIED, FactValue.of(100), NEW_YEAR),
                fact(2, FactSource.IMPORTED, FactValue.of(101), NEW_YEAR));
        assertThat(profile.value(FactField.STAFF, 2025)).isEqualTo(FactValue.of(101));
    }

    @Test
    void what_the_firm_declared_counts_where_the_bureau_knows_nothing_any_more() {
        Fact old = fact(1, FactSource.IMPORTED, FactValue.of(100), NEW_YEAR);
        Fact gone = fact(2, FactSource.VERIFIED, FactValue.UNKNOWN, NEW_YEAR.plusDays(1));
        Fact said = fact(3, FactSource.DECLARED, FactValue.of(7), NEW_YEAR.minusDays(30));
        assertThat(profile(old, gone).inForce(FactField.STAFF, 2025)).isEmpty();
        assertThat(profile(said, old, gone).value(FactField.STAFF, 2025)).isEqualTo(FactValue.of(7));
        assertThat(profile(old, gone, said).value(FactField.STAFF, 2025)).isEqualTo(FactValue.of(7));
    }

    @Test
    void shares_are_rounded_half_up_to_millionths_and_unknown_without_both() {
        assertThat(shareOf(1, 3)).isEqualTo(FactValue.of(333_333));
        assertThat(shareOf(2, 3)).isEqualTo(FactValue.of(666_667));
        assertThat(shareOf(1, 2_000_000)).isEqualTo(FactValue.of(1));
        assertThat(shareOf(1, 2_000_001)).isEqualTo(FactValue.of(0));
        assertThat(shareOf(1, 0)).isEqualTo(FactValue.UNKNOWN);
        assertThat(profile(fact(1, FactSource.VERIFIED, FactValue.of(3), NEW_YEAR))
                        .value(FactField.RESEARCH_STAFF_SHARE, 2025))
                .isEqualTo(FactValue.UNKNOWN);
    }

    @Test
    void a_share_beyond_all_bounds_is_unknown_and_never_breaks_a_page() {
        assertThat(shareOf(FactField.TRILLION, 100_000_000)).isEqualTo(FactValue.of(FactField.MOST_SHARE));
        assertThat(shareOf(FactField.TRILLION, 99_999_999)).isEqualTo(FactValue.UNKNOWN);
        assertThat(shareOf(FactField.TRILLION, 1)).isEqualTo(FactValue.UNKNOWN);
    }

    @Test
    void a_first_figure_of_a_new_year_does_not_take_the_size_away() {
        Fact industry = new Fact(
                1,
                FactField.INDUSTRY_CODE,
                0,
                FactValue.of("3562"),
                FactSource.VERIFIED,
                NEW_YEAR,
                "执照",
                FactState.STANDS,
                "chen",
                Instant.EPOCH,
                null,
                null,
                "");
        Fact revenue = fact(2, FactField.REVENUE, FactSource.IMPORTED, FactValue.of(200_000_000_000L), NEW_YEAR);
        Fact staff = fact(3, FactField.STAFF, FactSource.IMPORTED, FactValue.of(500), NEW_YEAR);
        Fact newer = new Fact(
                4,
                FactField.STAFF,
                2026,
                FactValue.of(510),
                FactSource.IMPORTED,
                NEW_YEAR.plusMonths(10),
                "名单",
                FactState.STANDS,
                "chen",
                Instant.EPOCH,
                null,
                null,
                "");
        Profile profile = profile(industry, revenue, staff, newer);
        assertThat(profile.sizing()).isEqualTo(profile(industry, revenue, staff).sizing());
        assertThat(profile.sizing()).isInstanceOf(Sizing.Sized.class);
        assertThat(profile.sizingYear()).isEqualTo(2025);
        assertThat(profile.newestYear(FactField.STAFF)).isEqualTo(2026);
        assertThat(profile.newestYear(FactField.REVENUE)).isEqualTo(2025);
        assertThat(profile(revenue, newer).sizingYear()).isEqualTo(2026);
        assertThat(profile().newestYear(FactField.REVENUE)).isZero();
    }

    @Test
    void an_honour_holds_from_its_first_to_its_last_day() {
        Item honour = new Item(
                1,
                ItemKind.HIGH_TECH,
                "GR1",
                "",
                null,
                NEW_YEAR,
                NEW_YEAR.plusYears(3).minusDays(1),
                "",
                "",
                null,
                ItemTerms.NONE,
                FactSource.VERIFIED,
                NEW_YEAR,
                "证书",
                FactState.STANDS,
                "chen",
                Instant.EPOCH,
                null,
                null,
                "");
        assertThat(honour.holdsOn(NEW_YEAR.minusDays(1))).isFalse();
        assertThat(honour.holdsOn(NEW_YEAR)).isTrue();
        assertThat(honour.holdsOn(NEW_YEAR.plusYears(3).minusDays(1))).isTrue();
        assertThat(honour.holdsOn(NEW_YEAR.plusYears(3))).isFalse();
    }

    private static FactValue shareOf(long part, long whole) {
        return new Profile(
                        1,
                        code(),
                        "云山科技",
                        List.of(
                                fact(1, FactField.RESEARCH_SPENDING, FactSource.VERIFIED, FactValue.of(part), NEW_YEAR),
                                fact(2, FactField.REVENUE, FactSource.VERIFIED, FactValue.of(whole), NEW_YEAR)),
                        List.of())
                .value(FactField.RESEARCH_SHARE, 2025);
    }

    private static Profile profile(Fact... facts) {
        return new Profile(1, code(), "云山科技", List.of(facts), List.of());
    }

    private static CreditCode code() {
        return EnterpriseFixture.code(1);
    }

    private static Fact fact(long id, FactSource source, FactValue value, LocalDate asOf) {
        return fact(id, FactField.STAFF, source, value, asOf);
    }

    private static Fact fact(long id, FactField field, FactSource source, FactValue value, LocalDate asOf) {
        FactState state = source == FactSource.DECLARED ? FactState.WAITS : FactState.STANDS;
        return new Fact(id, field, 2025, value, source, asOf, "报表", state, "chen", Instant.EPOCH, null, null, "");
    }
}
