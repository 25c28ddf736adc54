package cn.zhirong.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as official papers and their sites write them. */
final class WrittenDates {
    private static final String YEAR = "(?:[0-9]{4}|[〇○零Ｏ一二三四五六七八九]{4})";
    private static final String PART = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})";
    /** A date in Chinese; three groups: year, month, day. Searched in folded text. */
    static final String DATE = "(" + YEAR + ")\\s*年\\s*(" + PART + ")\\s*月\\s*(" + PART + ")\\s*日";

    private static final Pattern CHINESE = Pattern.compile(DATE);
    private static final Pattern ONLY = Pattern.compile("^[(]?\\s*" + DATE + "\\s*[)]?$");
    private static final Pattern NUMERIC = Pattern.compile("([12][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])");
    private static final Pattern MAIL = Pattern.compile("([0-9]{1,2}) ([A-Z][a-z]{2}) ([12][0-9]{3})");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private WrittenDates() {}

    /** The date a line consists of, and of nothing else. */
    static Optional<LocalDate> only(String line) {
        if (line.indexOf('日') < 0 || line.length() > 40) {
            return Optional.empty();
        }
        Matcher matcher = ONLY.matcher(Words.compact(line));
        return matcher.matches() ? date(matcher) : Optional.empty();
    }

    /** The first date in a text, in Chinese, as 2023-09-14, or as in a mail header. */
    static Optional<LocalDate> first(String text) {
        String folded = Words.fold(text);
        Matcher chinese = CHINESE.matcher(folded);
        if (chinese.find()) {
            return date(chinese);
        }
        Matcher numeric = NUMERIC.matcher(folded);
        if (numeric.find()) {
            return date(numeric.group(1), numeric.group(2), numeric.group(3));
        }
        // The zone is left aside on purpose: sites write local time and call it GMT.
        Matcher mail = MAIL.matcher(folded);
        if (mail.find()) {
            int month = MONTHS.indexOf(mail.group(2).toLowerCase(Locale.ROOT));
            return month < 0 ? Optional.empty() : date(mail.group(3), "" + (month / 3 + 1), mail.group(1));
        }
        return Optional.empty();
    }

    /** The date of a match of {@link #DATE} beginning at its first group. */
    static Optional<LocalDate> date(Matcher matcher) {
        return date(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    static Optional<LocalDate> date(String year, String month, String day) {
        OptionalInt y = Numbering.value(year.replace('Ｏ', '〇'));
        OptionalInt m = Numbering.value(month);
        OptionalInt d = Numbering.value(day);
        if (y.isEmpty() || m.isEmpty() || d.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(y.getAsInt(), m.getAsInt(), d.getAsInt()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
