package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Person;
import cn.zhirong.access.Session;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;

/** What the pages of one's own account share: they are for a person at a browser, never for a token. */
public final class OwnSession {
    private record Tab(String page, String text, Action action) {}

    private static final List<Tab> TABS = List.of(
            new Tab("sessions", "登录设备", Action.OWN_ACCOUNT),
            new Tab("bureaus", "服务单位", Action.SEVERAL_BUREAUS),
            new Tab("password", "密码", Action.OWN_ACCOUNT),
            new Tab("second-factor", "两步验证", Action.OWN_ACCOUNT),
            new Tab("identities", "统一身份", Action.OWN_ACCOUNT),
            new Tab("tokens", "接口令牌", Action.OWN_ACCOUNT),
            new Tab("data", "个人信息", Action.OWN_ACCOUNT));

    private OwnSession() {}

    /** The session of this request; without one, a refusal that leads to signing in. */
    public static Session of(HttpRequest<?> request) {
        return VisitorFilter.session(request).filter(Session::isFull).orElseThrow(Refusal::signInFirst);
    }

    /** The tabs of the account's pages, as far as whoever sends the request has them. */
    public static List<Map<String, Object>> tabs(HttpRequest<?> request, String slug, String current) {
        Person person = of(request).person();
        return TABS.stream()
                .filter(tab -> person.may(tab.action()))
                .map(tab -> Map.<String, Object>of(
                        "text",
                        tab.text(),
                        "href",
                        "/" + slug + "/account/" + tab.page(),
                        "current",
                        tab.page().equals(current)))
                .toList();
    }
}
