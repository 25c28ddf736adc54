package cn.zhirong.web;

import cn.zhirong.access.Origin;
import cn.zhirong.access.Person;
import cn.zhirong.access.Session;
import cn.zhirong.access.Sessions;
import cn.zhirong.access.Tokens;
import cn.zhirong.tenant.Tenant;
import io.micronaut.core.order.Ordered;
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
class VisitorFilter implements Ordered {
    static final String VISITOR_COOKIE = "zr_visitor";
    static final String DISPLAY_COOKIE = "zr_display";
    private static final String SESSION = "zhirong.session";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Sessions sessions;
    private final Tokens tokens;
    private final SessionCookie cookie;
    private final Origins origins;
    private final CurrentTenant currentTenant;
    private final Guard guard;

    VisitorFilter(
            Sessions sessions,
            Tokens tokens,
            SessionCookie cookie,
            Origins origins,
            CurrentTenant currentTenant,
            Guard guard) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookie = cookie;
        this.origins = origins;
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

    /** Before whatever asks who it is: a filter that names no order comes last. */
    @Override
    public int getOrder() {
        return 0;
    }

    private @Nullable Person person(HttpRequest<?> request) {
        Optional<String> bearer = bearer(request);
        Optional<String> session = cookie.read(request);
        if (bearer.isEmpty() && session.isEmpty()) {
            return null;
        }
        Tenant tenant = currentTenant.of(request).orElse(null);
        if (tenant == null) {
            return null;
        }
        Origin origin = origins.of(request);
        if (bearer.isPresent()) {
            return byBearer(request, tenant, bearer.get(), origin).orElseThrow(Refusal::signInFirst);
        }
        return sessions.use(tenant, session.orElseThrow(), origin)
                .flatMap(it -> signedIn(request, it))
                .orElse(null);
    }

    /** A token, for what it is good for; or what signing in by a call gave. */
    private Optional<Person> byBearer(HttpRequest<?> request, Tenant tenant, String secret, Origin origin) {
        Tokens.Bearer bearer = tokens.use(tenant, secret).orElse(null);
        if (bearer == null) {
            return sessions.use(tenant, secret, origin).filter(Session::isFull).map(Session::person);
        }
        if (!Guard.needed(request).map(bearer.scope()::covers).orElse(true)) {
            throw Refusal.forbidden("这个令牌的用途是“" + bearer.scope().label() + "”，不能进行这项操作。");
        }
        return Optional.of(bearer.person());
    }

    /** A session on its way is no signed-in person yet: only the pages of the next step know of it. */
    private static Optional<Person> signedIn(HttpRequest<?> request, Session session) {
        request.setAttribute(SESSION, session);
        return session.isFull() ? Optional.of(session.person()) : Optional.empty();
    }

    /** The session of this request's cookie, at whatever stage. */
    static Optional<Session> session(HttpRequest<?> request) {
        return request.getAttribute(SESSION, Session.class);
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
