package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Action.Place;
import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.access.MayI;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Asks {@link MayI} before any controller runs, by what the route {@link Needs}. A route that names nothing is refused to all;
 * {@link RouteRules} does not even let such a server start.
 */
@Singleton
class Guard {
    private final CurrentTenant currentTenant;
    private final Audit audit;

    Guard(CurrentTenant currentTenant, Audit audit) {
        this.currentTenant = currentTenant;
        this.audit = audit;
    }

    /** Refuses what the visitor may not; an address of no route is left to be "not found". */
    void check(HttpRequest<?> request, Visitor visitor) {
        RouteAttributes.getRouteInfo(request)
                .filter(route -> route.getDeclaringType().getName().startsWith("cn.zhirong."))
                .ifPresent(route -> check(request, visitor, needed(route).orElseThrow(Refusal::notFound)));
    }

    private void check(HttpRequest<?> request, Visitor visitor, Action action) {
        Optional<Tenant> tenant = currentTenant.of(request);
        if (action.place() != Place.ANYWHERE
                && tenant.map(it -> place(it) != action.place()).orElse(true)) {
            throw Refusal.notFound();
        }
        Person person = visitor.person();
        if (MayI.may(person, action)) {
            return;
        }
        if (person == null) {
            throw Refusal.signInFirst();
        }
        tenant.ifPresent(it -> refused(it, request, person, action));
        throw Refusal.forbidden("您的岗位（" + person.role().label() + "）不能进行这项操作。");
    }

    /** What the route of this request needs, if it is one of ours. */
    static Optional<Action> needed(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(route -> route.getDeclaringType().getName().startsWith("cn.zhirong."))
                .flatMap(Guard::needed);
    }

    private void refused(Tenant tenant, HttpRequest<?> request, Person person, Action action) {
        audit.recordRarely(
                tenant,
                person.username(),
                AuditedChange.by(person.username(), "access.refused", request.getMethod() + " " + request.getPath())
                        .with("role=" + person.role() + " needs=" + action));
    }

    static Optional<Action> needed(io.micronaut.core.annotation.AnnotationMetadataProvider route) {
        AnnotationMetadata metadata = route.getAnnotationMetadata();
        return metadata.enumValue(Needs.class, Action.class);
    }

    private static Place place(Tenant tenant) {
        return tenant.isPlatform() ? Place.PLATFORM : Place.BUREAU;
    }
}
