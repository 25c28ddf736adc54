package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.WorkCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A window from Monday 1 March to Friday 30 April 2027; a bureau whose calendar knows weekends only. */
class NewsTest {
    private static final WorkCalendar CALENDAR = new WorkCalendar(Map.of());
    private static final LocalDate FROM = LocalDate.of(2027, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 4, 30);

    @ParameterizedTest
    @CsvSource({
        "2027-04-15, 0",
        "2027-04-16, 10",
        "2027-04-26, 10",
        "2027-04-27, 3",
        "2027-04-30, 3",
        "2027-05-01, 0",
        "2027-03-01, 0"
    })
    void reminders_come_ten_and_three_working_days_before_the_end_and_never_after(LocalDate today, int stage) {
        assertThat(News.stage(CALENDAR, FROM, UNTIL, today)).isEqualTo(stage);
    }

    @Test
    void a_clock_that_is_no_longer_than_the_reminder_has_none() {
        LocalDate monday = LocalDate.of(2027, 3, 1);
        LocalDate tenDays = CALENDAR.addWorkingDays(monday, 10);
        assertThat(News.stage(CALENDAR, monday, tenDays, monday)).isZero();
        assertThat(News.stage(CALENDAR, monday, CALENDAR.addWorkingDays(monday, 11), monday.plusDays(1)))
                .isEqualTo(10);
        assertThat(News.stage(CALENDAR, monday, CALENDAR.addWorkingDays(monday, 3), monday))
                .isZero();
        assertThat(News.stage(CALENDAR, monday, CALENDAR.addWorkingDays(monday, 4), monday.plusDays(1)))
                .isEqualTo(3);
    }
}
