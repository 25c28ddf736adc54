package cn.zhirong.bureau;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days, sizes and states as people read them. */
final class Shown {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(SHANGHAI);

    private Shown() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " 字节";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** How far a deletion is. */
    static String deletion(DeletionRow row) {
        String asked = row.askedBy() + " 于 " + time(row.askedAt()) + " 申请删除，理由：" + row.reason() + "。";
        return row.dueAt() == null ? asked + "平台还没有确认。" : asked + "平台已确认，将于 " + time(row.dueAt()) + " 删除全部数据，在此之前可以撤回。";
    }
}
