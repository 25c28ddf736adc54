package cn.zhirong.bureau;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code tenant_export}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ExportRepository extends GenericRepository<ExportRow, Long> {
    ExportRow save(ExportRow row);

    @Query("""
            SELECT id, tenant_id, asked_by, asked_at, state, size_bytes, expires_at
            FROM tenant_export WHERE tenant_id = :tenantId AND id = :id
            """)
    Optional<ExportRow> find(long tenantId, long id);

    @Query("""
            SELECT id, tenant_id, asked_by, asked_at, state, size_bytes, expires_at
            FROM tenant_export WHERE tenant_id = :tenantId ORDER BY id DESC LIMIT 20
            """)
    List<ExportRow> newest(long tenantId);

    @Query("""
            UPDATE tenant_export SET state = :state, size_bytes = :sizeBytes, expires_at = :expiresAt
            WHERE tenant_id = :tenantId AND id = :id
            """)
    long become(long tenantId, long id, ExportRow.State state, long sizeBytes, Instant expiresAt);
}
