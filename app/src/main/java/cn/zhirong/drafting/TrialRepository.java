package cn.zhirong.drafting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code rule_trial}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TrialRepository extends GenericRepository<TrialRow, Long> {
    TrialRow save(TrialRow row);

    @Query("""
            SELECT id, tenant_id, rule_id, rule_revision, state, asked_by, asked_at, settings, result, firms, millis
            FROM rule_trial WHERE tenant_id = :tenantId AND rule_id = :ruleId AND id = :id
            """)
    Optional<TrialRow> find(long tenantId, long ruleId, long id);

    /** The newest first, without the firms. */
    @Query("""
            SELECT id, tenant_id, rule_id, rule_revision, state, asked_by, asked_at, settings, result, '' AS firms, millis
            FROM rule_trial WHERE tenant_id = :tenantId AND rule_id = :ruleId ORDER BY id DESC LIMIT 20
            """)
    List<TrialRow> newest(long tenantId, long ruleId);

    /** Those that were begun before then and never ended were broken off. */
    @Query("""
            UPDATE rule_trial SET state = 'FAILED'
            WHERE tenant_id = :tenantId AND state = 'RUNNING' AND asked_at <= :before
            """)
    long breakOff(long tenantId, Instant before);

    /** Takes away what nobody is shown any more. */
    @Query(
            "DELETE FROM rule_trial WHERE tenant_id = :tenantId AND rule_id = :ruleId AND id < :oldest AND state <> 'RUNNING'")
    long removeOlder(long tenantId, long ruleId, long oldest);

    @Query("""
            UPDATE rule_trial SET state = :state, result = :result, firms = :firms, millis = :millis
            WHERE tenant_id = :tenantId AND id = :id AND state = 'RUNNING'
            """)
    long end(long tenantId, long id, TrialRow.State state, String result, byte[] firms, long millis);
}
