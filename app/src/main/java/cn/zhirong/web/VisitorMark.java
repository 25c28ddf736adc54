package cn.zhirong.web;

import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;

/** Gives a browser the mark that keeps its conversations together. */
public final class VisitorMark {
    private static final Duration LIFE = Duration.ofDays(180);

    private VisitorMark() {}

    /** @param mark 32 hexadecimal digits that nobody guesses */
    public static Cookie cookie(String mark) {
        return Cookie.of(VisitorFilter.VISITOR_COOKIE, mark)
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .maxAge(LIFE);
    }
}
