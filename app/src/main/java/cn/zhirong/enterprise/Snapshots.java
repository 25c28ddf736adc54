package cn.zhirong.enterprise;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every firm has a snapshot that can be read. Those of firms that change are written by {@link RegisterWriter} in the
 * transaction of the change; here are made the ones that an earlier version left out or wrote otherwise.
 */
@Singleton
class Snapshots {
    /** Firms held at once: whoever wants to change one of them waits as long as these take. */
    static final int AT_ONCE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private static final String WANTING = """
            SELECT e.id FROM enterprise e
            LEFT JOIN enterprise_snapshot s ON s.tenant_id = e.tenant_id AND s.enterprise_id = e.id
            WHERE e.tenant_id = ? AND e.id > ? AND (s.form IS NULL OR s.form <> ?)
            ORDER BY e.id LIMIT ?
            """;

    private final EnterpriseRepository repository;
    private final Enterprises enterprises;
    private final RegisterWriter writer;
    private final Tenants tenants;
    private final TransactionOperations<Connection> transactions;
    private final ExecutorService executor;

    Snapshots(
            EnterpriseRepository repository,
            Enterprises enterprises,
            RegisterWriter writer,
            Tenants tenants,
            TransactionOperations<Connection> transactions,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.repository = repository;
        this.enterprises = enterprises;
        this.writer = writer;
        this.tenants = tenants;
        this.transactions = transactions;
        this.executor = executor;
    }

    @EventListener
    void started(ServerStartupEvent event) {
        executor.execute(() -> {
            try {
                tenants.all().forEach(this::complete);
            } catch (RuntimeException e) {
                // Slower is all that it is without them; the next start tries again.
                LOG.warn("the snapshots of firms could not be completed", e);
            }
        });
    }

    /** Makes those that are wanting; gives how many that were. */
    int complete(Tenant tenant) {
        int made = 0;
        List<Long> wanting = wanting(tenant, 0);
        while (!wanting.isEmpty()) {
            List<Long> ids = wanting;
            made += transactions.executeWrite(status -> {
                List<EnterpriseRow> rows = repository.lockAll(tenant.id(), ids);
                writer.snapshot(tenant.id(), enterprises.profiles(rows));
                return rows.size();
            });
            wanting = wanting(tenant, ids.getLast());
        }
        return made;
    }

    private List<Long> wanting(Tenant tenant, long after) {
        return transactions.executeRead(status -> {
            try (PreparedStatement select = status.getConnection().prepareStatement(WANTING)) {
                select.setLong(1, tenant.id());
                select.setLong(2, after);
                select.setInt(3, ProfileSnapshot.FORM);
                select.setInt(4, AT_ONCE);
                List<Long> ids = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getLong(1));
                    }
                }
                return ids;
            } catch (SQLException e) {
                throw new IllegalStateException("the register of " + tenant.slug() + " cannot be read", e);
            }
        });
    }
}
