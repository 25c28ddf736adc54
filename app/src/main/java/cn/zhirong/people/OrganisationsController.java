package cn.zhirong.people;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.OrganisationKind;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Banks, guarantors and other partners of a bureau, for whom people can be invited. */
@Controller("/{slug}/console/organisations")
class OrganisationsController {
    private final Organisations organisations;
    private final Pages pages;

    OrganisationsController(Organisations organisations, Pages pages) {
        this.organisations = organisations;
        this.pages = pages;
    }

    /** All of them and the form for another. */
    public record View(
            List<Map<String, Object>> tabs,
            String here,
            boolean manages,
            List<Row> rows,
            List<Map<String, String>> kinds,
            FilledForm typed) {}

    /** One of them. */
    public record Row(String name, String kind, String creditCode, String state) {}

    @Needs(Action.PEOPLE_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return page(request, HttpStatus.OK, tenant, visitor, FilledForm.NOTHING);
    }

    @Needs(Action.PEOPLE_MANAGE)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        try {
            OrganisationKind kind = Arrays.stream(OrganisationKind.values())
                    .filter(it -> it.name().equals(form.get("kind")))
                    .findFirst()
                    .orElseThrow(() -> Refusal.badField("kind", "请选择机构类别。"));
            OrganisationRow row = organisations.add(
                    tenant,
                    visitor.signedIn().username(),
                    kind,
                    form.getOrDefault("enterprise", ""),
                    form.getOrDefault("creditCode", ""));
            return Flash.redirect(here(tenant), "已添加" + row.name() + "。现在可以邀请它的经办人。");
        } catch (Refusal refusal) {
            return page(request, refusal.status(), tenant, visitor, FilledForm.refused(form, refusal));
        }
    }

    private HttpResponse<String> page(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, FilledForm typed) {
        List<Row> rows = organisations.all(tenant).stream()
                .map(it -> new Row(
                        it.name(),
                        it.kind().label(),
                        PeopleTexts.orDash(it.creditCode()),
                        it.state().label()))
                .toList();
        List<Map<String, String>> kinds = Arrays.stream(OrganisationKind.values())
                .map(it -> Map.of("value", it.name(), "text", it.label()))
                .toList();
        return pages.show(
                request,
                status,
                "people/organisations",
                new View(
                        PeopleTabs.of(tenant.slug(), "organisations"),
                        here(tenant),
                        visitor.may(Action.PEOPLE_MANAGE),
                        rows,
                        kinds,
                        typed));
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/organisations";
    }
}
