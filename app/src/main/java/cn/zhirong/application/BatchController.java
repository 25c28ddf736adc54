package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.kernel.Money;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Pages;
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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists for meetings: put together, decided, made public. */
@Controller("/{slug}/console/batches")
@ExecuteOn(TaskExecutors.BLOCKING)
class BatchController {
    private final Applications applications;
    private final Batches batches;
    private final PublicNotices notices;
    private final CaseRows rows;
    private final Pages pages;

    BatchController(Applications applications, Batches batches, PublicNotices notices, CaseRows rows, Pages pages) {
        this.applications = applications;
        this.batches = batches;
        this.notices = notices;
        this.rows = rows;
        this.pages = pages;
    }

    @Needs(Action.APPLICATION_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return list(request, HttpStatus.OK, tenant, visitor, FilledForm.NOTHING);
    }

    /** Puts a list together of what is chosen by {@code pick-ID}. */
    @Needs(Action.APPLICATION_REVIEW)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> typed) {
        return Forms.send(
                typed,
                form -> {
                    String title = form.line("title", "名单标题", 2, 100);
                    LocalDate day = Forms.day(form, "meetingOn", "会议日期");
                    form.check();
                    BatchRow batch = batches.make(tenant, visitor.signedIn(), title, day, Forms.picks(typed, "pick-"));
                    return Flash.redirect(here(tenant) + "/" + batch.key(), "已列好名单，可以打印上会。");
                },
                (status, filled) -> list(request, status, tenant, visitor, filled));
    }

    @Needs(Action.APPLICATION_SEE)
    @Get("/{batch}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, long batch) {
        return show(request, HttpStatus.OK, tenant, visitor, batch, FilledForm.NOTHING);
    }

    /** Enters what the meeting decided; {@code no-ID} names those it did not agree to, {@code why-ID} the reason. */
    @Needs(Action.APPLICATION_DECIDE)
    @Post("/{batch}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long batch, @Body Map<String, String> typed) {
        batches.find(tenant, batch);
        return Forms.send(
                typed,
                form -> {
                    String minutes = form.lines("minutes", "会议记录", 2, 500);
                    Map<Long, String> refused = new HashMap<>();
                    for (long id : Forms.picks(typed, "no-")) {
                        refused.put(id, form.lines("why-" + id, "未通过的理由", 5, 300));
                    }
                    form.check();
                    batches.decide(tenant, visitor.signedIn(), batch, refused, minutes);
                    return Flash.redirect(here(tenant) + "/" + batch, "已登记会议结果。");
                },
                (status, filled) -> show(request, status, tenant, visitor, batch, filled));
    }

    @Needs(Action.APPLICATION_DECIDE)
    @Post("/{batch}/notice")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> publish(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long batch, @Body Map<String, String> typed) {
        batches.find(tenant, batch);
        return Forms.send(
                typed,
                form -> {
                    String title = form.line("title", "公示标题", 4, 120);
                    form.check();
                    NoticeRow notice = notices.publish(tenant, visitor.signedIn(), batch, title);
                    return Flash.redirect(
                            "/" + tenant.slug() + "/notices/" + notice.key(), "已公示，至 " + notice.closesOn() + "。");
                },
                (status, filled) -> show(request, status, tenant, visitor, batch, filled));
    }

    private HttpResponse<String> list(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, FilledForm typed) {
        Paging paging = Paging.of(request, batches.count(tenant));
        return pages.show(
                request,
                status,
                "application/console-batches",
                new BatchViews.BatchesView(
                        here(tenant),
                        CasePages.list(tenant),
                        batches.page(tenant, paging).stream()
                                .map(batch -> new BatchViews.Line(
                                        here(tenant) + "/" + batch.key(),
                                        batch.title(),
                                        batch.state().label(),
                                        batch.state() == BatchRow.Progress.OPEN ? "wait" : "ok",
                                        batch.meetingOn().toString(),
                                        ""))
                                .toList(),
                        paging,
                        rows.of(tenant, applications.search(tenant, Asked.in(State.APPROVED), Batches.MOST, 0)),
                        visitor.may(Action.APPLICATION_REVIEW),
                        applications.today().toString(),
                        typed));
    }

    private HttpResponse<String> show(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, long id, FilledForm typed) {
        BatchRow batch = batches.find(tenant, id);
        Person person = visitor.signedIn();
        List<ApplicationRow> listed = batches.of(tenant, batch);
        boolean endorsed = listed.stream().anyMatch(row -> row.state() == State.ENDORSED);
        boolean decides = person.may(Action.APPLICATION_DECIDE);
        Terms terms = applications.terms(tenant);
        OpenedProgrammes opened = applications.programmes(tenant);
        String until = listed.stream()
                .map(row -> terms.noticeEnds(opened.of(row).content().clocks()))
                .max(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("");
        return pages.show(
                request,
                status,
                "application/console-batch",
                new BatchViews.BatchView(
                        here(tenant) + "/" + id,
                        here(tenant),
                        CasePages.list(tenant),
                        batch.title(),
                        batch.meetingOn().toString(),
                        batch.state().label(),
                        batch.minutes(),
                        rows.of(tenant, listed),
                        new Money(listed.stream()
                                        .filter(row -> row.state().holdsMoney() || row.state() == State.PAID)
                                        .mapToLong(ApplicationRow::fen)
                                        .sum())
                                .words(),
                        decides && batch.state() == BatchRow.Progress.OPEN,
                        batch.createdBy().equals(person.username()) ? "名单是您列的，会议结果须由另一位同事登记。" : "",
                        decides && endorsed,
                        notices.ofBatch(tenant, id)
                                .map(notice -> "/" + tenant.slug() + "/notices/" + notice)
                                .orElse(""),
                        until,
                        typed));
    }

    static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/batches";
    }
}
