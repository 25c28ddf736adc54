package cn.zhirong.application;

import cn.zhirong.application.ClawbackRow.Progress;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Owns the table {@code subsidy_clawback}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ClawbackRepository extends GenericRepository<ClawbackRow, Long> {
    ClawbackRow save(ClawbackRow row);

    @Query("""
            SELECT c.id, c.tenant_id, c.application_id, c.payee, c.amount_fen, c.reason, c.clause, c.state, c.demanded_by,
              c.demanded_at, c.closed_by, c.closed_at
            FROM subsidy_clawback c
            WHERE c.tenant_id = :tenantId AND c.application_id = :applicationId ORDER BY c.id DESC LIMIT 100
            """)
    List<ClawbackRow> newestFirst(long tenantId, long applicationId);

    @Query("""
            UPDATE subsidy_clawback SET state = :state, closed_by = :by, closed_at = :at
            WHERE tenant_id = :tenantId AND id = :id AND state = 'DEMANDED'
            """)
    int close(long tenantId, long id, Progress state, String by, Instant at);
}
