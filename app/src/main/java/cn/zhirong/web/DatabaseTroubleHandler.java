package cn.zhirong.web;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the database refuses and no fault of ours is: two who change the same at once (the one whose transaction was rolled back may
 * simply do it again, 503), and words that no key can hold, such as 😀 where keys are ASCII (404). Everything else is a fault.
 */
@Singleton
@Produces
class DatabaseTroubleHandler implements ExceptionHandler<DataAccessException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTroubleHandler.class);
    private static final String DEADLOCK = "40001";
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int MIX_OF_COLLATIONS = 1267;

    private final Problems problems;

    DatabaseTroubleHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, DataAccessException trouble) {
        SQLException sql = sql(trouble);
        if (sql != null && (DEADLOCK.equals(sql.getSQLState()) || sql.getErrorCode() == LOCK_WAIT_TIMEOUT)) {
            LOG.warn("rolled back for another transaction: {}", sql.getMessage());
            return problems.answer(request, Refusal.collided()).header("Retry-After", "1");
        }
        if (sql != null && sql.getErrorCode() == MIX_OF_COLLATIONS) {
            return problems.answer(request, Refusal.notFound());
        }
        LOG.error("Unexpected error occurred: {}", trouble.getMessage(), trouble);
        return problems.processResponse(
                ErrorContext.builder(request).cause(trouble).build(), HttpResponse.serverError());
    }

    private static @Nullable SQLException sql(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
