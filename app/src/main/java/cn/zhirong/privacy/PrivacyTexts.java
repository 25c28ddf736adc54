package cn.zhirong.privacy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How times read on pages. */
final class PrivacyTexts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private PrivacyTexts() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** An instant of {@link OwnData}. */
    static String time(String instant) {
        return time(Instant.parse(instant));
    }
}
