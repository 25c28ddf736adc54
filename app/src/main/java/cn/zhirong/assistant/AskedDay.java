package cn.zhirong.assistant;

import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The day for which documents must hold. */
final class AskedDay {
    private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final int LONGEST = 20;

    private AskedDay() {}

    static LocalDate checked(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw Refusal.badField("asOf", "截至日期须在 " + FIRST + " 与 " + LAST + " 之间。");
        }
        return day;
    }

    /** The day that was typed, or today where none was. */
    static LocalDate typed(String typed, LocalDate today) {
        if (typed.isBlank()) {
            return today;
        }
        try {
            return checked(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException malformed) {
            throw Refusal.badField("asOf", "截至日期应当写成 2024-06-01 这样，在 " + FIRST + " 与 " + LAST + " 之间；留空就是今天。");
        }
    }

    /** What was typed, as far as a page shows it. */
    static String kept(String typed) {
        String kept = AskedText.kept(typed);
        return kept.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
