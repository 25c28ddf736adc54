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
            SELECT tenant_id, policy_id, passage_key, pieces, switched_off, reason, changed_by, changed_at
            FROM passage_correction WHERE tenant_id = :tenantId AND policy_id = :policyId ORDER BY passage_key
            """)
    List<PassageCorrectionRow> of(long tenantId, long policyId);

    @Query("""
            SELECT tenant_id, policy_id, passage_key, pieces, switched_off, reason, changed_by, changed_at
            FROM passage_correction WHERE tenant_id = :tenantId ORDER BY policy_id, passage_key
            """)
    List<PassageCorrectionRow> ofTenant(long tenantId);

    @Query("""
            INSERT INTO passage_correction
              (tenant_id, policy_id, passage_key, pieces, switched_off, reason, changed_by, changed_at)
            VALUES (:tenantId, :policyId, :passageKey, :pieces, :switchedOff, :reason, :changedBy, :changedAt)
            """)
    void add(
            long tenantId,
            long policyId,
            String passageKey,
            String pieces,
            boolean switchedOff,
            String reason,
            String changedBy,
            Instant changedAt);

    @Query("""
            DELETE FROM passage_correction
            WHERE tenant_id = :tenantId AND policy_id = :policyId AND passage_key = :passageKey
            """)
    long remove(long tenantId, long policyId, String passageKey);
}
