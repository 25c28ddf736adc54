package cn.zhirong.notice;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Owns the table {@code outbox_letter}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OutboxRepository extends GenericRepository<OutboxRow, Long> {
    String COLUMNS = "SELECT id, tenant_id, kind, channel, address, subject, words, state, attempts, next_at, reason,"
            + " created_at, sent_at FROM outbox_letter WHERE tenant_id = :tenantId";

    /** The second letter of a cause changes nothing. */
    @Query("""
            INSERT INTO outbox_letter (tenant_id, cause, kind, channel, address, subject, words, state, attempts, next_at,
                reason, created_at)
            VALUES (:tenantId, :cause, :kind, :channel, :address, :subject, :words, 'WAITING', 0, :now, '', :now)
            ON DUPLICATE KEY UPDATE tenant_id = tenant_id
            """)
    void add(
            long tenantId,
            String cause,
            String kind,
            String channel,
            String address,
            String subject,
            String words,
            Instant now);

    @Query(COLUMNS + " ORDER BY id DESC LIMIT 100")
    List<OutboxRow> newest(long tenantId);

    @Query(COLUMNS + " AND state = 'WAITING' AND channel = :channel AND next_at <= :now ORDER BY next_at, id LIMIT 20")
    List<OutboxRow> due(long tenantId, String channel, Instant now);

    /** Takes a letter for one attempt; whoever comes second changes no row. A sender that dies gives it free at {@code until}. */
    @Query("""
            UPDATE outbox_letter SET attempts = :attempts + 1, next_at = :until
            WHERE tenant_id = :tenantId AND id = :id AND state = 'WAITING' AND attempts = :attempts AND next_at <= :now
            """)
    long take(long tenantId, long id, int attempts, Instant now, Instant until);

    @Query("""
            UPDATE outbox_letter SET state = 'SENT', sent_at = :now, words = '', address = :masked, reason = ''
            WHERE tenant_id = :tenantId AND id = :id AND state = 'WAITING'
            """)
    long sent(long tenantId, long id, Instant now, String masked);

    @Query("""
            UPDATE outbox_letter SET state = :state, next_at = :nextAt, reason = :reason
            WHERE tenant_id = :tenantId AND id = :id AND state = 'WAITING'
            """)
    long failed(long tenantId, long id, OutboxRow.State state, Instant nextAt, String reason);

    @Query("""
            UPDATE outbox_letter SET state = 'WAITING', attempts = 0, next_at = :now
            WHERE tenant_id = :tenantId AND id = :id AND state = 'HELD'
            """)
    long retry(long tenantId, long id, Instant now);
}
