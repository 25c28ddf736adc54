package cn.zhirong.policy;

import cn.zhirong.web.Ids;
import cn.zhirong.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands in an address. What cannot be an id is not found, exactly as an id that nobody has. */
final class PageNumbers {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,4}");

    private PageNumbers() {}

    static long id(String written) {
        return Ids.of(written);
    }

    static int version(String written) {
        if (!VERSION.matcher(written).matches()) {
            throw Refusal.notFound();
        }
        return Integer.parseInt(written);
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /** The day written as 2026-03-01; nothing means {@code today}. */
    static LocalDate day(@Nullable String written, LocalDate today) {
        if (written == null || written.isBlank()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(written.strip());
            if (day.getYear() >= 1949 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeParseException malformed) {
            // told below, in the same words as a day out of bounds
        }
        throw Refusal.badField("asOf", "日期“" + shortened(written) + "”不对：请写成 2026-03-01 这样，年份在 1949 至 2100 之间。");
    }

    private static String shortened(String written) {
        return written.length() <= 20 ? written : written.substring(0, 20) + "…";
    }
}
