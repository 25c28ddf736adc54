package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Leads to what {@link ComesFirst}. */
@ServerFilter("/**")
class ComesFirstFilter implements Ordered {
    private final CurrentTenant currentTenant;
    private final @Nullable ComesFirst first;

    ComesFirstFilter(CurrentTenant currentTenant, @Nullable ComesFirst first) {
        this.currentTenant = currentTenant;
        this.first = first;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> lead(HttpRequest<?> request) {
        Person person = VisitorBinder.visitor(request).person();
        Action action = Guard.needed(request).orElse(Action.VISIT);
        Tenant tenant = currentTenant.of(request).orElse(null);
        if (first == null || person == null || tenant == null || action.isOpen() || action == Action.OWN_ACCOUNT) {
            return null;
        }
        String path = first.of(tenant, person).orElse(null);
        if (path == null) {
            return null;
        }
        if (CurrentTenant.isCall(request) || request.getMethod() != HttpMethod.GET) {
            throw Refusal.forbidden("请先在网页上阅读并同意个人信息处理告知，再继续办理。");
        }
        String back = URLEncoder.encode(request.getUri().toString(), StandardCharsets.UTF_8);
        return HttpResponse.seeOther(URI.create("/" + tenant.slug() + path + "?return=" + back));
    }

    /** After the visitor is known and let in. */
    @Override
    public int getOrder() {
        return 110;
    }
}
