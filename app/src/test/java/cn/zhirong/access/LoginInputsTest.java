package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried at a login page by people and by programs; assertions of other providers are tested where they are taken in. */
class LoginInputsTest {
    private final SignInWorld world = new SignInWorld();
    private final Tenant city = world.city;

    // 1
    @Test
    void of_a_hundred_passwords_at_once_for_one_account_ten_are_looked_at() throws Exception {
        world.person("chen", Role.OFFICER);
        List<SignInResult> results =
                atOnce(100, n -> world.signIn.byPassword(city, "chen", "guess number " + n, SignInWorld.OFFICE));
        assertThat(results).filteredOn(it -> it instanceof SignInResult.Refused).hasSize(10);
        assertThat(results).filteredOn(it -> it instanceof SignInResult.Later).hasSize(90);
        assertThat(world.signIn.byPassword(city, "chen", SignInWorld.PASSWORD, SignInWorld.OFFICE))
                .as("the right one has to wait as well")
                .isInstanceOf(SignInResult.Later.class);
    }

    @Test
    void each_further_guess_waits_twice_as_long_up_to_ten_minutes() {
        for (int n = 1; n < Throttle.PER_ACCOUNT; n++) {
            assertThat(world.throttle.password(city, "chen", SignInWorld.OFFICE))
                    .isEmpty();
        }
        for (int expected : new int[] {30, 60, 120, 240, 480, 600, 600}) {
            assertThat(world.throttle.password(city, "chen", SignInWorld.OFFICE))
                    .isEmpty();
            assertThat(world.throttle.password(city, "chen", SignInWorld.OFFICE))
                    .contains(Duration.ofSeconds(expected));
            world.clock.move(Duration.ofSeconds(expected - 1));
            assertThat(world.throttle.password(city, "chen", SignInWorld.OFFICE))
                    .contains(Duration.ofSeconds(1));
            world.clock.move(Duration.ofSeconds(1));
        }
        world.clock.move(Throttle.WINDOW);
        assertThat(world.throttle.password(city, "chen", SignInWorld.OFFICE)).isEmpty();
        assertThat(world.throttle.password(city, "chen", SignInWorld.OFFICE))
                .as("after a quarter of an hour of quiet one is trusted again")
                .isEmpty();
    }

    @Test
    void one_password_at_many_accounts_from_one_source_is_slowed_down() {
        for (int n = 0; n < Throttle.PER_SOURCE; n++) {
            assertThat(world.throttle.password(city, "person-" + n, SignInWorld.OFFICE))
                    .isEmpty();
        }
        assertThat(world.throttle.password(city, "one-more", SignInWorld.OFFICE))
                .isPresent();
        assertThat(world.throttle.password(city, "one-more", SignInWorld.ELSEWHERE))
                .isEmpty();
    }

    // 2
    @Test
    void an_unknown_name_is_answered_like_a_wrong_password() {
        world.person("chen", Role.OFFICER);
        HttpResponse<String> known = world.atThePage(new Browser(), "chen", "not the one");
        HttpResponse<String> unknown = world.atThePage(new Browser(), "chan", "not the one");
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(400);
        assertThat(unknown.body().replace("chan", "chen")).isEqualTo(known.body());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(known.headers().map().keySet());
        assertThat(unknown.headers().firstValue("content-length"))
                .isEqualTo(known.headers().firstValue("content-length"));
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_known_one() {
        world.person("chen", Role.OFFICER);
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int n = 0; n < 15; n++) {
            Origin origin = new Origin("203.0.113." + n, "");
            known.add(nanos(() -> world.signIn.byPassword(city, "chen", "not the one", origin)));
            unknown.add(nanos(() -> world.signIn.byPassword(city, "nobody", "not the one", origin)));
        }
        // Wide, because the machine of a test is not quiet: without the hash the difference would be tenfold.
        assertThat(median(unknown)).isCloseTo(median(known), within(median(known) * 0.5));
    }

    // 3
    @Test
    void a_password_counts_to_its_last_byte() {
        String bytes72 = "a1b2c3d4e5f6".repeat(6);
        Person chen = world.accounts.create(city, "chen", "chen", Role.OFFICER);
        world.in(world.signIn.byLink(
                city, world.accountsByHand.issue(chen, CredentialKind.LINK), bytes72 + "x", SignInWorld.OFFICE));
        assertThat(tries("chen", bytes72)).isInstanceOf(SignInResult.Refused.class);
        assertThat(tries("chen", bytes72 + "y")).isInstanceOf(SignInResult.Refused.class);
        assertThat(tries("chen", bytes72 + "x ")).isInstanceOf(SignInResult.Refused.class);
        assertThat(tries("chen", bytes72 + "x")).isInstanceOf(SignInResult.In.class);
    }

    @Test
    void sixty_four_chinese_characters_are_a_password_and_two_ways_to_write_an_accent_are_one() {
        String poem = "春江潮水连海平海上明月共潮生滟滟随波千万里何处春江无月明江流宛转绕芳甸月照花林皆似霰空里流霜不觉飞汀上白沙看不见江天一色"
                .repeat(2)
                .substring(0, 64);
        Person chen = world.accounts.create(city, "chen", "chen", Role.OFFICER);
        world.in(world.signIn.byLink(
                city, world.accountsByHand.issue(chen, CredentialKind.LINK), poem + "é", SignInWorld.OFFICE));
        assertThat(tries("chen", poem)).isInstanceOf(SignInResult.Refused.class);
        assertThat(tries("chen", poem + Normalizer.normalize("é", Normalizer.Form.NFD)))
                .isInstanceOf(SignInResult.In.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short77",
                "no\u0000nul within",
                "password123",
                "Passw0rd!!!",
                "12345678",
                "aaaaaaaaaaaa",
                "qwertyuiop"
            })
    void a_password_that_is_short_common_or_broken_is_not_taken(String password) {
        Person chen = world.accounts.create(city, "chen", "chen", Role.OFFICER);
        String link = world.accountsByHand.issue(chen, CredentialKind.LINK);
        assertThatThrownBy(() -> world.signIn.byLink(city, link, password, SignInWorld.OFFICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(password.equals("no\u0000nul within") ? "密码不能含有控制字符" : "");
        world.in(world.signIn.byLink(city, link, SignInWorld.PASSWORD, SignInWorld.OFFICE));
    }

    @Test
    void a_password_of_a_megabyte_costs_no_more_than_another() {
        world.person("chen", Role.OFFICER);
        String megabyte = "x".repeat(1024 * 1024);
        long large = nanos(() -> tries("chen", megabyte));
        long usual = nanos(() -> tries("chen", "not the one"));
        assertThat(large).isLessThan(usual * 5);
        assertThat(world.atThePage(new Browser(), "chen", megabyte).statusCode())
                .isEqualTo(400);
        assertThatThrownBy(() -> world.signIn.byLink(
                        city,
                        world.accountsByHand.issue(
                                world.accounts.find(city, "chen").orElseThrow(), CredentialKind.LINK),
                        megabyte,
                        SignInWorld.OFFICE))
                .hasMessageContaining("256");
    }

    // 4
    @ParameterizedTest
    @ValueSource(strings = {"chén", "che\u0301n", "ｃｈｅｎ", "сhen", "chen ", "陈", "chen\u200b", "chen\u0000"})
    void nobody_is_called_what_looks_like_another(String name) {
        assertThatThrownBy(() -> world.accounts.create(city, name, "陈", Role.OFFICER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("用户名须为");
    }

    @Test
    void upper_and_lower_case_are_one_name() {
        world.person("Chen", Role.OFFICER);
        assertThatThrownBy(() -> world.accounts.create(city, "CHEN", "陈", Role.OFFICER))
                .hasMessageContaining("已被使用");
        assertThat(tries(" cHEN ", SignInWorld.PASSWORD)).isInstanceOf(SignInResult.In.class);
    }

    // 5
    @Test
    void a_cookie_set_before_signing_in_is_worth_nothing_after() {
        world.person("chen", Role.OFFICER);
        String planted = Secrets.random();
        HttpResponse<String> answer =
                form("/sign-in", "username=chen&password=" + encoded(), "Cookie", "zr_session=" + planted);
        String given = answer.headers().firstValue("set-cookie").orElseThrow();
        assertThat(given)
                .startsWith("zr_session=")
                .doesNotContain(planted)
                .containsIgnoringCase("; HttpOnly")
                .contains("; SameSite=Lax");
        assertThat(console("zr_session=" + planted)).isEqualTo(303);
        assertThat(console(given.replaceAll(";.*", ""))).isEqualTo(200);
    }

    @Test
    void signing_in_again_ends_the_session_before() {
        world.person("chen", Role.OFFICER);
        String first = cookie(form("/sign-in", "username=chen&password=" + encoded()));
        String second = cookie(form("/sign-in", "username=chen&password=" + encoded(), "Cookie", first));
        assertThat(console(first)).isEqualTo(303);
        assertThat(console(second)).isEqualTo(200);
    }

    // 6
    @ParameterizedTest
    @ValueSource(strings = {"sign out", "password", "disable", "role", "end others"})
    void an_old_cookie_is_dead_at_once(String what) {
        Person chen = world.person("chen", Role.OFFICER);
        String old = cookie(form("/sign-in", "username=chen&password=" + encoded()));
        assertThat(console(old)).isEqualTo(200);
        switch (what) {
            case "sign out" -> form("/sign-out", "", "Cookie", old);
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
        assertThat(console(old)).isEqualTo(303);
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

    // 8
    @Test
    void another_forwarded_address_each_time_dodges_nothing() {
        for (int n = 0; n < 10; n++) {
            assertThat(form("/sign-in", "username=chen&password=wrong", "X-Forwarded-For", "203.0.113." + n)
                            .statusCode())
                    .isEqualTo(400);
        }
        HttpResponse<String> slowed =
                form("/sign-in", "username=chen&password=wrong", "X-Forwarded-For", "203.0.113.99");
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("retry-after")).isPresent();
        assertThat(slowed.body()).contains("尝试次数太多", "value=\"chen\"");
    }

    // 9
    @Test
    void a_letter_names_the_configured_host_and_no_request_is_asked() {
        world.reachable("chen");
        world.forgotten.write(city, "chen", SignInWorld.OFFICE);
        assertThat(world.post.links.getFirst())
                .startsWith(world.server.bean(SiteAddress.class).of(city, "/sign-in?token="));
        assertThat(new SiteAddress("https://zhirong.example.cn/", 8080).of(city, "/x"))
                .isEqualTo("https://zhirong.example.cn/" + city.slug() + "/x");
        assertThatThrownBy(() -> new SiteAddress("https://zhirong.example.cn/path", 8080))
                .isInstanceOf(IllegalStateException.class);
    }

    // 10
    @Test
    void a_link_for_a_forgotten_password_works_once_for_half_an_hour_here_and_the_newest_alone() {
        world.reachable("chen");
        world.forgotten.write(city, "chen", SignInWorld.OFFICE);
        world.forgotten.write(city, "chen", SignInWorld.OFFICE);
        assertThat(world.post.addresses).containsExactly("chen@example.cn", "chen@example.cn");
        String older = world.post.secret(0);
        String newer = world.post.secret(1);
        assertThat(newer).matches("[0-9a-f]{32}");
        assertRefused(city, older);
        assertRefused(city, Secrets.random());
        assertRefused(world.server.aBureau(), newer);
        SignInResult.In before = world.in("chen");
        world.in(world.signIn.byLink(city, newer, "换成另一句话 123", SignInWorld.OFFICE));
        assertThat(world.sessions.find(city, before.secret())).isEmpty();
        assertRefused(city, newer);

        world.forgotten.write(city, "chen", SignInWorld.OFFICE);
        world.clock.move(Duration.ofMinutes(30));
        assertRefused(city, world.post.secret(2));
    }

    @Test
    void nobody_is_flooded_with_letters_and_nobody_learns_who_has_an_account() {
        world.reachable("chen");
        for (int n = 0; n < 10; n++) {
            world.forgotten.write(city, "chen", new Origin("203.0.113." + n, ""));
        }
        assertThat(world.post.links).hasSize(Throttle.LETTERS);
        String known = form("/sign-in/forgotten", "username=chen").body();
        assertThat(form("/sign-in/forgotten", "username=nobody").body())
                .isEqualTo(known)
                .contains("如果有这个账号");
    }

    // 11
    @Test
    void a_code_works_once_and_only_around_its_time() {
        Person chen = world.person("chen", Role.OFFICER);
        String key = world.key(chen);
        world.clock.move(Duration.ofMinutes(5));
        String code = world.code(key);
        world.in(world.signIn.byCode(city, world.in("chen").secret(), code, SignInWorld.OFFICE));
        assertThat(world.signIn.byCode(city, world.in("chen").secret(), code, SignInWorld.OFFICE))
                .as("a second time")
                .isInstanceOf(SignInResult.Refused.class);
        long step = Totp.step(world.clock.instant());
        for (long off : new long[] {-20, -2, 2, 20}) {
            assertThat(Totp.matching(key, Totp.code(key, step + off), world.clock.instant()))
                    .as("%s steps off", off)
                    .isEmpty();
        }
        for (long off : new long[] {-1, 0, 1}) {
            assertThat(Totp.matching(key, Totp.code(key, step + off), world.clock.instant()))
                    .hasValue(step + off);
        }
    }

    @Test
    void a_million_codes_are_not_tried() {
        Person chen = world.person("chen", Role.OFFICER);
        String key = world.key(chen);
        world.clock.move(Duration.ofMinutes(5));
        String secret = world.in("chen").secret();
        String right = world.code(key);
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int n = 0; n < Throttle.PER_ACCOUNT; n++) {
            assertThat(world.signIn.byCode(city, secret, wrong, new Origin("203.0.113." + n, "Firefox on Linux")))
                    .isInstanceOf(SignInResult.Refused.class);
        }
        assertThat(world.signIn.byCode(city, secret, right, SignInWorld.ELSEWHERE))
                .isInstanceOf(SignInResult.Later.class);
    }

    @Test
    void codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, of which apps show the last six digits.
        String key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assertThat(Totp.code(key, 59 / 30)).isEqualTo("287082");
        assertThat(Totp.code(key, 1111111109L / 30)).isEqualTo("081804");
        assertThat(Totp.code(key, 20000000000L / 30)).isEqualTo("353130");
    }

    // 12
    @Test
    void nobody_is_signed_in_by_a_form_of_another_site() {
        world.person("mallory", Role.OFFICER);
        for (Map.Entry<String, String> origin : Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")
                .entrySet()) {
            HttpResponse<String> answer =
                    send("/sign-in", "username=mallory&password=" + encoded(), origin.getKey(), origin.getValue());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        }
    }

    // 13
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "https://evil.example",
                "/\t/evil.example"
            })
    void nobody_is_led_elsewhere_after_signing_in(String back) {
        world.person("chen", Role.OFFICER);
        HttpResponse<String> answer = form(
                "/sign-in",
                "username=chen&password=" + encoded() + "&return="
                        + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).contains("/");
    }

    // 14
    @Test
    void whoever_wants_to_lock_the_chief_out_locks_only_their_own_address() {
        world.person("chief", Role.DIRECTOR);
        for (int n = 0; n < 50; n++) {
            world.throttle.password(city, "chief", SignInWorld.ELSEWHERE);
        }
        assertThat(world.signIn.byPassword(city, "chief", SignInWorld.PASSWORD, SignInWorld.ELSEWHERE))
                .isInstanceOf(SignInResult.Later.class);
        world.in("chief");
    }

    // 15
    @ParameterizedTest
    @ValueSource(strings = {"' or 1=1--", "chen'/*", "*)(uid=*", "chen\r\nINFO ok", "${jndi:ldap://evil}", "<script>"})
    void what_is_typed_as_a_name_is_text(String name) {
        world.person("chen", Role.OFFICER);
        long before = world.audit.count(city, "sign-in.fail", "?");
        HttpResponse<String> answer = world.atThePage(new Browser(), name, SignInWorld.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("用户名或密码不对").doesNotContain("<script>", "'/*\"");
        assertThat(world.audit.count(city, "sign-in.fail", "?")).isEqualTo(before + 1);
    }

    // 16
    @Test
    void five_hundred_at_once_wait_in_a_bounded_queue_and_other_pages_are_served() throws Exception {
        PasswordHashes hashes = TestServer.get().bean(PasswordHashes.class);
        String encoded = hashes.hash("anything at all");
        long[] page = new long[1];
        List<Boolean> busy = atOnce(501, n -> {
            if (n == 500) {
                page[0] = nanos(() -> new Browser().open(world.path("/sign-in")));
                return false;
            }
            try {
                hashes.matches(encoded, "guess " + n);
                return false;
            } catch (SignInBusy full) {
                return true;
            }
        });
        assertThat(Duration.ofNanos(page[0])).isLessThan(Duration.ofSeconds(5));
        assertThat(busy.stream().filter(it -> it).count())
                .as("sent away at once, or after waiting for as long as anybody waits")
                .isBetween(200L, 499L);
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
    void nobody_ends_a_session_of_somebody_else() {
        Person chen = world.person("chen", Role.OFFICER);
        world.person("li", Role.OFFICER);
        SignInResult.In li = world.in("li");
        assertThat(world.sessions.end(city, chen, li.session().id())).isFalse();
        assertThat(world.sessions.find(city, li.secret())).isPresent();
        assertThat(world.sessions.find(world.server.aBureau(), li.secret())).isEmpty();
    }

    // 19
    @ParameterizedTest
    @ValueSource(strings = {"", "admin", "123456", "null", "operator"})
    void an_account_without_a_password_is_not_entered_by_one(String password) {
        world.accounts.create(city, "admin", "新人", Role.DIRECTOR);
        assertThat(tries("admin", password)).isInstanceOf(SignInResult.Refused.class);
    }

    @Test
    void a_bureau_begins_with_nobody_and_only_demonstrations_are_entered_without_a_password() {
        assertThat(world.accounts.everybody(city)).isEmpty();
        world.person("chen", Role.OFFICER);
        assertThat(form("/sign-in", "username=chen").statusCode()).isEqualTo(400);
        assertThat(world.signIn.asDemonstration(city, "chen", SignInWorld.OFFICE))
                .isInstanceOf(SignInResult.Refused.class);
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

    private void assertRefused(Tenant tenant, String link) {
        assertThat(world.signIn.byLink(tenant, link, "换成另一句话 456", SignInWorld.OFFICE))
                .isInstanceOf(SignInResult.Refused.class);
    }

    private int console(String cookie) {
        return request(HttpRequest.newBuilder(Browser.uri(world.path("/console/policies")))
                        .header("Cookie", cookie)
                        .build())
                .statusCode();
    }

    private HttpResponse<String> form(String path, String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Sec-Fetch-Site";
        all[headers.length + 1] = "same-origin";
        return send(path, body, all);
    }

    private HttpResponse<String> send(String path, String body, String... headers) {
        return request(HttpRequest.newBuilder(Browser.uri(world.path(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> request(HttpRequest request) {
        try {
            return Client.PLAIN.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(URI.create(request.uri().toString()).getPath(), e);
        }
    }

    /** Keeps no cookies and follows nothing. */
    private static final class Client {
        static final HttpClient PLAIN = HttpClient.newHttpClient();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("set-cookie").orElseThrow().replaceAll(";.*", "");
    }

    private static String encoded() {
        return java.net.URLEncoder.encode(SignInWorld.PASSWORD, java.nio.charset.StandardCharsets.UTF_8);
    }

    private interface Numbered<T> {
        T run(int n);
    }

    private static <T> List<T> atOnce(int count, Numbered<T> work) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> all = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                int number = n;
                all.add(() -> work.run(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static double median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
