package cn.zhirong.bureau;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditRetention;
import cn.zhirong.bureau.TenantTables.Table;
import cn.zhirong.knowledge.PolicyIndexes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantState;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a bureau: its director asks, somebody of the platform confirms, and after thirty days everything goes. Until then
 * either side takes it back, and the bureau works as ever. The audit outlives the bureau by 400 days, as it must be kept; the
 * counts of what went stay in the platform's audit for good.
 */
@Singleton
public class Deletions {
    /** Between the confirmation and the deletion. */
    public static final Duration GRACE = Duration.ofDays(30);

    /** How long the audit of a deleted bureau is kept. */
    static final Duration AUDIT_KEPT = Duration.ofDays(400);

    private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);
    private static final String OWN_TABLE = "tenant_deletion";
    private static final String CHANGED = "changed-meanwhile";

    private final DeletionRepository repository;
    private final TenantTables tables;
    private final TenantRows rows;
    private final Tenants tenants;
    private final ExportFolder exports;
    private final PolicyIndexes indexes;
    private final Audit audit;
    private final AuditRetention retention;
    private final DeletionSteps steps;
    private final Clock clock;

    Deletions(
            DeletionRepository repository,
            TenantTables tables,
            TenantRows rows,
            Tenants tenants,
            ExportFolder exports,
            PolicyIndexes indexes,
            Audit audit,
            AuditRetention retention,
            DeletionSteps steps,
            Clock clock) {
        this.repository = repository;
        this.tables = tables;
        this.rows = rows;
        this.tenants = tenants;
        this.exports = exports;
        this.indexes = indexes;
        this.audit = audit;
        this.retention = retention;
        this.steps = steps;
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /** What was asked for and how far it is, where anything was. */
    Optional<DeletionRow> of(Tenant tenant) {
        return repository.find(tenant.id());
    }

    /** The director asks; nothing happens before somebody of the platform confirms. */
    @Transactional
    public void ask(Tenant tenant, String actor, String reason) {
        tenants.lock(tenant);
        if (of(tenant).isPresent()) {
            throw Refusal.conflict(CHANGED, "已经有一份删除申请，不能重复申请。");
        }
        repository.add(tenant.id(), actor, clock.instant(), reason);
        audit.record(tenant, actor, "tenant.deletion-ask", tenant.slug(), reason);
        audit.record(tenants.platform(), "system", "bureau.deletion-ask", tenant.slug(), "asked by its director");
    }

    /** Somebody of the platform confirms: from now on the days count. */
    @Transactional
    public void confirm(Tenant tenant, String actor) {
        tenants.lock(tenant);
        DeletionRow asked = of(tenant).orElseThrow(Refusal::notFound);
        if (asked.askedBy().equals(actor)) {
            throw Refusal.conflict("second-person", "申请人和确认人的账号同名，须由另一个人确认。");
        }
        Instant now = clock.instant();
        if (repository.confirm(tenant.id(), asked.id(), actor, now, now.plus(GRACE)) == 0) {
            throw Refusal.conflict(CHANGED, "这份删除申请已经确认过了。");
        }
        audit.record(tenants.platform(), actor, "bureau.deletion-confirm", tenant.slug(), "due " + now.plus(GRACE));
        audit.record(
                tenant, Openings.ofPlatform(actor), "tenant.deletion-confirm", tenant.slug(), "due " + now.plus(GRACE));
    }

    /** Takes it back while nothing was deleted. */
    @Transactional
    public void cancel(Tenant tenant, String actor, boolean byPlatform) {
        tenants.lock(tenant);
        DeletionRow asked = of(tenant).orElseThrow(Refusal::notFound);
        if (repository.cancel(tenant.id(), asked.id()) == 0) {
            throw Refusal.conflict(CHANGED, "删除已经开始，不能撤回。");
        }
        audit.record(
                tenant,
                byPlatform ? Openings.ofPlatform(actor) : actor,
                "tenant.deletion-cancel",
                tenant.slug(),
                asked.reason());
        audit.record(
                tenants.platform(),
                byPlatform ? actor : "system",
                "bureau.deletion-cancel",
                tenant.slug(),
                byPlatform ? "by the platform" : "by its director");
    }

    /** Deletes what is due at {@code now}; a kill in the middle is made good by the next call. */
    public void carryOut(Instant now) {
        for (Tenant tenant : tenants.allEver()) {
            try {
                repository
                        .find(tenant.id())
                        .filter(row -> row.dueAt() != null && !row.dueAt().isAfter(now))
                        .ifPresent(row -> delete(tenant, row, now));
                if (tenant.standing().state() == TenantState.DELETED
                        && tenant.standing().since().plus(AUDIT_KEPT).isBefore(now)) {
                    retention.removeAll(tenant);
                }
            } catch (RuntimeException e) {
                // The others do not wait for it; it is tried again the next time.
                LOG.warn("the deletion of {} is not finished", tenant.slug(), e);
            }
        }
    }

    private void delete(Tenant tenant, DeletionRow row, Instant now) {
        List<Table> emptied = tables.childrenFirst().stream()
                .filter(table -> !table.name().equals(OWN_TABLE) && !isAudit(table))
                .toList();
        if (row.receipt() == null) {
            List<String> counted = new ArrayList<>();
            for (Table table : emptied) {
                long count = rows.count(tenant, table);
                if (count > 0) {
                    counted.add(table.name() + "=" + count);
                }
            }
            if (!steps.begin(tenant, row, String.join(" ", counted), now)) {
                return;
            }
        }
        // A request that began before may still write: what it wrote is found by the second round.
        emptied.forEach(table -> rows.delete(tenant, table));
        emptied.forEach(table -> rows.delete(tenant, table));
        indexes.remove(tenant.slug());
        exports.remove(tenant);
        steps.finish(tenant, row);
        LOG.info("{} is deleted", tenant.slug());
    }

    private static boolean isAudit(Table table) {
        return table.name().startsWith("audit_");
    }
}
