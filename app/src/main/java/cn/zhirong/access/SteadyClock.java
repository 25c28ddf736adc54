package cn.zhirong.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Time that never goes back, so that a clock set back revives no session and shortens no delay. */
@Singleton
class SteadyClock {
    private final Clock clock;
    private final AtomicReference<Instant> highest = new AtomicReference<>(Instant.EPOCH);

    SteadyClock(Clock clock) {
        this.clock = clock;
    }

    /** Now, to the microsecond as the database keeps it, and not before any answer given earlier. */
    Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return highest.accumulateAndGet(now, (known, next) -> next.isAfter(known) ? next : known);
    }
}
