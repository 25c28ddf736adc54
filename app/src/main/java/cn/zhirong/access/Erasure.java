package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/**
 * Empties an account of what is known of the person. The row stays under its user name, because the audit and second-person
 * rules name it; nobody can sign in to it again.
 */
@Singleton
public class Erasure {
    /** What such an account is called. */
    public static final String NAME = "已注销用户";

    private final Accounts accounts;
    private final AccountRepository repository;
    private final SecondFactorRepository factors;
    private final IdentityLinkRepository identities;
    private final Counterparts counterparts;
    private final ApplicationEventPublisher<AccountErased> publisher;
    private final Audit audit;
    private final SteadyClock clock;

    Erasure(
            Accounts accounts,
            AccountRepository repository,
            SecondFactorRepository factors,
            IdentityLinkRepository identities,
            Counterparts counterparts,
            ApplicationEventPublisher<AccountErased> publisher,
            Audit audit,
            SteadyClock clock) {
        this.accounts = accounts;
        this.repository = repository;
        this.factors = factors;
        this.identities = identities;
        this.counterparts = counterparts;
        this.publisher = publisher;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Disables the account and empties it for good; false if it is not there.
     *
     * @throws IllegalArgumentException with a Chinese message if it is the actor's own
     */
    @Transactional
    public boolean erase(Tenant tenant, String actor, long accountId) {
        AccountRow row = repository.find(tenant.id(), accountId).orElse(null);
        if (row == null) {
            return false;
        }
        accounts.disable(tenant, actor, accountId);
        repository.erase(tenant.id(), accountId, NAME, clock.now());
        factors.remove(tenant.id(), accountId);
        factors.removeCodes(tenant.id(), accountId);
        identities
                .findAll(tenant.id(), accountId)
                .forEach(link -> identities.remove(tenant.id(), accountId, link.id()));
        counterparts.forget(tenant, accountId);
        publisher.publishEvent(new AccountErased(tenant.id(), accountId));
        audit.record(tenant, actor, "account.erase", row.username(), "");
        return true;
    }
}
