package cn.zhirong.web;

import cn.zhirong.access.Person;
import cn.zhirong.access.Source;
import cn.zhirong.web.RateLimits.Scope;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** Counts requests by account, wherever it sends them from; comes after {@link VisitorFilter}. */
@ServerFilter("/**")
class BusyFilter implements Ordered {
    private final RateLimits limits;

    BusyFilter(RateLimits limits) {
        this.limits = limits;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> count(HttpRequest<?> request) {
        Person person = VisitorBinder.visitor(request).person();
        if (person == null || !TooMany.isCounted(request) || (!limits.countsLoopback() && isLoopback(request))) {
            return null;
        }
        long wait = limits.secondsToWait(
                Scope.ACCOUNT, TooMany.kind(request), person.tenantId() + "/" + person.accountId());
        return wait == 0 ? null : TooMany.answer(request, wait);
    }

    private static boolean isLoopback(HttpRequest<?> request) {
        String address = Source.of(request);
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1");
    }

    @Override
    public int getOrder() {
        return 100;
    }
}
