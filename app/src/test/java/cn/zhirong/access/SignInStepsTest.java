package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.testing.Browser;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The steps between a password and the bureau's pages, at the pages themselves and by calls. */
class SignInStepsTest {
    private final SignInWorld world = new SignInWorld();
    private final SignInPolicies policies = world.server.bean(SignInPolicies.class);
    private final Browser browser = new Browser();

    @Test
    void whoever_must_have_a_second_factor_gets_nowhere_before_it_is_set_up() {
        world.person("chen", Role.OFFICER);
        require(Role.OFFICER);
        HttpResponse<String> step = world.atThePage(browser, "chen", SignInWorld.PASSWORD);
        assertThat(step.uri().getPath()).isEqualTo(world.path("/sign-in/second-factor"));
        assertThat(browser.open(world.path("/console/policies")).uri().getPath())
                .endsWith("/sign-in");
        assertThat(browser.open(world.path("/account/tokens")).uri().getPath()).endsWith("/sign-in");

        HttpResponse<String> begun = browser.submit(world.path("/sign-in/second-factor"), Map.of("return", ""));
        String key = key(begun);
        assertThat(begun.body()).contains("<svg class=\"qr\"");
        assertThat(browser.submit(world.path("/sign-in/second-factor"), Map.of("code", "12"))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> done = browser.submit(world.path("/sign-in/second-factor"), Map.of("code", now(key, 0)));
        List<String> codes = codes(done);
        assertThat(codes).hasSize(SecondFactors.RECOVERY_CODES).doesNotHaveDuplicates();
        assertThat(browser.open(world.path("/console/policies")).statusCode()).isEqualTo(200);

        Browser next = new Browser();
        HttpResponse<String> asked = world.atThePage(next, "chen", SignInWorld.PASSWORD);
        assertThat(asked.uri().getPath()).isEqualTo(world.path("/sign-in/code"));
        assertThat(next.open(world.path("/console/policies")).uri().getPath()).endsWith("/sign-in");
        assertThat(next.submit(world.path("/sign-in/code"), Map.of("code", "000000 "))
                        .statusCode())
                .isEqualTo(400);
        assertThat(next.submit(world.path("/sign-in/code"), Map.of("code", codes.getFirst()))
                        .uri()
                        .getPath())
                .isEqualTo(world.path("/console/policies"));
        Browser again = new Browser();
        world.atThePage(again, "chen", SignInWorld.PASSWORD);
        assertThat(again.submit(world.path("/sign-in/code"), Map.of("code", codes.getFirst()))
                        .statusCode())
                .as("a recovery code works once")
                .isEqualTo(400);
        assertThat(again.submit(world.path("/sign-in/code"), Map.of("code", now(key, 1)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(again.submit(world.path("/account/second-factor/remove"), Map.of("code", codes.get(1)))
                        .statusCode())
                .as("it is required")
                .isEqualTo(403);
    }

    @Test
    void a_link_for_a_forgotten_password_asks_for_the_second_factor_all_the_same() {
        Person chen = world.reachable("chen");
        world.key(chen);
        world.forgotten.write(world.city, "chen", SignInWorld.OFFICE);
        SignInResult.In in =
                world.in(world.signIn.byLink(world.city, world.post.secret(0), "换成另一句话 123", SignInWorld.OFFICE));
        assertThat(in.session().stage()).isEqualTo(Session.Stage.CODE);
    }

    @Test
    void a_password_of_ninety_days_is_changed_where_the_bureau_asks_for_it() {
        world.person("chen", Role.OFFICER);
        classified();
        world.clock.move(Duration.ofDays(90));
        assertThat(world.in("chen").session().isFull()).isTrue();
        world.clock.move(Duration.ofSeconds(1));
        SignInResult.In in = world.in("chen");
        assertThat(in.session().stage()).isEqualTo(Session.Stage.PASSWORD);
        assertThat(changing(in, "all lower case")).contains("三类");
        assertThat(changing(in, SignInWorld.PASSWORD)).isNotEmpty();
        SignInResult.In changed = world.in(world.signIn.changePassword(
                world.city, in.secret(), SignInWorld.PASSWORD, "Rain, four 7 roofs", SignInWorld.OFFICE));
        assertThat(changed.session().isFull()).isTrue();
        assertThat(world.sessions.find(world.city, in.secret())).isEmpty();
    }

    @Test
    void the_owner_is_told_by_letter_of_a_new_password_and_of_the_second_factor() {
        Person chen = world.reachable("chen");
        assertThat(world.post.kinds).as("the first password is no news").isEmpty();
        SignInResult.In in = world.in("chen");
        world.in(world.signIn.changePassword(
                world.city, in.secret(), SignInWorld.PASSWORD, "换成另一句话 123", SignInWorld.OFFICE));
        world.key(chen);
        world.factors.remove(world.city, "chief", chen);
        assertThat(world.post.kinds)
                .containsExactly("account.password-changed", "account.second-factor", "account.second-factor");
    }

    @Test
    void a_password_in_use_for_years_is_left_alone_where_length_counts() {
        world.person("chen", Role.OFFICER);
        world.clock.move(Duration.ofDays(2000));
        assertThat(world.in("chen").session().isFull()).isTrue();
    }

    @Test
    void the_link_page_keeps_the_link_until_a_password_is_taken() {
        Person chen = world.accounts.create(world.city, "chen", "chen", Role.OFFICER);
        String link = world.accounts.issue(chen, CredentialKind.LINK);
        HttpResponse<String> page = browser.open(world.path("/sign-in?token=" + link));
        assertThat(page.body()).contains("设置密码", "value=\"chen\"", link);
        HttpResponse<String> differ = browser.submit(
                world.path("/sign-in"), Map.of("token", link, "password", "一句话一句话 1", "repeat", "另一句话一句话"));
        assertThat(differ.statusCode()).isEqualTo(400);
        assertThat(differ.body()).contains("两次输入的密码不一样", link);
        assertThat(browser.submit(
                                world.path("/sign-in"),
                                Map.of("token", link, "password", "password1", "repeat", "password1"))
                        .body())
                .contains("太常见", link);
        assertThat(browser.submit(world.path("/sign-in"), Browser.byLink(link))
                        .uri()
                        .getPath())
                .isEqualTo(world.path("/console/policies"));
        HttpResponse<String> used = new Browser().open(world.path("/sign-in?token=" + link));
        assertThat(used.statusCode()).isEqualTo(400);
        assertThat(used.body()).contains("已经用过或者过期");
    }

    @Test
    void the_password_is_changed_on_its_page_and_other_places_are_signed_out() {
        world.person("chen", Role.OFFICER);
        Browser other = new Browser();
        world.atThePage(browser, "chen", SignInWorld.PASSWORD);
        world.atThePage(other, "chen", SignInWorld.PASSWORD);
        String page = world.path("/account/password");
        assertThat(browser.submit(page, change("not the one", "换成另一句话 123")).body())
                .contains("现在的密码不对");
        assertThat(browser.submit(page, change(SignInWorld.PASSWORD, "chenchenchen"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.submit(page, change(SignInWorld.PASSWORD, "换成另一句话 123"))
                        .body())
                .contains("密码已修改");
        assertThat(other.open(page).uri().getPath()).endsWith("/sign-in");
        assertThat(world.atThePage(new Browser(), "chen", SignInWorld.PASSWORD).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_director_sets_how_people_sign_in_and_an_officer_does_not() {
        world.person("chief", Role.DIRECTOR);
        world.person("chen", Role.OFFICER);
        String page = world.path("/console/sign-in");
        world.atThePage(browser, "chief", SignInWorld.PASSWORD);
        HttpResponse<String> wrong = browser.submit(
                page, Map.of("rules", "CLASSIFIED", "roles", "OFFICER", "idleMinutes", "31", "sessionHours", "0"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("5 至 30", "1 至 12", "value=\"31\"");
        assertThat(browser.submit(
                                page,
                                Map.of(
                                        "rules",
                                        "CLASSIFIED",
                                        "roles",
                                        "OFFICER",
                                        "idleMinutes",
                                        "10",
                                        "sessionHours",
                                        "8"))
                        .body())
                .contains("登录要求已保存");
        assertThat(policies.of(world.city))
                .isEqualTo(new SignInPolicy(SignInPolicy.PasswordProfile.CLASSIFIED, EnumSet.of(Role.OFFICER), 10, 8));
        assertThat(policies.of(world.server.aBureau())).isEqualTo(SignInPolicy.DEFAULT);

        Browser officer = new Browser();
        policies.change(world.city, "chief", SignInPolicy.DEFAULT);
        world.atThePage(officer, "chen", SignInWorld.PASSWORD);
        assertThat(officer.open(page).statusCode()).isEqualTo(403);
    }

    @Test
    void a_call_signs_in_with_what_the_page_asks_for() {
        Person chen = world.person("chen", Role.OFFICER);
        HttpResponse<String> in = call("{\"username\":\"chen\",\"password\":\"" + SignInWorld.PASSWORD + "\"}");
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.body()).contains("\"roles\":[\"OFFICER\"]", "\"expiresAt\":\"");
        String token = in.body().replaceAll(".*\"token\":\"([0-9a-f]{32})\".*", "$1");
        assertThat(policiesBy(token)).isEqualTo(200);
        world.accounts.disable(world.city, "chief", chen.accountId());
        assertThat(policiesBy(token)).isEqualTo(401);
        world.accounts.enable(world.city, "chief", chen.accountId());

        assertThat(call("{\"username\":\"chen\",\"password\":\"x\"}").statusCode())
                .isEqualTo(401);
        assertThat(call("{\"username\":\"chen\"}").statusCode()).isEqualTo(400);
        String key = keyNow(chen);
        HttpResponse<String> needed = call("{\"username\":\"chen\",\"password\":\"" + SignInWorld.PASSWORD + "\"}");
        assertThat(needed.statusCode()).isEqualTo(401);
        assertThat(needed.body()).contains("code-needed");
        assertThat(call("{\"username\":\"chen\",\"password\":\"" + SignInWorld.PASSWORD + "\",\"code\":\"" + now(key, 1)
                                + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_is_made_shown_once_used_for_what_it_is_for_and_revoked() {
        Person chen = world.person("chen", Role.OFFICER);
        world.atThePage(browser, "chen", SignInWorld.PASSWORD);
        String page = world.path("/account/tokens");
        assertThat(browser.submit(page, Map.of("name", "", "scope", "READ", "days", "30"))
                        .body())
                .contains("请填写用途");
        assertThat(browser.submit(page, Map.of("name", "对接", "scope", "READ", "days", "366"))
                        .body())
                .contains("1 至 365");
        HttpResponse<String> made = browser.submit(page, Map.of("name", "某银行对接", "scope", "READ", "days", "365"));
        Matcher secret =
                Pattern.compile("class=\"secret\"[^>]*>([0-9a-f]{32})<").matcher(made.body());
        assertThat(secret.find()).isTrue();
        assertThat(browser.open(page).body()).contains("某银行对接").doesNotContain(secret.group(1));

        assertThat(policiesBy(secret.group(1))).isEqualTo(200);
        assertThat(importBy(secret.group(1))).as("it only reads").isEqualTo(403);
        assertThat(browser.send(HttpRequest.newBuilder(Browser.uri(world.path("/account/tokens")))
                                .header("Authorization", "Bearer " + secret.group(1))
                                .build())
                        .statusCode())
                .as("a token makes no tokens")
                .isEqualTo(403);
        long id =
                world.server.bean(Tokens.class).of(world.city, chen).getFirst().id();
        world.person("li", Role.OFFICER);
        Browser li = new Browser();
        world.atThePage(li, "li", SignInWorld.PASSWORD);
        assertThat(li.submit(page + "/" + id + "/revoke", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(browser.submit(page + "/" + id + "/revoke", Map.of()).body()).contains("令牌已停用");
        assertThat(policiesBy(secret.group(1))).isEqualTo(401);
    }

    @Test
    void where_the_site_is_reached_by_tls_the_cookie_belongs_to_this_host_alone() {
        world.person("chen", Role.OFFICER);
        try (EmbeddedServer tls = world.server.beside(
                "tls",
                RuntimeBeanDefinition.builder(
                                SiteAddress.class, () -> new SiteAddress("https://zhirong.example.cn", 8080))
                        .replaces(SiteAddress.class)
                        .build())) {
            String base = "http://localhost:" + tls.getPort();
            HttpResponse<String> in = new Browser()
                    .send(HttpRequest.newBuilder(URI.create(base + world.path("/sign-in")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Sec-Fetch-Site", "same-origin")
                            .POST(BodyPublishers.ofString("username=chen&password="
                                    + URLEncoder.encode(SignInWorld.PASSWORD, StandardCharsets.UTF_8)))
                            .build());
            while (in.previousResponse().isPresent()) {
                in = in.previousResponse().get();
            }
            String cookie = in.headers().firstValue("set-cookie").orElseThrow();
            assertThat(cookie).matches("(?i)__Host-zr_session=[0-9a-f]{32}; Path=/; Secure; HttpOnly; SameSite=Lax");
            String secret = cookie.replaceAll(".*?=([0-9a-f]{32});.*", "$1");
            assertThat(pageBy(base, "__Host-zr_session=" + secret)).endsWith("/account/sessions");
            assertThat(pageBy(base, "zr_session=" + secret)).endsWith("/sign-in");
        }
    }

    private String pageBy(String base, String cookie) {
        return new Browser()
                .send(HttpRequest.newBuilder(URI.create(base + world.path("/account/sessions")))
                        .header("Cookie", cookie)
                        .build())
                .uri()
                .getPath();
    }

    private String changing(SignInResult.In in, String password) {
        return SignInWorld.refusal(() -> world.signIn.changePassword(
                world.city, in.secret(), SignInWorld.PASSWORD, password, SignInWorld.OFFICE));
    }

    private void require(Role role) {
        policies.change(
                world.city, "chief", new SignInPolicy(SignInPolicy.PasswordProfile.MODERN, EnumSet.of(role), 30, 12));
    }

    private void classified() {
        policies.change(
                world.city,
                "chief",
                new SignInPolicy(SignInPolicy.PasswordProfile.CLASSIFIED, EnumSet.noneOf(Role.class), 30, 12));
    }

    private static Map<String, String> change(String old, String password) {
        return Map.of("old", old, "password", password, "repeat", password);
    }

    private HttpResponse<String> call(String json) {
        return new Browser()
                .send(HttpRequest.newBuilder(Browser.uri("/api/v1/" + world.city.slug() + "/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    private int policiesBy(String token) {
        return new Browser()
                .send(HttpRequest.newBuilder(Browser.uri("/api/v1/" + world.city.slug() + "/policies"))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    private int importBy(String token) {
        return new Browser()
                .send(HttpRequest.newBuilder(Browser.uri("/api/v1/" + world.city.slug() + "/policies"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(BodyPublishers.ofString("--cut--\r\n"))
                        .build())
                .statusCode();
    }

    /** A second factor by the server's own clock. */
    private String keyNow(Person person) {
        SecondFactors own = world.server.bean(SecondFactors.class);
        own.begin(world.city, person);
        String key = own.pending(world.city, person).orElseThrow().key();
        assertThat(own.confirm(world.city, person, now(key, 0))).isPresent();
        return key;
    }

    /** The code of this moment, or of the steps that follow it: each is good once. */
    private String now(String key, int ahead) {
        return Totp.code(key, Totp.step(world.server.bean(java.time.Clock.class).instant()) + ahead);
    }

    private static String key(HttpResponse<String> page) {
        Matcher key = Pattern.compile("<code>([A-Z2-7 ]{39})</code>").matcher(page.body());
        assertThat(key.find()).as(page.body()).isTrue();
        return key.group(1).replace(" ", "");
    }

    private static List<String> codes(HttpResponse<String> page) {
        Matcher code = Pattern.compile("<code>([0-9a-f-]{19})</code>").matcher(page.body());
        List<String> codes = new ArrayList<>();
        while (code.find()) {
            codes.add(code.group(1));
        }
        return codes;
    }
}
