package cn.zhirong.web;

import cn.zhirong.access.Session;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;

/** What the pages of one's own account share: they are for a person at a browser, never for a token. */
public final class OwnSession {
    private OwnSession() {}

    /** The session of this request; without one, a refusal that leads to signing in. */
    public static Session of(HttpRequest<?> request) {
        return VisitorFilter.session(request).filter(Session::isFull).orElseThrow(Refusal::signInFirst);
    }

    /** The tabs of the account's pages. */
    public static List<Map<String, Object>> tabs(String slug, String current) {
        return List.of(
                tab(slug, current, "sessions", "登录设备"),
                tab(slug, current, "password", "密码"),
                tab(slug, current, "second-factor", "两步验证"),
                tab(slug, current, "identities", "统一身份"),
                tab(slug, current, "tokens", "接口令牌"),
                tab(slug, current, "data", "个人信息"));
    }

    private static Map<String, Object> tab(String slug, String current, String page, String text) {
        return Map.of("text", text, "href", "/" + slug + "/account/" + page, "current", page.equals(current));
    }
}
