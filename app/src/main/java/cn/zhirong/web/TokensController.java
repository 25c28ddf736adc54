package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.ApiToken;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.access.TokenScope;
import cn.zhirong.access.Tokens;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One's own API tokens. */
@Needs(Action.OWN_ACCOUNT)
@Controller("/{slug}/account/tokens")
@ExecuteOn(TaskExecutors.BLOCKING)
class TokensController {
    private final Tokens tokens;
    private final Pages pages;

    TokensController(Tokens tokens, Pages pages) {
        this.tokens = tokens;
        this.pages = pages;
    }

    /** The page; {@code made} is a new secret, shown once, or empty. */
    public record View(
            List<Map<String, Object>> tabs,
            String here,
            List<Row> rows,
            List<Map<String, String>> scopes,
            String made,
            String name,
            String scope,
            String days,
            List<Refusal.Field> problems) {}

    /** A token. */
    public record Row(long id, String name, String scope, String ends, String used) {}

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant) {
        return page(request, tenant, HttpStatus.OK, "", Map.of(), List.of());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> make(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        Person person = OwnSession.of(request).person();
        String name = form.getOrDefault("name", "").strip();
        if (name.isEmpty()) {
            return wrong(request, tenant, form, "name", "请填写用途，例如“某某银行对接”，不超过 " + Tokens.LONGEST_NAME + " 个字。");
        }
        String days = form.getOrDefault("days", "").strip();
        if (!days.matches("[0-9]{1,3}")) {
            return wrong(request, tenant, form, "days", "有效期须为 1 至 " + Tokens.LONGEST_DAYS + " 之间的整数，单位是天。");
        }
        TokenScope scope = Arrays.stream(TokenScope.values())
                .filter(it -> it.name().equals(form.get("scope")))
                .findFirst()
                .orElse(null);
        if (scope == null) {
            return wrong(request, tenant, form, "scope", "请选择权限范围。");
        }
        try {
            String made = tokens.make(tenant, person, name, scope, Integer.parseInt(days));
            return page(request, tenant, HttpStatus.OK, made, Map.of(), List.of());
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            return wrong(request, tenant, form, message.startsWith("有效期") ? "days" : "name", message);
        }
    }

    @Post("/{id}/revoke")
    @Consumes(MediaType.ALL)
    HttpResponse<?> revoke(HttpRequest<?> request, Tenant tenant, long id) {
        if (!tokens.revoke(tenant, OwnSession.of(request).person(), id)) {
            throw Refusal.notFound();
        }
        return Flash.redirect(here(tenant), "令牌已停用，使用它的程序从现在起不能访问。");
    }

    private HttpResponse<String> wrong(
            HttpRequest<?> request, Tenant tenant, Map<String, String> form, String field, String message) {
        return page(request, tenant, HttpStatus.BAD_REQUEST, "", form, List.of(new Refusal.Field(field, message)));
    }

    private HttpResponse<String> page(
            HttpRequest<?> request,
            Tenant tenant,
            HttpStatus status,
            String made,
            Map<String, String> form,
            List<Refusal.Field> problems) {
        List<Row> rows = tokens.of(tenant, OwnSession.of(request).person()).stream()
                .map(TokensController::row)
                .toList();
        List<Map<String, String>> scopes = Arrays.stream(TokenScope.values())
                .map(it -> Map.of("value", it.name(), "text", it.label()))
                .toList();
        return pages.show(
                request,
                status,
                "web/tokens",
                new View(
                        OwnSession.tabs(request, tenant.slug(), "tokens"),
                        here(tenant),
                        rows,
                        scopes,
                        made,
                        form.getOrDefault("name", ""),
                        form.getOrDefault("scope", TokenScope.READ.name()),
                        form.getOrDefault("days", "90"),
                        problems));
    }

    private static Row row(ApiToken token) {
        return new Row(
                token.id(),
                token.name().isEmpty() ? "命令行生成" : token.name(),
                token.scope().label(),
                SessionsController.time(token.expiresAt()),
                token.lastUsedAt() == null ? "没有用过" : SessionsController.time(token.lastUsedAt()));
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/account/tokens";
    }
}
