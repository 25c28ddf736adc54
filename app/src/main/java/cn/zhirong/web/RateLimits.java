package cn.zhirong.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micronaut.context.env.Environment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How much may be asked of the server in a minute: by an address, by an account and of a tenant, each for itself. Generous for
 * reading, tighter for what costs. {@code zhirong.limits.address.asking} and the like set a number, {@code
 * zhirong.limits.loopback} false lets benches on the same machine measure.
 */
@Singleton
class RateLimits {
    /** Forgotten are those who were silent longest, so that many addresses do not fill the memory. */
    private static final int KEPT = 50_000;

    private final ToIntFunction<Limit> perMinute;
    private final boolean loopback;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEPT;
        }
    };

    @Inject
    RateLimits(Environment environment) {
        this(
                limit -> environment
                        .getProperty("zhirong.limits." + limit.key(), Integer.class)
                        .orElse(limit.standard()),
                environment
                        .getProperty("zhirong.limits.loopback", Boolean.class)
                        .orElse(true),
                TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(ToIntFunction<Limit> perMinute, boolean loopback, TimeMeter clock) {
        this.perMinute = perMinute;
        this.loopback = loopback;
        this.clock = clock;
    }

    /** Whose requests are counted. */
    enum Scope {
        ADDRESS,
        ACCOUNT,
        TENANT
    }

    /** What a request costs us. */
    enum Kind {
        READING,
        CHANGING,
        ASKING,
        UPLOADING
    }

    /** One of the numbers. An office shares one address, so that an address may do more than an account. */
    record Limit(Scope scope, Kind kind) {
        String key() {
            return (scope + "." + kind).toLowerCase(java.util.Locale.ROOT);
        }

        int standard() {
            return switch (scope) {
                case ADDRESS -> of(1200, 300, 240, 120);
                case ACCOUNT -> of(600, 120, 60, 60);
                case TENANT -> of(12_000, 3000, 1200, 300);
            };
        }

        private int of(int reading, int changing, int asking, int uploading) {
            return switch (kind) {
                case READING -> reading;
                case CHANGING -> changing;
                case ASKING -> asking;
                case UPLOADING -> uploading;
            };
        }
    }

    /** Whether requests from this machine itself are counted. */
    boolean countsLoopback() {
        return loopback;
    }

    /** Counts a request; 0 if it may go on, else the seconds after which another may. */
    long secondsToWait(Scope scope, Kind kind, String key) {
        Limit limit = new Limit(scope, kind);
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(limit.key() + " " + key, absent -> bucket(perMinute.applyAsInt(limit)));
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
    }

    int kept() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket bucket(int count) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(count).refillGreedy(count, Duration.ofMinutes(1)))
                .withCustomTimePrecision(clock)
                .build();
    }
}
