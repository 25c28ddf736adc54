package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Slows guessing down without locking anybody out: tries at one account from one source, tries from one source at all accounts,
 * codes of one account. The owner comes in from another source while an attacker waits. A try is counted before the password
 * is looked at and given back if it was right.
 */
@Singleton
class Throttle {
    /** Tries at one account from one source within {@link #WINDOW} before they are slowed down. */
    static final int PER_ACCOUNT = 10;
    /** Tries from one source: a bureau's people share an address, and most of them type well. */
    static final int PER_SOURCE = 100;
    /** Letters for one forgotten password. */
    static final int LETTERS = 3;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private final AttemptRepository repository;
    private final SteadyClock clock;

    Throttle(AttemptRepository repository, SteadyClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Counts a try with a password; what it gives is how long to wait, empty if it may go on. */
    Optional<Duration> password(Tenant tenant, String username, Origin origin) {
        Optional<Duration> wait = take(tenant, account(username, origin), PER_ACCOUNT);
        return wait.isPresent() ? wait : take(tenant, source(origin), PER_SOURCE);
    }

    /** The password was right. */
    void passwordWasRight(Tenant tenant, String username, Origin origin) {
        repository.forget(tenant.id(), account(username, origin));
        repository.giveBack(tenant.id(), source(origin));
    }

    /** Counts a try with a code, from wherever: only who knows the password gets so far. */
    Optional<Duration> code(Tenant tenant, Person person) {
        return take(tenant, code(person), PER_ACCOUNT);
    }

    /** The code was right. */
    void codeWasRight(Tenant tenant, Person person) {
        repository.forget(tenant.id(), code(person));
    }

    /** Whether another letter may be written for this name, asked for from there. */
    boolean letter(Tenant tenant, String username, Origin origin) {
        return take(tenant, digest("letter", username), LETTERS).isEmpty()
                && take(tenant, digest("letters", origin.network()), PER_SOURCE).isEmpty();
    }

    private Optional<Duration> take(Tenant tenant, String subject, int most) {
        Instant now = clock.now();
        if (tried(tenant, subject, most, now)) {
            return Optional.empty();
        }
        Instant freeAt = repository.freeAt(tenant.id(), subject).orElse(null);
        if (freeAt == null) {
            repository.clear(tenant.id(), now.minus(Duration.ofDays(1)));
            // Free a little before now: whoever read the clock just before the first of many may try as well.
            repository.begin(tenant.id(), subject, now, now.minus(Duration.ofMinutes(1)));
        }
        // The row may have come between the two looks at it.
        if (freeAt == null || !freeAt.isAfter(now)) {
            if (tried(tenant, subject, most, now)) {
                return Optional.empty();
            }
            freeAt = repository.freeAt(tenant.id(), subject).orElse(now.plus(Duration.ofSeconds(30)));
        }
        Duration wait = Duration.between(now, freeAt);
        return Optional.of(wait.isPositive() ? wait : Duration.ofSeconds(1));
    }

    private boolean tried(Tenant tenant, String subject, int most, Instant now) {
        return repository.take(tenant.id(), subject, most, now.minus(WINDOW), now) == 1;
    }

    private static String account(String username, Origin origin) {
        return digest("account", username + " " + origin.network());
    }

    private static String source(Origin origin) {
        return digest("source", origin.network());
    }

    private static String code(Person person) {
        return digest("code", Long.toString(person.accountId()));
    }

    private static String digest(String kind, String what) {
        return Secrets.digest(kind + ":" + what);
    }
}
