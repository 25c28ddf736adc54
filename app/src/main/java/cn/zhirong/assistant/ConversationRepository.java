package cn.zhirong.assistant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code conversation}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ConversationRepository extends GenericRepository<ConversationRow, String> {
    @Query("""
            INSERT INTO conversation (id, tenant_id, visitor, created_at)
            VALUES (:id, :tenantId, :visitor, :createdAt)
            """)
    void add(String id, long tenantId, String visitor, Instant createdAt);

    @Query("""
            SELECT id, tenant_id, visitor, created_at FROM conversation
            WHERE tenant_id = :tenantId AND visitor = :visitor AND id = :id
            """)
    Optional<ConversationRow> find(long tenantId, String visitor, String id);

    /** As {@link #find}, and holds the row until the transaction ends: turns are numbered one after the other. */
    @Query("""
            SELECT id, tenant_id, visitor, created_at FROM conversation
            WHERE tenant_id = :tenantId AND visitor = :visitor AND id = :id FOR UPDATE
            """)
    Optional<ConversationRow> hold(long tenantId, String visitor, String id);

    @Query("""
            SELECT c.id AS id, f.question AS question, COUNT(*) AS turns, MAX(t.asked_at) AS asked_at
            FROM conversation c
            JOIN turn t ON t.tenant_id = c.tenant_id AND t.conversation_id = c.id
            JOIN turn f ON f.tenant_id = c.tenant_id AND f.conversation_id = c.id AND f.number = 1
            WHERE c.tenant_id = :tenantId AND c.visitor = :visitor
            GROUP BY c.id, f.question ORDER BY MAX(t.asked_at) DESC, c.id LIMIT 30
            """)
    List<ConversationSummary> history(long tenantId, String visitor);

    @Query("DELETE FROM conversation WHERE tenant_id = :tenantId AND visitor = :visitor AND id = :id")
    long remove(long tenantId, String visitor, String id);
}
