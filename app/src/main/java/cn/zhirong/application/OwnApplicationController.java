package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
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
import java.util.function.Consumer;

/** A firm's applications: the list, one of them with all that can be done about it. */
@Controller("/{slug}/enterprise/applications")
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnApplicationController {
    private final Applications applications;
    private final FirmDesk desk;
    private final HandingIn handing;
    private final OwnOffers offers;
    private final Complaints complaints;
    private final OwnPages views;
    private final Pages pages;

    OwnApplicationController(
            Applications applications,
            FirmDesk desk,
            HandingIn handing,
            OwnOffers offers,
            Complaints complaints,
            OwnPages views,
            Pages pages) {
        this.applications = applications;
        this.desk = desk;
        this.handing = handing;
        this.offers = offers;
        this.complaints = complaints;
        this.views = views;
        this.pages = pages;
    }

    @Needs(Action.APPLICATION_OWN_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return pages.show(request, "application/own-list", views.list(tenant, visitor.signedIn()));
    }

    /** Begins one; {@code programme} is the code of what is applied for. */
    @Needs(Action.APPLICATION_OWN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        ApplicationRow row = desk.open(tenant, visitor.signedIn(), form.getOrDefault("programme", ""));
        return Flash.redirect(OwnPages.here(tenant, row), "已开始填写，内容会逐项保存，可以随时离开再回来。");
    }

    @Needs(Action.APPLICATION_OWN_SEE)
    @Get("/{application}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, long application) {
        ApplicationRow row = applications.own(tenant, visitor.signedIn(), application);
        return pages.show(request, "application/own-application", views.view(tenant, row, FilledForm.NOTHING));
    }

    @Needs(Action.APPLICATION_OWN)
    @Post("/{application}/corrections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> correct(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> form) {
        return done(request, tenant, visitor, application, form, "补正已提交，等待受理。", read -> {
            Map<Long, String> answers = new HashMap<>();
            form.forEach((field, words) -> {
                if (field.matches("answer-[0-9]{1,18}")) {
                    answers.put(Long.valueOf(field.substring("answer-".length())), words.strip());
                }
            });
            handing.correct(tenant, visitor.signedIn(), application, answers);
        });
    }

    @Needs(Action.APPLICATION_OWN)
    @Post("/{application}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> form) {
        return done(request, tenant, visitor, application, form, "已撤回。", read -> {
            String reason = read.lines("reason", "撤回原因", 2, 300);
            read.check();
            desk.withdraw(tenant, visitor.signedIn(), application, reason);
        });
    }

    @Needs(Action.APPLICATION_OWN)
    @Post("/{application}/appeal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> appeal(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> form) {
        return done(request, tenant, visitor, application, form, "申诉已提交。", read -> {
            String words = read.lines("words", "申诉理由", 10, 1000);
            read.check();
            complaints.appeal(tenant, visitor.signedIn(), application, words);
        });
    }

    /** Takes what the bureau offered, as far as it is still due. */
    @Needs(Action.APPLICATION_OWN)
    @Post("/{application}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> form) {
        ApplicationRow row = applications.own(tenant, visitor.signedIn(), application);
        return Forms.send(
                form,
                read -> {
                    Account account = Account.ofFirm(
                            read, applications.firm(tenant, visitor.signedIn()).name(), row.firm());
                    read.check();
                    ApplicationRow after = offers.confirm(tenant, visitor.signedIn(), application, account);
                    return Flash.redirect(
                            OwnPages.here(tenant, row),
                            after.state() == State.APPROVED
                                    ? "已确认，不用再提交材料。公示期满之后拨付到您填写的账户。"
                                    : "情况有了变化，金额与名单不同，没有登记确认。仍然符合条件的，本局复核后会按新的金额再请您确认。");
                },
                (status, filled) ->
                        pages.show(request, status, "application/own-application", views.view(tenant, row, filled)));
    }

    /** Says what is wrong with what the bureau knows, and goes on as with an application of one's own. */
    @Needs(Action.APPLICATION_OWN)
    @Post("/{application}/amendment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> amend(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> form) {
        return done(request, tenant, visitor, application, form, "请改好数据后提交，由两位经办先后审核。", read -> {
            String words = read.lines("wrong", "哪里不对", 5, 300);
            read.check();
            offers.amend(tenant, visitor.signedIn(), application, words);
        });
    }

    private HttpResponse<?> done(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long application,
            Map<String, String> form,
            String words,
            Consumer<FormReader> act) {
        ApplicationRow row = applications.own(tenant, visitor.signedIn(), application);
        return Forms.send(
                form,
                read -> {
                    act.accept(read);
                    return Flash.redirect(OwnPages.here(tenant, row), words);
                },
                (status, filled) ->
                        pages.show(request, status, "application/own-application", views.view(tenant, row, filled)));
    }
}
