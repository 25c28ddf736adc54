package cn.zhirong.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One sentence that the next page shows: what was just done. */
public final class Flash {
    private static final String COOKIE = "zr_flash";

    private Flash() {}

    /** After a change: go on to {@code path} and tell there what was done. */
    public static MutableHttpResponse<String> redirect(String path, String sentence) {
        Cookie cookie = Cookie.of(COOKIE, URLEncoder.encode(sentence, StandardCharsets.UTF_8))
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .maxAge(Duration.ofSeconds(60));
        return HttpResponse.<String>seeOther(URI.create(path)).cookie(cookie);
    }

    static @Nullable String of(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(COOKIE)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(value -> {
                    try {
                        return URLDecoder.decode(value, StandardCharsets.UTF_8);
                    } catch (IllegalArgumentException notOurs) {
                        return null;
                    }
                })
                .orElse(null);
    }

    /** Takes the cookie away once the sentence was shown. */
    static Cookie spent() {
        return Cookie.of(COOKIE, "")
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .maxAge(0);
    }
}
