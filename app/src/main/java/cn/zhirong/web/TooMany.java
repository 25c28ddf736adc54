package cn.zhirong.web;

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

    /** A small answer of its own: a page with its menu would cost what the limit is to save. */
    static MutableHttpResponse<?> answer(HttpRequest<?> request, long seconds) {
        String sentence = "请求太频繁，请在 " + seconds + " 秒后重试。";
        MutableHttpResponse<?> answer = CurrentTenant.isCall(request)
                ? HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS)
                        .body(new Problems.Problem("/problems/too-many", "请求太频繁", 429, sentence, List.of()))
                        .contentType("application/problem+json;charset=utf-8")
                : HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS)
                        .body(
                                "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>请求太频繁</title></head>"
                                        + "<body><h1>请求太频繁</h1><p>" + sentence + "填过的内容还在上一页，返回即可看到。</p></body></html>")
                        .contentType(MediaType.TEXT_HTML + ";charset=utf-8");
        return answer.header("Retry-After", String.valueOf(seconds));
    }
}
