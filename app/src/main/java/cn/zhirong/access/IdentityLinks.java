package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Whose identity is whose account: linked and unlinked by the person alone. */
@Singleton
public class IdentityLinks {
    private static final String NAME_COLUMN = "identity_link.name";

    private final IdentityLinkRepository repository;
    private final PersonalFields fields;
    private final Audit audit;
    private final SteadyClock clock;

    IdentityLinks(IdentityLinkRepository repository, PersonalFields fields, Audit audit, SteadyClock clock) {
        this.repository = repository;
        this.fields = fields;
        this.audit = audit;
        this.clock = clock;
    }

    /** A link; {@code name} is what the provider called the person, or empty. */
    public record Linked(long id, long providerId, String name, Instant since) {}

    /** Those of a person. */
    public List<Linked> of(Tenant tenant, Person person) {
        return repository.findAll(tenant.id(), person.accountId()).stream()
                .map(it -> new Linked(
                        it.id(),
                        it.providerId(),
                        fields.open(tenant.id(), NAME_COLUMN, it.nameSealed()),
                        it.createdAt()))
                .toList();
    }

    /** Takes one away; false if the person has no such link. */
    @Transactional
    public boolean remove(Tenant tenant, Person person, long id) {
        if (repository.remove(tenant.id(), person.accountId(), id) != 1) {
            return false;
        }
        audit.record(tenant, person.username(), "identity.unlink", person.username(), "link=" + id);
        return true;
    }

    /** False if the identity, or another one of this provider for the account, is linked already. */
    @Transactional
    boolean add(Tenant tenant, Person person, long providerId, IdentityProvider.Identity identity) {
        String name = identity.name().length() > 64 ? identity.name().substring(0, 64) : identity.name();
        long added = repository.add(
                tenant.id(),
                providerId,
                identity.digest(),
                person.accountId(),
                fields.seal(tenant.id(), NAME_COLUMN, name),
                clock.now());
        if (added != 1) {
            return false;
        }
        audit.record(tenant, person.username(), "identity.link", person.username(), "provider=" + providerId);
        return true;
    }
}
