package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.subsidy.ClauseLinks;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first look: the engine's sheet, criterion by criterion, with what the officer judges and overrules. */
@Needs(Action.APPLICATION_REVIEW)
@Controller("/{slug}/console/applications/{application}/first-review")
@ExecuteOn(TaskExecutors.BLOCKING)
class FirstReviewController {
    private final Applications applications;
    private final Reviews reviews;
    private final CasePages views;
    private final ClauseLinks clauses;
    private final Pages pages;

    FirstReviewController(
            Applications applications, Reviews reviews, CasePages views, ClauseLinks clauses, Pages pages) {
        this.applications = applications;
        this.reviews = reviews;
        this.views = views;
        this.clauses = clauses;
        this.pages = pages;
    }

    /** Where it was looked at before, with what was said then, as far as rule and facts still have room for it. */
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, long application) {
        ApplicationRow row = applications.seen(tenant, application);
        Sheet bare = reviews.sheet(tenant, row, Findings.none(applications.today()));
        Findings before = reviews.standing(tenant, row);
        Findings fitting = fitting(tenant, row, bare, before);
        int dropped = before.judgements().size()
                + before.overrides().size()
                - fitting.judgements().size()
                - fitting.overrides().size();
        List<Refusal.Field> told = dropped == 0
                ? List.of()
                : List.of(new Refusal.Field(
                        "criteria", "上次初审之后规则或者申报内容有了变化，有 " + dropped + " 处判断或者认定已经不适用，没有带过来，请重新核对。"));
        Sheet sheet = reviews.sheet(tenant, row, fitting);
        Map<String, String> fields = ReviewForm.written(rows(tenant, sheet), fitting);
        return page(request, HttpStatus.OK, tenant, row, sheet, new FilledForm(fields, told));
    }

    /** Under another version the same place is another criterion: what was overruled there is not taken along. */
    private Findings fitting(Tenant tenant, ApplicationRow row, Sheet bare, Findings before) {
        boolean same = reviews.of(tenant, row.key()).stream()
                .filter(review -> review.stage() == ReviewRow.Stage.FIRST)
                .findFirst()
                .filter(review -> review.ruleId() == bare.version().id())
                .isPresent();
        Findings today = new Findings(applications.today(), before.judgements(), same ? before.overrides() : List.of());
        return Overruled.fitting(bare.version().rule(), bare.said().facts(), today);
    }

    /** {@code decision} is {@code preview}, {@code pass} or {@code refuse}. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> typed) {
        ApplicationRow row = applications.seen(tenant, application);
        Sheet bare = reviews.sheet(tenant, row, Findings.none(applications.today()));
        Sheet sheet = bare;
        try {
            FormReader form = new FormReader(typed);
            Findings findings = ReviewForm.read(rows(tenant, bare), form, applications.today());
            String reason = form.lines("reason", "审核意见", 0, 500);
            form.check();
            sheet = reviews.sheet(tenant, row, findings);
            String decision = form.raw("decision");
            if (decision.equals("pass") || decision.equals("refuse")) {
                reviews.first(tenant, visitor.signedIn(), application, findings, decision.equals("pass"), reason);
                return Flash.redirect(CasePages.here(tenant, application), "已登记初审结果，等待复审。");
            }
            return page(request, HttpStatus.OK, tenant, row, sheet, new FilledForm(new HashMap<>(typed), List.of()));
        } catch (Refusal refusal) {
            return page(request, refusal.status(), tenant, row, sheet, FilledForm.refused(typed, refusal));
        }
    }

    private List<SheetRows.Row> rows(Tenant tenant, Sheet sheet) {
        return SheetRows.of(sheet, clauses.on(tenant, applications.today()));
    }

    private HttpResponse<String> page(
            HttpRequest<?> request,
            HttpStatus status,
            Tenant tenant,
            ApplicationRow row,
            Sheet sheet,
            FilledForm typed) {
        return pages.show(request, status, "application/console-review", views.review(tenant, row, sheet, typed));
    }
}
