package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Browsers that are signed in. A session is dead from the moment it is ended, its account is disabled, or the account's epoch
 * rises; each request asks the database.
 */
@Singleton
public class Sessions {
    /** Of one account; the one unused for longest makes room. */
    public static final int PER_ACCOUNT = 10;

    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

    private final SessionRepository repository;
    private final SignInPolicies policies;
    private final Audit audit;
    private final SteadyClock clock;
    private final Map<Long, Instant> swept = new ConcurrentHashMap<>();

    Sessions(SessionRepository repository, SignInPolicies policies, Audit audit, SteadyClock clock) {
        this.repository = repository;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new session and the secret that stands for it; only its digest is kept. */
    public record Opened(String secret, Session session) {}

    /**
     * Opens one, if the account is still what it was at this epoch.
     *
     * @param epoch of the account when it was looked at
     */
    @Transactional
    Optional<Opened> open(Tenant tenant, AccountRow account, Session.Stage stage, Origin origin) {
        String secret = Secrets.random();
        String digest = Secrets.digest(secret);
        if (!add(account, digest, stage, policies.of(tenant), origin)) {
            return Optional.empty();
        }
        sweep(tenant, clock.now());
        // Whoever knows the password alone must not push out those who gave the second factor as well.
        repository.findAll(tenant.id(), account.key()).stream()
                .filter(row -> (row.stage() == Session.Stage.FULL) == (stage == Session.Stage.FULL))
                .skip(PER_ACCOUNT)
                .forEach(old -> repository.remove(tenant.id(), account.key(), old.id()));
        Session session = repository.find(tenant.id(), digest).orElseThrow().session();
        if (stage == Session.Stage.FULL) {
            audit.record(tenant, account.username(), "session.open", account.username(), "source=" + origin.address());
        }
        return Optional.of(new Opened(secret, session));
    }

    /** The session this secret stands for in this tenant, if it is alive. */
    public Optional<Session> find(Tenant tenant, String secret) {
        return alive(tenant, secret).map(SessionRow::session);
    }

    /**
     * The same for a request, which counts as use. A secret that another browser than the one that signed in brings was stolen:
     * the session ends and the audit says so; another address is written down.
     */
    @Transactional
    public Optional<Session> use(Tenant tenant, String secret, Origin origin) {
        SessionRow row = alive(tenant, secret).orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        if (!row.agent().isEmpty() && !row.agent().equals(origin.agent())) {
            repository.removeByDigest(tenant.id(), Secrets.digest(secret));
            audit.record(tenant, row.username(), "session.other-browser", row.username(), "source=" + origin.address());
            return Optional.empty();
        }
        boolean moved = !row.source().isEmpty() && !row.source().equals(origin.address());
        Instant now = clock.now();
        if (moved || row.lastSeenAt().plus(SEEN_AGAIN).isBefore(now)) {
            repository.touch(tenant.id(), row.id(), now, origin.address());
            sweep(tenant, now);
        }
        if (moved) {
            audit.record(
                    tenant,
                    row.username(),
                    "session.move",
                    row.username(),
                    "source=" + row.source() + " -> " + origin.address());
        }
        return Optional.of(row.session());
    }

    /** Those of a person that open what the person may, the one used last first. */
    public List<Session> of(Tenant tenant, Person person) {
        Instant now = clock.now();
        return repository.findAll(tenant.id(), person.accountId()).stream()
                .filter(row -> row.stage() == Session.Stage.FULL && row.isAlive(now))
                .map(SessionRow::session)
                .toList();
    }

    /** Ends one of the person's own; false if it is not there. */
    @Transactional
    public boolean end(Tenant tenant, Person person, long id) {
        if (repository.remove(tenant.id(), person.accountId(), id) != 1) {
            return false;
        }
        audit.record(tenant, person.username(), "session.end", person.username(), "session=" + id);
        return true;
    }

    /** Ends all of the person's but this one; how many there were. */
    @Transactional
    public long endOthers(Tenant tenant, Session kept) {
        Person person = kept.person();
        long ended = repository.removeOthers(tenant.id(), person.accountId(), kept.id());
        audit.record(tenant, person.username(), "session.end-others", person.username(), "sessions=" + ended);
        return ended;
    }

    /** Ends all of an account. */
    void endAll(Tenant tenant, long accountId) {
        repository.removeOthers(tenant.id(), accountId, 0);
    }

    /** Ends the one this secret stands for. */
    @Transactional
    public void signOut(Tenant tenant, String secret) {
        repository.find(tenant.id(), Secrets.digest(secret)).ifPresent(row -> {
            repository.removeByDigest(tenant.id(), Secrets.digest(secret));
            audit.record(tenant, row.username(), "session.end", row.username(), "session=" + row.id());
        });
    }

    /** One for the command line and tests, bound to no browser. */
    String grant(AccountRow account) {
        String secret = Secrets.random();
        add(account, Secrets.digest(secret), Session.Stage.FULL, SignInPolicy.DEFAULT, new Origin("", ""));
        return secret;
    }

    private boolean add(AccountRow account, String digest, Session.Stage stage, SignInPolicy policy, Origin origin) {
        Instant now = clock.now();
        long added = repository.add(
                account.tenantId(),
                account.key(),
                account.sessionEpoch(),
                digest,
                stage,
                now,
                now.plus(policy.longest()),
                Math.toIntExact(policy.idle().toSeconds()),
                origin.address(),
                origin.agent());
        return added == 1;
    }

    private Optional<SessionRow> alive(Tenant tenant, String secret) {
        Optional<SessionRow> row = repository.find(tenant.id(), Secrets.digest(secret));
        if (row.isPresent() && !row.get().isAlive(clock.now())) {
            repository.removeByDigest(tenant.id(), Secrets.digest(secret));
            return Optional.empty();
        }
        return row;
    }

    /** At most once a minute for a tenant. */
    private void sweep(Tenant tenant, Instant now) {
        Instant last = swept.getOrDefault(tenant.id(), Instant.EPOCH);
        if (last.plus(SEEN_AGAIN).isBefore(now)) {
            swept.put(tenant.id(), now);
            repository.sweep(tenant.id(), now);
        }
    }
}
