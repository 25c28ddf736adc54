package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Session;
import cn.zhirong.access.SignIn;
import cn.zhirong.access.SignInResult;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signing in by a call: what it gives is a session like a browser's, to be sent as a bearer token. */
@Needs(Action.ENTER)
@Controller("/api/v1/{slug}/login")
@ExecuteOn(TaskExecutors.BLOCKING)
class LoginApiController {
    private final SignIn signIn;
    private final Origins origins;

    LoginApiController(SignIn signIn, Origins origins) {
        this.signIn = signIn;
        this.origins = origins;
    }

    @Serdeable
    record Login(
            @Nullable String username,
            @Nullable String password,
            @Nullable String code) {}

    @Serdeable
    record LoggedIn(String token, String expiresAt, List<String> roles) {}

    @Post
    LoggedIn login(HttpRequest<?> request, Tenant tenant, @Body Login login) {
        if (login.username() == null || login.password() == null) {
            throw Refusal.badInput(
                    "请提供 username 和 password。",
                    List.of(new Refusal.Field(login.username() == null ? "username" : "password", "不能为空。")));
        }
        SignInResult result = signIn.byPassword(tenant, login.username(), login.password(), origins.of(request));
        if (result instanceof SignInResult.In in && in.session().stage() == Session.Stage.CODE) {
            if (login.code() == null || login.code().isBlank()) {
                throw Refusal.unauthorized("code-needed", "这个账号使用两步验证，请在 code 中提供验证码。");
            }
            result = signIn.byCode(tenant, in.secret(), login.code(), origins.of(request));
        }
        return switch (result) {
            case SignInResult.In in -> loggedIn(in);
            case SignInResult.Later later -> throw Refusal.tooMany(NextStep.wait(later.delay()));
            case SignInResult.Refused() -> throw Refusal.unauthorized("wrong-login", "用户名、密码或验证码不对。");
        };
    }

    private static LoggedIn loggedIn(SignInResult.In in) {
        if (!in.session().isFull()) {
            throw Refusal.forbidden("请先在网页上登录，按提示设置两步验证或更换密码。");
        }
        return new LoggedIn(
                in.secret(),
                in.session().endsAt().toString(),
                List.of(in.session().person().role().name()));
    }
}
