package cn.zhirong.testing;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waiting in tests: for the very thing that is asserted, and far longer than any machine takes. */
public final class Patience {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int TRIES = 200;

    private Patience() {}

    /** Waits until it is so; fails after five minutes. */
    public static void until(String what, Callable<Boolean> isSo) {
        long end = System.nanoTime() + LIMIT.toNanos();
        try {
            while (!isSo.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("after " + LIMIT.toMinutes() + " minutes still not so: " + what);
                }
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting: " + what, e);
        } catch (Exception e) {
            throw new AssertionError("could not be looked at: " + what, e);
        }
    }

    /**
     * Whether the work is ever done within {@code limit}, of two hundred tries. What depends on the work is in every try; what
     * depends on who else uses the machine is not.
     */
    public static boolean isEverWithin(Duration limit, Runnable work) {
        for (int n = 0; n < TRIES; n++) {
            long begun = System.nanoTime();
            work.run();
            if (System.nanoTime() - begun <= limit.toNanos()) {
                return true;
            }
        }
        return false;
    }
}
