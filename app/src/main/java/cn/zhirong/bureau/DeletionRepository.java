package cn.zhirong.bureau;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Owns the table {@code tenant_deletion}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface DeletionRepository extends GenericRepository<DeletionRow, Long> {
    @Query("""
            SELECT id, tenant_id, asked_by, asked_at, reason, confirmed_by, confirmed_at, due_at, receipt
            FROM tenant_deletion WHERE tenant_id = :tenantId
            """)
    Optional<DeletionRow> find(long tenantId);

    @Query("""
            INSERT INTO tenant_deletion (tenant_id, asked_by, asked_at, reason) VALUES (:tenantId, :by, :at, :reason)
            """)
    void add(long tenantId, String by, Instant at, String reason);

    @Query("""
            UPDATE tenant_deletion SET confirmed_by = :by, confirmed_at = :at, due_at = :dueAt
            WHERE tenant_id = :tenantId AND id = :id AND confirmed_by IS NULL
            """)
    long confirm(long tenantId, long id, String by, Instant at, Instant dueAt);

    @Query("DELETE FROM tenant_deletion WHERE tenant_id = :tenantId AND id = :id AND receipt IS NULL")
    long cancel(long tenantId, long id);

    @Query("""
            UPDATE tenant_deletion SET receipt = :receipt
            WHERE tenant_id = :tenantId AND id = :id AND receipt IS NULL AND due_at <= :now
            """)
    long begin(long tenantId, long id, String receipt, Instant now);

    @Query("DELETE FROM tenant_deletion WHERE tenant_id = :tenantId AND id = :id AND receipt IS NOT NULL")
    long finish(long tenantId, long id);
}
