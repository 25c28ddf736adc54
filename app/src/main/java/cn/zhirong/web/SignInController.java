package cn.zhirong.web;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.IdentityProviders;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.access.Sessions;
import cn.zhirong.access.SignIn;
import cn.zhirong.access.SignInResult;
import cn.zhirong.tenant.Feature;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signing in by name and password, or by a link that works once and sets the password; in demonstration bureaus also by choosing
 * one of the demonstration people. Signing out.
 */
@Needs(Action.ENTER)
@Controller("/{slug}")
@ExecuteOn(TaskExecutors.BLOCKING)
class SignInController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Accounts accounts;
    private final IdentityProviders identities;
    private final SessionCookie cookie;
    private final NextStep next;
    private final Origins origins;
    private final Pages pages;

    SignInController(
            SignIn signIn,
            Sessions sessions,
            Accounts accounts,
            IdentityProviders identities,
            SessionCookie cookie,
            NextStep next,
            Origins origins,
            Pages pages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.identities = identities;
        this.cookie = cookie;
        this.next = next;
        this.origins = origins;
        this.pages = pages;
    }

    @Get("/sign-in")
    HttpResponse<String> ask(
            HttpRequest<?> request,
            Tenant tenant,
            @QueryValue @Nullable String token,
            @QueryValue("return") @Nullable String back) {
        if (token != null) {
            return link(request, tenant, HttpStatus.OK, token, back, List.of());
        }
        return page(request, tenant, HttpStatus.OK, "", back, List.of());
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        String back = form.get("return");
        if (form.containsKey("token")) {
            return byLink(request, tenant, form, back);
        }
        String username = form.getOrDefault("username", "");
        SignInResult result = tenant.demonstration() && !form.containsKey("password")
                ? signIn.asDemonstration(tenant, username, origins.of(request))
                : signIn.byPassword(tenant, username, form.getOrDefault("password", ""), origins.of(request));
        return switch (result) {
            case SignInResult.In in -> enter(request, tenant, in, back);
            case SignInResult.Later later ->
                page(
                                request,
                                tenant,
                                HttpStatus.TOO_MANY_REQUESTS,
                                username,
                                back,
                                List.of(new Refusal.Field("username", NextStep.wait(later.delay()))))
                        .header("Retry-After", String.valueOf(later.delay().toSeconds() + 1));
            case SignInResult.Refused() ->
                page(
                        request,
                        tenant,
                        HttpStatus.BAD_REQUEST,
                        username,
                        back,
                        List.of(new Refusal.Field("username", "用户名或密码不对。请检查大小写和输入法后重试。")));
        };
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request, Tenant tenant) {
        cookie.read(request).ifPresent(secret -> sessions.signOut(tenant, secret));
        String home = tenant.isPlatform() ? "/" + tenant.slug() + "/sign-in" : "/" + tenant.slug();
        return Flash.redirect(home, "您已退出登录。").cookie(cookie.end(request));
    }

    private HttpResponse<?> byLink(
            HttpRequest<?> request, Tenant tenant, Map<String, String> form, @Nullable String back) {
        String token = form.getOrDefault("token", "");
        String password = form.getOrDefault("password", "");
        if (!password.equals(form.getOrDefault("repeat", ""))) {
            return link(request, tenant, HttpStatus.BAD_REQUEST, token, back, List.of(PasswordField.NOT_REPEATED));
        }
        try {
            return signIn.byLink(tenant, token, password, origins.of(request)) instanceof SignInResult.In in
                    ? enter(request, tenant, in, back)
                    : link(request, tenant, HttpStatus.BAD_REQUEST, "", back, List.of());
        } catch (IllegalArgumentException refused) {
            List<Refusal.Field> problems = List.of(PasswordField.refused(refused));
            return link(request, tenant, HttpStatus.BAD_REQUEST, token, back, problems);
        }
    }

    /** Whoever was signed in to this bureau in this browser before is not any more: nothing set beforehand lives on. */
    private HttpResponse<?> enter(HttpRequest<?> request, Tenant tenant, SignInResult.In in, @Nullable String back) {
        cookie.read(request).ifPresent(before -> sessions.signOut(tenant, before));
        return next.go(request, tenant, in, back);
    }

    private io.micronaut.http.MutableHttpResponse<String> page(
            HttpRequest<?> request,
            Tenant tenant,
            HttpStatus status,
            String username,
            @Nullable String back,
            List<Refusal.Field> problems) {
        List<SignInView.Choice> choices = tenant.demonstration()
                ? accounts.all(tenant).stream()
                        .map(it -> new SignInView.Choice(
                                it.username(), it.name(), it.role().label()))
                        .toList()
                : List.of();
        String shown = username.length() > 64 ? username.substring(0, 64) : username;
        return pages.show(
                request,
                status,
                "web/sign-in",
                new SignInView(
                        choices,
                        shown,
                        NextStep.wanted(back),
                        !tenant.isPlatform() && tenant.has(Feature.REGISTRATION),
                        providers(tenant, NextStep.wanted(back)),
                        problems));
    }

    private List<SignInView.Provider> providers(Tenant tenant, String wanted) {
        String query = wanted.isEmpty() ? "" : "?return=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return identities.enabled(tenant).stream()
                .map(it -> new SignInView.Provider(
                        it.name(), "/" + tenant.slug() + "/sign-in/identity/" + it.id() + "/begin" + query))
                .toList();
    }

    private HttpResponse<String> link(
            HttpRequest<?> request,
            Tenant tenant,
            HttpStatus status,
            String token,
            @Nullable String back,
            List<Refusal.Field> problems) {
        Person owner = signIn.linkOwner(tenant, token).orElse(null);
        SignInView.Link view = owner == null
                ? new SignInView.Link("", "", NextStep.wanted(back), List.of())
                : new SignInView.Link(token, owner.username(), NextStep.wanted(back), problems);
        return pages.show(request, owner == null ? HttpStatus.BAD_REQUEST : status, "web/sign-in-link", view);
    }
}
