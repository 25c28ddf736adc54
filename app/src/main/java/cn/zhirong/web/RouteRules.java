package cn.zhirong.web;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps the server from starting with a route that does not say who may use it. */
@Singleton
class RouteRules implements ApplicationEventListener<StartupEvent> {
    private final Router router;

    RouteRules(Router router) {
        this.router = router;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        List<String> silent = router.uriRoutes()
                .filter(route -> route.getDeclaringType().getName().startsWith("cn.zhirong."))
                .filter(route -> Guard.needed(route).isEmpty())
                .map(Object::toString)
                .toList();
        if (!silent.isEmpty()) {
            throw new IllegalStateException("routes without @Needs: " + silent);
        }
    }
}
