package cn.zhirong.subsidy;

import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The day for which something is asked: in Asia/Shanghai, today unless another is named. */
@Singleton
public class AskedDays {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Clock clock;

    AskedDays(Clock clock) {
        this.clock = clock;
    }

    /** Today. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /**
     * The day that was typed, or today where nothing was.
     *
     * @throws Refusal when it is no day of the years 2000 to 2100
     */
    public LocalDate asked(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return today();
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told below, with the bound.
        }
        throw Refusal.badField("asOf", "日期应当写成 2026-11-22 的形式，在 " + FIRST_YEAR + " 年至 " + LAST_YEAR + " 年之间。");
    }
}
