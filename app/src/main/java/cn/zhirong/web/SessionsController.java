package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Session;
import cn.zhirong.access.Sessions;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Where one is signed in, and how to end it. */
@Needs(Action.OWN_ACCOUNT)
@Controller("/{slug}/account")
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionsController {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Pages pages;

    SessionsController(Sessions sessions, SessionCookie cookie, Pages pages) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.pages = pages;
    }

    /** The page: tabs, and one row for each place. */
    public record View(List<Map<String, Object>> tabs, String here, List<Row> rows, int most) {}

    /** A place where one is signed in. */
    public record Row(long id, String device, String source, String began, String seen, String ends, boolean current) {}

    @Get
    HttpResponse<?> account(HttpRequest<?> request, Tenant tenant) {
        OwnSession.of(request);
        return HttpResponse.seeOther(URI.create(here(tenant)));
    }

    @Get("/sessions")
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant) {
        Session own = OwnSession.of(request);
        List<Row> rows = sessions.of(tenant, own.person()).stream()
                .map(it -> new Row(
                        it.id(),
                        Device.of(it.agent()),
                        it.source(),
                        time(it.createdAt()),
                        time(it.lastSeenAt()),
                        time(it.endsAt()),
                        it.id() == own.id()))
                .toList();
        return pages.show(
                request,
                "web/sessions",
                new View(
                        OwnSession.tabs(request, tenant.slug(), "sessions"), here(tenant), rows, Sessions.PER_ACCOUNT));
    }

    @Post("/sessions/{id}/end")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(HttpRequest<?> request, Tenant tenant, long id) {
        Session own = OwnSession.of(request);
        if (!sessions.end(tenant, own.person(), id)) {
            throw Refusal.notFound();
        }
        return id == own.id()
                ? Flash.redirect("/" + tenant.slug() + "/sign-in", "您已退出登录。").cookie(cookie.end(request))
                : Flash.redirect(here(tenant), "已让那台设备退出登录。");
    }

    @Post("/sessions/end-others")
    @Consumes(MediaType.ALL)
    HttpResponse<?> endOthers(HttpRequest<?> request, Tenant tenant) {
        long ended = sessions.endOthers(tenant, OwnSession.of(request));
        return Flash.redirect(here(tenant), ended == 0 ? "没有在其他设备登录。" : "已让其他 " + ended + " 处退出登录。");
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/account/sessions";
    }
}
