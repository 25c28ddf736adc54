package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The queue: what waits for whom, the most urgent first; asked by {@code view}, {@code q}, {@code programme}, {@code who}, {@code page}. */
@Needs(Action.APPLICATION_SEE)
@Controller("/{slug}/console/applications")
@ExecuteOn(TaskExecutors.BLOCKING)
class QueueController {
    private final QueuePages queue;

    QueueController(QueuePages queue) {
        this.queue = queue;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return queue.show(request, HttpStatus.OK, tenant, visitor, QueueQuery.of(request), FilledForm.NOTHING);
    }
}
