package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Objections and appeals, with their own clock. */
@Controller("/{slug}/console/complaints")
@ExecuteOn(TaskExecutors.BLOCKING)
class ComplaintController {
    private final Applications applications;
    private final Complaints complaints;
    private final ComplaintContacts contacts;
    private final Pages pages;

    ComplaintController(Applications applications, Complaints complaints, ComplaintContacts contacts, Pages pages) {
        this.applications = applications;
        this.complaints = complaints;
        this.contacts = contacts;
        this.pages = pages;
    }

    @Needs(Action.APPLICATION_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return list(request, HttpStatus.OK, tenant, visitor, FilledForm.NOTHING);
    }

    /** {@code decision} is {@code grant} or {@code reject}. */
    @Needs(Action.APPLICATION_DECIDE)
    @Post("/{complaint}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long complaint, @Body Map<String, String> typed) {
        complaints.find(tenant, complaint);
        return Forms.send(
                typed,
                form -> {
                    String answer = form.lines("answer-" + complaint, "答复", 5, 500);
                    form.check();
                    boolean grant = Forms.choice(form, "decision", "grant", "reject");
                    complaints.decide(tenant, visitor.signedIn(), complaint, grant, answer);
                    return Flash.redirect(here(tenant) + QueueQuery.of(request).turned(), "已答复。");
                },
                (status, filled) -> list(request, status, tenant, visitor, filled));
    }

    private HttpResponse<String> list(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, FilledForm typed) {
        Terms terms = applications.terms(tenant);
        Person person = visitor.signedIn();
        Paging paging = Paging.of(request, complaints.count(tenant));
        List<ComplaintRow> rows = complaints.page(tenant, paging);
        Map<Long, ApplicationRow> about = applications.seen(
                tenant, rows.stream().map(ComplaintRow::applicationId).toList());
        Set<Long> judged = complaints.judgedBy(tenant, rows, person.username());
        return pages.show(
                request,
                status,
                "application/console-complaints",
                new BatchViews.ComplaintsView(
                        here(tenant),
                        CasePages.list(tenant),
                        rows.stream()
                                .flatMap(row -> Stream.ofNullable(about.get(row.applicationId()))
                                        .map(application ->
                                                complaint(tenant, terms, application, row, judged.contains(row.key()))))
                                .toList(),
                        paging,
                        person.may(Action.APPLICATION_DECIDE),
                        typed));
    }

    private BatchViews.Complaint complaint(
            Tenant tenant, Terms terms, ApplicationRow application, ComplaintRow row, boolean judged) {
        return new BatchViews.Complaint(
                row.key(),
                row.kind().label(),
                CasePages.here(tenant, application.key()),
                application.number(),
                application.firm(),
                row.name().isEmpty() ? "（姓名已按期清除）" : row.name(),
                contacts.open(row),
                row.words(),
                Timeline.minute(row.receivedAt()),
                row.isOpen() ? terms.left(row.dueOn()) : "",
                terms.tone(row.dueOn()),
                row.state().label(),
                row.state().tone(),
                row.answer(),
                row.isOpen(),
                judged);
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/complaints";
    }
}
