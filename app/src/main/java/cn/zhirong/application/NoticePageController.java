package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.kernel.Money;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Ids;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Public notices, for everybody; and objections, by anybody. */
@Controller("/{slug}/notices")
@ExecuteOn(TaskExecutors.BLOCKING)
class NoticePageController {
    private final Applications applications;
    private final PublicNotices notices;
    private final Complaints complaints;
    private final Pages pages;

    NoticePageController(Applications applications, PublicNotices notices, Complaints complaints, Pages pages) {
        this.applications = applications;
        this.notices = notices;
        this.complaints = complaints;
        this.pages = pages;
    }

    /** The open ones and a page of those that are over; {@code before} is the key of the last one seen of them. */
    @Needs(Action.VISIT)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, @QueryValue @Nullable Long before) {
        long after = before == null ? 0 : before;
        List<NoticeRepository.Head> over = notices.over(tenant, after);
        List<NoticeRepository.Head> shown = over.subList(0, Math.min(over.size(), PublicNotices.PAGE));
        String here = "/" + tenant.slug() + "/notices";
        return pages.show(
                request,
                "application/notices",
                new BatchViews.NoticesView(
                        after > 0
                                ? List.of()
                                : notices.open(tenant).stream()
                                        .map(row -> line(tenant, row, true))
                                        .toList(),
                        shown.stream().map(row -> line(tenant, row, false)).toList(),
                        over.size() > shown.size()
                                ? here + "?before=" + shown.getLast().id()
                                : "",
                        after > 0 ? here : ""));
    }

    private BatchViews.Line line(Tenant tenant, NoticeRepository.Head row, boolean open) {
        return new BatchViews.Line(
                here(tenant, row.id()),
                row.title(),
                open ? "公示中" : "已结束",
                open ? "info" : "gone",
                row.opensOn() + " 至 " + row.closesOn(),
                row.lineCount() + " 家次");
    }

    @Needs(Action.VISIT)
    @Get("/{notice}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, long notice) {
        return show(request, HttpStatus.OK, tenant, visitor, notice, FilledForm.NOTHING);
    }

    @Needs(Action.VISIT)
    @Post("/{notice}/objections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> object(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long notice, @Body Map<String, String> typed) {
        notices.find(tenant, notice);
        return Forms.send(
                typed,
                form -> {
                    // In the order of the page: so the problems are listed.
                    if (form.raw("application").isEmpty()) {
                        form.wrong("application", "请选择对哪一家有异议。");
                    }
                    String words = form.lines("words", "异议内容", 10, 1000);
                    String name = form.line("name", "姓名或者单位", 2, 60);
                    String contact = form.line("contact", "联系方式", 5, 100);
                    form.check();
                    long application = Ids.of(form.raw("application"));
                    complaints.object(tenant, visitor.person(), notice, application, name, contact, words);
                    return Flash.redirect(here(tenant, notice), "异议已收到，由没有参与审核的人员核实，并按您留的联系方式答复。");
                },
                (status, filled) -> show(request, status, tenant, visitor, notice, filled));
    }

    /** Ends it after its window. */
    @Needs(Action.APPLICATION_DECIDE)
    @Post("/{notice}/closing")
    @Consumes(MediaType.ALL)
    HttpResponse<?> close(HttpRequest<?> request, Tenant tenant, Visitor visitor, long notice) {
        notices.find(tenant, notice);
        return Forms.send(
                Map.of(),
                form -> {
                    notices.close(tenant, visitor.signedIn(), notice);
                    return Flash.redirect(here(tenant, notice), "公示已结束，没有异议的申请可以拨付。");
                },
                (status, filled) -> show(request, status, tenant, visitor, notice, filled));
    }

    private HttpResponse<String> show(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, long id, FilledForm typed) {
        NoticeRow notice = notices.find(tenant, id);
        List<NoticeLine> lines = notices.lines(notice);
        Terms terms = applications.terms(tenant);
        TenantProfile profile = tenant.profile();
        boolean open = notices.isOpen(notice);
        return pages.show(
                request,
                status,
                "application/notice",
                new BatchViews.NoticeView(
                        here(tenant, id),
                        "/" + tenant.slug() + "/notices",
                        notice.title(),
                        open ? "公示中" : "已结束",
                        open,
                        notice.opensOn().toString(),
                        notice.closesOn().toString(),
                        terms.calendar().workingDaysBetween(notice.opensOn(), notice.closesOn()) + " 个工作日",
                        profile.name(),
                        profile.contact().phone() == null
                                ? ""
                                : profile.contact().phone(),
                        lines.stream()
                                .map(line -> new BatchViews.Published(
                                        String.valueOf(line.application()),
                                        line.number(),
                                        line.firm(),
                                        line.creditCode(),
                                        line.programme(),
                                        line.policy(),
                                        String.join("、", line.clauses()),
                                        line.figures(),
                                        new Money(line.fen()).words()))
                                .toList(),
                        new Money(lines.stream().mapToLong(NoticeLine::fen).sum()).words(),
                        lines.stream()
                                .map(line -> Map.of(
                                        "value",
                                        String.valueOf(line.application()),
                                        "text",
                                        line.firm() + "：" + line.programme()))
                                .toList(),
                        visitor.may(Action.APPLICATION_SEE)
                                ? BatchController.here(tenant) + "/" + notice.batchId()
                                : "",
                        visitor.may(Action.APPLICATION_DECIDE) && notice.state() == NoticeRow.Progress.OPEN && !open,
                        typed));
    }

    private static String here(Tenant tenant, long id) {
        return "/" + tenant.slug() + "/notices/" + id;
    }
}
