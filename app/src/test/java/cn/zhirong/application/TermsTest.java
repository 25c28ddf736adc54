package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.subsidy.ProgrammeContent.Clocks;
import cn.zhirong.tenant.WorkCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Friday 25 September 2026; the bureau entered that it rests from 1 to 7 October and works on Saturday the 10th. */
class TermsTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 25);
    private static final WorkCalendar CALENDAR = new WorkCalendar(Map.of(
            LocalDate.of(2026, 10, 1), false,
            LocalDate.of(2026, 10, 2), false,
            LocalDate.of(2026, 10, 5), false,
            LocalDate.of(2026, 10, 6), false,
            LocalDate.of(2026, 10, 7), false,
            LocalDate.of(2026, 10, 10), true));
    private static final Clocks CLOCKS = new Clocks(5, 10, 15, 10, 7, 10, 20);

    @Test
    void clocks_count_the_working_days_of_the_bureau() {
        Terms terms = new Terms(CALENDAR, FRIDAY);
        assertThat(terms.due(Step.SUBMIT, CLOCKS)).isEqualTo(LocalDate.of(2026, 10, 9));
        assertThat(terms.due(Step.ASK_CORRECTION, CLOCKS)).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(terms.due(Step.SECOND_PASS, CLOCKS)).isNull();
        assertThat(terms.due(Step.SUBMIT, new Clocks(0, 0, 0, 0, 0, 0, 0))).isNull();
    }

    @Test
    void a_notice_ends_on_a_working_day() {
        assertThat(new Terms(CALENDAR, LocalDate.of(2026, 9, 22)).noticeEnds(CLOCKS))
                .isEqualTo(LocalDate.of(2026, 9, 29));
        assertThat(new Terms(CALENDAR, FRIDAY).noticeEnds(CLOCKS)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(new Terms(CALENDAR, FRIDAY).noticeEnds(new Clocks(0, 0, 0, 0, 0, 0, 0)))
                .isEqualTo(LocalDate.of(2026, 10, 9));
    }

    @Test
    void what_is_left_is_said_from_both_sides_of_the_last_day() {
        LocalDate due = LocalDate.of(2026, 9, 29);
        assertThat(new Terms(CALENDAR, FRIDAY).left(due)).isEqualTo("剩 2 个工作日");
        assertThat(new Terms(CALENDAR, due).left(due)).isEqualTo("今天到期");
        assertThat(new Terms(CALENDAR, due.plusDays(1)).left(due)).isEqualTo("已超期 1 个工作日");
        assertThat(new Terms(CALENDAR, due).isOver(due)).isFalse();
        assertThat(new Terms(CALENDAR, due.plusDays(1)).isOver(due)).isTrue();
        assertThat(new Terms(CALENDAR, FRIDAY).left(null)).isEmpty();
    }
}
