package cn.zhirong.drafting;

import cn.zhirong.web.FormReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days as the forms of rules take them, all within one bound. */
final class Days {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private Days() {}

    /** The day that is written; empty when it is none, or of a year that no rule is of. */
    static Optional<LocalDate> written(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? Optional.of(day) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A day of a form; null when there is none, which is told unless it may be left out. */
    static @Nullable LocalDate read(FormReader reader, String field, String label, boolean optional) {
        String typed = reader.raw(field);
        if (typed.isEmpty() && optional) {
            return null;
        }
        Optional<LocalDate> day = written(typed);
        if (day.isEmpty()) {
            reader.wrong(field, label + "应当是 " + FIRST_YEAR + " 年至 " + LAST_YEAR + " 年之间的日期，例如 2026-01-31。");
        }
        return day.orElse(null);
    }
}
