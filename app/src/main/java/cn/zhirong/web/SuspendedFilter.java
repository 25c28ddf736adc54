package cn.zhirong.web;

import cn.zhirong.tenant.Tenant;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers for a suspended bureau before anything else is asked: one page with its contact on every address, and a problem document
 * for calls, both with status 503. Nobody is told apart, so that nothing of it can be had by being somebody.
 */
@ServerFilter("/**")
class SuspendedFilter implements Ordered {
    private final CurrentTenant currentTenant;
    private final Templates templates;
    private final Assets assets;

    SuspendedFilter(CurrentTenant currentTenant, Templates templates, Assets assets) {
        this.currentTenant = currentTenant;
        this.templates = templates;
        this.assets = assets;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> answer(HttpRequest<?> request) {
        if (request.getPath().startsWith("/static/")) {
            return null;
        }
        Tenant tenant = currentTenant.of(request).filter(Tenant::isSuspended).orElse(null);
        if (tenant == null) {
            return null;
        }
        if (CurrentTenant.isCall(request)) {
            throw Refusal.suspended();
        }
        return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(templates.render(
                        "bureau/suspended", Map.of("assets", assets.prefix(), "bureau", tenant.profile())))
                .contentType(MediaType.TEXT_HTML_TYPE.getName() + ";charset=utf-8");
    }

    /** Before whoever sends the request is looked for. */
    @Override
    public int getOrder() {
        return -100;
    }
}
