package cn.zhirong.people;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
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

/** The accounts of a bureau: who there is, inviting, disabling, changing roles. */
@Controller("/{slug}/console/people")
class PeopleController {
    private final Accounts accounts;
    private final Organisations organisations;
    private final Invitations invitations;
    private final Pages pages;

    PeopleController(Accounts accounts, Organisations organisations, Invitations invitations, Pages pages) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.invitations = invitations;
        this.pages = pages;
    }

    /** Everybody. */
    public record ListView(List<Map<String, Object>> tabs, String here, boolean manages, List<Row> rows) {}

    /** An account of the list. */
    public record Row(long id, String name, String username, String role, String organisation, String state) {}

    /** The form of an invitation. */
    public record NewView(
            List<Map<String, Object>> tabs,
            String here,
            List<Map<String, String>> roles,
            List<Map<String, String>> organisations,
            FilledForm typed) {}

    /** One account and what may be done; {@code own} for the visitor's own, {@code link} is a new one, shown once. */
    public record View(
            List<Map<String, Object>> tabs,
            String here,
            Row row,
            String createdAt,
            boolean disabled,
            boolean manages,
            boolean own,
            String link,
            List<Map<String, String>> roles,
            List<Map<String, String>> organisations,
            FilledForm typed) {}

    @Needs(Action.PEOPLE_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        List<Row> rows = accounts.everybody(tenant).stream()
                .map(account -> row(tenant, account))
                .toList();
        return pages.show(
                request,
                "people/people",
                new ListView(
                        PeopleTabs.of(tenant.slug(), "people"), here(tenant), visitor.may(Action.PEOPLE_MANAGE), rows));
    }

    @Needs(Action.PEOPLE_MANAGE)
    @Get("/new")
    HttpResponse<String> form(HttpRequest<?> request, Tenant tenant) {
        return form(request, HttpStatus.OK, tenant, FilledForm.NOTHING);
    }

    @Needs(Action.PEOPLE_MANAGE)
    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> invite(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        try {
            Role role = role(form);
            Invitations.Invited invited = invitations.invite(
                    tenant,
                    visitor.signedIn(),
                    form.getOrDefault("username", ""),
                    form.getOrDefault("name", ""),
                    role,
                    organisation(tenant, role, form),
                    form.getOrDefault("email", ""));
            return page(
                    request,
                    HttpStatus.CREATED,
                    tenant,
                    visitor,
                    invited.person().accountId(),
                    invited.link(),
                    FilledForm.NOTHING);
        } catch (Refusal refusal) {
            return form(request, refusal.status(), tenant, FilledForm.refused(form, refusal));
        } catch (IllegalArgumentException refused) {
            return form(request, HttpStatus.BAD_REQUEST, tenant, FilledForm.refused(form, AccountRefusal.of(refused)));
        }
    }

    @Needs(Action.PEOPLE_SEE)
    @Get("/{accountId}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, long accountId) {
        return page(request, HttpStatus.OK, tenant, visitor, accountId, "", FilledForm.NOTHING);
    }

    @Needs(Action.PEOPLE_MANAGE)
    @Post("/{accountId}/link")
    @Consumes(MediaType.ALL)
    HttpResponse<String> link(HttpRequest<?> request, Tenant tenant, Visitor visitor, long accountId) {
        Accounts.Listed account = account(tenant, accountId);
        if (account.disabled()) {
            throw Refusal.conflict("disabled", "这个账号已停用，请先启用再发登录链接。");
        }
        String link = invitations.renew(tenant, visitor.signedIn(), account.person());
        return page(request, HttpStatus.OK, tenant, visitor, accountId, link, FilledForm.NOTHING);
    }

    @Needs(Action.PEOPLE_MANAGE)
    @Post("/{accountId}/disable")
    @Consumes(MediaType.ALL)
    HttpResponse<?> disable(HttpRequest<?> request, Tenant tenant, Visitor visitor, long accountId) {
        return change(request, tenant, visitor, accountId, Map.of(), actor -> {
            accounts.disable(tenant, actor, accountId);
            return "账号已停用，已登录的设备随即退出。";
        });
    }

    @Needs(Action.PEOPLE_MANAGE)
    @Post("/{accountId}/enable")
    @Consumes(MediaType.ALL)
    HttpResponse<?> enable(HttpRequest<?> request, Tenant tenant, Visitor visitor, long accountId) {
        return change(request, tenant, visitor, accountId, Map.of(), actor -> {
            boolean enabled = accounts.enable(tenant, actor, accountId);
            return enabled ? "账号已启用。" : "账号没有变动：它本来可用，或者已按本人申请注销。";
        });
    }

    @Needs(Action.PEOPLE_MANAGE)
    @Post("/{accountId}/role")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> role(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long accountId, @Body Map<String, String> form) {
        return change(request, tenant, visitor, accountId, form, actor -> {
            Role role = role(form);
            accounts.changeRole(tenant, actor, accountId, role, organisation(tenant, role, form));
            return "岗位已调整，本人需要重新登录。";
        });
    }

    /** A change by the actor, and the sentence that tells of it. */
    private interface Change {
        String by(String actor);
    }

    private HttpResponse<?> change(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long accountId,
            Map<String, String> form,
            Change change) {
        account(tenant, accountId);
        try {
            return Flash.redirect(
                    here(tenant) + "/" + accountId, change.by(visitor.signedIn().username()));
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            return page(request, refusal.status(), tenant, visitor, accountId, "", FilledForm.refused(form, refusal));
        } catch (IllegalArgumentException refused) {
            return page(
                    request,
                    HttpStatus.BAD_REQUEST,
                    tenant,
                    visitor,
                    accountId,
                    "",
                    FilledForm.refused(form, AccountRefusal.of(refused)));
        }
    }

    private Accounts.Listed account(Tenant tenant, long accountId) {
        return accounts.find(tenant, accountId).orElseThrow(Refusal::notFound);
    }

    private HttpResponse<String> form(HttpRequest<?> request, HttpStatus status, Tenant tenant, FilledForm typed) {
        return pages.show(
                request,
                status,
                "people/invitation",
                new NewView(
                        PeopleTabs.of(tenant.slug(), "people"), here(tenant), roles(), organisations(tenant), typed));
    }

    private HttpResponse<String> page(
            HttpRequest<?> request,
            HttpStatus status,
            Tenant tenant,
            Visitor visitor,
            long accountId,
            String link,
            FilledForm typed) {
        Accounts.Listed account = account(tenant, accountId);
        Person self = visitor.signedIn();
        boolean manages = self.may(Action.PEOPLE_MANAGE) && self.accountId() != accountId;
        FilledForm shown = typed.fields().isEmpty()
                ? new FilledForm(
                        Map.of(
                                "role",
                                account.person().role().name(),
                                "organisation",
                                String.valueOf(account.person().organisationId())),
                        typed.problems())
                : typed;
        return pages.show(
                request,
                status,
                "people/person",
                new View(
                        PeopleTabs.of(tenant.slug(), "people"),
                        here(tenant) + "/" + accountId,
                        row(tenant, account),
                        PeopleTexts.time(account.createdAt()),
                        account.disabled(),
                        manages,
                        self.accountId() == accountId,
                        link.isEmpty() ? "" : invitations.address(tenant, link),
                        roles(),
                        organisations(tenant),
                        shown));
    }

    private Row row(Tenant tenant, Accounts.Listed account) {
        Person person = account.person();
        Long organisation = person.organisationId();
        return new Row(
                person.accountId(),
                person.name(),
                person.username(),
                person.role().label(),
                organisation == null
                        ? ""
                        : organisations.find(tenant, organisation).name(),
                PeopleTexts.state(tenant, account));
    }

    private List<Map<String, String>> organisations(Tenant tenant) {
        return organisations.all(tenant).stream()
                .filter(it -> it.state() != OrganisationState.REFUSED)
                .map(it -> Map.of(
                        "value", String.valueOf(it.key()), "text", it.kind().label() + "：" + it.name()))
                .toList();
    }

    private static List<Map<String, String>> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.PLATFORM_OPERATOR)
                .map(role -> Map.of("value", role.name(), "text", role.label()))
                .toList();
    }

    private static Role role(Map<String, String> form) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.PLATFORM_OPERATOR && role.name().equals(form.get("role")))
                .findFirst()
                .orElseThrow(() -> Refusal.badField("role", "请选择岗位。"));
    }

    /** The organisation chosen, if the role acts for one of its kind. */
    private @org.jspecify.annotations.Nullable Long organisation(Tenant tenant, Role role, Map<String, String> form) {
        if (role.organisation() == null) {
            return null;
        }
        String chosen = form.getOrDefault("organisation", "");
        if (!chosen.matches("[0-9]{1,18}")) {
            throw Refusal.badField("organisation", "岗位“" + role.label() + "”须选择所属机构。");
        }
        OrganisationRow row = organisations.find(tenant, Long.parseLong(chosen));
        if (row.kind() != role.organisation()) {
            throw Refusal.badField(
                    "organisation",
                    "岗位“" + role.label() + "”须属于" + role.organisation().label() + "，所选的是"
                            + row.kind().label() + "。");
        }
        return row.key();
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/people";
    }
}
