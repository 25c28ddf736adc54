package cn.zhirong.people;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.MayI;
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
import java.util.List;
import java.util.Map;

/** One's own enterprise: whether it is verified, and who acts for it. */
@Controller("/{slug}/enterprise")
class EnterpriseController {
    private final Organisations organisations;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Pages pages;

    EnterpriseController(Organisations organisations, Accounts accounts, Invitations invitations, Pages pages) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.invitations = invitations;
        this.pages = pages;
    }

    /** The page; {@code link} is a new one, shown once, or empty. */
    public record View(
            String here,
            String name,
            String creditCode,
            String state,
            String note,
            boolean pending,
            boolean awaitsCode,
            boolean owner,
            List<Member> members,
            String link,
            FilledForm typed) {}

    /** A member; {@code manageable} where the visitor may disable it. */
    public record Member(long id, String name, String username, String role, String state, boolean manageable) {}

    @Needs(Action.MEMBERS_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return page(request, HttpStatus.OK, tenant, visitor.signedIn(), "", FilledForm.NOTHING);
    }

    @Needs(Action.MEMBERS_MANAGE)
    @Post("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> code(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        Person owner = visitor.signedIn();
        if (organisations.redeemCode(tenant, owner, form.getOrDefault("code", ""))) {
            return Flash.redirect(here(tenant), "核验通过。");
        }
        Refusal wrong = Refusal.badField("code", "核验码不对，请与银行流水的附言核对。最多可试 " + Organisations.CODE_TRIES + " 次。");
        return page(request, HttpStatus.BAD_REQUEST, tenant, owner, "", FilledForm.refused(form, wrong));
    }

    @Needs(Action.MEMBERS_MANAGE)
    @Post("/members")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> invite(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        Person owner = visitor.signedIn();
        try {
            Invitations.Invited invited = invitations.invite(
                    tenant,
                    owner,
                    form.getOrDefault("username", ""),
                    form.getOrDefault("name", ""),
                    Role.ENTERPRISE_ASSISTANT,
                    Organisations.own(owner),
                    form.getOrDefault("email", ""));
            return page(request, HttpStatus.CREATED, tenant, owner, invited.link(), FilledForm.NOTHING);
        } catch (Refusal refusal) {
            return page(request, refusal.status(), tenant, owner, "", FilledForm.refused(form, refusal));
        }
    }

    @Needs(Action.MEMBERS_MANAGE)
    @Post("/members/{accountId}/disable")
    @Consumes(MediaType.ALL)
    HttpResponse<?> disable(Tenant tenant, Visitor visitor, long accountId) {
        Person owner = visitor.signedIn();
        mustBeAssistant(tenant, owner, accountId);
        accounts.disable(tenant, owner.username(), accountId);
        return Flash.redirect(here(tenant), "已停用，对方的登录随即退出。");
    }

    @Needs(Action.MEMBERS_MANAGE)
    @Post("/members/{accountId}/enable")
    @Consumes(MediaType.ALL)
    HttpResponse<?> enable(Tenant tenant, Visitor visitor, long accountId) {
        Person owner = visitor.signedIn();
        mustBeAssistant(tenant, owner, accountId);
        boolean enabled = accounts.enable(tenant, owner.username(), accountId);
        return Flash.redirect(here(tenant), enabled ? "已启用。" : "账号没有变动：它本来可用，或者已按本人申请注销。");
    }

    /** Whether it is an assistant of the own enterprise; anybody else is not there. */
    private void mustBeAssistant(Tenant tenant, Person owner, long accountId) {
        boolean own = accounts.find(tenant, accountId)
                .map(Accounts.Listed::person)
                .filter(it -> it.role() == Role.ENTERPRISE_ASSISTANT)
                .map(Person::organisationId)
                .filter(it -> MayI.may(owner, Action.MEMBERS_MANAGE, it))
                .isPresent();
        if (!own) {
            throw Refusal.notFound();
        }
    }

    private HttpResponse<String> page(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Person person, String link, FilledForm typed) {
        long id = Organisations.own(person);
        OrganisationRow row = organisations.find(tenant, id);
        boolean owner = person.may(Action.MEMBERS_MANAGE);
        boolean pending = row.state() == OrganisationState.PENDING;
        List<Member> members = organisations.members(tenant, id).stream()
                .map(it -> new Member(
                        it.person().accountId(),
                        it.person().name(),
                        it.person().username(),
                        it.person().role().label(),
                        PeopleTexts.state(it),
                        owner && it.person().role() == Role.ENTERPRISE_ASSISTANT))
                .toList();
        return pages.show(
                request,
                status,
                "people/enterprise",
                new View(
                        here(tenant),
                        row.name(),
                        PeopleTexts.orDash(row.creditCode()),
                        row.state().label(),
                        PeopleTexts.note(row),
                        pending,
                        pending && owner && organisations.awaitsCode(tenant, id),
                        owner,
                        members,
                        link.isEmpty() ? "" : invitations.address(tenant, link),
                        typed));
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/enterprise";
    }
}
