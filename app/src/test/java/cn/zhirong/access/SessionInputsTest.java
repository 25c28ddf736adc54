package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies that are planted, kept, stolen and outlived. */
class SessionInputsTest {
    private final SignInWorld world = new SignInWorld();
    private final Tenant city = world.city;
    private final PlainPage page = new PlainPage(world);

    // 5
    @Test
    void a_cookie_set_before_signing_in_is_worth_nothing_after() {
        world.person("chen", Role.OFFICER);
        String planted = Secrets.random();
        HttpResponse<String> answer = page.form(
                "/sign-in", "username=chen&password=" + PlainPage.PASSWORD, "Cookie", "zr_session=" + planted);
        String given = answer.headers().firstValue("set-cookie").orElseThrow();
        assertThat(given)
                .startsWith("zr_session=")
                .doesNotContain(planted)
                .containsIgnoringCase("; HttpOnly")
                .contains("; SameSite=Lax");
        assertThat(page.console("zr_session=" + planted)).isEqualTo(303);
        assertThat(page.console(given.replaceAll(";.*", ""))).isEqualTo(200);
    }

    @Test
    void signing_in_again_ends_the_session_before() {
        world.person("chen", Role.OFFICER);
        String first = page.cookie(page.form("/sign-in", "username=chen&password=" + PlainPage.PASSWORD));
        String second =
                page.cookie(page.form("/sign-in", "username=chen&password=" + PlainPage.PASSWORD, "Cookie", first));
        assertThat(page.console(first)).isEqualTo(303);
        assertThat(page.console(second)).isEqualTo(200);
    }

    // 6
    @ParameterizedTest
    @ValueSource(strings = {"sign out", "password", "disable", "role", "end others"})
    void an_old_cookie_is_dead_at_once(String what) {
        Person chen = world.person("chen", Role.OFFICER);
        String old = page.cookie(page.form("/sign-in", "username=chen&password=" + PlainPage.PASSWORD));
        assertThat(page.console(old)).isEqualTo(200);
        switch (what) {
            case "sign out" -> page.form("/sign-out", "", "Cookie", old);
            case "password" -> {
                SignInResult.In elsewhere = world.in("chen");
                world.in(world.signIn.changePassword(
                        city, elsewhere.secret(), SignInWorld.PASSWORD, "另一句很长的话 9 月", SignInWorld.OFFICE));
            }
            case "disable" ->
                assertThat(world.accounts.disable(city, "chief", chen.accountId()))
                        .isTrue();
            case "role" ->
                assertThat(world.accounts.changeRole(city, "chief", chen.accountId(), Role.REVIEWER, null))
                        .isTrue();
            default -> {
                SignInResult.In elsewhere = world.in("chen");
                world.sessions.endOthers(city, elsewhere.session());
            }
        }
        assertThat(page.console(old)).isEqualTo(303);
    }

    @Test
    void a_disabled_account_keeps_no_token_and_no_link() {
        Person chen = world.person("chen", Role.OFFICER);
        String token = world.accounts.issue(chen, CredentialKind.TOKEN);
        String link = world.accounts.issue(chen, CredentialKind.LINK);
        world.accounts.disable(city, "chief", chen.accountId());
        assertThat(tries("chen", SignInWorld.PASSWORD)).isInstanceOf(SignInResult.Refused.class);
        assertThat(world.accounts.enable(city, "chief", chen.accountId())).isTrue();
        assertThat(world.accounts.whoIs(city, token, CredentialKind.TOKEN)).isEmpty();
        assertThat(world.signIn.byLink(city, link, SignInWorld.PASSWORD, SignInWorld.OFFICE))
                .isInstanceOf(SignInResult.Refused.class);
        assertThat(tries("chen", SignInWorld.PASSWORD)).isInstanceOf(SignInResult.In.class);
    }

    // 7
    @Test
    void a_stolen_cookie_in_another_browser_ends_the_session_and_the_audit_says_so() {
        world.person("chen", Role.OFFICER);
        SignInResult.In in = world.in("chen");
        Origin thief = new Origin("198.51.100.7", "curl/8");
        assertThat(world.sessions.use(city, in.secret(), thief)).isEmpty();
        assertThat(world.sessions.use(city, in.secret(), SignInWorld.OFFICE)).isEmpty();
        assertThat(world.audit.count(city, "session.other-browser", "chen")).isEqualTo(1);
    }

    @Test
    void another_address_of_the_same_browser_is_written_down_and_works() {
        world.person("chen", Role.OFFICER);
        SignInResult.In in = world.in("chen");
        assertThat(world.sessions.use(city, in.secret(), SignInWorld.ELSEWHERE)).isPresent();
        assertThat(world.sessions.use(city, in.secret(), SignInWorld.ELSEWHERE)).isPresent();
        assertThat(world.audit.count(city, "session.move", "chen")).isEqualTo(1);
    }

    // 17
    @Test
    void an_account_is_signed_in_at_ten_places_which_it_sees_and_ends() {
        Person chen = world.person("chen", Role.OFFICER);
        SignInResult.In first = world.in("chen");
        for (int n = 0; n < Sessions.PER_ACCOUNT; n++) {
            world.clock.move(Duration.ofSeconds(1));
            world.in("chen");
        }
        List<Session> places = world.sessions.of(city, chen);
        assertThat(places)
                .hasSize(Sessions.PER_ACCOUNT)
                .noneMatch(it -> it.id() == first.session().id());
        assertThat(world.sessions.end(city, chen, places.getLast().id())).isTrue();
        assertThat(world.sessions.end(city, chen, places.getLast().id())).isFalse();
        assertThat(world.sessions.endOthers(city, places.getFirst())).isEqualTo(8);
        assertThat(world.sessions.of(city, chen)).hasSize(1);
    }

    @Test
    void who_knows_the_password_alone_pushes_nobody_out_who_gave_the_code() {
        Person chen = world.person("chen", Role.OFFICER);
        SignInResult.In whole = world.in("chen");
        world.key(chen);
        for (int n = 0; n <= Sessions.PER_ACCOUNT; n++) {
            world.clock.move(Duration.ofSeconds(1));
            assertThat(world.in("chen").session().stage()).isEqualTo(Session.Stage.CODE);
        }
        assertThat(world.sessions.of(city, chen))
                .extracting(Session::id)
                .contains(whole.session().id());
    }

    @Test
    void nobody_ends_a_session_of_somebody_else() {
        Person chen = world.person("chen", Role.OFFICER);
        world.person("li", Role.OFFICER);
        SignInResult.In li = world.in("li");
        assertThat(world.sessions.end(city, chen, li.session().id())).isFalse();
        assertThat(world.sessions.find(city, li.secret())).isPresent();
        assertThat(world.sessions.find(world.server.aBureau(), li.secret())).isEmpty();
    }

    // 20
    @Test
    void a_clock_that_jumps_back_revives_no_session_and_shortens_no_delay() {
        world.person("chen", Role.OFFICER);
        SignInResult.In in = world.in("chen");
        world.clock.move(Duration.ofMinutes(29));
        assertThat(world.sessions.use(city, in.secret(), SignInWorld.OFFICE)).isPresent();
        world.clock.move(Duration.ofMinutes(30));
        assertThat(world.sessions.of(city, in.session().person())).isEmpty();
        world.clock.move(Duration.ofHours(-1));
        assertThat(world.sessions.find(city, in.secret())).isEmpty();
        world.clock.move(Duration.ofHours(1));
        for (int n = 0; n < Throttle.PER_ACCOUNT; n++) {
            world.throttle.password(city, "chen", SignInWorld.OFFICE);
        }
        world.clock.move(Duration.ofHours(-1));
        assertThat(world.throttle.password(city, "chen", SignInWorld.OFFICE)).contains(Duration.ofSeconds(30));
        world.clock.move(Duration.ofHours(1).plusSeconds(31));
        assertThat(world.throttle.password(city, "chen", SignInWorld.OFFICE)).isEmpty();
    }

    @Test
    void a_session_ends_after_half_an_hour_unused_and_after_twelve_hours_in_any_case() {
        world.person("chen", Role.OFFICER);
        SignInResult.In in = world.in("chen");
        for (int n = 0; n < 12 * 60 / 20 - 1; n++) {
            world.clock.move(Duration.ofMinutes(20));
            assertThat(world.sessions.use(city, in.secret(), SignInWorld.OFFICE))
                    .isPresent();
        }
        world.clock.move(Duration.ofMinutes(20));
        assertThat(world.sessions.use(city, in.secret(), SignInWorld.OFFICE)).isEmpty();
    }

    private SignInResult tries(String username, String password) {
        return world.signIn.byPassword(city, username, password, SignInWorld.OFFICE);
    }
}
