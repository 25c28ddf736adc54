package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.Patience;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is tried at a login page by people and by programs: guesses, forms of other sites, names that are no names. The inputs of passwords
 * and links are in {@link PasswordInputsTest}, those of sessions in {@link SessionInputsTest}; assertions of other providers are
 * tested where they are taken in.
 */
class LoginInputsTest {
    private final SignInWorld world = new SignInWorld();
    private final Tenant city = world.city;
    private final PlainPage page = new PlainPage(world);

    // 1
    @Test
    void of_a_hundred_passwords_at_once_for_one_account_ten_are_looked_at() throws Exception {
        world.person("chen", Role.OFFICER);
        List<SignInResult> results =
                Timing.atOnce(100, n -> world.signIn.byPassword(city, "chen", "guess number " + n, SignInWorld.OFFICE));
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
    void a_name_that_nobody_may_use_costs_as_many_hashes_as_a_known_one() {
        world.person("chen", Role.OFFICER);
        world.accounts.disable(city, "chief", world.person("gone", Role.OFFICER).accountId());
        world.accounts.create(city, "new", "new", Role.OFFICER);
        List<CountingHashes.Computed> known = guessed("chen");
        assertThat(known).hasSize(1);
        for (String name : List.of("nobody", "gone", "new", "no name at all")) {
            assertThat(guessed(name)).as(name).isEqualTo(known);
        }
    }

    private List<CountingHashes.Computed> guessed(String name) {
        return world.hashes.during(
                () -> assertThat(world.signIn.byPassword(city, name, "not the one", SignInWorld.OFFICE))
                        .isInstanceOf(SignInResult.Refused.class));
    }

    // 8
    @Test
    void another_forwarded_address_each_time_dodges_nothing() {
        for (int n = 0; n < 10; n++) {
            assertThat(page.form("/sign-in", "username=chen&password=wrong", "X-Forwarded-For", "203.0.113." + n)
                            .statusCode())
                    .isEqualTo(400);
        }
        HttpResponse<String> slowed =
                page.form("/sign-in", "username=chen&password=wrong", "X-Forwarded-For", "203.0.113.99");
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("retry-after")).isPresent();
        assertThat(slowed.body()).contains("尝试次数太多", "value=\"chen\"");
    }

    // 12
    @Test
    void nobody_is_signed_in_by_a_form_of_another_site() {
        world.person("mallory", Role.OFFICER);
        for (Map.Entry<String, String> origin : Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")
                .entrySet()) {
            HttpResponse<String> answer = page.send(
                    "/sign-in", "username=mallory&password=" + PlainPage.PASSWORD, origin.getKey(), origin.getValue());
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
        HttpResponse<String> answer = page.form(
                "/sign-in",
                "username=chen&password=" + PlainPage.PASSWORD + "&return="
                        + URLEncoder.encode(back, StandardCharsets.UTF_8));
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
    void of_five_hundred_at_once_half_the_processors_compute_200_wait_and_other_pages_are_served() throws Exception {
        CountingHashes hashes = world.hashes;
        String encoded = hashes.hash("anything at all");
        int turnedAway = 500 - PasswordHashes.AT_ONCE - PasswordHashes.WAITING;
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger page = new AtomicInteger();
        hashes.hold();
        Timing.atOnce(501, n -> {
            if (n == 500) {
                // Nobody's password is looked at to its end while this page is fetched.
                try {
                    Patience.until("all but those who wait are sent away", () -> busy.get() >= turnedAway);
                    page.set(new Browser().open(world.path("/sign-in")).statusCode());
                } finally {
                    hashes.release();
                }
                return null;
            }
            try {
                assertThat(hashes.matches(encoded, "guess " + n)).isFalse();
            } catch (SignInBusy full) {
                busy.incrementAndGet();
            }
            return null;
        });
        assertThat(page.get()).isEqualTo(200);
        // Where the page took long, some of those who wait have lost patience as well.
        assertThat(busy.get()).isGreaterThanOrEqualTo(turnedAway);
        assertThat(hashes.computed).hasSizeLessThanOrEqualTo(1 + PasswordHashes.AT_ONCE + PasswordHashes.WAITING);
        assertThat(hashes.most.get()).isEqualTo(PasswordHashes.AT_ONCE);
        assertThat(hashes.computed)
                .as("a virtual thread that computes keeps its carrier from the other pages")
                .noneMatch(CountingHashes.Computed::onVirtualThread);
    }
}
