package cn.zhirong.web;

import cn.zhirong.access.SiteAddress;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import java.util.Locale;

/** Headers that every answer carries, errors included. */
@ServerFilter("/**")
class SafetyHeaders implements Ordered {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types zhirong";

    private final SiteAddress site;

    SafetyHeaders(SiteAddress site) {
        this.site = site;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.isSecure() || site.isSecure()) {
            response.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
            keepToTls(response.getHeaders());
        }
        response.header("Content-Security-Policy", POLICY);
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "same-origin");
        response.header("Cross-Origin-Opener-Policy", "same-origin");
        response.header("Cross-Origin-Resource-Policy", "same-origin");
        response.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (!response.getHeaders().contains("Cache-Control")) {
            response.header("Cache-Control", "no-store");
        }
    }

    /** No cookie, whatever set it, goes over a connection that others can read. */
    private static void keepToTls(MutableHttpHeaders headers) {
        List<String> cookies = List.copyOf(headers.getAll(HttpHeaders.SET_COOKIE));
        if (cookies.stream().allMatch(SafetyHeaders::isSecure)) {
            return;
        }
        headers.remove(HttpHeaders.SET_COOKIE);
        cookies.forEach(it -> headers.add(HttpHeaders.SET_COOKIE, isSecure(it) ? it : it + "; Secure"));
    }

    private static boolean isSecure(String cookie) {
        return cookie.toLowerCase(Locale.ROOT).matches(".*;\\s*secure(;.*|\\s*)");
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
