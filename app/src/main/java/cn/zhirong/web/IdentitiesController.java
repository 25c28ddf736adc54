package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.IdentityLinks;
import cn.zhirong.access.IdentityProviders;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;

/** The identities that one's account is linked to. */
@Needs(Action.OWN_ACCOUNT)
@Controller("/{slug}/account/identities")
@ExecuteOn(TaskExecutors.BLOCKING)
class IdentitiesController {
    private final IdentityProviders providers;
    private final IdentityLinks links;
    private final Pages pages;

    IdentitiesController(IdentityProviders providers, IdentityLinks links, Pages pages) {
        this.providers = providers;
        this.links = links;
        this.pages = pages;
    }

    /** The page. */
    public record View(
            List<Map<String, Object>> tabs, String here, List<Row> rows, List<SignInView.Provider> offered) {}

    /** A link. */
    public record Row(long id, String provider, String name, String since) {}

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant) {
        Person person = OwnSession.of(request).person();
        List<IdentityProviders.Known> all = providers.all(tenant);
        List<IdentityLinks.Linked> linked = links.of(tenant, person);
        List<Row> rows = linked.stream()
                .map(link -> new Row(
                        link.id(),
                        all.stream()
                                .filter(it -> it.id() == link.providerId())
                                .map(it -> it.enabled() ? it.name() : it.name() + "（已停用，暂时不能用来登录）")
                                .findFirst()
                                .orElse(""),
                        link.name().isEmpty() ? "没有提供姓名" : link.name(),
                        SessionsController.time(link.since())))
                .toList();
        List<SignInView.Provider> offered = all.stream()
                .filter(it -> it.enabled() && linked.stream().noneMatch(link -> link.providerId() == it.id()))
                .map(it -> new SignInView.Provider(it.name(), here(tenant) + "/" + it.id() + "/begin"))
                .toList();
        return pages.show(
                request,
                "web/identities",
                new View(OwnSession.tabs(request, tenant.slug(), "identities"), here(tenant), rows, offered));
    }

    @Post("/{id}/removal")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(HttpRequest<?> request, Tenant tenant, long id) {
        if (!links.remove(tenant, OwnSession.of(request).person(), id)) {
            throw Refusal.notFound();
        }
        return Flash.redirect(here(tenant), "关联已解除，这个身份不能再登录您的账号。");
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/account/identities";
    }
}
