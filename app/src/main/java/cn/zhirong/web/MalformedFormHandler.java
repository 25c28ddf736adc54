package cn.zhirong.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import jakarta.inject.Singleton;
import java.util.List;

/** A form that cannot be taken apart, such as one with {@code %zz} in it: no browser sends one, and it is no fault of ours. */
@Singleton
@Produces
class MalformedFormHandler implements ExceptionHandler<ErrorDataDecoderException, HttpResponse<?>> {
    private final Problems problems;

    MalformedFormHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, ErrorDataDecoderException malformed) {
        return problems.answer(request, Refusal.badInput("提交的内容不完整或格式不对，请检查后重试。", List.of()));
    }
}
