package cn.zhirong.web;

import cn.zhirong.access.SignInBusy;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** More sign-ins than can be checked: 429, and when to come again. */
@Singleton
@Produces
class SignInBusyHandler implements ExceptionHandler<SignInBusy, HttpResponse<?>> {
    private final Problems problems;

    SignInBusyHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, SignInBusy busy) {
        return problems.answer(request, Refusal.tooMany(String.valueOf(busy.getMessage())))
                .header("Retry-After", "30");
    }
}
