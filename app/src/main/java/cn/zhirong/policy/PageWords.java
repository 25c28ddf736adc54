package cn.zhirong.policy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How days and sizes are written for readers. */
final class PageWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final long KILO = 1024;

    private PageWords() {}

    /** 2026年3月1日, or nothing. */
    static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.format(DAY);
    }

    /** Who did something: a user name, or the command line in words. */
    static String actor(@Nullable String username) {
        if (username == null) {
            return "";
        }
        return username.equals(PolicyDesk.COMMAND_LINE) ? "命令行导入" : username;
    }

    /** 860 字节, 12 KB, 1.2 MB. */
    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " 字节";
        }
        if (bytes < KILO * KILO) {
            return (bytes + KILO / 2) / KILO + " KB";
        }
        // Tenths, rounded half up.
        long tenths = (bytes * 10 + KILO * KILO / 2) / (KILO * KILO);
        return String.format(Locale.ROOT, "%d.%d MB", tenths / 10, tenths % 10);
    }
}
