package cn.zhirong.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateRangeTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 28);
    private static final LocalDate LAST = LocalDate.of(2025, 4, 11);

    @Test
    void both_ends_belong_to_it() {
        DateRange range = new DateRange(FIRST, LAST);
        assertThat(range.contains(FIRST)).isTrue();
        assertThat(range.contains(LAST)).isTrue();
        assertThat(range.contains(FIRST.minusDays(1))).isFalse();
        assertThat(range.contains(LAST.plusDays(1))).isFalse();
        assertThat(new DateRange(FIRST, null).contains(LocalDate.MAX)).isTrue();
        assertThatThrownBy(() -> new DateRange(LAST, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_day_shared_is_an_overlap() {
        DateRange range = new DateRange(FIRST, LAST);
        assertThat(range.overlaps(new DateRange(LAST, null))).isTrue();
        assertThat(range.overlaps(new DateRange(LAST.plusDays(1), null))).isFalse();
        assertThat(new DateRange(LAST.plusDays(1), null).overlaps(range)).isFalse();
        assertThat(new DateRange(FIRST, null).overlaps(new DateRange(LAST, null)))
                .isTrue();
    }
}
