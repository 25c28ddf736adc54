package cn.zhirong.bureau;

import cn.zhirong.access.Audit;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The first and the last step of a deletion, each one transaction. */
@Singleton
class DeletionSteps {
    private static final int LONGEST_DETAIL = 1_900;

    private final DeletionRepository repository;
    private final Tenants tenants;
    private final Audit audit;

    DeletionSteps(DeletionRepository repository, Tenants tenants, Audit audit) {
        this.repository = repository;
        this.tenants = tenants;
        this.audit = audit;
    }

    /** Takes the bureau out of service and keeps the counts; false when it was taken back or begun meanwhile. */
    @Transactional
    boolean begin(Tenant tenant, DeletionRow row, String receipt, Instant now) {
        tenants.lock(tenant);
        if (repository.begin(tenant.id(), row.id(), receipt, now) == 0) {
            return false;
        }
        tenants.bury(tenant);
        return true;
    }

    /** Everything is gone: the receipt stays with the platform. */
    @Transactional
    void finish(Tenant tenant, DeletionRow row) {
        tenants.lock(tenant);
        String receipt = repository
                .find(tenant.id())
                .map(found -> String.valueOf(found.receipt()))
                .orElse("");
        if (repository.finish(tenant.id(), row.id()) == 1) {
            audit.record(
                    tenants.platform(),
                    "system",
                    "bureau.delete",
                    tenant.slug(),
                    receipt.length() > LONGEST_DETAIL ? receipt.substring(0, LONGEST_DETAIL) : receipt);
        }
    }
}
