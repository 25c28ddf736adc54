package cn.zhirong.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** Owns the table {@code audit_entry}: rows are added, never changed. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditRepository extends GenericRepository<AccountRow, Long> {
    @Query("""
            INSERT INTO audit_entry (tenant_id, happened_at, actor, action, object, detail)
            VALUES (:tenantId, :happenedAt, :actor, :action, :object, :detail)
            """)
    void add(long tenantId, Instant happenedAt, String actor, String action, String object, String detail);

    @Query("SELECT COUNT(*) FROM audit_entry WHERE tenant_id = :tenantId AND action = :action AND object = :object")
    long count(long tenantId, String action, String object);
}
