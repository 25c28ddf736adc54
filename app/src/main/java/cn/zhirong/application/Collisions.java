package cn.zhirong.application;

import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Whole transactions that the database rolled back for another one are done again: at most three times in all, from the start. What
 * is done must be one transaction and nothing beside it.
 */
final class Collisions {
    static final int TRIES = 3;

    private static final String DEADLOCK = "40001";
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int CHANGED_SINCE_READ = 1020;
    private static final long SHORTEST_PAUSE_NANOS = 10_000_000;

    private Collisions() {}

    /** What the transaction gives; the last collision is thrown as it came. */
    static <T> T again(Supplier<T> transaction) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.get();
            } catch (DataAccessException trouble) {
                if (tried == TRIES || !isCollision(trouble)) {
                    throw trouble;
                }
                // Those who collided do not come back at the same moment.
                LockSupport.parkNanos(SHORTEST_PAUSE_NANOS * tried
                        + ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_NANOS));
            }
        }
    }

    /** The same for what gives nothing. */
    static void again(Runnable transaction) {
        again(() -> {
            transaction.run();
            return true;
        });
    }

    private static boolean isCollision(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (DEADLOCK.equals(sql.getSQLState())
                            || sql.getErrorCode() == LOCK_WAIT_TIMEOUT
                            || sql.getErrorCode() == CHANGED_SINCE_READ)) {
                return true;
            }
        }
        return false;
    }
}
