package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whose identity is whose account: linked and unlinked by the person alone, or gone with the provider. The person is told by
 * letter each time.
 */
@Singleton
public class IdentityLinks {
    private static final String NAME_COLUMN = "identity_link.name";

    private final IdentityLinkRepository repository;
    private final IdentityProviderRepository providers;
    private final PersonalFields fields;
    private final AccountLetters letters;
    private final Audit audit;
    private final SteadyClock clock;

    IdentityLinks(
            IdentityLinkRepository repository,
            IdentityProviderRepository providers,
            PersonalFields fields,
            AccountLetters letters,
            Audit audit,
            SteadyClock clock) {
        this.repository = repository;
        this.providers = providers;
        this.fields = fields;
        this.letters = letters;
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
        IdentityLinkRepository.Link link = repository.findAll(tenant.id(), person.accountId()).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElse(null);
        if (link == null || repository.remove(tenant.id(), person.accountId(), id) != 1) {
            return false;
        }
        audit.record(tenant, person.username(), "identity.unlink", person.username(), "link=" + id);
        told(tenant, person.accountId(), link.providerId(), "解除了一个身份");
        return true;
    }

    /** How many accounts are linked by way of this provider. */
    public long count(Tenant tenant, long providerId) {
        return repository.count(tenant.id(), providerId);
    }

    /** Takes away all of a provider, with those who are on their way there; how many links there were. */
    long removeAll(Tenant tenant, long providerId) {
        repository.clearProvider(tenant.id(), providerId);
        long removed = 0;
        for (List<IdentityLinkRepository.Link> some = repository.ofProvider(tenant.id(), providerId);
                !some.isEmpty();
                some = repository.ofProvider(tenant.id(), providerId)) {
            for (IdentityLinkRepository.Link link : some) {
                told(tenant, link.accountId(), providerId, "解除了一个身份，因为本单位删除了登录渠道");
                removed += repository.remove(tenant.id(), link.accountId(), link.id());
            }
        }
        return removed;
    }

    private void told(Tenant tenant, long accountId, long providerId, String what) {
        String name = providers
                .find(tenant.id(), providerId)
                .map(IdentityProviderRow::name)
                .orElse("");
        letters.write(tenant, accountId, AccountLetters.IDENTITY, Map.of("变动", what, "渠道", name));
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
        told(tenant, person.accountId(), providerId, "关联了一个身份");
        return true;
    }
}
