package cn.zhirong.access;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a password takes while others wait for theirs, as it was of late, and how many can therefore be let in so that the
 * last of them is served before patience ends. A quiet hour says nothing of a crowd, so only what was computed in one counts.
 */
final class Pace {
    /** Fewer than this in the queue are no crowd. */
    static final int CROWD = 4;

    /** On two processors that serve pages beside, as {@code SignInBench} finds it; until a crowd has been seen here. */
    static final Duration FIRST = Duration.ofMillis(300);

    /** What took longer was stopped, with the machine; a room too small to become a crowd would never be measured again. */
    static final Duration LONGEST = Duration.ofSeconds(2);

    /** So much of the newest goes into the average, as one part of these. */
    private static final long WEIGHT = 8;

    private final int atOnce;
    private final int most;
    private final Duration patience;
    private final AtomicLong average = new AtomicLong(FIRST.toNanos());

    /**
     * @param atOnce how many are computed at the same time
     * @param most how many are let in at the very most
     * @param patience how long anybody waits
     */
    Pace(int atOnce, int most, Duration patience) {
        this.atOnce = atOnce;
        this.most = most;
        this.patience = patience;
    }

    /** One took so long while so many waited. */
    void took(long nanos, int waiting) {
        if (waiting >= CROWD) {
            long counted = Math.clamp(nanos, 1, LONGEST.toNanos());
            average.updateAndGet(before -> before + (counted - before) / WEIGHT);
        }
    }

    /** How many may be inside: those who are served in three quarters of the patience, as it goes up and down. */
    int places() {
        long inTime = patience.toNanos() * 3 / 4 * atOnce / average.get();
        return (int) Math.clamp(inTime, 1, most);
    }
}
