package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Accounts of a tenant and what stands for them: sign-in links, sessions, API tokens. Only digests of secrets are stored. */
@Singleton
public class Accounts {
    /** Stand in the audit for acts that nobody signed in for: a person of this name could not be told from them. */
    private static final Set<String> RESERVED = Set.of("system", "command-line");

    private final AccountRepository repository;
    private final Audit audit;
    private final Clock clock;

    Accounts(AccountRepository repository, Audit audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes an account.
     *
     * @throws IllegalArgumentException with a Chinese message if the name is malformed, reserved or taken
     */
    @Transactional
    public Person create(Tenant tenant, String username, String displayName, Role role) {
        if (!username.matches("[A-Za-z0-9._-]{2,64}")) {
            throw new IllegalArgumentException("用户名须为 2 至 64 位字母、数字、点、下划线或连字符。");
        }
        if (RESERVED.contains(username.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("用户名“" + username + "”由系统保留，请换一个。");
        }
        if (repository.findByUsername(tenant.id(), username).isPresent()) {
            throw new IllegalArgumentException("用户名“" + username + "”已被使用。");
        }
        AccountRow row = repository.save(
                new AccountRow(null, tenant.id(), username, displayName, role, null, false, clock.instant()));
        audit.record(tenant, "system", "account.create", username, "role=" + role);
        return row.person();
    }

    /** The account of this name, if it is there and not disabled. */
    public Optional<Person> find(Tenant tenant, String username) {
        return repository.findByUsername(tenant.id(), username).map(AccountRow::person);
    }

    /** Every account that may act, oldest first. */
    public List<Person> all(Tenant tenant) {
        return repository.findAll(tenant.id()).stream().map(AccountRow::person).toList();
    }

    /** A new secret for this person; it is told once and never again. */
    @Transactional
    public String issue(Person person, CredentialKind kind) {
        String secret = Secrets.random();
        Instant now = clock.instant();
        repository.addCredential(
                Secrets.digest(secret), person.tenantId(), person.accountId(), kind, now, now.plus(kind.life()));
        return secret;
    }

    /** Whom this secret stands for now, in this tenant and no other. */
    public Optional<Person> whoIs(Tenant tenant, String secret, CredentialKind kind) {
        return repository
                .findByCredential(tenant.id(), Secrets.digest(secret), kind, clock.instant())
                .map(AccountRow::person);
    }

    /** Uses a sign-in link up and gives whom it stood for; the second call finds nothing. */
    @Transactional
    public Optional<Person> redeem(Tenant tenant, String secret) {
        Optional<Person> person = whoIs(tenant, secret, CredentialKind.LINK);
        if (repository.removeCredential(tenant.id(), Secrets.digest(secret), CredentialKind.LINK) != 1) {
            return Optional.empty();
        }
        return person;
    }

    /** Ends a session. */
    @Transactional
    public void signOut(Tenant tenant, String secret) {
        repository.removeCredential(tenant.id(), Secrets.digest(secret), CredentialKind.SESSION);
    }
}
