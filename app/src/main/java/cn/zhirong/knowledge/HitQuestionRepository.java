package cn.zhirong.knowledge;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code hit_question}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface HitQuestionRepository extends GenericRepository<HitQuestionRow, Long> {
    HitQuestionRow save(HitQuestionRow row);

    @Query("""
            SELECT id, tenant_id, question, created_by, created_at FROM hit_question
            WHERE tenant_id = :tenantId ORDER BY id LIMIT 1000
            """)
    List<HitQuestionRow> of(long tenantId);

    @Query("""
            SELECT id, tenant_id, question, created_by, created_at FROM hit_question
            WHERE tenant_id = :tenantId AND id = :id
            """)
    Optional<HitQuestionRow> find(long tenantId, long id);

    @Query("""
            SELECT id, tenant_id, question, created_by, created_at FROM hit_question
            WHERE tenant_id = :tenantId AND question = :question
            """)
    Optional<HitQuestionRow> byWords(long tenantId, String question);

    /** Only questions that name a clause are run. */
    @Query("""
            SELECT COUNT(DISTINCT c.question_id) FROM hit_clause c WHERE c.tenant_id = :tenantId
            """)
    long countComplete(long tenantId);

    @Query("UPDATE hit_question SET question = :question WHERE tenant_id = :tenantId AND id = :id")
    long rename(long tenantId, long id, String question);

    @Query("DELETE FROM hit_question WHERE tenant_id = :tenantId AND id = :id")
    long remove(long tenantId, long id);
}
