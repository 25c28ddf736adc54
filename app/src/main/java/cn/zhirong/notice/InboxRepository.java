package cn.zhirong.notice;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code inbox_notice}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface InboxRepository extends GenericRepository<InboxRow, Long> {
    String COLUMNS = "SELECT id, tenant_id, account_id, kind, title, words, link, created_at, read_at FROM inbox_notice"
            + " WHERE tenant_id = :tenantId AND account_id = :accountId";

    @Query("""
            INSERT INTO inbox_notice (tenant_id, account_id, cause, kind, title, words, link, created_at)
            VALUES (:tenantId, :accountId, :cause, :kind, :title, :words, :link, :createdAt)
            ON DUPLICATE KEY UPDATE tenant_id = tenant_id
            """)
    void add(
            long tenantId,
            long accountId,
            String cause,
            String kind,
            String title,
            String words,
            String link,
            Instant createdAt);

    @Query("DELETE FROM inbox_notice WHERE tenant_id = :tenantId AND account_id = :accountId")
    long removeAll(long tenantId, long accountId);

    @Query(COLUMNS + " AND id < :before ORDER BY id DESC LIMIT :size")
    List<InboxRow> older(long tenantId, long accountId, long before, int size);

    @Query(COLUMNS + " AND id = :id")
    Optional<InboxRow> find(long tenantId, long accountId, long id);

    @Query("""
            SELECT COUNT(*) FROM inbox_notice
            WHERE tenant_id = :tenantId AND account_id = :accountId AND read_at IS NULL
            """)
    int unread(long tenantId, long accountId);

    @Query("""
            UPDATE inbox_notice SET read_at = :now
            WHERE tenant_id = :tenantId AND account_id = :accountId AND id = :id AND read_at IS NULL
            """)
    long read(long tenantId, long accountId, long id, Instant now);

    @Query("""
            UPDATE inbox_notice SET read_at = :now
            WHERE tenant_id = :tenantId AND account_id = :accountId AND read_at IS NULL AND id <= :upTo
            """)
    long readAll(long tenantId, long accountId, long upTo, Instant now);
}
