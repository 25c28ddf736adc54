package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Owns the table {@code subsidy_review}, to which is only added. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ReviewRepository extends GenericRepository<ReviewRow, Long> {
    ReviewRow save(ReviewRow row);

    @Query("""
            SELECT r.id, r.tenant_id, r.application_id, r.stage, r.passed, r.rule_id, r.amount_fen, r.findings, r.payouts,
              r.reason, r.trace, r.settled, r.trace_sha256, r.decided_by, r.after_whom, r.decided_at
            FROM subsidy_review r
            WHERE r.tenant_id = :tenantId AND r.application_id = :applicationId ORDER BY r.id DESC LIMIT 100
            """)
    List<ReviewRow> newestFirst(long tenantId, long applicationId);

    /** The last one of each of these applications. */
    @Query("""
            SELECT r.id, r.tenant_id, r.application_id, r.stage, r.passed, r.rule_id, r.amount_fen, r.findings, r.payouts,
              r.reason, r.trace, r.settled, r.trace_sha256, r.decided_by, r.after_whom, r.decided_at
            FROM subsidy_review r
            WHERE r.tenant_id = :tenantId AND r.id IN (SELECT MAX(l.id) FROM subsidy_review l
              WHERE l.tenant_id = :tenantId AND l.application_id IN (:applications) GROUP BY l.application_id)
            """)
    List<ReviewRow> newest(long tenantId, List<Long> applications);
}
