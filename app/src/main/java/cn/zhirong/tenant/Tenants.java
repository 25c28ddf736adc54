package cn.zhirong.tenant;

import cn.zhirong.database.Json;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds, creates and changes tenants. What was found is kept for twenty seconds, so that a change made by another process on the
 * same database is seen within a minute; a change made here is seen by the next request.
 */
@Singleton
public class Tenants {
    /** What a slug may look like. */
    public static final Pattern SLUG = ProfileRules.SLUG;

    private static final Duration KEPT = Duration.ofSeconds(20);

    private final TenantRepository repository;
    private final Json json;
    private final Clock clock;
    private final ApplicationEventPublisher<TenantChanged> publisher;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    Tenants(TenantRepository repository, Json json, Clock clock, ApplicationEventPublisher<TenantChanged> publisher) {
        this.repository = repository;
        this.json = json;
        // Instants as the database keeps them, so that what was written equals what is read.
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
        this.publisher = publisher;
    }

    private record Known(Tenant tenant, long readAtNanos) {}

    /** The bureau of this slug, or the platform; the shared shelf is neither, and what was deleted is not there. */
    public Optional<Tenant> find(String slug) {
        return slug.equals(Tenant.SHARED) ? Optional.empty() : shelf(slug);
    }

    /** The bureau or the shared shelf of this slug. */
    public Optional<Tenant> shelf(String slug) {
        Known kept = known.get(slug);
        if (kept != null && System.nanoTime() - kept.readAtNanos() < KEPT.toNanos()) {
            return Optional.of(kept.tenant());
        }
        return SLUG.matcher(slug).matches() ? read(slug) : Optional.empty();
    }

    /** The shared shelf, made at the first call. */
    public Tenant shared() {
        return shelf(Tenant.SHARED).orElseGet(() -> made(TenantProfile.named(Tenant.SHARED, "国家与上级政策")));
    }

    /** The platform's own place, made at the first call. */
    public Tenant platform() {
        return shelf(Tenant.PLATFORM).orElseGet(() -> made(TenantProfile.named(Tenant.PLATFORM, "知融平台")));
    }

    /** Made by us, or by whoever else had the first call at the same moment. */
    private Tenant made(TenantProfile profile) {
        try {
            return save(profile, false);
        } catch (DataAccessException faster) {
            return read(profile.slug()).orElseThrow(() -> faster);
        }
    }

    /** Every bureau, by slug; neither the shared shelf nor the platform is among them, nor what was deleted. */
    public List<Tenant> all() {
        return bureaus()
                .filter(tenant -> tenant.standing().state() != TenantState.DELETED)
                .toList();
    }

    /** Every bureau there ever was, by slug: of a deleted one nothing is left but its slug and the day. */
    public List<Tenant> allEver() {
        return bureaus().toList();
    }

    /**
     * Creates a tenant.
     *
     * @throws IllegalArgumentException with a Chinese message if the slug is malformed, reserved or taken, by a deleted bureau too
     */
    @Transactional
    public Tenant create(TenantProfile profile, boolean demonstration) {
        String slug = profile.slug();
        if (!SLUG.matcher(slug).matches() || ProfileRules.RESERVED.contains(slug)) {
            throw new IllegalArgumentException("租户标识“" + slug + "”不可用：须为 2 至 32 位小写字母、数字或连字符，以字母开头，且不是保留字。");
        }
        if (repository.findBySlug(slug).isPresent()) {
            throw new IllegalArgumentException("租户标识“" + slug + "”已被使用。");
        }
        return save(profile, demonstration);
    }

    /**
     * Puts another profile and other switches in the place of those that {@code seen} has; whoever calls audits it.
     *
     * @return the tenant as it now is, or empty when somebody else changed it meanwhile
     */
    @Transactional
    public Optional<Tenant> update(Tenant seen, TenantProfile profile, Set<Feature> switchedOff) {
        if (!profile.slug().equals(seen.slug())) {
            throw new IllegalArgumentException("a slug never changes: " + seen.slug() + " to " + profile.slug());
        }
        long changed = repository.update(
                seen.id(), seen.standing().revision(), json.write(profile), Feature.written(switchedOff));
        return changed == 0 ? Optional.empty() : Optional.of(changed(seen));
    }

    /**
     * Suspends it or lets it serve again; whoever calls audits it.
     *
     * @return the tenant as it now is, or empty when somebody else changed it meanwhile
     */
    @Transactional
    public Optional<Tenant> become(Tenant seen, TenantState state, String reason) {
        if (state == TenantState.DELETED) {
            throw new IllegalArgumentException("a tenant is deleted with all that it has, by bury");
        }
        long changed = repository.become(seen.id(), seen.standing().revision(), state, clock.instant(), reason);
        return changed == 0 ? Optional.empty() : Optional.of(changed(seen));
    }

    /** Takes it out of service for good, before its data goes: from now on it is not found. */
    @Transactional
    public void bury(Tenant tenant) {
        if (tenant.isPlatform() || tenant.slug().equals(Tenant.SHARED)) {
            throw new IllegalArgumentException(tenant.slug() + " is no bureau");
        }
        repository.bury(tenant.id(), json.write(TenantProfile.named(tenant.slug(), tenant.slug())), clock.instant());
        publisher.publishEvent(new TenantChanged(tenant.slug()));
    }

    /** Makes writers of one tenant wait for each other until the surrounding transaction ends. */
    public void lock(Tenant tenant) {
        repository.lock(tenant.id());
    }

    /** What was read before this commit is read anew. */
    @TransactionalEventListener
    void forget(TenantChanged change) {
        changes.incrementAndGet();
        known.remove(change.slug());
    }

    private Optional<Tenant> read(String slug) {
        long before = changes.get();
        Optional<Tenant> found = repository
                .findBySlug(slug)
                .filter(row -> row.state() != TenantState.DELETED)
                .map(this::tenant);
        if (found.isEmpty()) {
            known.remove(slug);
            return found;
        }
        Known fresh = new Known(found.get(), System.nanoTime());
        known.put(slug, fresh);
        if (changes.get() != before) {
            // Something was committed while we read: what we hold may be older than that.
            known.remove(slug, fresh);
        }
        return found;
    }

    private Tenant changed(Tenant seen) {
        publisher.publishEvent(new TenantChanged(seen.slug()));
        return tenant(repository.findBySlug(seen.slug()).orElseThrow());
    }

    private Stream<Tenant> bureaus() {
        return repository.findAll().stream()
                .filter(row -> !row.slug().equals(Tenant.SHARED) && !row.slug().equals(Tenant.PLATFORM))
                .map(this::tenant);
    }

    private Tenant save(TenantProfile profile, boolean demonstration) {
        return tenant(repository.save(new TenantRow(
                null,
                profile.slug(),
                json.write(profile),
                demonstration,
                clock.instant(),
                TenantState.ACTIVE,
                null,
                "",
                "",
                0)));
    }

    private Tenant tenant(TenantRow row) {
        return new Tenant(
                Objects.requireNonNull(row.id()),
                json.read(row.profile(), TenantProfile.class),
                row.demonstration(),
                new Tenant.Standing(
                        row.state(),
                        row.stateSince() == null ? row.createdAt() : row.stateSince(),
                        row.stateReason(),
                        Feature.read(row.switchedOff()),
                        row.revision()));
    }
}
