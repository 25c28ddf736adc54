package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.Map;

/** Work shared out from the queue; whoever did it is back where they were, with the same filters. */
@Needs(Action.APPLICATION_REVIEW)
@Controller("/{slug}/console/applications")
@ExecuteOn(TaskExecutors.BLOCKING)
class AssignmentController {
    private final Assignments assignments;
    private final Colleagues colleagues;
    private final QueuePages queue;

    AssignmentController(Assignments assignments, Colleagues colleagues, QueuePages queue) {
        this.assignments = assignments;
        this.colleagues = colleagues;
        this.queue = queue;
    }

    /** Gives what is chosen by {@code pick-ID} to {@code assignee}; to nobody where that is {@code -}. */
    @Post("/assignment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> assign(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> typed) {
        QueueQuery query = QueueQuery.of(typed);
        return Forms.send(
                typed,
                form -> {
                    String who = form.raw("assignee");
                    if (who.isEmpty()) {
                        form.wrong("assignee", "请选择分给谁。");
                    }
                    form.check();
                    String nobody = QueueQuery.NOBODY;
                    String name = assignments.assign(
                            tenant, visitor.signedIn(), Forms.picks(typed, "pick-"), who.equals(nobody) ? "" : who);
                    return Flash.redirect(
                            CasePages.list(tenant) + query.text(), name.isEmpty() ? "已收回，没有指定经办。" : "已分给" + name + "。");
                },
                (status, filled) -> queue.show(request, status, tenant, visitor, query, filled));
    }

    /** {@code act} is {@code away} with {@code from} and {@code until}, or {@code back}. */
    @Post("/absence")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> absence(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> typed) {
        QueueQuery query = QueueQuery.of(typed);
        return Forms.send(
                typed,
                form -> {
                    if (form.raw("act").equals("back")) {
                        colleagues.back(tenant, visitor.signedIn());
                        return Flash.redirect(CasePages.list(tenant) + query.text(), "已登记在岗。");
                    }
                    LocalDate from = Forms.day(form, "from", "第一天");
                    LocalDate until = Forms.day(form, "until", "最后一天");
                    form.check();
                    colleagues.away(tenant, visitor.signedIn(), from, until);
                    return Flash.redirect(
                            CasePages.list(tenant) + query.text(), "已登记 " + from + " 至 " + until + " 不在岗，期间不会分给您。");
                },
                (status, filled) -> queue.show(request, status, tenant, visitor, query, filled));
    }
}
