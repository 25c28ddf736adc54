package cn.zhirong.access;

import java.time.Duration;

/**
 * How quickly one person after the other is served while many wait, as it was of late, and how many can therefore be let in so
 * that the last of them is served before patience ends. A quiet hour says nothing of a crowd, so only what was served in one
 * counts.
 */
final class Pace {
    /** Fewer than this are no crowd: the next one would not have had to wait. */
    static final int CROWD = 6;

    /** What the first crowd after a start takes on two processors that serve pages beside ({@code SignInBench}); later ones are measured. */
    static final Duration FIRST = Duration.ofMillis(250);

    /** What took longer was stopped, with the machine; a room too small to become a crowd would never be measured again. */
    static final Duration LONGEST = Duration.ofSeconds(1);

    /** So much of the newest goes into the average, as one part of these. */
    private static final long WEIGHT = 8;

    private final int most;
    private final Duration patience;
    private long average = FIRST.toNanos();
    private boolean crowded;
    private long last;

    /**
     * @param most how many are let in at the very most
     * @param patience how long anybody waits
     */
    Pace(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /**
     * Somebody was served.
     *
     * @param nanos what the machine's clock shows
     * @param inside how many there are, this one among them
     */
    synchronized void served(long nanos, int inside) {
        if (crowded) {
            average += (Math.clamp(nanos - last, 1, LONGEST.toNanos()) - average) / WEIGHT;
        }
        crowded = inside >= CROWD;
        last = nanos;
    }

    /** How many may be inside: those who are served in three quarters of the patience, as the pace goes up and down. */
    synchronized int places() {
        return (int) Math.clamp(patience.toNanos() / 4 * 3 / Math.max(1, average), 1, most);
    }
}
