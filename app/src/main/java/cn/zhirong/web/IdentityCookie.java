package cn.zhirong.web;

import cn.zhirong.access.IdentitySignIn;
import cn.zhirong.access.SiteAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;

/** The cookie of a browser that is away at a provider of identities: only it can bring the answer. */
@Singleton
class IdentityCookie {
    private static final String PLAIN = "zr_identity";

    private final SiteAddress site;

    IdentityCookie(SiteAddress site) {
        this.site = site;
    }

    String read(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(name(request))
                .map(Cookie::getValue)
                .orElse("");
    }

    Cookie write(HttpRequest<?> request, String secret) {
        return Cookie.of(name(request), secret)
                .path("/")
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite(SameSite.Lax)
                .maxAge(IdentitySignIn.LIFE);
    }

    Cookie end(HttpRequest<?> request) {
        return write(request, "").maxAge(0);
    }

    private String name(HttpRequest<?> request) {
        return isSecure(request) ? "__Host-" + PLAIN : PLAIN;
    }

    private boolean isSecure(HttpRequest<?> request) {
        return request.isSecure() || site.isSecure();
    }
}
