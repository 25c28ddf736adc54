package cn.zhirong.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps whoever can cause entries at will from filling the disk with them. */
@Singleton
class AuditBrake {
    static final int EACH = 10;
    static final int TENANT = 500;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int KEYS = 10_000;

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > KEYS;
        }
    };

    AuditBrake(Clock clock) {
        this.clock = clock;
    }

    private static final class Window {
        private Instant until = Instant.EPOCH;
        private int taken;
        private long leftOut;
    }

    /** How many of this key were left out since the last that was written, or -1 if this one is left out as well. */
    synchronized long leftOut(long tenantId, String key) {
        Instant now = clock.instant();
        Window all = window(tenantId + "", now);
        Window own = window(tenantId + " " + key, now);
        if (own.taken >= EACH || all.taken >= TENANT) {
            own.leftOut++;
            return -1;
        }
        own.taken++;
        all.taken++;
        long before = own.leftOut;
        own.leftOut = 0;
        return before;
    }

    private Window window(String key, Instant now) {
        Window window = windows.computeIfAbsent(key, absent -> new Window());
        if (!now.isBefore(window.until)) {
            window.until = now.plus(WINDOW);
            window.taken = 0;
        }
        return window;
    }
}
