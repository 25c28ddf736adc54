package cn.zhirong.assistant;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day that a sentence names by its date, as in 3月20日还能申请吗.
 *
 * @param remark what is to be said of it; empty where there is nothing
 */
record Named(LocalDate day, String remark) {
    private static final Pattern DAY = Pattern.compile("(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})[日号]");

    /** That day, the next of its name where no year is said; {@code asked} where none is named or there is no such day. */
    static Named in(String question, LocalDate asked) {
        Matcher matcher = DAY.matcher(SaidAmount.normal(question));
        if (!matcher.find() || matcher.find(matcher.end())) {
            return new Named(asked, "");
        }
        matcher.find(0);
        int year = matcher.group(1) == null ? asked.getYear() : Integer.parseInt(matcher.group(1));
        int month = Integer.parseInt(matcher.group(2));
        int date = Integer.parseInt(matcher.group(3));
        try {
            LocalDate day = LocalDate.of(year, month, date);
            return new Named(matcher.group(1) == null && day.isBefore(asked) ? day.plusYears(1) : day, "");
        } catch (DateTimeException none) {
            return new Named(asked, "没有" + matcher.group() + "这一天，下面按" + TurnView.DAY.format(asked) + "回答。");
        }
    }
}
