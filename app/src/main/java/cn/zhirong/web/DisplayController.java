package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Accessibility settings, the bureau's colours, and the page that states what is accessible. */
@Needs(Action.ENTER)
@Controller
class DisplayController {
    private final Pages pages;

    DisplayController(Pages pages) {
        this.pages = pages;
    }

    @Get("/{slug}/accessibility")
    HttpResponse<String> statement(HttpRequest<?> request, Tenant tenant) {
        return pages.show(request, "web/accessibility", Map.of());
    }

    @Get("/{slug}/theme.css")
    @Produces("text/css;charset=utf-8")
    HttpResponse<String> theme(Tenant tenant) {
        return HttpResponse.ok(":root{--brand:" + tenant.profile().primary() + ";--brand-ink:#ffffff}\n")
                .header("Cache-Control", "public, max-age=300");
    }

    @Post("/display")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(Visitor visitor, @Body Map<String, String> form) {
        Display now = visitor.display();
        boolean reset = form.containsKey("reset");
        Display chosen = reset
                ? Display.DEFAULT
                : new Display(
                        form.getOrDefault("scheme", now.scheme()),
                        zoom(form.get("zoom"), now.zoom()),
                        flag(form.get("pointer"), now.pointer()),
                        flag(form.get("guide"), now.guide()),
                        flag(form.get("elder"), now.elder()));
        Cookie cookie = Cookie.of(VisitorFilter.DISPLAY_COOKIE, chosen.cookie())
                .path("/")
                .sameSite(SameSite.Lax)
                .maxAge(Duration.ofDays(365));
        return HttpResponse.seeOther(URI.create(Returns.ownPath(form.getOrDefault("return", "/"))))
                .cookie(cookie);
    }

    private static int zoom(@org.jspecify.annotations.Nullable String value, int now) {
        return value != null && value.matches("[0-9]{3}") ? Integer.parseInt(value) : now;
    }

    private static boolean flag(@org.jspecify.annotations.Nullable String value, boolean now) {
        return value == null ? now : value.equals("on") || value.equals("true");
    }
}
