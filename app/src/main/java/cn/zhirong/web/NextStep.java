package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Person;
import cn.zhirong.access.Session;
import cn.zhirong.access.SignInResult;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where somebody goes who has just given a password, a link or a code: to the next thing asked for, or to where they wanted. */
@Singleton
class NextStep {
    private final SessionCookie cookie;

    NextStep(SessionCookie cookie) {
        this.cookie = cookie;
    }

    /** Goes on with the new session in the cookie. */
    MutableHttpResponse<?> go(HttpRequest<?> request, Tenant tenant, SignInResult.In in, @Nullable String back) {
        String wanted = wanted(back);
        Session.Stage stage = in.session().stage();
        String path = stage == Session.Stage.FULL
                ? target(tenant, in.session().person(), wanted)
                : step(tenant, stage) + (wanted.isEmpty() ? "" : "?return=" + encode(wanted));
        return HttpResponse.seeOther(URI.create(path)).cookie(cookie.write(request, in.secret()));
    }

    /** Where a person goes who is signed in. */
    static String target(Tenant tenant, Person person, String wanted) {
        if (!wanted.isEmpty()) {
            return wanted;
        }
        if (tenant.isPlatform()) {
            return "/" + tenant.slug() + "/bureaus";
        }
        return "/" + tenant.slug() + (person.may(Action.POLICY_DESK) ? "/console/policies" : "");
    }

    /** The page of a step. */
    static String step(Tenant tenant, Session.Stage stage) {
        String page = switch (stage) {
            case FULL -> "";
            case CODE -> "/code";
            case ENROL -> "/second-factor";
            case PASSWORD -> "/password";
        };
        return "/" + tenant.slug() + "/sign-in" + page;
    }

    /** One of our own paths, or nothing. */
    static String wanted(@Nullable String back) {
        return back == null || back.isEmpty() ? "" : Returns.ownPath(back);
    }

    /** A sentence for somebody who has to wait. */
    static String wait(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return "尝试次数太多。请等 " + (seconds < 60 ? seconds + " 秒" : (seconds + 59) / 60 + " 分钟") + "再试；忘了密码可以用邮箱重新设置。";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
