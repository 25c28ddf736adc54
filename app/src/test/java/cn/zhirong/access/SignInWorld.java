package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bureau of its own with people who have passwords, on a clock that is set by hand. */
final class SignInWorld {
    static final String PASSWORD = Browser.PASSWORD;
    static final Origin OFFICE = new Origin("192.0.2.10", "Firefox on Linux");
    static final Origin ELSEWHERE = new Origin("198.51.100.7", "Firefox on Linux");

    final TestServer server = TestServer.get();
    final Tenant city = server.aBureau();
    final Accounts accounts = server.bean(Accounts.class);
    final Hands clock = new Hands();
    final SteadyClock steady = new SteadyClock(clock);
    final Audit audit = server.bean(Audit.class);
    final Sessions sessions =
            new Sessions(server.bean(SessionRepository.class), server.bean(SignInPolicies.class), audit, steady);
    final CountingHashes hashes = new CountingHashes();
    final Post post = new Post();
    final AccountLetters letters = new AccountLetters(
            server.bean(AccountRepository.class), server.bean(PersonalFields.class), () -> post, steady);
    final Throttle throttle = new Throttle(server.bean(AttemptRepository.class), steady);
    final SecondFactors factors = new SecondFactors(
            server.bean(SecondFactorRepository.class), server.bean(PersonalFields.class), letters, audit, clock);
    final SignIn signIn = new SignIn(
            server.bean(AccountRepository.class),
            hashes,
            new NewPasswords(
                    server.bean(AccountRepository.class),
                    server.bean(PasswordRules.class),
                    hashes,
                    sessions,
                    letters,
                    audit,
                    steady),
            factors,
            server.bean(SignInPolicies.class),
            sessions,
            throttle,
            // How quick the machine of the day is decides nothing here: there is always room for two hundred.
            new WaitingRoom(new Pace(PasswordHashes.WAITING, Duration.ofDays(1))),
            audit,
            steady);
    final Accounts accountsByHand = new Accounts(
            server.bean(AccountRepository.class),
            sessions,
            server.bean(Tokens.class),
            server.bean(PersonalFields.class),
            audit,
            steady);
    final ForgottenPasswords forgotten = new ForgottenPasswords(
            server.bean(AccountRepository.class),
            accountsByHand,
            throttle,
            server.bean(SiteAddress.class),
            letters,
            audit);

    /** A clock that is moved. */
    static final class Hands extends Clock {
        private Instant now = TestServer.get().bean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Keeps what was written. */
    static final class Post implements Letters {
        final List<String> links = new ArrayList<>();
        final List<String> kinds = new ArrayList<>();
        final List<String> addresses = new ArrayList<>();

        @Override
        public void write(Tenant tenant, String address, String kind, Map<String, String> fields) {
            assertThat(fields).containsKeys("姓名", "用户名", "单位", "时间");
            kinds.add(kind);
            if (kind.equals("account.reset")) {
                assertThat(fields).containsEntry("有效期", "30 分钟");
                addresses.add(address);
                links.add(fields.get("链接"));
            }
        }

        /** The secret of a letter's link. */
        String secret(int letter) {
            return links.get(letter).replaceAll(".*token=", "");
        }
    }

    /** Somebody with the usual password. */
    Person person(String username, Role role) {
        Person person = accounts.create(city, username, username, role);
        signIn.byLink(city, accountsByHand.issue(person, CredentialKind.LINK), PASSWORD, OFFICE);
        return person;
    }

    /** Somebody with an address and the usual password. */
    Person reachable(String username) {
        Person person =
                accounts.create(city, "chief", username, username, Role.OFFICER, null, username + "@example.cn");
        signIn.byLink(city, accountsByHand.issue(person, CredentialKind.LINK), PASSWORD, OFFICE);
        return person;
    }

    SignInResult.In in(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.In.class);
        return (SignInResult.In) result;
    }

    SignInResult.In in(String username) {
        return in(signIn.byPassword(city, username, PASSWORD, OFFICE));
    }

    /** A second factor set up; gives its key. */
    String key(Person person) {
        factors.begin(city, person);
        String key = factors.pending(city, person).orElseThrow().key();
        assertThat(factors.confirm(city, person, Totp.code(key, Totp.step(clock.instant()))))
                .isPresent();
        return key;
    }

    /** The code that an app shows. */
    String code(String key) {
        return Totp.code(key, Totp.step(clock.instant()));
    }

    String path(String path) {
        return "/" + city.slug() + path;
    }

    /** Signs in at the page. */
    HttpResponse<String> atThePage(Browser browser, String username, String password) {
        return browser.submit(path("/sign-in"), Map.of("username", username, "password", password));
    }

    /** What a person reads where something is refused, or nothing. */
    static String refusal(Runnable work) {
        try {
            work.run();
            return "";
        } catch (IllegalArgumentException refused) {
            return refused.getMessage();
        }
    }
}
