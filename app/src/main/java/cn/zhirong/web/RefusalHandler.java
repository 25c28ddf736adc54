package cn.zhirong.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Refusals thrown by a controller. */
@Singleton
@Produces
class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<?>> {
    private final Problems problems;

    RefusalHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, Refusal refusal) {
        return problems.answer(request, refusal);
    }
}
