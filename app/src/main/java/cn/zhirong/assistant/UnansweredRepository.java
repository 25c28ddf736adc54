package cn.zhirong.assistant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Owns the table {@code unanswered_handling}, and reads in {@code turn} what got no answer: the words alone, never who asked. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface UnansweredRepository extends GenericRepository<UnansweredHandlingRow, String> {
    @Query("""
            SELECT t.question AS question, COUNT(*) AS times,
              CAST(SUM(CASE WHEN t.helpful = FALSE THEN 1 ELSE 0 END) AS SIGNED) AS unhelpful,
              MAX(t.asked_at) AS last_at, MAX(JSON_VALUE(t.answer, '$.answer.reason')) AS reason
            FROM turn t
            WHERE t.tenant_id = :tenantId AND t.asked_at >= :since AND t.answer IS NOT NULL
              AND (t.helpful = FALSE
                OR JSON_VALUE(t.answer, '$.answer.reason') IN ('NOT_STATED', 'NOT_IN_FORCE', 'OUT_OF_SCOPE'))
            GROUP BY t.question ORDER BY MAX(t.asked_at) DESC, t.question LIMIT 1000
            """)
    List<UnansweredRow> since(long tenantId, Instant since);

    @Query("""
            SELECT tenant_id, question_digest, remark, handled_by, handled_at
            FROM unanswered_handling WHERE tenant_id = :tenantId
            """)
    List<UnansweredHandlingRow> handled(long tenantId);

    @Query("""
            INSERT INTO unanswered_handling (tenant_id, question_digest, remark, handled_by, handled_at)
            VALUES (:tenantId, :questionDigest, :remark, :handledBy, :handledAt)
            """)
    void add(long tenantId, String questionDigest, String remark, String handledBy, Instant handledAt);

    @Query("DELETE FROM unanswered_handling WHERE tenant_id = :tenantId AND question_digest = :questionDigest")
    long remove(long tenantId, String questionDigest);
}
