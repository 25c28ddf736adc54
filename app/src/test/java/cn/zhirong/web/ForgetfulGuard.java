package cn.zhirong.web;

import cn.zhirong.access.Audit;
import cn.zhirong.testing.TestServer;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;

/** A guard that has forgotten one route: what the server would be if that route had lost its check. */
public final class ForgetfulGuard extends Guard {
    private volatile String forgotten = "";

    public ForgetfulGuard() {
        super(TestServer.get().bean(CurrentTenant.class), TestServer.get().bean(Audit.class));
    }

    /** Takes the place of the guard in a server of a test. */
    public RuntimeBeanDefinition<?> bean() {
        return RuntimeBeanDefinition.builder(Guard.class, () -> this)
                .replaces(Guard.class)
                .singleton(true)
                .build();
    }

    /** From now on it lets everybody through to this route, named by method and template, and keeps every other. */
    public void forget(String route) {
        forgotten = route;
    }

    @Override
    void check(HttpRequest<?> request, Visitor visitor) {
        boolean let = RouteAttributes.getRouteInfo(request)
                .filter(UriRouteInfo.class::isInstance)
                .map(UriRouteInfo.class::cast)
                .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
                .filter(forgotten::equals)
                .isPresent();
        if (!let) {
            super.check(request, visitor);
        }
    }
}
