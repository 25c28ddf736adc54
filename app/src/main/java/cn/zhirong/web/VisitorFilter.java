package cn.zhirong.web;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request, refuses changes that another site made a browser send, and asks the {@link Guard}. */
@ServerFilter("/**")
class VisitorFilter {
    static final String SESSION_COOKIE = "zr_session";
    static final String VISITOR_COOKIE = "zr_visitor";
    static final String DISPLAY_COOKIE = "zr_display";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Accounts accounts;
    private final CurrentTenant currentTenant;
    private final Guard guard;

    VisitorFilter(Accounts accounts, CurrentTenant currentTenant, Guard guard) {
        this.accounts = accounts;
        this.guard = guard;
        this.currentTenant = currentTenant;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void identify(HttpRequest<?> request) {
        if (request.getPath().startsWith("/static/")) {
            return;
        }
        Display display = cookie(request, DISPLAY_COOKIE).map(Display::ofCookie).orElse(Display.DEFAULT);
        String mark = cookie(request, VISITOR_COOKIE)
                .filter(value -> value.matches("[0-9a-f]{32}"))
                .orElse("");
        Visitor visitor = new Visitor(person(request), mark, display);
        request.setAttribute(Visitor.ATTRIBUTE, visitor);
        if (!READING.contains(request.getMethod()) && !isFromHere(request)) {
            throw Refusal.forbidden("这个请求不是从本网站的页面发出的，已被拒绝。请回到页面重试。");
        }
        guard.check(request, visitor);
    }

    private @Nullable Person person(HttpRequest<?> request) {
        Optional<String> bearer = bearer(request);
        Optional<String> session = cookie(request, SESSION_COOKIE);
        if (bearer.isEmpty() && session.isEmpty()) {
            return null;
        }
        Optional<Tenant> tenant = currentTenant.of(request);
        if (tenant.isEmpty()) {
            return null;
        }
        return bearer.isPresent()
                ? accounts.whoIs(tenant.get(), bearer.get(), CredentialKind.TOKEN)
                        .orElseThrow(Refusal::signInFirst)
                : accounts.whoIs(tenant.get(), session.orElseThrow(), CredentialKind.SESSION)
                        .orElse(null);
    }

    /**
     * Browsers say where a change comes from, in {@code Sec-Fetch-Site} or at least in {@code Origin}; programs send neither
     * and carry no cookie of ours.
     */
    private static boolean isFromHere(HttpRequest<?> request) {
        if (bearer(request).isPresent()) {
            return true;
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equals(request.getHeaders().get(HttpHeaders.HOST));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Optional<String> bearer(HttpRequest<?> request) {
        return request.getHeaders()
                .getAuthorization()
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()).strip());
    }

    private static Optional<String> cookie(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue);
    }
}
