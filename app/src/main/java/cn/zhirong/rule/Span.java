package cn.zhirong.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time by the calendar: a year after 29 February is 28 February, a month after 31 January the last of February.
 *
 * @param months whole months, 12 a year
 * @param days added after the months
 */
public record Span(int months, int days) {
    private static final int FAR = 99_999_999;

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,4})(年|个月|日|天)");

    /** What a person wrote: {@code 5年}, {@code 6个月}, {@code 90日}. */
    public static Optional<Span> written(String words) {
        Matcher matcher = WRITTEN.matcher(words.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "年" -> new Span(12 * number, 0);
                    case "个月" -> new Span(number, 0);
                    default -> new Span(0, number);
                });
    }

    LocalDate after(LocalDate day) {
        try {
            return day.plusMonths(months).plusDays(days);
        } catch (DateTimeException beyond) {
            // Nobody asks for a day that far away; which side it lies on is all that counts.
            return LocalDate.of(months < 0 || days < 0 ? -FAR : FAR, 1, 1);
        }
    }

    Span back() {
        return new Span(-months, -days);
    }

    /** As it is written. */
    public String words() {
        int m = Math.abs(months);
        return days != 0 ? Math.abs(days) + "日" : m % 12 == 0 ? m / 12 + "年" : m + "个月";
    }
}
