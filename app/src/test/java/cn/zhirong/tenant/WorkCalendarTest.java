package cn.zhirong.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counting working days with days that the test made up: no real holiday is known to the product. */
class WorkCalendarTest {
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2030, 12, 31);
    private static final WorkCalendar PLAIN = new WorkCalendar(Map.of());

    /** A holiday over the turn of a year, paid for by the Saturday before and the Sunday after. */
    private static final WorkCalendar TURN = new WorkCalendar(Map.of(
            LocalDate.of(2030, 12, 31), false,
            LocalDate.of(2031, 1, 1), false,
            LocalDate.of(2031, 1, 2), false,
            LocalDate.of(2030, 12, 28), true,
            LocalDate.of(2031, 1, 5), true));

    @Test
    void weekdays_are_worked_and_weekends_are_not() {
        assertThat(PLAIN.isWorking(LocalDate.of(2030, 12, 27))).isTrue();
        assertThat(PLAIN.isWorking(LocalDate.of(2030, 12, 28))).isFalse();
        assertThat(PLAIN.isWorking(LocalDate.of(2030, 12, 29))).isFalse();
        assertThat(PLAIN.isWorking(LocalDate.of(2030, 12, 30))).isTrue();
        assertThat(PLAIN.isWorking(LocalDate.of(2031, 1, 1)))
                .as("nothing is invented")
                .isTrue();
    }

    @Test
    void what_was_entered_goes_before_the_weekday() {
        assertThat(TURN.isWorking(NEW_YEARS_EVE)).isFalse();
        assertThat(TURN.isWorking(LocalDate.of(2030, 12, 28))).isTrue();
    }

    @Test
    void a_term_runs_over_the_end_of_a_year() {
        assertThat(PLAIN.addWorkingDays(NEW_YEARS_EVE, 1)).isEqualTo(LocalDate.of(2031, 1, 1));
        assertThat(PLAIN.addWorkingDays(NEW_YEARS_EVE, 4)).isEqualTo(LocalDate.of(2031, 1, 6));
        LocalDate friday = LocalDate.of(2030, 12, 27);
        assertThat(TURN.addWorkingDays(friday, 1)).isEqualTo(LocalDate.of(2030, 12, 28));
        assertThat(TURN.addWorkingDays(friday, 2)).isEqualTo(LocalDate.of(2030, 12, 30));
        assertThat(TURN.addWorkingDays(friday, 3)).isEqualTo(LocalDate.of(2031, 1, 3));
        assertThat(TURN.addWorkingDays(friday, 4)).isEqualTo(LocalDate.of(2031, 1, 5));
    }

    @Test
    void no_days_give_the_day_itself_even_a_holiday() {
        assertThat(TURN.addWorkingDays(NEW_YEARS_EVE, 0)).isEqualTo(NEW_YEARS_EVE);
    }

    @Test
    void the_first_day_is_not_counted_and_the_last_is() {
        LocalDate friday = LocalDate.of(2030, 12, 27);
        assertThat(PLAIN.workingDaysBetween(friday, friday)).isZero();
        assertThat(PLAIN.workingDaysBetween(friday, LocalDate.of(2030, 12, 30))).isEqualTo(1);
        assertThat(TURN.workingDaysBetween(friday, LocalDate.of(2031, 1, 5))).isEqualTo(4);
        assertThat(TURN.workingDaysBetween(LocalDate.of(2030, 12, 30), LocalDate.of(2031, 1, 2)))
                .isZero();
    }

    @Test
    void counting_back_gives_what_was_added() {
        Random random = new Random(20261122);
        for (int i = 0; i < 500; i++) {
            LocalDate from = LocalDate.of(2030, 11, 1).plusDays(random.nextInt(120));
            int days = random.nextInt(60);
            LocalDate to = TURN.addWorkingDays(from, days);
            assertThat(TURN.workingDaysBetween(from, to))
                    .as("%s + %d", from, days)
                    .isEqualTo(days);
        }
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.addWorkingDays(NEW_YEARS_EVE, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.addWorkingDays(NEW_YEARS_EVE, 2001));
        assertThat(PLAIN.addWorkingDays(NEW_YEARS_EVE, 2000)).isAfter(NEW_YEARS_EVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.workingDaysBetween(NEW_YEARS_EVE, NEW_YEARS_EVE.minusDays(1)));
    }

    @Test
    void a_table_is_read_as_it_was_written_and_a_formula_in_it_is_inert() {
        List<CalendarDay> days = List.of(
                new CalendarDay(LocalDate.of(2030, 2, 4), false, "=HYPERLINK(\"http://example.invalid\")"),
                new CalendarDay(LocalDate.of(2030, 2, 9), true, "调休，补班"));
        String table = CalendarCsv.write(days);
        assertThat(table).startsWith("\ufeffdate,working,remark").contains("'=HYPERLINK");
        CalendarCsv.Read read = CalendarCsv.read(table);
        assertThat(read.problems()).isEmpty();
        assertThat(read.days()).isEqualTo(days);
    }

    @Test
    void every_wrong_line_is_named_and_nothing_is_taken() {
        CalendarCsv.Read read =
                CalendarCsv.read("2030-02-04,否,节\n2030-2-5,否\n2030-02-06,maybe\n2030-02-04,是\n1999-12-31,是\n"
                        + "2030-02-07\n2030-02-08,否,x,y\n2030-02-09,否," + "长".repeat(101));
        assertThat(read.days()).isEmpty();
        assertThat(read.problems()).hasSize(7);
        assertThat(read.problems().get(2)).contains("第 4 行", "重复");
        assertThat(CalendarCsv.read("2030-02-09,否," + "长".repeat(100)).problems())
                .isEmpty();
        assertThat(CalendarCsv.read("").days()).isEmpty();
    }
}
