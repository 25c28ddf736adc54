package cn.zhirong.assistant;

import cn.zhirong.web.Refusal;
import java.time.LocalDate;

/** The day for which documents must hold. */
final class AskedDay {
    private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private AskedDay() {}

    static LocalDate checked(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw Refusal.badField("asOf", "日期须在 " + FIRST + " 与 " + LAST + " 之间。");
        }
        return day;
    }
}
