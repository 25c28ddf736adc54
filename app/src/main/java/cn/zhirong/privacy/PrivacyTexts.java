package cn.zhirong.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How times read on pages. */
final class PrivacyTexts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private PrivacyTexts() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** An instant of {@link OwnData}. */
    static String time(String instant) {
        return time(Instant.parse(instant));
    }
}
