package cn.zhirong.tenant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Owns the table {@code letter_text}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface LetterTextRepository extends GenericRepository<LetterTextRow, String> {
    @Query("""
            SELECT tenant_id, kind, subject, body FROM letter_text WHERE tenant_id = :tenantId AND kind = :kind
            """)
    Optional<LetterTextRow> find(long tenantId, String kind);

    @Query("""
            INSERT INTO letter_text (tenant_id, kind, subject, body, changed_by, changed_at)
            VALUES (:tenantId, :kind, :subject, :body, :by, :at)
            """)
    void add(long tenantId, String kind, String subject, String body, String by, Instant at);

    @Query("DELETE FROM letter_text WHERE tenant_id = :tenantId AND kind = :kind")
    long delete(long tenantId, String kind);
}
