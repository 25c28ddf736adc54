package cn.zhirong.web;

import cn.zhirong.access.SiteAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The cookie of a session. Where the site is reached by TLS its name makes browsers keep it to this host alone, and one of the
 * plain name, which another host of the domain could have set, is not read.
 */
@Singleton
class SessionCookie {
    static final String SECURE = "__Host-zr_session";
    static final String PLAIN = "zr_session";

    private final SiteAddress site;

    SessionCookie(SiteAddress site) {
        this.site = site;
    }

    Optional<String> read(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(name(request))
                .map(Cookie::getValue)
                .filter(it -> !it.isEmpty());
    }

    Cookie write(HttpRequest<?> request, String secret) {
        return Cookie.of(name(request), secret)
                .path("/")
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite(SameSite.Lax);
    }

    Cookie end(HttpRequest<?> request) {
        return write(request, "").maxAge(0);
    }

    private String name(HttpRequest<?> request) {
        return isSecure(request) ? SECURE : PLAIN;
    }

    private boolean isSecure(HttpRequest<?> request) {
        return request.isSecure() || site.isSecure();
    }
}
