package cn.zhirong.drafting;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Where trials of all bureaus take their turns: each holds a connection and keeps a processor busy. */
final class TrialPlaces {
    static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** Runs it as soon as there is a place, the first who came first; false where there was none for so long. */
    boolean run(Runnable trial, Duration longest) {
        boolean placed = false;
        try {
            placed = places.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (placed) {
                trial.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (placed) {
                places.release();
            }
        }
        return placed;
    }
}
