package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Counterparts;
import cn.zhirong.access.Counterparts.Change;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.access.Sessions;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bureaus that one serves: linking one's accounts, and changing over from one to another. */
@Needs(Action.SEVERAL_BUREAUS)
@Controller("/{slug}/account/bureaus")
@ExecuteOn(TaskExecutors.BLOCKING)
class CounterpartsController {
    private final Counterparts counterparts;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final NextStep next;
    private final Origins origins;
    private final Pages pages;

    CounterpartsController(
            Counterparts counterparts,
            Sessions sessions,
            SessionCookie cookie,
            NextStep next,
            Origins origins,
            Pages pages) {
        this.counterparts = counterparts;
        this.sessions = sessions;
        this.cookie = cookie;
        this.next = next;
        this.origins = origins;
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param made a code just made, or empty
     * @param typed a code of another bureau as it was typed
     * @param offer whose code that is, once it is known
     */
    public record View(
            List<Map<String, Object>> tabs,
            String here,
            String bureau,
            List<Counterparts.Counterpart> rows,
            long minutes,
            String made,
            String typed,
            Counterparts.@Nullable Offer offer,
            List<Refusal.Field> problems) {}

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant) {
        return page(request, tenant, HttpStatus.OK, "", "", null, List.of());
    }

    @Post("/code")
    @Consumes(MediaType.ALL)
    HttpResponse<String> code(HttpRequest<?> request, Tenant tenant) {
        String made = counterparts.code(tenant, own(request));
        return page(request, tenant, HttpStatus.OK, made, "", null, List.of());
    }

    /** Says whose code it is; with {@code agreed} links the two. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> link(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        String typed = form.getOrDefault("code", "").strip();
        Counterparts.Offer offer =
                counterparts.offered(tenant, own(request), typed).orElse(null);
        if (offer == null) {
            String shown = typed.length() > 80 ? typed.substring(0, 80) : typed;
            List<Refusal.Field> problems = List.of(new Refusal.Field(
                    "code",
                    "连接码不能用：须是您在另一个单位同一岗位的账号里、" + Counterparts.LIFE.toMinutes() + " 分钟之内生成的最新一个，每个单位只能连接一个账号。"));
            return page(request, tenant, HttpStatus.BAD_REQUEST, "", shown, null, problems);
        }
        if (!form.containsKey("agreed")) {
            return page(request, tenant, HttpStatus.OK, "", typed, offer, List.of());
        }
        if (!counterparts.link(tenant, own(request), typed)) {
            throw Refusal.conflict("used", "连接码刚刚被用过，请重新生成。");
        }
        return Flash.redirect(here(tenant), "已连接。从" + offer.bureau() + "可以切换到这里；要从这里切换过去，请在那边确认一次。");
    }

    @Post("/{id}/confirmation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> confirm(HttpRequest<?> request, Tenant tenant, long id) {
        if (!counterparts.confirm(tenant, own(request), id)) {
            throw Refusal.notFound();
        }
        return Flash.redirect(here(tenant), "已确认，可以从那边切换到这里。");
    }

    @Post("/{id}/removal")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(HttpRequest<?> request, Tenant tenant, long id) {
        if (!counterparts.remove(tenant, own(request), id)) {
            throw Refusal.notFound();
        }
        return Flash.redirect(here(tenant), "连接已解除，两边都不能再切换。");
    }

    /** One is signed in to one bureau at a time: the session here ends. */
    @Post("/{id}/entry")
    @Consumes(MediaType.ALL)
    HttpResponse<?> enter(HttpRequest<?> request, Tenant tenant, long id) {
        Change change = counterparts
                .enter(tenant, own(request), id, origins.of(request))
                .orElseThrow(Refusal::notFound);
        return switch (change) {
            case Change.To to -> {
                cookie.read(request).ifPresent(before -> sessions.signOut(tenant, before));
                yield next.go(request, to.bureau(), to.in(), "");
            }
            case Change.Shut() -> Flash.redirect(here(tenant), "没有切换：那边的账号还没有确认，或者两边有密码、岗位的变动。请到那边登录一次，在“服务单位”确认。");
            case Change.Weak() -> Flash.redirect(here(tenant), "没有切换：您在这里的账号关联了统一身份，那边的账号须先开通两步验证。");
        };
    }

    private HttpResponse<String> page(
            HttpRequest<?> request,
            Tenant tenant,
            HttpStatus status,
            String made,
            String typed,
            Counterparts.@Nullable Offer offer,
            List<Refusal.Field> problems) {
        return pages.show(
                request,
                status,
                "web/counterparts",
                new View(
                        OwnSession.tabs(request, tenant.slug(), "bureaus"),
                        here(tenant),
                        tenant.profile().name(),
                        counterparts.of(tenant, own(request)),
                        Counterparts.LIFE.toMinutes(),
                        made,
                        typed,
                        offer,
                        problems));
    }

    private static Person own(HttpRequest<?> request) {
        return OwnSession.of(request).person();
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/account/bureaus";
    }
}
