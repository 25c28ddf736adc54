package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One's accounts in other bureaus, for those who serve several: linked by a code that is made in one bureau and typed in the
 * other, and confirmed by each account for the way into itself. Changing over ends the session here and opens one there, by the
 * rules of the bureau there. A bureau has no say in who enters another: a password that was set or a role that was changed on
 * either side shuts the way until the account that is entered confirms again.
 */
@Singleton
public class Counterparts {
    /** How long a code is good for. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final Pattern CODE = Pattern.compile("([a-z][a-z0-9-]{1,31})\\.([0-9a-f]{32})");

    private final CounterpartRepository repository;
    private final AccountRepository accounts;
    private final IdentityLinkRepository identities;
    private final SignIn signIn;
    private final Tenants tenants;
    private final AccountLetters letters;
    private final Audit audit;
    private final SteadyClock clock;

    Counterparts(
            CounterpartRepository repository,
            AccountRepository accounts,
            IdentityLinkRepository identities,
            SignIn signIn,
            Tenants tenants,
            AccountLetters letters,
            Audit audit,
            SteadyClock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.identities = identities;
        this.signIn = signIn;
        this.tenants = tenants;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An account in another bureau.
     *
     * @param id of the link in this bureau
     * @param open whether one may change over to it now
     * @param confirmed whether it may come in here
     */
    public record Counterpart(long id, String bureau, String name, String username, boolean open, boolean confirmed) {}

    /**
     * What is kept of a link on this side.
     *
     * @param bureau of the other account, empty where it is no more
     * @param confirmed whether this account ever let the other one in
     */
    public record Held(String bureau, Instant since, boolean confirmed) {}

    /** Whose code it is. */
    public record Offer(String bureau, String name, String username) {}

    /** How changing over ended. */
    public sealed interface Change {
        /** A session is open there; its stage says what is still wanted. */
        record To(Tenant bureau, SignInResult.In in) implements Change {}

        /** The way is shut until the account there confirms. */
        record Shut() implements Change {}

        /** A provider vouches for the account here, so the one there must have a second factor. */
        record Weak() implements Change {}
    }

    /** A link as both sides know it. */
    private record Link(
            Tenant bureau, CounterpartRepository.Side here, CounterpartRepository.Side there, AccountRow account) {}

    /** Those of a person; what is not served any more is left out. */
    public List<Counterpart> of(Tenant tenant, Person person) {
        List<CounterpartRepository.Side> sides = repository.findAll(tenant.id(), person.accountId());
        if (sides.isEmpty()) {
            return List.of();
        }
        AccountRow own = own(tenant, person);
        return sides.stream()
                .flatMap(side -> link(tenant, side).stream())
                .map(link -> new Counterpart(
                        link.here().id(),
                        link.bureau().profile().name(),
                        link.account().displayName(),
                        link.account().username(),
                        isOpen(own, link.there(), link.account()),
                        isOpen(link.account(), link.here(), own)))
                .toList();
    }

    /** All that is kept of a person's links, served or not. */
    public List<Held> held(Tenant tenant, Person person) {
        return repository.findAll(tenant.id(), person.accountId()).stream()
                .map(side -> new Held(
                        tenants.all().stream()
                                .filter(it -> it.id() == side.otherTenantId())
                                .map(it -> it.profile().name())
                                .findFirst()
                                .orElse(""),
                        side.createdAt(),
                        side.otherEpoch() != null))
                .toList();
    }

    /** A code to be typed in another bureau; it takes the place of the one before. */
    @Transactional
    public String code(Tenant tenant, Person person) {
        String secret = Secrets.random();
        repository.offer(
                tenant.id(),
                person.accountId(),
                Secrets.digest(secret),
                own(tenant, person).sessionEpoch(),
                clock.now().plus(LIFE));
        audit.record(tenant, person.username(), "counterpart.code", person.username(), "");
        return tenant.slug() + "." + secret;
    }

    /** Whose code this is, if the person may be linked to them; nothing is changed. */
    public Optional<Offer> offered(Tenant tenant, Person person, String code) {
        return offerer(tenant, person, code)
                .map(it -> new Offer(
                        it.bureau().profile().name(),
                        it.account().displayName(),
                        it.account().username()));
    }

    /** Links the two, which uses the code up, and lets the other in here; false if it is none for this person. */
    @Transactional
    public boolean link(Tenant tenant, Person person, String code) {
        Offerer other = offerer(tenant, person, code).orElse(null);
        if (other == null || repository.use(other.bureau().id(), other.digest()) != 1) {
            return false;
        }
        AccountRow own = own(tenant, person);
        String pair = Secrets.digest(Secrets.random());
        int epoch = other.account().sessionEpoch();
        repository.add(tenant.id(), own.key(), pair, other.bureau().id(), own.sessionEpoch(), epoch, clock.now());
        repository.add(other.bureau().id(), other.account().key(), pair, tenant.id(), epoch, null, clock.now());
        told(tenant, own, "counterpart.link", "连接了另一个单位", other.bureau());
        told(other.bureau(), other.account(), "counterpart.link", "连接了另一个单位", tenant);
        return true;
    }

    /** Lets the other in here, as both are now; false if there is no such link. */
    @Transactional
    public boolean confirm(Tenant tenant, Person person, long id) {
        Link link = find(tenant, person, id).orElse(null);
        if (link == null) {
            return false;
        }
        AccountRow own = own(tenant, person);
        repository.confirm(
                tenant.id(), own.key(), id, own.sessionEpoch(), link.account().sessionEpoch());
        told(tenant, own, "counterpart.confirm", "允许从另一个单位进入", link.bureau());
        return true;
    }

    /** Takes a link away on both sides; false if there is none. */
    @Transactional
    public boolean remove(Tenant tenant, Person person, long id) {
        CounterpartRepository.Side side =
                repository.find(tenant.id(), person.accountId(), id).orElse(null);
        if (side == null) {
            return false;
        }
        Link link = link(tenant, side).orElse(null);
        repository.remove(tenant.id(), side.pairDigest());
        if (link == null) {
            audit.record(tenant, person.username(), "counterpart.unlink", person.username(), "");
            return true;
        }
        repository.remove(link.bureau().id(), side.pairDigest());
        told(tenant, own(tenant, person), "counterpart.unlink", "解除了与另一个单位的连接", link.bureau());
        told(link.bureau(), link.account(), "counterpart.unlink", "解除了与另一个单位的连接", tenant);
        return true;
    }

    /** Takes all links of an account away, on both sides. */
    void forget(Tenant tenant, long accountId) {
        for (CounterpartRepository.Side side : repository.findAll(tenant.id(), accountId)) {
            repository.remove(side.otherTenantId(), side.pairDigest());
            repository.remove(tenant.id(), side.pairDigest());
        }
    }

    /** Changes over; empty if there is no such link. The session here is the caller's to end. */
    @Transactional
    public Optional<Change> enter(Tenant tenant, Person person, long id, Origin origin) {
        Link link = find(tenant, person, id).orElse(null);
        if (link == null) {
            return Optional.empty();
        }
        AccountRow own = own(tenant, person);
        if (!isOpen(own, link.there(), link.account())) {
            return Optional.of(new Change.Shut());
        }
        boolean vouchedFor = !identities.findAll(tenant.id(), own.key()).isEmpty();
        if (vouchedFor && !signIn.asksForCode(link.account())) {
            return Optional.of(new Change.Weak());
        }
        if (!(signIn.byCounterpart(link.bureau(), link.account(), origin) instanceof SignInResult.In in)) {
            return Optional.of(new Change.Shut());
        }
        String source = " source=" + origin.address();
        audit.record(
                tenant,
                own.username(),
                "counterpart.leave",
                own.username(),
                "to=" + link.bureau().slug() + source);
        audit.record(
                link.bureau(),
                link.account().username(),
                "counterpart.enter",
                link.account().username(),
                "from=" + tenant.slug() + source);
        return Optional.of(new Change.To(link.bureau(), in));
    }

    /** Whether the account that {@code side} belongs to lets {@code comer} in, both being what they were when it said so. */
    private static boolean isOpen(AccountRow comer, CounterpartRepository.Side side, AccountRow entered) {
        @Nullable Integer then = side.otherEpoch();
        return then != null
                && then == comer.sessionEpoch()
                && side.epoch() == entered.sessionEpoch()
                && mayBeOne(comer, entered);
    }

    private static boolean mayBeOne(AccountRow one, AccountRow other) {
        return one.role() == other.role()
                && Action.SEVERAL_BUREAUS.allows(one.role())
                && !one.disabled()
                && !other.disabled();
    }

    private Optional<Link> find(Tenant tenant, Person person, long id) {
        return repository.find(tenant.id(), person.accountId(), id).flatMap(side -> link(tenant, side));
    }

    private Optional<Link> link(Tenant tenant, CounterpartRepository.Side here) {
        Tenant bureau = tenants.all().stream()
                .filter(it -> it.id() == here.otherTenantId() && !it.isSuspended())
                .filter(it -> it.demonstration() == tenant.demonstration())
                .findFirst()
                .orElse(null);
        if (bureau == null) {
            return Optional.empty();
        }
        return repository
                .findByPair(bureau.id(), here.pairDigest())
                .flatMap(there -> accounts.find(bureau.id(), there.accountId())
                        .map(account -> new Link(bureau, here, there, account)));
    }

    /** Whoever made a code. */
    private record Offerer(Tenant bureau, AccountRow account, String digest) {}

    private Optional<Offerer> offerer(Tenant tenant, Person person, String typed) {
        Matcher code = CODE.matcher(typed);
        if (!code.matches()) {
            return Optional.empty();
        }
        Tenant bureau = tenants.find(code.group(1))
                .filter(it -> it.id() != tenant.id() && !it.isPlatform() && !it.isSuspended())
                // In a demonstration nobody has to know a password.
                .filter(it -> it.demonstration() == tenant.demonstration())
                .orElse(null);
        if (bureau == null) {
            return Optional.empty();
        }
        String digest = Secrets.digest(code.group(2));
        AccountRow own = own(tenant, person);
        return repository
                .code(bureau.id(), digest, clock.now())
                .flatMap(found -> accounts.find(bureau.id(), found.accountId())
                        .filter(it -> it.sessionEpoch() == found.epoch() && mayBeOne(own, it)))
                .filter(it -> isFree(tenant, own, bureau) && isFree(bureau, it, tenant))
                .map(it -> new Offerer(bureau, it, digest));
    }

    private boolean isFree(Tenant tenant, AccountRow account, Tenant other) {
        return repository.findAll(tenant.id(), account.key()).stream()
                .noneMatch(it -> it.otherTenantId() == other.id());
    }

    private AccountRow own(Tenant tenant, Person person) {
        return accounts.find(tenant.id(), person.accountId()).orElseThrow();
    }

    private void told(Tenant tenant, AccountRow account, String action, String what, Tenant other) {
        audit.record(tenant, account.username(), action, account.username(), "bureau=" + other.slug());
        letters.write(
                tenant,
                account.key(),
                AccountLetters.COUNTERPART,
                Map.of("变动", what, "对方单位", other.profile().name()));
    }
}
