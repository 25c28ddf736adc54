package cn.zhirong.application;

import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what is {@link Whole} again where the database rolled it back for another transaction: at most three times in all, from the
 * start, and never a part of a transaction that somebody else began.
 */
@Singleton
@InterceptorBean(Whole.class)
final class Collisions implements MethodInterceptor<Object, Object> {
    static final int TRIES = 3;

    private static final String DEADLOCK = "40001";
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int CHANGED_SINCE_READ = 1020;
    private static final long SHORTEST_PAUSE_NANOS = 10_000_000;

    private final TransactionOperations<Connection> transactions;

    Collisions(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Outside of the transaction that it begins again. */
    @Override
    public int getOrder() {
        return InterceptPhase.RETRY.getPosition();
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
        return transactions.findTransactionStatus().isPresent()
                ? context.proceed()
                : again(() -> context.proceed(this));
    }

    /** What the transaction gives; the last collision is thrown as it came. */
    static <T extends @Nullable Object> T again(Supplier<T> transaction) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.get();
            } catch (RuntimeException trouble) {
                if (tried == TRIES || !isCollision(trouble)) {
                    throw trouble;
                }
                // Those who collided do not come back at the same moment.
                LockSupport.parkNanos(SHORTEST_PAUSE_NANOS * tried
                        + ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_NANOS));
            }
        }
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
