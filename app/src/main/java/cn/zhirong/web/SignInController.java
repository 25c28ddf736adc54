package cn.zhirong.web;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signing in by a link that works once; in demonstration bureaus also by choosing one of the demonstration people. */
@Needs(Action.ENTER)
@Controller("/{slug}")
class SignInController {
    private final Accounts accounts;
    private final Pages pages;

    SignInController(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    /** What the page shows: whom one may become here, and the link being used, if any. */
    public record View(List<Choice> choices, String token, String back, boolean failed) {}

    /** A demonstration person. */
    public record Choice(String username, String name, String role) {}

    @Get("/sign-in")
    HttpResponse<String> ask(
            HttpRequest<?> request,
            Tenant tenant,
            @QueryValue @Nullable String token,
            @QueryValue("return") @Nullable String back) {
        return page(request, tenant, token == null ? "" : token, back, false);
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        String back = form.get("return");
        Person person = tenant.demonstration() && form.containsKey("username")
                ? accounts.find(tenant, form.getOrDefault("username", "")).orElse(null)
                : accounts.redeem(tenant, form.getOrDefault("token", "")).orElse(null);
        if (person == null) {
            return page(request, tenant, "", back, true).status(400);
        }
        String target = back == null || back.isEmpty() ? "/" + tenant.slug() + "/console/policies" : back;
        return HttpResponse.seeOther(URI.create(Returns.ownPath(target)))
                .cookie(session(request, tenant, accounts.issue(person, CredentialKind.SESSION)));
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request, Tenant tenant) {
        request.getCookies()
                .findCookie(VisitorFilter.SESSION_COOKIE)
                .ifPresent(cookie -> accounts.signOut(tenant, cookie.getValue()));
        return Flash.redirect("/" + tenant.slug(), "您已退出登录。")
                .cookie(session(request, tenant, "").maxAge(0));
    }

    private MutableHttpResponse<String> page(
            HttpRequest<?> request, Tenant tenant, String token, @Nullable String back, boolean failed) {
        List<Choice> choices = tenant.demonstration()
                ? accounts.all(tenant).stream()
                        .map(it ->
                                new Choice(it.username(), it.name(), it.role().label()))
                        .toList()
                : List.of();
        return pages.show(
                request, "web/sign-in", new View(choices, token, back == null ? "" : Returns.ownPath(back), failed));
    }

    private static Cookie session(HttpRequest<?> request, Tenant tenant, String secret) {
        return Cookie.of(VisitorFilter.SESSION_COOKIE, secret)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SameSite.Lax);
    }
}
