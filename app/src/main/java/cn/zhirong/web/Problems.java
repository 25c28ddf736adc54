package cn.zhirong.web;

import cn.zhirong.access.Secrets;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.exceptions.response.HateoasErrorResponseProcessor;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every error into a page for people or {@code application/problem+json} for programs; nothing internal is told. */
@Singleton
@Replaces(HateoasErrorResponseProcessor.class)
class Problems implements ErrorResponseProcessor<Object> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Pages pages;

    Problems(Pages pages) {
        this.pages = pages;
    }

    /** RFC 9457, with the fields to look at; a fault of ours is named in {@code instance} as it is in the log. */
    @Serdeable
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String instance,
            List<FieldError> errors) {
        Problem(String type, String title, int status, String detail, List<FieldError> errors) {
            this(type, title, status, detail, null, errors);
        }
    }

    @Serdeable
    record FieldError(String field, String message) {}

    /** What the error page shows; {@code fault} names a fault of ours as the log does, and is empty otherwise. */
    public record View(int status, String title, String detail, String fault) {
        View(int status, String title, String detail) {
            this(status, title, detail, "");
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        HttpStatus status = HttpStatus.valueOf(response.code());
        if (context.getRootCause().orElse(null) instanceof Refusal refusal) {
            return (MutableHttpResponse<Object>) (MutableHttpResponse<?>) answer(request, refusal);
        }
        return (MutableHttpResponse<Object>)
                (MutableHttpResponse<?>) answer(request, status, "http-" + status.getCode(), detail(status), List.of());
    }

    MutableHttpResponse<?> answer(HttpRequest<?> request, Refusal refusal) {
        if (refusal.status() == HttpStatus.UNAUTHORIZED && !CurrentTenant.isCall(request)) {
            String slug = CurrentTenant.slug(request.getPath()).orElse("");
            String back = URLEncoder.encode(request.getPath(), StandardCharsets.UTF_8);
            return io.micronaut.http.HttpResponse.seeOther(URI.create("/" + slug + "/sign-in?return=" + back));
        }
        return answer(
                request,
                refusal.status(),
                refusal.type(),
                String.valueOf(refusal.getMessage()),
                refusal.errors().stream()
                        .map(error -> new FieldError(error.field(), error.message()))
                        .toList());
    }

    private MutableHttpResponse<?> answer(
            HttpRequest<?> request, HttpStatus status, String type, String detail, List<FieldError> errors) {
        String fault = status.getCode() < 500 ? "" : Secrets.random().substring(0, 12);
        if (!fault.isEmpty()) {
            // What went wrong was logged where it was caught, right before; nothing of the request but its path is
            // told.
            LOG.error(
                    "fault {} answered with {} to {} {}", fault, status.getCode(), request.getMethod(), path(request));
        }
        if (CurrentTenant.isCall(request)) {
            return io.micronaut.http.HttpResponse.status(status)
                    .body(new Problem(
                            "/problems/" + type,
                            title(status),
                            status.getCode(),
                            detail,
                            fault.isEmpty() ? null : "urn:zhirong:fault:" + fault,
                            errors))
                    .contentType("application/problem+json;charset=utf-8");
        }
        try {
            return pages.show(request, status, "web/error", new View(status.getCode(), title(status), detail, fault));
        } catch (RuntimeException e) {
            // With the database gone the layout cannot be made either: the person still gets a sentence.
            LOG.error("the error page itself failed", e);
            return io.micronaut.http.HttpResponse.status(status)
                    .body(title(status) + "。" + detail + (fault.isEmpty() ? "" : "故障编号 " + fault + "。"))
                    .contentType("text/plain;charset=utf-8");
        }
    }

    /** On one line, whatever was sent. */
    private static String path(HttpRequest<?> request) {
        String path = request.getPath().replaceAll("[^\\x21-\\x7e]", "?");
        return path.length() > 200 ? path.substring(0, 200) : path;
    }

    private static String title(HttpStatus status) {
        return switch (status.getCode()) {
            case 400 -> "请求有误";
            case 401 -> "需要登录";
            case 403 -> "没有权限";
            case 404 -> "没有找到";
            case 405 -> "不支持这种访问方式";
            case 409 -> "内容有冲突";
            case 413 -> "内容太大";
            case 415 -> "不支持这种内容格式";
            case 422 -> "无法处理";
            case 429 -> "请求太频繁";
            case 503 -> "暂停服务";
            default -> status.getCode() >= 500 ? "系统暂时出了问题" : "请求未能完成";
        };
    }

    private static String detail(HttpStatus status) {
        return switch (status.getCode()) {
            case 400 -> "提交的内容不完整或格式不对，请检查后重试。";
            case 404 -> "没有找到您要的内容。它可能已被移动，或者地址有误。";
            case 405 -> "这个地址不支持这种访问方式。";
            case 413 -> "上传的内容超过了上限（文件不超过 50 MB）。";
            case 415 -> "请用表单或 JSON 提交内容。";
            default -> status.getCode() >= 500 ? "我们已记录这次故障。请稍后重试；若仍不行，请联系页脚所列的工作人员。" : "请求未能完成，请检查后重试。";
        };
    }
}
