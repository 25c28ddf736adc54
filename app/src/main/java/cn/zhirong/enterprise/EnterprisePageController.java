package cn.zhirong.enterprise;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One firm as officers see it: what is known, what it declared, and the forms of its facts. */
@Controller("/{slug}/console/enterprises/{enterprise}")
@ExecuteOn(TaskExecutors.BLOCKING)
class EnterprisePageController {
    private final Enterprises enterprises;
    private final Register register;
    private final FactDesk facts;
    private final ItemDesk items;
    private final Pages pages;

    EnterprisePageController(Enterprises enterprises, Register register, FactDesk facts, ItemDesk items, Pages pages) {
        this.enterprises = enterprises;
        this.register = register;
        this.facts = facts;
        this.items = items;
        this.pages = pages;
    }

    @Needs(Action.ENTERPRISE_SEE)
    @Get
    HttpResponse<String> show(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long enterprise,
            @QueryValue @Nullable String part) {
        return page(request, HttpStatus.OK, tenant, visitor, enterprise, part == null ? "" : part, List.of());
    }

    @Needs(Action.ENTERPRISE_EDIT)
    @Get("/facts")
    HttpResponse<String> basic(HttpRequest<?> request, Tenant tenant, long enterprise) {
        return form(request, HttpStatus.OK, tenant, enterprise, 0, FilledForm.NOTHING);
    }

    @Needs(Action.ENTERPRISE_EDIT)
    @Post("/facts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> changeBasic(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long enterprise, @Body Map<String, String> form) {
        return change(request, tenant, visitor, enterprise, 0, form);
    }

    @Needs(Action.ENTERPRISE_EDIT)
    @Get("/years/{year}")
    HttpResponse<String> figures(HttpRequest<?> request, Tenant tenant, long enterprise, int year) {
        int known = FactsForm.year(year, enterprises.today());
        return form(request, HttpStatus.OK, tenant, enterprise, known, FilledForm.NOTHING);
    }

    @Needs(Action.ENTERPRISE_EDIT)
    @Post("/years/{year}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> changeFigures(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long enterprise,
            int year,
            @Body Map<String, String> form) {
        return change(request, tenant, visitor, enterprise, FactsForm.year(year, enterprises.today()), form);
    }

    @Needs(Action.ENTERPRISE_EDIT)
    @Post("/facts/{fact}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answerFact(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long enterprise,
            long fact,
            @Body Map<String, String> form) {
        return answer(request, tenant, visitor, enterprise, "fact-" + fact, form, (actor, answer) -> {
            if (answer.accepts()) {
                facts.accept(tenant, actor, enterprise, fact, answer.words());
            } else {
                facts.refuse(tenant, actor, enterprise, fact, answer.words());
            }
        });
    }

    @Needs(Action.ENTERPRISE_EDIT)
    @Post("/items/{item}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answerItem(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long enterprise,
            long item,
            @Body Map<String, String> form) {
        return answer(request, tenant, visitor, enterprise, "item-" + item, form, (actor, answer) -> {
            if (answer.accepts()) {
                items.accept(tenant, actor, enterprise, item, answer.words());
            } else {
                items.refuse(tenant, actor, enterprise, item, answer.words());
            }
        });
    }

    /** What an officer's answer does to a declaration. */
    private interface Answered {
        void by(String actor, Answer answer);
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long enterprise,
            String declaration,
            Map<String, String> form,
            Answered answered) {
        enterprises.profile(tenant, enterprise);
        try {
            Answer answer = Answer.read(declaration, form);
            answered.by(visitor.signedIn().username(), answer);
            return Flash.redirect(here(tenant, enterprise), answer.accepts() ? "已采纳，记为已核实。" : "已记为未采纳，企业能看到原因。");
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            List<Refusal.Field> problems = FilledForm.refused(form, refusal).problems();
            return page(request, refusal.status(), tenant, visitor, enterprise, "", problems);
        }
    }

    private HttpResponse<?> change(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long id, int year, Map<String, String> typed) {
        enterprises.profile(tenant, id);
        try {
            FactDesk.Entered entered = FactsForm.read(year, typed, enterprises.today());
            int changed = facts.enter(tenant, visitor.signedIn().username(), id, entered);
            return Flash.redirect(
                    FactsForm.back(here(tenant, id), year),
                    changed == 0 ? "没有变动，未保存。" : "已保存 " + changed + " 项，记为已核实。");
        } catch (Refusal refusal) {
            return form(request, refusal.status(), tenant, id, year, FilledForm.refused(typed, refusal));
        }
    }

    private HttpResponse<String> form(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, long id, int year, FilledForm typed) {
        FactsForm.View view = FactsForm.view(
                enterprises.profile(tenant, id), here(tenant, id), year, false, typed, enterprises.today());
        return pages.show(request, status, "enterprise/facts-form", view);
    }

    private HttpResponse<String> page(
            HttpRequest<?> request,
            HttpStatus status,
            Tenant tenant,
            Visitor visitor,
            long id,
            String part,
            List<Refusal.Field> problems) {
        Profile profile = enterprises.profile(tenant, id);
        ProfileView view = new ProfileViews(
                        profile, here(tenant, id), false, visitor.may(Action.ENTERPRISE_EDIT), enterprises.today())
                .view(part, register.registered(tenant, profile), problems);
        return pages.show(request, status, "enterprise/console-enterprise", view);
    }

    static String here(Tenant tenant, long id) {
        return EnterpriseListController.here(tenant) + "/" + id;
    }
}
