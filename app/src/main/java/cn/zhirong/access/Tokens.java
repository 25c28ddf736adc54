package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API tokens of people: named, limited in what and how long, told once; dead with their account. */
@Singleton
public class Tokens {
    /** The longest life of one, in days. */
    public static final int LONGEST_DAYS = 365;
    /** How many one account may have at a time. */
    public static final int PER_ACCOUNT = 20;
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 64;

    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

    private final TokenRepository repository;
    private final Audit audit;
    private final SteadyClock clock;

    Tokens(TokenRepository repository, Audit audit, SteadyClock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom a token stands for, and for what. */
    public record Bearer(Person person, TokenScope scope) {}

    /**
     * Makes one and tells its secret.
     *
     * @throws IllegalArgumentException with a Chinese message if name, days or number are out of bounds
     */
    @Transactional
    public String make(Tenant tenant, Person person, String name, TokenScope scope, int days) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("用途不超过 " + LONGEST_NAME + " 个字，现在是 " + name.length() + " 个字。");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw new IllegalArgumentException("有效期须在 1 至 " + LONGEST_DAYS + " 天之间。");
        }
        Instant now = clock.now();
        if (repository.findAll(tenant.id(), person.accountId(), now).size() >= PER_ACCOUNT) {
            throw new IllegalArgumentException("一个账号最多有 " + PER_ACCOUNT + " 个有效令牌，请先停用不再使用的。");
        }
        String secret = add(person, name, scope, Duration.ofDays(days));
        audit.record(tenant, person.username(), "token.create", person.username(), "scope=" + scope + " days=" + days);
        return secret;
    }

    /** One for the command line and tests, without a name. */
    String grant(Person person, Duration life) {
        return add(person, "", TokenScope.ALL, life);
    }

    private String add(Person person, String name, TokenScope scope, Duration life) {
        String secret = Secrets.random();
        Instant now = clock.now();
        repository.add(person.tenantId(), person.accountId(), Secrets.digest(secret), name, scope, now, now.plus(life));
        return secret;
    }

    /** Those that still work, the newest first. */
    public List<ApiToken> of(Tenant tenant, Person person) {
        return repository.findAll(tenant.id(), person.accountId(), clock.now());
    }

    /** Ends one of the person's own; false if it is not there. */
    @Transactional
    public boolean revoke(Tenant tenant, Person person, long id) {
        if (repository.remove(tenant.id(), person.accountId(), id) != 1) {
            return false;
        }
        audit.record(tenant, person.username(), "token.revoke", person.username(), "token=" + id);
        return true;
    }

    /** Whom this secret stands for in this tenant; it counts as use. */
    public Optional<Bearer> use(Tenant tenant, String secret) {
        Instant now = clock.now();
        return repository.find(tenant.id(), Secrets.digest(secret), now).map(use -> {
            Instant last = use.lastUsedAt();
            if (last == null || last.plus(SEEN_AGAIN).isBefore(now)) {
                repository.touch(tenant.id(), use.id(), now);
            }
            Person person = new Person(
                    tenant.id(), use.accountId(), use.username(), use.displayName(), use.role(), use.organisationId());
            return new Bearer(person, use.scope());
        });
    }

    /** Ends all of an account. */
    void endAll(Tenant tenant, long accountId) {
        repository.removeAll(tenant.id(), accountId);
    }
}
