package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.rule.Facts;
import cn.zhirong.subsidy.FactAnswers;
import cn.zhirong.subsidy.FactForm;
import cn.zhirong.subsidy.FactsJson;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.FormReader;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of an application that are typed: facts, the account, and everything once more before it is handed in. */
@Controller("/{slug}/enterprise/applications/{application}")
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnTaskController {
    private final Applications applications;
    private final FirmDesk desk;
    private final HandingIn handing;
    private final Sheets sheets;
    private final OwnForms views;
    private final Pages pages;

    OwnTaskController(
            Applications applications, FirmDesk desk, HandingIn handing, Sheets sheets, OwnForms views, Pages pages) {
        this.applications = applications;
        this.desk = desk;
        this.handing = handing;
        this.sheets = sheets;
        this.views = views;
        this.pages = pages;
    }

    @Needs(Action.APPLICATION_OWN)
    @Get("/enterprise")
    HttpResponse<String> enterprise(HttpRequest<?> request, Tenant tenant, Visitor visitor, long application) {
        return facts(request, tenant, visitor, application, Task.ENTERPRISE, FilledForm.NOTHING, HttpStatus.OK);
    }

    @Needs(Action.APPLICATION_OWN)
    @Post("/enterprise")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> saveEnterprise(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> form) {
        return save(request, tenant, visitor, application, Task.ENTERPRISE, form);
    }

    @Needs(Action.APPLICATION_OWN)
    @Get("/financing")
    HttpResponse<String> financing(HttpRequest<?> request, Tenant tenant, Visitor visitor, long application) {
        return facts(request, tenant, visitor, application, Task.FINANCING, FilledForm.NOTHING, HttpStatus.OK);
    }

    @Needs(Action.APPLICATION_OWN)
    @Post("/financing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> saveFinancing(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> form) {
        return save(request, tenant, visitor, application, Task.FINANCING, form);
    }

    @Needs(Action.APPLICATION_OWN)
    @Get("/account")
    HttpResponse<String> account(HttpRequest<?> request, Tenant tenant, Visitor visitor, long application) {
        return account(request, tenant, visitor, application, FilledForm.NOTHING, HttpStatus.OK);
    }

    @Needs(Action.APPLICATION_OWN)
    @Post("/account")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> saveAccount(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> form) {
        ApplicationRow row = applications.own(tenant, visitor.signedIn(), application);
        try {
            FormReader read = new FormReader(form);
            Account account = Account.ofFirm(
                    read, applications.firm(tenant, visitor.signedIn()).name(), row.firm());
            read.check();
            desk.save(tenant, visitor.signedIn(), application, account);
            return Flash.redirect(OwnPages.here(tenant, row), "收款账户已保存。");
        } catch (Refusal refusal) {
            return account(request, tenant, visitor, application, FilledForm.refused(form, refusal), refusal.status());
        }
    }

    @Needs(Action.APPLICATION_OWN)
    @Get("/submission")
    HttpResponse<String> submission(HttpRequest<?> request, Tenant tenant, Visitor visitor, long application) {
        ApplicationRow row = applications.own(tenant, visitor.signedIn(), application);
        return pages.show(
                request,
                "application/own-submission",
                views.submission(tenant, row, row.state() == State.DRAFT ? handing.missing(tenant, row) : List.of()));
    }

    @Needs(Action.APPLICATION_OWN)
    @Post("/submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> submit(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> form) {
        Person person = visitor.signedIn();
        ApplicationRow row = applications.own(tenant, person, application);
        try {
            handing.submit(tenant, person, application, form.containsKey("declared"));
            return Flash.redirect(OwnPages.here(tenant, row), "申报已提交，编号 " + row.number() + "。");
        } catch (Refusal refusal) {
            return pages.show(
                    request,
                    refusal.status(),
                    "application/own-submission",
                    views.submission(tenant, row, FormErrors.of(refusal)));
        }
    }

    private HttpResponse<?> save(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long application,
            Task task,
            Map<String, String> form) {
        Person person = visitor.signedIn();
        ApplicationRow row = applications.own(tenant, person, application);
        FactForm asked = sheets.form(tenant, row, task);
        if (form.containsKey("add")) {
            return facts(
                    request,
                    tenant,
                    visitor,
                    application,
                    task,
                    new FilledForm(FactRows.more(form), List.of()),
                    HttpStatus.OK);
        }
        Facts known = sheets.facts(tenant, row);
        FactsJson.Reading reading = FactAnswers.read(asked, form, known, applications.today());
        try {
            List<Refusal.Field> problems = new ArrayList<>(reading.problems());
            problems.addAll(FactRows.nameless(asked, form));
            FactRows.twice(asked, form).stream()
                    .filter(twice -> problems.stream()
                            .noneMatch(problem -> problem.field().equals(twice.field())))
                    .toList()
                    .forEach(problems::add);
            if (!problems.isEmpty()) {
                throw Refusal.badInput("有几处需要改正。", problems);
            }
            desk.save(
                    tenant,
                    person,
                    application,
                    task,
                    reading.facts(),
                    asked.wanted().keySet(),
                    form.getOrDefault("seen", "").isEmpty() ? null : form.get("seen"));
            return Flash.redirect(OwnPages.here(tenant, row), task.label() + "已保存。");
        } catch (Refusal refusal) {
            Map<String, String> typed = new HashMap<>(form);
            List<Refusal.Field> problems = new ArrayList<>(FormErrors.of(refusal));
            if (refusal.type().equals("changed-meanwhile")) {
                ApplicationRow now = applications.own(tenant, person, application);
                problems.addAll(asked.differing(sheets.facts(tenant, now), reading.facts()));
                typed.put("seen", desk.seen(tenant, now, asked.wanted().keySet()));
            }
            return facts(
                    request, tenant, visitor, application, task, new FilledForm(typed, problems), refusal.status());
        }
    }

    private HttpResponse<String> facts(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long application,
            Task task,
            FilledForm typed,
            HttpStatus status) {
        ApplicationRow row = applications.own(tenant, visitor.signedIn(), application);
        FactForm form = sheets.form(tenant, row, task);
        String hint = task == Task.ENTERPRISE
                ? "已按本单位企业库的数据预填并注明来源；不对的可以改，改过的按您填写的为准，由经办核实。"
                : "每一笔都要写合同编号或者发票号码：同一笔不能重复享受同类补贴。";
        return pages.show(
                request,
                status,
                "application/own-facts",
                new OwnViews.FactsView(
                        OwnPages.here(tenant, row) + "/" + task.path(),
                        OwnPages.here(tenant, row),
                        row.number(),
                        applications.programme(tenant, row).title(),
                        task.label(),
                        hint,
                        form.fields(sheets.facts(tenant, row), typed.fields()),
                        typed.orElse(
                                "seen", desk.seen(tenant, row, form.wanted().keySet())),
                        typed.problems()));
    }

    private HttpResponse<String> account(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long application,
            FilledForm typed,
            HttpStatus status) {
        ApplicationRow row = applications.own(tenant, visitor.signedIn(), application);
        return pages.show(
                request,
                status,
                "application/own-account",
                new OwnViews.AccountView(
                        OwnPages.here(tenant, row) + "/account",
                        OwnPages.here(tenant, row),
                        row.number(),
                        applications.programme(tenant, row).title(),
                        views.account(row, typed),
                        typed.problems()));
    }
}
