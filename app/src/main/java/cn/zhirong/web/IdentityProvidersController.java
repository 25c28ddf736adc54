package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.IdentityKind;
import cn.zhirong.access.IdentityLinks;
import cn.zhirong.access.IdentityProviders;
import cn.zhirong.access.IdentityProviders.Known;
import cn.zhirong.access.Needs;
import cn.zhirong.access.SiteAddress;
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

/** Who may vouch for the bureau's people. A secret is typed here and never shown. */
@Needs(Action.TENANT_CONFIGURE)
@Controller("/{slug}/console/identity")
@ExecuteOn(TaskExecutors.BLOCKING)
class IdentityProvidersController {
    private final IdentityProviders providers;
    private final IdentityLinks links;
    private final SiteAddress site;
    private final Pages pages;

    IdentityProvidersController(IdentityProviders providers, IdentityLinks links, SiteAddress site, Pages pages) {
        this.providers = providers;
        this.links = links;
        this.site = site;
        this.pages = pages;
    }

    /**
     * The list and the form.
     *
     * @param callback what the provider must be told, empty before there is one
     * @param linked how many accounts are linked by way of it
     */
    public record View(
            String here,
            String action,
            List<Row> rows,
            List<Map<String, String>> kinds,
            boolean fresh,
            String kind,
            String name,
            String issuer,
            String clientId,
            String login,
            boolean enabled,
            String callback,
            long linked,
            List<Refusal.Field> problems) {}

    /** A provider. */
    public record Row(long id, String name, String kind, String issuer, String state) {}

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant) {
        return page(request, tenant, HttpStatus.OK, new Known(0, IdentityKind.OPENID, "", "", "", "", true), List.of());
    }

    @Get("/{provider}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, long provider) {
        Known known = providers.find(tenant, provider).orElseThrow(Refusal::notFound);
        return page(request, tenant, HttpStatus.OK, known, List.of());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        IdentityKind kind = Arrays.stream(IdentityKind.values())
                .filter(it -> it.name().equals(form.get("kind")))
                .findFirst()
                .orElse(IdentityKind.OPENID);
        Known typed = typed(0, kind, form);
        String secret = field(form, "secret");
        List<Refusal.Field> problems = problems(tenant, typed, secret);
        if (!problems.isEmpty()) {
            return page(request, tenant, HttpStatus.BAD_REQUEST, typed, problems);
        }
        long id = providers.add(tenant, visitor.signedIn().username(), typed, secret);
        return Flash.redirect(here(tenant) + "/" + id, "登录渠道已添加。请把下面的回调地址登记到对方平台。");
    }

    @Post("/{provider}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long provider, @Body Map<String, String> form) {
        Known before = providers.find(tenant, provider).orElseThrow(Refusal::notFound);
        Known typed = typed(provider, before.kind(), form);
        String secret = field(form, "secret");
        List<Refusal.Field> problems = problems(tenant, typed, secret);
        if (!problems.isEmpty()) {
            return page(request, tenant, HttpStatus.BAD_REQUEST, typed, problems);
        }
        if (!providers.change(tenant, visitor.signedIn().username(), typed, secret)) {
            throw Refusal.notFound();
        }
        return Flash.redirect(here(tenant), "登录渠道已保存。");
    }

    @Post("/{provider}/removal")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(Tenant tenant, Visitor visitor, long provider) {
        return switch (providers.remove(tenant, visitor.signedIn().username(), provider)) {
            case REMOVED -> Flash.redirect(here(tenant), "登录渠道已删除，关联随之解除，已写信告诉本人。");
            case STILL_ON -> Flash.redirect(here(tenant) + "/" + provider, "没有删除：请先把状态改为停用并保存。");
            case UNKNOWN -> throw Refusal.notFound();
        };
    }

    private List<Refusal.Field> problems(Tenant tenant, Known typed, String secret) {
        return providers.check(tenant, typed, secret).stream()
                .map(it -> new Refusal.Field(it.field(), it.message()))
                .toList();
    }

    private HttpResponse<String> page(
            HttpRequest<?> request, Tenant tenant, HttpStatus status, Known one, List<Refusal.Field> problems) {
        List<Row> rows = providers.all(tenant).stream()
                .map(it -> new Row(it.id(), it.name(), it.kind().label(), it.issuer(), it.enabled() ? "启用" : "停用"))
                .toList();
        List<Map<String, String>> kinds = Arrays.stream(IdentityKind.values())
                .map(it -> Map.of("value", it.name(), "text", it.label()))
                .toList();
        boolean fresh = one.id() == 0;
        return pages.show(
                request,
                status,
                "web/identity-providers",
                new View(
                        here(tenant),
                        fresh ? here(tenant) : here(tenant) + "/" + one.id(),
                        rows,
                        kinds,
                        fresh,
                        one.kind().name(),
                        one.name(),
                        one.issuer(),
                        one.clientId(),
                        one.login(),
                        one.enabled(),
                        fresh ? "" : site.of(tenant, "/sign-in/identity/" + one.id()),
                        fresh ? 0 : links.count(tenant, one.id()),
                        problems));
    }

    private static Known typed(long id, IdentityKind kind, Map<String, String> form) {
        return new Known(
                id,
                kind,
                field(form, "name"),
                field(form, "issuer"),
                field(form, "clientId"),
                kind == IdentityKind.TICKET ? field(form, "login") : "",
                field(form, "state").equals("on"));
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").strip();
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/identity";
    }
}
