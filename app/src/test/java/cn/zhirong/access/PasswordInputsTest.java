package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords, names, links and codes as they are typed, guessed, reused and mistyped. */
class PasswordInputsTest {
    private final SignInWorld world = new SignInWorld();
    private final Tenant city = world.city;
    private final PlainPage page = new PlainPage(world);

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
        List<CountingHashes.Computed> large = world.hashes.during(() -> tries("chen", megabyte));
        List<CountingHashes.Computed> usual = world.hashes.during(() -> tries("chen", "not the one"));
        assertThat(large).singleElement().satisfies(it -> {
            assertThat(it.cost()).isEqualTo(usual.getFirst().cost());
            assertThat(it.bytes()).isLessThanOrEqualTo(PasswordHashes.LONGEST_BYTES);
        });
        // A character of Chinese has three bytes: what is brought into the form NFC is bounded before.
        assertThat(PasswordHashes.bytes("钥".repeat(1024 * 1024)))
                .hasSizeLessThanOrEqualTo(3 * (PasswordHashes.LONGEST_BYTES + 1));
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
        String known = page.form("/sign-in/forgotten", "username=chen").body();
        assertThat(page.form("/sign-in/forgotten", "username=nobody").body())
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
        assertThat(page.form("/sign-in", "username=chen").statusCode()).isEqualTo(400);
        assertThat(world.signIn.asDemonstration(city, "chen", SignInWorld.OFFICE))
                .isInstanceOf(SignInResult.Refused.class);
    }

    private SignInResult tries(String username, String password) {
        return world.signIn.byPassword(city, username, password, SignInWorld.OFFICE);
    }

    private void assertRefused(Tenant tenant, String link) {
        assertThat(world.signIn.byLink(tenant, link, "换成另一句话 456", SignInWorld.OFFICE))
                .isInstanceOf(SignInResult.Refused.class);
    }
}
