package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes what is older than 400 days: always a whole beginning of the chain, whose last hash goes into the head, so that the
 * rest can still be verified. The database lets nothing else be removed.
 */
@Singleton
public class AuditRetention {
    /** Longer than the year that is asked for, so that a year back can be looked at in full on any day. */
    public static final Duration KEPT = Duration.ofDays(400);

    /** The database compares with its own clock: what became due in the last hour may wait. */
    private static final Duration SLACK = Duration.ofHours(1);

    private final AuditRepository repository;
    private final TransactionOperations<Connection> transactions;
    private final Clock clock;

    AuditRetention(AuditRepository repository, TransactionOperations<Connection> transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Removes what may go of this tenant and says how many entries that were. */
    public long removeOld(Tenant tenant) {
        Instant day = clock.instant().minus(KEPT).minus(SLACK);
        return transactions.executeWrite(status -> {
            long tenantId = tenant.id();
            AuditHead head = repository.lockHead(tenantId).orElse(null);
            if (head == null) {
                return 0L;
            }
            Long younger = repository.firstSince(tenantId, day);
            long upTo = younger == null ? head.lastNumber() : younger - 1;
            if (upTo <= head.removedNumber()) {
                return 0L;
            }
            String hash = repository.find(tenantId, upTo).orElseThrow().hash();
            if (repository.cutHead(tenantId, upTo, hash) != 1) {
                throw new IllegalStateException("the audit head of tenant " + tenantId + " moved while it was locked");
            }
            set(status.getConnection(), "'retention'");
            try {
                return repository.removeUpTo(tenantId, upTo);
            } finally {
                set(status.getConnection(), "NULL");
            }
        });
    }

    /** Removes all of it, for a tenant that is deleted itself; in the transaction of that deletion. */
    public void removeAll(Tenant tenant) {
        transactions.executeWrite(status -> {
            set(status.getConnection(), "'tenant " + tenant.id() + "'");
            try {
                repository.removeUpTo(tenant.id(), Long.MAX_VALUE);
                return repository.removeHead(tenant.id());
            } finally {
                set(status.getConnection(), "NULL");
            }
        });
    }

    private static void set(Connection connection, String value) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET @zhirong_audit = " + value);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit cannot be opened for retention", e);
        }
    }
}
