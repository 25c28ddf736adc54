package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An invention of 云山科技 as offices write of it, seen on 1 June 2026. */
class ItemTest {
    private static final LocalDate SEEN = LocalDate.of(2026, 6, 1);
    private static final LocalDate GRANTED = LocalDate.of(2020, 5, 1);

    @ParameterizedTest
    @CsvSource({
        "有效, YES",
        "已授权, YES",
        "无效宣告审理中, YES",
        "部分无效, YES",
        "失效, NO",
        "未缴年费, NO",
        "已放弃, NO",
        "撤销, NO",
        "无效, NO",
        "专利权终止, NO",
        "申请中, UNKNOWN",
        "驳回, UNKNOWN",
        "质押给示例银行, UNKNOWN"
    })
    void a_granted_invention_holds_as_its_legal_status_says(String status, Holding holding) {
        Item invention = invention(status, null, GRANTED, null);
        assertThat(invention.holding(SEEN)).isEqualTo(holding);
        assertThat(invention.holdsOn(SEEN)).isEqualTo(holding == Holding.YES);
        assertThat(invention.holding(GRANTED.minusDays(1))).isEqualTo(Holding.NO);
    }

    @Test
    void an_application_has_not_begun_and_what_has_neither_day_nor_status_is_unknown() {
        assertThat(invention("申请中", GRANTED, null, null).holding(SEEN)).isEqualTo(Holding.NO);
        assertThat(invention("驳回", GRANTED, null, null).holding(SEEN)).isEqualTo(Holding.NO);
        assertThat(invention("", GRANTED, null, null).holding(SEEN)).isEqualTo(Holding.NO);
        assertThat(invention("", null, null, null).holding(SEEN)).isEqualTo(Holding.UNKNOWN);
        assertThat(invention("", null, GRANTED, null).holding(SEEN)).isEqualTo(Holding.YES);
    }

    @Test
    void a_status_without_a_day_says_nothing_of_the_time_before_it_was_seen() {
        assertThat(invention("有效", null, null, null).holding(SEEN)).isEqualTo(Holding.YES);
        assertThat(invention("有效", null, null, null).holding(SEEN.minusDays(1))).isEqualTo(Holding.UNKNOWN);
        assertThat(invention("有效", null, GRANTED, null).holding(SEEN.minusDays(1)))
                .isEqualTo(Holding.YES);
        assertThat(invention("失效", null, GRANTED, null).holding(SEEN)).isEqualTo(Holding.NO);
        assertThat(invention("失效", null, GRANTED, null).holding(SEEN.minusDays(1)))
                .isEqualTo(Holding.UNKNOWN);
        LocalDate lapsed = SEEN.minusMonths(3);
        assertThat(invention("失效", null, GRANTED, lapsed).holding(lapsed)).isEqualTo(Holding.YES);
        assertThat(invention("失效", null, GRANTED, lapsed).holding(lapsed.plusDays(1)))
                .isEqualTo(Holding.NO);
        assertThat(invention("失效", null, GRANTED, SEEN.plusYears(9)).holding(lapsed))
                .isEqualTo(Holding.UNKNOWN);
    }

    @Test
    void every_word_means_one_status_and_is_no_longer_than_the_column() {
        Set<String> seen = new HashSet<>();
        for (PropertyStatus status : PropertyStatus.values()) {
            assertThat(PropertyStatus.typed(" " + status.label() + "　")).contains(status);
            assertThat(seen.add(status.label())).as(status.label()).isTrue();
        }
        assertThat(PropertyStatus.typed("")).isEmpty();
        assertThat(PropertyStatus.typed("有效期")).isEmpty();
        assertThat(Arrays.stream(PropertyStatus.values())
                        .mapToInt(it -> it.label().length()))
                .allMatch(length -> length <= ItemColumn.STATUS.longest());
    }

    @Test
    void only_inventions_that_are_known_to_hold_are_counted() {
        Profile profile = new Profile(
                1,
                EnterpriseFixture.code(1),
                "云山科技",
                List.of(),
                List.of(
                        invention("有效", null, GRANTED, null),
                        invention("失效", null, GRANTED, null),
                        invention("", GRANTED, null, null),
                        invention("不明", null, GRANTED, null)));
        assertThat(profile.count(ItemKind.INVENTION, SEEN)).isEqualTo(1);
    }

    private static Item invention(
            String status, @Nullable LocalDate filedOn, @Nullable LocalDate beginsOn, @Nullable LocalDate endsOn) {
        return new Item(
                1,
                ItemKind.INVENTION,
                "示例ZL1",
                "",
                filedOn,
                beginsOn,
                endsOn,
                status,
                "",
                null,
                ItemTerms.NONE,
                FactSource.IMPORTED,
                SEEN,
                "名单",
                FactState.STANDS,
                "chen",
                Instant.EPOCH,
                null,
                null,
                "");
    }
}
