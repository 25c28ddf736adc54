package cn.zhirong.tenant;

import cn.zhirong.kernel.Csv;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Days of a calendar as a table {@code date,working,remark}, such as {@code 2030-02-01,否,调休示例}. */
public final class CalendarCsv {
    /** More than forty years of holidays. */
    public static final int MOST_DAYS = 1_500;

    private static final List<String> HEAD = List.of("date", "working", "remark");
    private static final int LONGEST_REMARK = 100;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private CalendarCsv() {}

    /**
     * What was read.
     *
     * @param days by day; empty where there is a problem
     * @param problems each with its row, in Chinese
     */
    public record Read(List<CalendarDay> days, List<String> problems) {
        public Read {
            days = List.copyOf(days);
            problems = List.copyOf(problems);
        }
    }

    /** The days as a table. */
    public static String write(List<CalendarDay> days) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        days.forEach(day -> rows.add(List.of(DAY.format(day.day()), day.working() ? "是" : "否", day.remark())));
        return Csv.write(rows);
    }

    /** Reads a table whole, so that a person sees all that is wrong at once; the heading may be missing. */
    public static Read read(String text) {
        List<CalendarDay> days = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        int number = 0;
        for (List<String> row : Csv.read(text.replace("\r", ""))) {
            number++;
            if (number == 1 && row.equals(HEAD)) {
                continue;
            }
            try {
                CalendarDay day = day(row);
                if (!seen.add(day.day())) {
                    throw new IllegalArgumentException("日期 " + day.day() + " 重复");
                }
                days.add(day);
            } catch (IllegalArgumentException wrong) {
                problems.add("第 " + number + " 行：" + wrong.getMessage() + "。");
            }
        }
        if (days.size() > MOST_DAYS) {
            problems.add("一共 " + days.size() + " 天，最多 " + MOST_DAYS + " 天。");
        }
        days.sort(Comparator.comparing(CalendarDay::day));
        return new Read(problems.isEmpty() ? days : List.of(), problems);
    }

    private static CalendarDay day(List<String> row) {
        if (row.size() < 2 || row.size() > 3) {
            throw new IllegalArgumentException("应当是“日期,是否上班,备注”三列，现在有 " + row.size() + " 列");
        }
        String remark = row.size() == 3 ? row.get(2) : "";
        if (remark.length() > LONGEST_REMARK) {
            throw new IllegalArgumentException("备注最长 " + LONGEST_REMARK + " 个字，现在有 " + remark.length() + " 个字");
        }
        return new CalendarDay(date(row.get(0)), working(row.get(1)), remark);
    }

    private static LocalDate date(String written) {
        try {
            LocalDate day = LocalDate.parse(written, DAY);
            if (day.getYear() < 2000 || day.getYear() > 2100) {
                throw new IllegalArgumentException("日期“" + written + "”的年份应当在 2000 至 2100 之间");
            }
            return day;
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("“" + written + "”不是日期，应当写成 2030-02-01 的形式", malformed);
        }
    }

    private static boolean working(String written) {
        return switch (written) {
            case "是", "上班", "true", "1" -> true;
            case "否", "放假", "false", "0" -> false;
            default -> throw new IllegalArgumentException("是否上班“" + written + "”不对，应当写“是”或者“否”");
        };
    }
}
