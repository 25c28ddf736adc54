package cn.zhirong.knowledge;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Owns the table {@code hit_clause}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface HitClauseRepository extends GenericRepository<HitClauseRow, Long> {
    @Query("""
            SELECT tenant_id, question_id, shelf, policy_id, path, title, document_number FROM hit_clause
            WHERE tenant_id = :tenantId ORDER BY question_id, shelf, policy_id, path
            """)
    List<HitClauseRow> of(long tenantId);

    @Query("""
            SELECT tenant_id, question_id, shelf, policy_id, path, title, document_number FROM hit_clause
            WHERE tenant_id = :tenantId AND question_id = :questionId ORDER BY shelf, policy_id, path
            """)
    List<HitClauseRow> ofQuestion(long tenantId, long questionId);

    @Query("""
            INSERT INTO hit_clause (tenant_id, question_id, shelf, policy_id, path, title, document_number)
            VALUES (:tenantId, :questionId, :shelf, :policyId, :path, :title, :documentNumber)
            """)
    void add(
            long tenantId,
            long questionId,
            String shelf,
            long policyId,
            String path,
            String title,
            String documentNumber);

    @Query("""
            DELETE FROM hit_clause WHERE tenant_id = :tenantId AND question_id = :questionId AND shelf = :shelf
              AND policy_id = :policyId AND path = :path
            """)
    long remove(long tenantId, long questionId, String shelf, long policyId, String path);

    @Query("DELETE FROM hit_clause WHERE tenant_id = :tenantId AND question_id = :questionId")
    long removeAll(long tenantId, long questionId);
}
