package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.kernel.Money;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** One application as the bureau sees it, and what is done with it beside the first look. */
@Controller("/{slug}/console/applications/{application}")
@ExecuteOn(TaskExecutors.BLOCKING)
class CaseController {
    private final Applications applications;
    private final Desk desk;
    private final Reviews reviews;
    private final Clawbacks clawbacks;
    private final Materials materials;
    private final CasePages views;
    private final Pages pages;

    CaseController(
            Applications applications,
            Desk desk,
            Reviews reviews,
            Clawbacks clawbacks,
            Materials materials,
            CasePages views,
            Pages pages) {
        this.applications = applications;
        this.desk = desk;
        this.reviews = reviews;
        this.clawbacks = clawbacks;
        this.materials = materials;
        this.views = views;
        this.pages = pages;
    }

    @Needs(Action.APPLICATION_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, long application) {
        ApplicationRow row = applications.seen(tenant, application);
        return pages.show(
                request,
                "application/console-application",
                views.view(tenant, visitor.signedIn(), row, QueueQuery.of(request), FilledForm.NOTHING));
    }

    @Needs(Action.APPLICATION_SEE)
    @Get("/materials/{material}")
    HttpResponse<byte[]> material(Tenant tenant, long application, long material) {
        return Attachments.of(materials.file(tenant, applications.seen(tenant, application), material));
    }

    @Needs(Action.APPLICATION_REVIEW)
    @Post("/acceptance")
    @Consumes(MediaType.ALL)
    HttpResponse<?> accept(HttpRequest<?> request, Tenant tenant, Visitor visitor, long application) {
        return done(
                request,
                tenant,
                visitor,
                application,
                Map.of(),
                "已受理。",
                (person, form) -> desk.accept(tenant, person, application));
    }

    @Needs(Action.APPLICATION_REVIEW)
    @Post("/corrections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> askCorrections(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> typed) {
        return done(request, tenant, visitor, application, typed, "已通知企业补正。", (person, form) -> {
            Map<String, String> words = new HashMap<>();
            typed.keySet().stream()
                    .filter(field -> field.startsWith("wrong-"))
                    .forEach(field -> words.put(field.substring("wrong-".length()), form.raw(field)));
            desk.askCorrections(tenant, person, application, words);
        });
    }

    @Needs(Action.APPLICATION_REVIEW)
    @Post("/lapse")
    @Consumes(MediaType.ALL)
    HttpResponse<?> lapse(HttpRequest<?> request, Tenant tenant, Visitor visitor, long application) {
        return done(
                request,
                tenant,
                visitor,
                application,
                Map.of(),
                "已按逾期未回复处理。",
                (person, form) -> desk.lapse(tenant, person, application));
    }

    /** {@code decision} is {@code confirm} or {@code back}. */
    @Needs(Action.APPLICATION_DECIDE)
    @Post("/second-review")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> second(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> typed) {
        return done(request, tenant, visitor, application, typed, "已登记复审结果。", (person, form) -> {
            boolean back = !Forms.choice(form, "decision", "confirm", "back");
            String reason = form.lines("reason", back ? "退回理由" : "复审意见", back ? 5 : 0, 500);
            form.check();
            if (back) {
                reviews.sendBack(tenant, person, application, reason);
            } else {
                reviews.second(tenant, person, application, reason);
            }
        });
    }

    @Needs(Action.APPLICATION_DECIDE)
    @Post("/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> typed) {
        boolean found = applications.seen(tenant, application).state() == State.FOUND;
        String words = found ? "已移出名单。" : "已取消支持，占用的预算已释放。";
        return done(request, tenant, visitor, application, typed, words, (person, form) -> {
            String reason = form.lines("revocation", found ? "移出名单的理由" : "取消支持的理由", 5, 500);
            form.check();
            desk.revoke(tenant, person, application, reason);
        });
    }

    @Needs(Action.APPLICATION_REVIEW)
    @Post("/clawback")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> demand(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> typed) {
        return done(request, tenant, visitor, application, typed, "已通知企业退回。", (person, form) -> {
            Money amount = Amounts.typed(form, "amount", "追回金额");
            String reason = form.lines("ground", "追回原因", 5, 500);
            String clause = form.line("clause", "依据的条款", 2, 100);
            form.check();
            clawbacks.demand(tenant, person, application, form.raw("payee"), amount, reason, clause);
        });
    }

    /** {@code decision} is {@code returned} or {@code dropped}. */
    @Needs(Action.APPLICATION_DECIDE)
    @Post("/clawback/closing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> typed) {
        return done(request, tenant, visitor, application, typed, "已登记。", (person, form) -> {
            String remark = form.lines("remark", "说明", 2, 500);
            form.check();
            clawbacks.close(tenant, person, application, Forms.choice(form, "decision", "returned", "dropped"), remark);
        });
    }

    private HttpResponse<?> done(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long application,
            Map<String, String> typed,
            String words,
            BiConsumer<Person, FormReader> act) {
        ApplicationRow row = applications.seen(tenant, application);
        String way = QueueQuery.of(request).text();
        return Forms.send(
                typed,
                form -> {
                    act.accept(visitor.signedIn(), form);
                    return Flash.redirect(CasePages.here(tenant, application) + way, words);
                },
                (status, filled) -> pages.show(
                        request,
                        status,
                        "application/console-application",
                        views.view(tenant, visitor.signedIn(), row, QueueQuery.of(request), filled)));
    }
}
