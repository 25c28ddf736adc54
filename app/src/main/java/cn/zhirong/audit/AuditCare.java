package cn.zhirong.audit;

import cn.zhirong.access.AuditRetention;
import cn.zhirong.access.AuditVerdict;
import cn.zhirong.access.AuditVerifier;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a day: verifies every chain, writes its end into the log, where whoever changes the database does not reach, and removes
 * what is older than it must be kept.
 */
@Singleton
class AuditCare {
    private static final Logger LOG = LoggerFactory.getLogger(AuditCare.class);

    private final Tenants tenants;
    private final AuditVerifier verifier;
    private final AuditRetention retention;

    AuditCare(Tenants tenants, AuditVerifier verifier, AuditRetention retention) {
        this.tenants = tenants;
        this.verifier = verifier;
        this.retention = retention;
    }

    @Scheduled(initialDelay = "1h", fixedDelay = "24h")
    void daily() {
        List<Tenant> all = new ArrayList<>(tenants.all());
        all.add(tenants.shared());
        all.add(tenants.platform());
        for (Tenant tenant : all) {
            try {
                care(tenant);
            } catch (RuntimeException e) {
                LOG.error("the audit of {} could not be looked after", tenant.slug(), e);
            }
        }
    }

    /** A broken chain is not cut: what is wrong with it must still be seen. */
    void care(Tenant tenant) {
        switch (verifier.verify(tenant)) {
            case AuditVerdict.Whole whole -> {
                LOG.info("audit of {} is whole up to {} {}", tenant.slug(), whole.last(), whole.lastHash());
                long removed = retention.removeOld(tenant);
                if (removed > 0) {
                    LOG.info("{} entries of the audit of {} were older than 400 days", removed, tenant.slug());
                }
            }
            case AuditVerdict.Broken broken ->
                LOG.error("audit of {} is broken at {}: {}", tenant.slug(), broken.number(), broken.why());
        }
    }
}
