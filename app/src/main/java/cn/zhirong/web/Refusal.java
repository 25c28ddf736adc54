package cn.zhirong.web;

import io.micronaut.http.HttpStatus;
import java.util.List;

/**
 * A request that is answered with a 4xx (or with 503 or 507): what a person should read, and which fields they should look at. Turned into a page
 * or a problem document in one place.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String type;
    private final transient List<Field> errors;

    private Refusal(HttpStatus status, String type, String message, List<Field> errors) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    /** A field and what is wrong with it. */
    public record Field(String field, String message) {}

    /** What is not there, or not there for this tenant: the same answer. */
    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "not-found", "没有找到您要的内容。它可能已被移动，或者地址有误。", List.of());
    }

    /** The visitor must sign in first. */
    public static Refusal signInFirst() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "sign-in", "请先登录。", List.of());
    }

    /** Who calls has not shown who they are; the message says what is missing. */
    public static Refusal unauthorized(String type, String message) {
        return new Refusal(HttpStatus.UNAUTHORIZED, type, message, List.of());
    }

    /** The visitor may not do this. */
    public static Refusal forbidden(String message) {
        return new Refusal(HttpStatus.FORBIDDEN, "forbidden", message, List.of());
    }

    /** What was sent cannot be taken. */
    public static Refusal badInput(String message, List<Field> errors) {
        return new Refusal(HttpStatus.BAD_REQUEST, "bad-input", message, errors);
    }

    /** One field is wrong; the message names it and its bound. */
    public static Refusal badField(String field, String message) {
        return badInput(message, List.of(new Field(field, message)));
    }

    /** It contradicts what is there. */
    public static Refusal conflict(String type, String message) {
        return new Refusal(HttpStatus.CONFLICT, type, message, List.of());
    }

    /** What was sent is too large; the message names the bound. */
    public static Refusal tooLarge(String message) {
        return new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", message, List.of());
    }

    /** It was understood and cannot be done. */
    public static Refusal unprocessable(String type, String message) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, type, message, List.of());
    }

    /** It was understood and cannot be done before something is said in these fields. */
    public static Refusal unprocessable(String type, String message, List<Field> errors) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, type, message, errors);
    }

    /** Too much at once. */
    public static Refusal tooMany(String message) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-many", message, List.of());
    }

    /** More is asked than can be answered at this moment. */
    public static Refusal crowded() {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE, "crowded", "现在访问的人太多，这次请求没有完成。请过几秒钟再试；如果提交了内容，请先看看是否已经保存。", List.of());
    }

    /** Somebody changed the same at the same moment, and what this request did was undone. */
    public static Refusal collided() {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE, "collided", "刚才有人同时在改同样的内容，这次操作没有完成。请看一下现在的内容，再试一次。", List.of());
    }

    /** There is no room to keep what was sent; nothing of it is kept. */
    public static Refusal noRoom(String message) {
        return new Refusal(HttpStatus.INSUFFICIENT_STORAGE, "no-room", message, List.of());
    }

    /** The bureau is suspended: nothing of it is served. */
    public static Refusal suspended() {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "suspended", "本局的服务已暂停。恢复后可以继续使用。", List.of());
    }

    /** The HTTP status. */
    public HttpStatus status() {
        return status;
    }

    /** A stable word. */
    public String type() {
        return type;
    }

    /** Fields to look at. */
    public List<Field> errors() {
        return errors;
    }
}
