package cn.zhirong.people;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
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
import io.micronaut.http.annotation.QueryValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the bureau verifies enterprises that registered themselves. */
@Controller("/{slug}/console/registrations")
class RegistrationDeskController {
    private final Organisations organisations;
    private final Pages pages;

    RegistrationDeskController(Organisations organisations, Pages pages) {
        this.organisations = organisations;
        this.pages = pages;
    }

    /** The list: enterprises of one state. */
    public record ListView(String state, List<Map<String, Object>> tabs, List<Row> rows) {}

    /** An enterprise of the list. */
    public record Row(long id, String name, String creditCode, String at, String note) {}

    /** One enterprise, its members, and what may be done. */
    public record View(
            String here,
            String name,
            String creditCode,
            String state,
            String note,
            List<Member> members,
            boolean decides,
            String code,
            FilledForm typed) {}

    /** A member. */
    public record Member(String name, String username, String role, String state) {}

    @Needs(Action.REGISTRATION_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, @QueryValue @Nullable String state) {
        OrganisationState shown = Arrays.stream(OrganisationState.values())
                .filter(it -> it.name().equals(state))
                .findFirst()
                .orElse(OrganisationState.PENDING);
        List<Map<String, Object>> tabs = Arrays.stream(OrganisationState.values())
                .map(it -> Map.<String, Object>of(
                        "text", it.label(), "href", here(tenant) + "?state=" + it, "current", it == shown))
                .toList();
        List<Row> rows = organisations.enterprises(tenant, shown).stream()
                .map(it -> new Row(
                        it.key(),
                        it.name(),
                        PeopleTexts.orDash(it.creditCode()),
                        PeopleTexts.time(it.createdAt()),
                        PeopleTexts.note(it)))
                .toList();
        return pages.show(request, "people/registrations", new ListView(shown.label(), tabs, rows));
    }

    @Needs(Action.REGISTRATION_SEE)
    @Get("/{id}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, long id) {
        return page(request, HttpStatus.OK, tenant, visitor.signedIn(), id, "", FilledForm.NOTHING);
    }

    @Needs(Action.REGISTRATION_VERIFY)
    @Post("/{id}/verification")
    @Consumes(MediaType.ALL)
    HttpResponse<?> verify(Tenant tenant, Visitor visitor, long id) {
        organisations.verify(tenant, visitor.signedIn().username(), id);
        return Flash.redirect(here(tenant), "已核验通过。");
    }

    @Needs(Action.REGISTRATION_VERIFY)
    @Post("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> refuse(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long id, @Body Map<String, String> form) {
        Person person = visitor.signedIn();
        organisations.find(tenant, id);
        try {
            organisations.refuse(tenant, person.username(), id, form.getOrDefault("reason", ""));
            return Flash.redirect(here(tenant), "已记为未通过，信用代码可以重新登记。");
        } catch (Refusal refusal) {
            return page(request, refusal.status(), tenant, person, id, "", FilledForm.refused(form, refusal));
        }
    }

    @Needs(Action.REGISTRATION_VERIFY)
    @Post("/{id}/transfer-code")
    @Consumes(MediaType.ALL)
    HttpResponse<String> transferCode(HttpRequest<?> request, Tenant tenant, Visitor visitor, long id) {
        Person person = visitor.signedIn();
        String code = organisations.transferCode(tenant, person.username(), id);
        return page(request, HttpStatus.OK, tenant, person, id, code, FilledForm.NOTHING);
    }

    private HttpResponse<String> page(
            HttpRequest<?> request,
            HttpStatus status,
            Tenant tenant,
            Person person,
            long id,
            String code,
            FilledForm typed) {
        OrganisationRow row = organisations.find(tenant, id);
        boolean decides = row.state() == OrganisationState.PENDING && person.may(Action.REGISTRATION_VERIFY);
        List<Member> members = organisations.members(tenant, id).stream()
                .map(it -> new Member(
                        it.person().name(),
                        it.person().username(),
                        it.person().role().label(),
                        PeopleTexts.state(it)))
                .toList();
        return pages.show(
                request,
                status,
                "people/registration-desk",
                new View(
                        here(tenant) + "/" + id,
                        row.name(),
                        PeopleTexts.orDash(row.creditCode()),
                        row.state().label(),
                        PeopleTexts.note(row),
                        members,
                        decides,
                        code,
                        typed));
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/registrations";
    }
}
