package cn.zhirong.web;

import cn.zhirong.access.SignInBusy;
import cn.zhirong.web.RateLimits.Kind;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Set;

/** What both filters of the limits share: what a request is, and the answer to one too many. */
final class TooMany {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private TooMany() {}

    /** Static files and the health of the server are never refused. */
    static boolean isCounted(HttpRequest<?> request) {
        String path = request.getPath();
        return !path.startsWith("/static/") && !path.equals("/health");
    }

    static Kind kind(HttpRequest<?> request) {
        if (READING.contains(request.getMethod())) {
            return Kind.READING;
        }
        if (request.getContentType()
                .filter(type -> type.getType().equals("multipart"))
                .isPresent()) {
            return Kind.UPLOADING;
        }
        String path = request.getPath();
        return path.endsWith("/ask") || path.contains("/ask/") ? Kind.ASKING : Kind.CHANGING;
    }

    /** To one request too many of an address, an account or a tenant. */
    static MutableHttpResponse<?> answer(HttpRequest<?> request, long seconds) {
        return answer(
                request, HttpStatus.TOO_MANY_REQUESTS, "too-many", "请求太频繁", "请求太频繁，请在 " + seconds + " 秒后重试。", seconds);
    }

    /** To whoever comes when all hands are full. */
    static MutableHttpResponse<?> crowded(HttpRequest<?> request, long seconds) {
        return answer(
                request,
                HttpStatus.SERVICE_UNAVAILABLE,
                "crowded",
                "现在访问的人太多",
                "现在访问的人太多，这次请求没有处理，也没有保存任何内容。请在 " + seconds + " 秒后重试。",
                seconds);
    }

    /** To whoever signs in when more do than passwords can be checked. */
    static MutableHttpResponse<?> signingIn(HttpRequest<?> request, long seconds) {
        return answer(request, HttpStatus.TOO_MANY_REQUESTS, "too-many", "现在登录的人太多", SignInBusy.SENTENCE, seconds);
    }

    /** A small answer of its own: a page with its menu would cost what the limit is to save. */
    private static MutableHttpResponse<?> answer(
            HttpRequest<?> request, HttpStatus status, String type, String title, String sentence, long seconds) {
        MutableHttpResponse<?> answer = CurrentTenant.isCall(request)
                ? HttpResponse.status(status)
                        .body(new Problems.Problem("/problems/" + type, title, status.getCode(), sentence, List.of()))
                        .contentType("application/problem+json;charset=utf-8")
                : HttpResponse.status(status)
                        .body("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                                + title
                                + "</title></head><body><main><h1>" + title + "</h1><p>" + sentence
                                + "填过的内容还在上一页，返回即可看到。</p></main></body></html>")
                        .contentType(MediaType.TEXT_HTML + ";charset=utf-8");
        return answer.header("Retry-After", String.valueOf(seconds));
    }
}
