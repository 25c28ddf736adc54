package cn.zhirong.policy;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changed of what readers see, in the order of commitment, for whoever keeps a copy of it. Positions are positive and grow;
 * writers of one shelf wait for each other, so that a position once passed never fills up later.
 */
@Singleton
public class PolicyOutbox {
    private final EventRepository events;
    private final VersionRepository repository;
    private final Versions versions;
    private final Tenants tenants;
    private final Clock clock;
    private final ApplicationEventPublisher<PolicyChanged> publisher;

    PolicyOutbox(
            EventRepository events,
            VersionRepository repository,
            Versions versions,
            Tenants tenants,
            Clock clock,
            ApplicationEventPublisher<PolicyChanged> publisher) {
        this.events = events;
        this.repository = repository;
        this.versions = versions;
        this.tenants = tenants;
        // Instants as the database keeps them, so that what was written equals what is read.
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
        this.publisher = publisher;
    }

    /**
     * A version that changed.
     *
     * @param position of its latest change
     * @param text as it now is, or null when readers no longer see it
     */
    public record Change(
            long position, long versionId, @Nullable PublishedText text) {}

    /** Notes a change, in the transaction of the change itself. */
    void record(Tenant shelf, long versionId) {
        tenants.lock(shelf);
        events.save(new EventRow(null, shelf.id(), versionId, clock.instant()));
        publisher.publishEvent(new PolicyChanged(shelf.slug()));
    }

    /**
     * Notes that what an index keeps beside the words of a policy's versions has changed, in the transaction of that change.
     */
    public void again(Tenant shelf, long policyId) {
        repository.ofPolicy(shelf.id(), policyId).stream()
                .filter(row -> row.state() == State.PUBLISHED)
                .forEach(row -> record(shelf, Objects.requireNonNull(row.id())));
    }

    /** A version of this shelf as readers see it; empty when they do not, or when it is another's. */
    public Optional<PublishedText> text(Tenant shelf, long versionId) {
        return Optional.ofNullable(published(shelf, versionId));
    }

    /** The position of the last change, 0 when there was none. */
    public long last(Tenant shelf) {
        return events.last(shelf.id());
    }

    /** The position of the last change of every shelf that has any, by the tenant's key. */
    public Map<Long, Long> lasts() {
        return events.lasts().stream().collect(Collectors.toMap(LastEvent::tenantId, LastEvent::position));
    }

    /** Some of the changes after a position, by position; empty when there is none. */
    public List<Change> after(Tenant shelf, long position) {
        // A version that changed twice is told once, as it now is.
        Map<Long, Long> latest = new LinkedHashMap<>();
        for (EventRow event : events.after(shelf.id(), position)) {
            latest.remove(event.versionId());
            latest.put(event.versionId(), Objects.requireNonNull(event.id()));
        }
        return latest.entrySet().stream()
                .map(entry -> new Change(entry.getValue(), entry.getKey(), published(shelf, entry.getKey())))
                .toList();
    }

    /** Some of the published versions with a higher id, by id; empty when there is none. */
    public List<PublishedText> publishedAfter(Tenant shelf, long versionId) {
        return versions.versions(shelf, repository.publishedAfter(shelf.id(), versionId)).stream()
                .map(version -> new PublishedText(version, versions.provisions(shelf, version.id())))
                .toList();
    }

    private @Nullable PublishedText published(Tenant shelf, long versionId) {
        return repository
                .find(shelf.id(), versionId)
                .filter(row -> row.state() == State.PUBLISHED)
                .map(row -> new PublishedText(versions.version(shelf, row), versions.provisions(shelf, versionId)))
                .orElse(null);
    }
}
