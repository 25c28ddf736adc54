package cn.zhirong.tenant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Working days of a bureau: Monday to Friday, but for the days it entered as holidays or as worked weekends. The State Council
 * decides those year by year, so that none are known beforehand.
 *
 * @param exceptions whether a day is worked, where its weekday does not tell
 */
public record WorkCalendar(Map<LocalDate, Boolean> exceptions) {
    private static final int MOST_DAYS = 2_000;

    public WorkCalendar {
        exceptions = Map.copyOf(new TreeMap<>(exceptions));
    }

    /** Whether the day is worked. */
    public boolean isWorking(LocalDate day) {
        Boolean entered = exceptions.get(day);
        return entered != null
                ? entered
                : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /**
     * The last day of a term of so many working days, the day it begins not counted (民法典 第二百零一条).
     *
     * @param days 0 to 2000; 0 gives {@code from} itself, worked or not
     */
    public LocalDate addWorkingDays(LocalDate from, int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("working days must be 0 to " + MOST_DAYS + ", not " + days);
        }
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }

    /** How many working days there are after {@code from}, up to and with {@code to}; 0 for the same day. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.plusYears(20).isBefore(to)) {
            throw new IllegalArgumentException(to + " is not within twenty years after " + from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorking)
                .count();
    }
}
