package cn.zhirong.knowledge;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Owns the table {@code passage_correction}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PassageCorrectionRepository extends GenericRepository<PassageCorrectionRow, String> {
    @Query("""
            SELECT tenant_id, version_id, passage_id, pieces, switched_off, reason, changed_by, changed_at
            FROM passage_correction WHERE tenant_id = :tenantId AND version_id = :versionId ORDER BY passage_id
            """)
    List<PassageCorrectionRow> of(long tenantId, long versionId);

    @Query("""
            SELECT tenant_id, version_id, passage_id, pieces, switched_off, reason, changed_by, changed_at
            FROM passage_correction WHERE tenant_id = :tenantId ORDER BY version_id, passage_id
            """)
    List<PassageCorrectionRow> ofTenant(long tenantId);

    @Query("""
            INSERT INTO passage_correction
              (tenant_id, version_id, passage_id, pieces, switched_off, reason, changed_by, changed_at)
            VALUES (:tenantId, :versionId, :passageId, :pieces, :switchedOff, :reason, :changedBy, :changedAt)
            """)
    void add(
            long tenantId,
            long versionId,
            String passageId,
            String pieces,
            boolean switchedOff,
            String reason,
            String changedBy,
            Instant changedAt);

    @Query("""
            DELETE FROM passage_correction
            WHERE tenant_id = :tenantId AND version_id = :versionId AND passage_id = :passageId
            """)
    long remove(long tenantId, long versionId, String passageId);
}
