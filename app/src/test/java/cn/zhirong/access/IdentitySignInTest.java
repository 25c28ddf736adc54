package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.FakeIdentities;
import cn.zhirong.testing.FakeIdentities.Signing;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in by the word of others: OpenID Connect and tickets. */
class IdentitySignInTest {
    private static final UnaryOperator<JWTClaimsSet.Builder> AS_IT_IS = UnaryOperator.identity();
    private static final SignInWorld WORLD = new SignInWorld();
    private static final FakeIdentities FAKE = new FakeIdentities(WORLD.server.bean(Clock.class));
    private static final FakeIdentities ANOTHER = new FakeIdentities(WORLD.server.bean(Clock.class));

    private final SignInWorld world = new SignInWorld();
    private final IdentityProviders providers = world.server.bean(IdentityProviders.class);
    private final Browser browser = new Browser();

    @BeforeEach
    void tells_the_truth() {
        FAKE.tokens(Signing.RIGHT, AS_IT_IS);
    }

    @AfterAll
    static void close() {
        FAKE.close();
        ANOTHER.close();
    }

    @Test
    void a_linked_identity_signs_in_and_an_unlinked_one_reads_why_not() {
        long provider = openId(world.city, FAKE);
        linked("chen", provider, "s-1");
        Browser next = new Browser();
        assertThat(next.open(world.path("/sign-in")).body())
                .contains("省统一身份", "/sign-in/identity/" + provider + "/begin");
        HttpResponse<String> in = next.open(come(next, provider, "s-1"));
        assertThat(in.uri().getPath()).isEqualTo(world.path("/console/policies"));
        assertThat(in.statusCode()).isEqualTo(200);
        HttpResponse<String> stranger = browser.open(come(browser, provider, "s-2"));
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.body()).contains("没有账号与它关联");
        assertThat(browser.open(world.path("/account/sessions")).uri().getPath())
                .endsWith("/sign-in");
        assertThat(audited()).contains("identity.link", "identity.sign-in", "session.open", "identity.fail");
    }

    @Test
    void the_wish_of_where_to_go_is_kept() {
        long provider = openId(world.city, FAKE);
        linked("chen", provider, "s-1");
        Browser next = new Browser();
        String back = world.path("/account/password");
        HttpResponse<String> away = next.open(world.path("/sign-in/identity/" + provider + "/begin?return=" + back));
        HttpResponse<String> in = next.open(callback(provider, FAKE.consent(away.uri(), "s-1")));
        assertThat(in.uri().getPath()).isEqualTo(back);
    }

    @Test
    void the_second_factor_is_asked_for_all_the_same() {
        long provider = openId(world.city, FAKE);
        Person chen = linked("chen", provider, "s-1");
        world.server
                .bean(SignInPolicies.class)
                .change(
                        world.city,
                        "chief",
                        new SignInPolicy(SignInPolicy.PasswordProfile.MODERN, EnumSet.of(Role.OFFICER), 30, 12));
        assertThat(enter(provider, "s-1").uri().getPath()).isEqualTo(world.path("/sign-in/second-factor"));
        world.key(chen);
        assertThat(enter(provider, "s-1").uri().getPath()).isEqualTo(world.path("/sign-in/code"));
    }

    @Test
    void tokens_that_are_not_what_they_must_be_are_refused() {
        long provider = openId(world.city, FAKE);
        linked("chen", provider, "s-1");
        Date past = Date.from(WORLD.server.bean(Clock.class).instant().minusSeconds(600));
        refused(provider, Signing.NOT_AT_ALL, AS_IT_IS);
        refused(provider, Signing.WRONG_KEY, AS_IT_IS);
        refused(provider, Signing.RIGHT, it -> it.audience("another-app"));
        refused(
                provider,
                Signing.RIGHT,
                it -> it.audience(List.of("another-app", FakeIdentities.CLIENT)).claim("azp", "x"));
        refused(provider, Signing.RIGHT, it -> it.audience(List.of("another-app", FakeIdentities.CLIENT)));
        refused(provider, Signing.RIGHT, it -> it.issuer(ANOTHER.issuer()));
        refused(provider, Signing.RIGHT, it -> it.issueTime(past).expirationTime(past));
        refused(provider, Signing.RIGHT, it -> it.claim("nonce", "of another browser"));
        refused(provider, Signing.RIGHT, it -> it.claim("nonce", null));
        refused(provider, Signing.RIGHT, it -> it.subject(null));
        FAKE.tokens(Signing.RIGHT, AS_IT_IS);
        assertThat(enter(provider, "s-1").statusCode())
                .as("the same without a twist")
                .isEqualTo(200);
    }

    @Test
    void the_same_subject_of_another_issuer_is_somebody_else() {
        long provider = openId(world.city, FAKE);
        linked("chen", provider, "s-1");
        long second = openId(world.city, ANOTHER);
        Browser next = new Browser();
        HttpResponse<String> away = next.open(world.path("/sign-in/identity/" + second + "/begin"));
        HttpResponse<String> back = next.open(callback(second, ANOTHER.consent(away.uri(), "s-1")));
        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body()).contains("没有账号与它关联");
    }

    @Test
    void an_answer_counts_once_and_only_in_the_browser_that_set_out() {
        long provider = openId(world.city, FAKE);
        linked("chen", provider, "s-1");
        Browser next = new Browser();
        String answer = come(next, provider, "s-1");
        assertThat(new Browser().open(answer).statusCode()).as("no cookie").isEqualTo(400);
        assertThat(next.open(answer).statusCode()).isEqualTo(200);
        assertThat(next.open(answer).statusCode()).as("again").isEqualTo(400);
        Browser third = new Browser();
        third.open(world.path("/sign-in/identity/" + provider + "/begin"));
        assertThat(third.open(answer).statusCode())
                .as("state of another browser")
                .isEqualTo(400);
        HttpResponse<String> away = third.open(world.path("/sign-in/identity/" + provider + "/begin"));
        String fresh = FAKE.consent(away.uri(), "s-1").replaceAll(".*state=", "state=");
        String code = answer.replaceAll(".*(code=[^&]*).*", "$1");
        assertThat(third.open(callback(provider, code + "&" + fresh)).statusCode())
                .as("a code that was used")
                .isEqualTo(400);
    }

    @Test
    void an_answer_that_took_too_long_is_refused() throws Exception {
        long provider = openId(world.city, FAKE);
        linked("chen", provider, "s-1");
        Browser next = new Browser();
        String answer = come(next, provider, "s-1");
        try (var connection = world.server.connection();
                var update = connection.prepareStatement(
                        "UPDATE identity_attempt SET expires_at = '2020-01-01 00:00:00' WHERE tenant_id = ?")) {
            update.setLong(1, world.city.id());
            assertThat(update.executeUpdate()).isPositive();
        }
        assertThat(next.open(answer).statusCode()).isEqualTo(400);
    }

    @Test
    void a_provider_of_another_bureau_and_a_disabled_one_are_unknown() {
        Tenant there = world.server.aBureau();
        long foreign = openId(there, FAKE);
        for (String path : List.of("/sign-in/identity/%d/begin", "/sign-in/identity/%d")) {
            HttpResponse<String> answer = browser.open(world.path(path.formatted(foreign)));
            HttpResponse<String> unknown = browser.open(world.path(path.formatted(987654L)));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body().replace("identity/" + foreign, "N"))
                    .isEqualTo(unknown.body().replace("identity/987654", "N"));
        }
        long own = openId(world.city, FAKE);
        linked("chen", own, "s-1");
        Browser next = new Browser();
        String answer = come(next, own, "s-1");
        IdentityProviders.Known known = providers.find(world.city, own).orElseThrow();
        providers.change(
                world.city,
                "chief",
                new IdentityProviders.Known(
                        own, known.kind(), known.name(), known.issuer(), known.clientId(), known.login(), false),
                "");
        assertThat(next.open(answer).statusCode()).isEqualTo(404);
        assertThat(next.open(world.path("/sign-in")).body()).doesNotContain("省统一身份");
    }

    @Test
    void a_disabled_account_is_refused() {
        long provider = openId(world.city, FAKE);
        Person chen = linked("chen", provider, "s-1");
        world.accounts.disable(world.city, "chief", chen.accountId());
        HttpResponse<String> answer = enter(provider, "s-1");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("没有核实");
    }

    @Test
    void an_identity_is_one_persons_and_can_be_let_go() {
        long provider = openId(world.city, FAKE);
        linked("chen", provider, "s-1");
        world.person("wang", Role.OFFICER);
        Browser wang = new Browser();
        world.atThePage(wang, "wang", SignInWorld.PASSWORD);
        HttpResponse<String> taken = wang.open(comeToLink(wang, provider, "s-1"));
        assertThat(taken.statusCode()).isEqualTo(409);
        Browser chen = new Browser();
        world.atThePage(chen, "chen", SignInWorld.PASSWORD);
        String started = comeToLink(chen, provider, "s-9");
        world.atThePage(chen, "wang", SignInWorld.PASSWORD);
        assertThat(chen.open(started).statusCode()).as("begun by somebody else").isEqualTo(400);
        world.atThePage(chen, "chen", SignInWorld.PASSWORD);
        String page = chen.open(world.path("/account/identities")).body();
        String removal = page.replaceAll("(?s).*action=\"([^\"]*/removal)\".*", "$1");
        assertThat(wang.submit(removal, Map.of("a", "b")).statusCode()).isEqualTo(404);
        assertThat(chen.submit(removal, Map.of("a", "b")).body()).contains("关联已解除");
        assertThat(enter(provider, "s-1").statusCode()).isEqualTo(403);
    }

    @Test
    void a_ticket_signs_in_once_and_only_with_the_right_secret() {
        long provider = ticket(FakeIdentities.SECRET);
        linked("chen", provider, "z-1");
        Browser next = new Browser();
        String answer = come(next, provider, "z-1");
        assertThat(next.open(answer).uri().getPath()).isEqualTo(world.path("/console/policies"));
        assertThat(next.open(answer).statusCode()).as("again").isEqualTo(400);
        Browser third = new Browser();
        String fresh = come(third, provider, "z-1");
        String used = answer.replaceAll(".*(ticket=[^&]*).*", "$1");
        assertThat(third.open(fresh.replaceAll("ticket=[^&]*", used)).statusCode())
                .as("a ticket that was used")
                .isEqualTo(400);
        IdentityProviders.Known known = providers.find(world.city, provider).orElseThrow();
        providers.change(world.city, "chief", known, "not the secret");
        assertThat(enter(provider, "z-1").statusCode()).as("wrongly signed").isEqualTo(400);
    }

    @Test
    void a_director_configures_it_and_reads_no_secret() {
        world.person("chief", Role.DIRECTOR);
        world.atThePage(browser, "chief", SignInWorld.PASSWORD);
        String page = world.path("/console/identity");
        HttpResponse<String> wrong = browser.submit(
                page,
                Map.of(
                        "kind",
                        "TICKET",
                        "name",
                        "浙里办",
                        "issuer",
                        "http://example.cn",
                        "login",
                        "ftp://x",
                        "secret",
                        "s-e-c-r-e-t"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("服务地址须以", "登录页地址须以", "应用标识须为", "浙里办").doesNotContain("s-e-c-r-e-t");
        HttpResponse<String> made = browser.submit(
                page,
                Map.of(
                        "kind",
                        "OPENID",
                        "name",
                        "省统一身份",
                        "issuer",
                        FAKE.issuer(),
                        "clientId",
                        "bureau-app",
                        "secret",
                        "s-e-c-r-e-t",
                        "state",
                        "on"));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).contains("/sign-in/identity/", "已添加").doesNotContain("s-e-c-r-e-t");
        assertThat(audited()).contains("identity.provider-create");
    }

    private void refused(long provider, Signing how, UnaryOperator<JWTClaimsSet.Builder> twist) {
        FAKE.tokens(how, twist);
        Browser next = new Browser();
        HttpResponse<String> answer = next.open(come(next, provider, "s-1"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("没有核实");
        assertThat(next.open(world.path("/account/sessions")).uri().getPath()).endsWith("/sign-in");
    }

    private HttpResponse<String> enter(long provider, String subject) {
        Browser next = new Browser();
        return next.open(come(next, provider, subject));
    }

    /** Sets out and signs in there; the path of the answer. */
    private String come(Browser one, long provider, String subject) {
        HttpResponse<String> away = one.open(world.path("/sign-in/identity/" + provider + "/begin"));
        assertThat(away.body()).contains("please sign in");
        return callback(provider, FAKE.consent(away.uri(), subject));
    }

    private String comeToLink(Browser one, long provider, String subject) {
        HttpResponse<String> away = one.open(world.path("/account/identities/" + provider + "/begin"));
        assertThat(away.body()).contains("please sign in");
        return callback(provider, FAKE.consent(away.uri(), subject));
    }

    private String callback(long provider, String query) {
        return world.path("/sign-in/identity/" + provider + "?" + query);
    }

    private Person linked(String username, long provider, String subject) {
        Person person = world.person(username, Role.OFFICER);
        Browser own = new Browser();
        world.atThePage(own, username, SignInWorld.PASSWORD);
        assertThat(own.open(comeToLink(own, provider, subject)).body()).contains("身份已关联", "陈某");
        return person;
    }

    private long openId(Tenant tenant, FakeIdentities fake) {
        return providers.add(
                tenant,
                "chief",
                new IdentityProviders.Known(
                        0, IdentityKind.OPENID, "省统一身份", fake.issuer(), FakeIdentities.CLIENT, "", true),
                FakeIdentities.SECRET);
    }

    private long ticket(String secret) {
        return providers.add(
                world.city,
                "chief",
                new IdentityProviders.Known(
                        0,
                        IdentityKind.TICKET,
                        "浙里办",
                        FAKE.issuer() + "/ticket",
                        FakeIdentities.CLIENT,
                        FAKE.issuer() + "/portal",
                        true),
                secret);
    }

    private String audited() {
        StringBuilder actions = new StringBuilder();
        try (var connection = world.server.connection();
                var select = connection.prepareStatement("SELECT action FROM audit_entry WHERE tenant_id = ?")) {
            select.setLong(1, world.city.id());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    actions.append(rows.getString(1)).append('\n');
                }
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return actions.toString();
    }
}
