package cn.zhirong.web;

import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** No connection to the database came free in time: 503, and when to come again. */
@Singleton
@Produces
class CrowdedHandler implements ExceptionHandler<CannotGetJdbcConnectionException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(CrowdedHandler.class);

    private final Problems problems;

    CrowdedHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, CannotGetJdbcConnectionException none) {
        LOG.warn("no connection to the database in time: {}", none.getMessage());
        return problems.answer(request, Refusal.crowded()).header("Retry-After", "5");
    }
}
