package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Owns the table {@code subsidy_correction}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CorrectionRepository extends GenericRepository<CorrectionRow, Long> {
    CorrectionRow save(CorrectionRow row);

    @Query("""
            SELECT c.id, c.tenant_id, c.application_id, c.item, c.words, c.asked_by, c.asked_at, c.answer, c.answered_by,
              c.answered_at
            FROM subsidy_correction c
            WHERE c.tenant_id = :tenantId AND c.application_id = :applicationId ORDER BY c.id LIMIT 500
            """)
    List<CorrectionRow> of(long tenantId, long applicationId);

    @Query("""
            UPDATE subsidy_correction SET answer = :answer, answered_by = :by, answered_at = :at
            WHERE tenant_id = :tenantId AND application_id = :applicationId AND id = :id AND answered_at IS NULL
            """)
    int answer(long tenantId, long applicationId, long id, String answer, String by, Instant at);
}
