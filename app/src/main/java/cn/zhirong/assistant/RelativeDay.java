package cn.zhirong.assistant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that a question names by its distance from the day on which it is asked: 明天, 下周五. */
final class RelativeDay {
    private static final Pattern DAY = Pattern.compile("(今天|明天|后天|昨天)|(上|本|这|下下|下)(?:个)?(?:周|星期|礼拜)([一二三四五六日天])");

    private RelativeDay() {}

    /** That day; {@code asked} itself where none is named. Weeks begin on Monday. */
    static LocalDate of(String question, LocalDate asked) {
        Matcher found = DAY.matcher(question);
        if (!found.find()) {
            return asked;
        }
        if (found.group(1) != null) {
            return asked.plusDays(
                    switch (found.group(1)) {
                        case "明天" -> 1;
                        case "后天" -> 2;
                        case "昨天" -> -1;
                        default -> 0;
                    });
        }
        int weeks = switch (found.group(2)) {
            case "上" -> -1;
            case "下" -> 1;
            case "下下" -> 2;
            default -> 0;
        };
        int day = "一二三四五六日天".indexOf(found.group(3)) + 1;
        return asked.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeks)
                .plusDays(Math.min(day, 7) - 1L);
    }
}
