package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.SignIn;
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

/** Changing one's own password. */
@Needs(Action.OWN_ACCOUNT)
@Controller("/{slug}/account/password")
@ExecuteOn(TaskExecutors.BLOCKING)
class PasswordController {
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Origins origins;
    private final Pages pages;

    PasswordController(SignIn signIn, SessionCookie cookie, Origins origins, Pages pages) {
        this.signIn = signIn;
        this.cookie = cookie;
        this.origins = origins;
        this.pages = pages;
    }

    /** The form. */
    public record View(List<Map<String, Object>> tabs, String here, List<Refusal.Field> problems) {}

    @Get
    HttpResponse<String> ask(HttpRequest<?> request, Tenant tenant) {
        OwnSession.of(request);
        return page(request, tenant, HttpStatus.OK, List.of());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        OwnSession.of(request);
        String secret = cookie.read(request).orElseThrow(Refusal::signInFirst);
        PasswordChange change = PasswordChange.make(signIn, tenant, secret, form, origins.of(request));
        if (change.done() == null) {
            return page(request, tenant, HttpStatus.BAD_REQUEST, change.problems());
        }
        return Flash.redirect(here(tenant), "密码已修改，其他设备都已退出登录。")
                .cookie(cookie.write(request, change.done().secret()));
    }

    private HttpResponse<String> page(
            HttpRequest<?> request, Tenant tenant, HttpStatus status, List<Refusal.Field> problems) {
        return pages.show(
                request,
                status,
                "web/password",
                new View(OwnSession.tabs(request, tenant.slug(), "password"), here(tenant), problems));
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/account/password";
    }
}
