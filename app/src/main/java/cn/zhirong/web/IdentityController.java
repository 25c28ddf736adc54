package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.IdentitySignIn;
import cn.zhirong.access.IdentitySignIn.Begun;
import cn.zhirong.access.IdentitySignIn.Outcome;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.access.Sessions;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** To a provider of identities and back: to sign in, or to link the account one is signed in to. */
@Controller("/{slug}")
@ExecuteOn(TaskExecutors.BLOCKING)
class IdentityController {
    private final IdentitySignIn identities;
    private final Sessions sessions;
    private final SessionCookie session;
    private final IdentityCookie cookie;
    private final NextStep next;
    private final Origins origins;
    private final Pages pages;

    IdentityController(
            IdentitySignIn identities,
            Sessions sessions,
            SessionCookie session,
            IdentityCookie cookie,
            NextStep next,
            Origins origins,
            Pages pages) {
        this.identities = identities;
        this.sessions = sessions;
        this.session = session;
        this.cookie = cookie;
        this.next = next;
        this.origins = origins;
        this.pages = pages;
    }

    /** Why somebody did not get on; {@code own} leads back to one's own account. */
    public record View(String title, String text, boolean own) {}

    @Needs(Action.ENTER)
    @Get("/sign-in/identity/{provider}/begin")
    HttpResponse<?> begin(
            HttpRequest<?> request, Tenant tenant, long provider, @QueryValue("return") @Nullable String back) {
        return away(request, tenant, provider, null, NextStep.wanted(back));
    }

    @Needs(Action.OWN_ACCOUNT)
    @Get("/account/identities/{provider}/begin")
    HttpResponse<?> beginLink(HttpRequest<?> request, Tenant tenant, long provider) {
        return away(request, tenant, provider, OwnSession.of(request).person(), "");
    }

    @Needs(Action.ENTER)
    @Get("/sign-in/identity/{provider}")
    HttpResponse<?> finish(HttpRequest<?> request, Tenant tenant, long provider) {
        Map<String, String> parameters = new HashMap<>();
        request.getParameters().asMap().forEach((name, values) -> {
            if (values.size() == 1) {
                parameters.put(name, values.getFirst());
            }
        });
        Outcome outcome = identities
                .finish(
                        tenant,
                        provider,
                        cookie.read(request),
                        parameters,
                        VisitorFilter.session(request).orElse(null),
                        origins.of(request))
                .orElseThrow(Refusal::notFound);
        MutableHttpResponse<?> answer = switch (outcome) {
            case Outcome.In signed -> {
                session.read(request).ifPresent(before -> sessions.signOut(tenant, before));
                yield next.go(request, tenant, signed.in(), signed.back());
            }
            case Outcome.Linked() -> Flash.redirect(own(tenant), "身份已关联，下次可以用它登录。");
            case Outcome.Taken() ->
                page(request, HttpStatus.CONFLICT, new View("没有关联", "这个身份已经关联了账号，或者您的账号在这个渠道已关联别的身份。请先解除原来的关联。", true));
            case Outcome.Unlinked() ->
                page(
                        request,
                        HttpStatus.FORBIDDEN,
                        new View(
                                "这个身份还没有关联账号",
                                "身份已核实，但本单位没有账号与它关联。请先用用户名和密码登录，再到“我的账号—统一身份”关联；没有账号的，请联系本单位管理员开通。",
                                false));
            case Outcome.Refused() ->
                page(
                        request,
                        HttpStatus.BAD_REQUEST,
                        new View("没有登录", "身份没有核实：可能等待超过 10 分钟、链接已经用过，或者账号已停用。请从登录页重新开始。", false));
        };
        return answer.cookie(cookie.end(request));
    }

    private HttpResponse<?> away(
            HttpRequest<?> request, Tenant tenant, long provider, @Nullable Person linking, String back) {
        Begun begun = identities.begin(tenant, provider, linking, back).orElseThrow(Refusal::notFound);
        if (begun.to() == null) {
            return page(
                    request,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    new View("登录渠道暂时用不了", "对方的服务没有按约定应答。请稍后再试，或者用用户名和密码登录。", linking != null));
        }
        return HttpResponse.seeOther(begun.to()).cookie(cookie.write(request, begun.secret()));
    }

    private MutableHttpResponse<String> page(HttpRequest<?> request, HttpStatus status, View view) {
        return pages.show(request, status, "web/identity", view);
    }

    private static String own(Tenant tenant) {
        return "/" + tenant.slug() + "/account/identities";
    }
}
