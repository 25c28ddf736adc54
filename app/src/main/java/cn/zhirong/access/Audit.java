package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The record of who changed what, written in the transaction of the change. */
@Singleton
public class Audit {
    private final AuditRepository repository;
    private final Clock clock;

    Audit(AuditRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param actor user name, or {@code system} and {@code command-line} where nobody signed in
     * @param action a dotted word such as {@code policy.release}
     * @param object what was changed, by its id
     * @param detail what matters later, without personal data
     */
    public void record(Tenant tenant, String actor, String action, String object, String detail) {
        repository.add(
                tenant.id(),
                clock.instant(),
                actor,
                action,
                object,
                detail.length() > 2000 ? detail.substring(0, 2000) : detail);
    }

    /** How often this was done to this object. */
    public long count(Tenant tenant, String action, String object) {
        return repository.count(tenant.id(), action, object);
    }
}
