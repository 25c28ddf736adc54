package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways in: name and password, then a code where the account has a second factor; a link, which sets a password. Every step
 * that says more about who somebody is opens a new session in the place of the one before.
 */
@Singleton
public class SignIn {
    private final AccountRepository accounts;
    private final PasswordHashes hashes;
    private final NewPasswords newPasswords;
    private final SecondFactors factors;
    private final SignInPolicies policies;
    private final Sessions sessions;
    private final Throttle throttle;
    private final WaitingRoom room;
    private final Audit audit;
    private final SteadyClock clock;

    SignIn(
            AccountRepository accounts,
            PasswordHashes hashes,
            NewPasswords newPasswords,
            SecondFactors factors,
            SignInPolicies policies,
            Sessions sessions,
            Throttle throttle,
            WaitingRoom room,
            Audit audit,
            SteadyClock clock) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.newPasswords = newPasswords;
        this.factors = factors;
        this.policies = policies;
        this.sessions = sessions;
        this.throttle = throttle;
        this.room = room;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many may be signing in at this moment: more would wait longer than people are patient. */
    public int places() {
        return room.places();
    }

    /**
     * By name and password. A name that nobody has, a disabled account and a wrong password cost the same and are answered alike.
     *
     * @throws SignInBusy if too many sign in at this moment
     */
    public SignInResult byPassword(Tenant tenant, String typedName, String password, Origin origin) {
        return room.inside(() -> tried(tenant, Username.typed(typedName), password, origin));
    }

    private SignInResult tried(Tenant tenant, String username, String password, Origin origin) {
        Counted counted = room.atTheDoor(() -> counted(tenant, username, origin));
        if (counted.later() != null) {
            return new SignInResult.Later(counted.later());
        }
        AccountRow account = counted.account();
        String hash = account == null ? null : account.passwordHash();
        boolean right = room.served(() -> hashes.matches(hash, password));
        if (!right || account == null || hash == null) {
            // Only what can be a name is written down: people type passwords into the wrong field.
            String object = Username.isOne(username) ? username : "?";
            audit.record(tenant, "system", "sign-in.fail", object, "source=" + origin.address());
            return new SignInResult.Refused();
        }
        throttle.passwordWasRight(tenant, username, origin);
        if (PasswordHashes.isOutdated(hash)) {
            accounts.rehash(tenant.id(), account.key(), hash, hashes.hash(password));
        }
        return opened(tenant, account, firstStage(tenant, account), origin);
    }

    /** A try that was counted: how long to wait before another, or the account that may be signed in to, if there is one. */
    private record Counted(
            @Nullable Duration later, @Nullable AccountRow account) {}

    private Counted counted(Tenant tenant, String username, Origin origin) {
        Duration wait = throttle.password(tenant, username, origin).orElse(null);
        return wait != null
                ? new Counted(wait, null)
                : new Counted(
                        null,
                        accounts.findByUsername(tenant.id(), username)
                                .filter(row -> !row.disabled())
                                .orElse(null));
    }

    /** In a demonstration bureau: as one of its people, whose names everybody knows. */
    public SignInResult asDemonstration(Tenant tenant, String username, Origin origin) {
        if (!tenant.demonstration()) {
            return new SignInResult.Refused();
        }
        return accounts.findByUsername(tenant.id(), Username.typed(username))
                .filter(row -> !row.disabled())
                .map(row -> opened(tenant, row, Session.Stage.FULL, origin))
                .orElse(new SignInResult.Refused());
    }

    /** As the account that an identity is linked to; a second factor is asked for all the same. */
    SignInResult byIdentity(Tenant tenant, long accountId, long providerId, Origin origin) {
        AccountRow account = accounts.find(tenant.id(), accountId)
                .filter(row -> !row.disabled())
                .orElse(null);
        String detail = "provider=" + providerId + " source=" + origin.address();
        if (account == null) {
            audit.record(tenant, "system", "sign-in.fail", "?", detail);
            return new SignInResult.Refused();
        }
        audit.record(tenant, account.username(), "identity.sign-in", account.username(), detail);
        return opened(tenant, account, firstStage(tenant, account), origin);
    }

    /** As an account that lets in another account of the same person; what it asks for at signing in it asks for here. */
    SignInResult byCounterpart(Tenant tenant, AccountRow account, Origin origin) {
        return opened(tenant, account, firstStage(tenant, account), origin);
    }

    /** Whether this account has a second factor. */
    boolean asksForCode(AccountRow account) {
        return factors.has(account.person());
    }

    /** Whom a link is for, while it works. */
    public Optional<Person> linkOwner(Tenant tenant, String link) {
        return accounts.findByLink(tenant.id(), Secrets.digest(link), clock.now())
                .map(AccountRow::person);
    }

    /**
     * By a link, which is used up when the password is set; a second factor is asked for all the same.
     *
     * @throws IllegalArgumentException with a Chinese message if the password is not taken; the link then still works
     * @throws SignInBusy if too many sign in at this moment
     */
    public SignInResult byLink(Tenant tenant, String link, String password, Origin origin) {
        AccountRow account = accounts.findByLink(tenant.id(), Secrets.digest(link), clock.now())
                .orElse(null);
        if (account == null || !newPasswords.setByLink(tenant, account, link, password)) {
            return new SignInResult.Refused();
        }
        AccountRow now = accounts.find(tenant.id(), account.key()).orElseThrow();
        return opened(tenant, now, firstStage(tenant, now), origin);
    }

    /** By the code of the second factor or a recovery code, from a session that waits for one. */
    public SignInResult byCode(Tenant tenant, String secret, String code, Origin origin) {
        Session session = sessions.find(tenant, secret)
                .filter(it -> it.stage() == Session.Stage.CODE)
                .orElse(null);
        if (session == null) {
            return new SignInResult.Refused();
        }
        Person person = session.person();
        Optional<Duration> wait = throttle.code(tenant, person);
        if (wait.isPresent()) {
            return new SignInResult.Later(wait.get());
        }
        if (!factors.accept(tenant, person, code)) {
            audit.record(
                    tenant, person.username(), "sign-in.wrong-code", person.username(), "source=" + origin.address());
            return new SignInResult.Refused();
        }
        throttle.codeWasRight(tenant, person);
        return onwards(tenant, secret, person, origin);
    }

    /** Whether somebody who is signed in has the second factor at hand; the code is used up, guesses are limited. */
    public boolean proves(Tenant tenant, Person person, String code) {
        if (throttle.code(tenant, person).isPresent() || !factors.accept(tenant, person, code)) {
            return false;
        }
        throttle.codeWasRight(tenant, person);
        return true;
    }

    /** The recovery codes and the session that takes the place of the one before. */
    public record Enrolled(List<String> recoveryCodes, SignInResult result) {}

    /** Confirms a second factor that was begun, from a session that waits for it or one that is full; empty if the code is wrong. */
    public Optional<Enrolled> enrol(Tenant tenant, String secret, String code, Origin origin) {
        Session session = sessions.find(tenant, secret)
                .filter(it -> it.isFull() || it.stage() == Session.Stage.ENROL)
                .orElse(null);
        if (session == null || throttle.code(tenant, session.person()).isPresent()) {
            return Optional.empty();
        }
        return factors.confirm(tenant, session.person(), code).map(codes -> {
            throttle.codeWasRight(tenant, session.person());
            return new Enrolled(codes, onwards(tenant, secret, session.person(), origin));
        });
    }

    /**
     * Changes the password; every session ends, and this browser gets a new one.
     *
     * @param old the password so far
     * @throws IllegalArgumentException with a Chinese message if the new password is not taken
     * @throws SignInBusy if too many sign in at this moment
     */
    public SignInResult changePassword(Tenant tenant, String secret, String old, String password, Origin origin) {
        Session session = sessions.find(tenant, secret)
                .filter(it -> it.isFull() || it.stage() == Session.Stage.PASSWORD)
                .orElse(null);
        if (session == null) {
            return new SignInResult.Refused();
        }
        Person person = session.person();
        Optional<Duration> wait = throttle.password(tenant, person.username(), origin);
        if (wait.isPresent()) {
            return new SignInResult.Later(wait.get());
        }
        AccountRow account = accounts.find(tenant.id(), person.accountId()).orElseThrow();
        if (!hashes.matches(account.passwordHash(), old)) {
            audit.record(tenant, person.username(), "sign-in.fail", person.username(), "source=" + origin.address());
            return new SignInResult.Refused();
        }
        throttle.passwordWasRight(tenant, person.username(), origin);
        if (!newPasswords.change(tenant, account, password)) {
            return new SignInResult.Refused();
        }
        return opened(tenant, accounts.find(tenant.id(), account.key()).orElseThrow(), Session.Stage.FULL, origin);
    }

    private SignInResult onwards(Tenant tenant, String secret, Person person, Origin origin) {
        sessions.signOut(tenant, secret);
        AccountRow account = accounts.find(tenant.id(), person.accountId()).orElseThrow();
        Session.Stage stage = isOld(tenant, account) ? Session.Stage.PASSWORD : Session.Stage.FULL;
        return opened(tenant, account, stage, origin);
    }

    private SignInResult opened(Tenant tenant, AccountRow account, Session.Stage stage, Origin origin) {
        return sessions.open(tenant, account, stage, origin)
                .<SignInResult>map(opened -> new SignInResult.In(opened.secret(), opened.session()))
                .orElse(new SignInResult.Refused());
    }

    private Session.Stage firstStage(Tenant tenant, AccountRow account) {
        if (factors.has(account.person())) {
            return Session.Stage.CODE;
        }
        if (policies.of(tenant).secondFactorRoles().contains(account.role())) {
            return Session.Stage.ENROL;
        }
        return isOld(tenant, account) ? Session.Stage.PASSWORD : Session.Stage.FULL;
    }

    private boolean isOld(Tenant tenant, AccountRow account) {
        @Nullable Instant changed = account.passwordChangedAt();
        return policies.of(tenant).rules() == SignInPolicy.PasswordProfile.CLASSIFIED
                && changed != null
                && changed.plus(Duration.ofDays(SignInPolicy.CHANGE_DAYS)).isBefore(clock.now());
    }
}
