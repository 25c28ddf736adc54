package cn.zhirong.assistant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owns the table {@code turn}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TurnRepository extends GenericRepository<TurnRow, String> {
    @Query("""
            INSERT INTO turn (tenant_id, conversation_id, number, form, question, as_of, state, asked_at)
            VALUES (:tenantId, :conversationId, :number, :form, :question, :asOf, 'WAITING', :askedAt)
            """)
    void add(
            long tenantId,
            String conversationId,
            int number,
            String form,
            String question,
            LocalDate asOf,
            Instant askedAt);

    @Query("""
            SELECT tenant_id, conversation_id, number, question, as_of, state, answer, asked_at, finished_at,
                helpful, reasons, remark
            FROM turn WHERE tenant_id = :tenantId AND conversation_id = :conversationId ORDER BY number LIMIT 200
            """)
    List<TurnRow> of(long tenantId, String conversationId);

    @Query("""
            SELECT tenant_id, conversation_id, number, question, as_of, state, answer, asked_at, finished_at,
                helpful, reasons, remark
            FROM turn WHERE tenant_id = :tenantId AND conversation_id = :conversationId AND number = :number
            """)
    Optional<TurnRow> find(long tenantId, String conversationId, int number);

    @Query("""
            SELECT tenant_id, conversation_id, number, question, as_of, state, answer, asked_at, finished_at,
                helpful, reasons, remark
            FROM turn WHERE tenant_id = :tenantId AND form = :form
            """)
    Optional<TurnRow> findByForm(long tenantId, String form);

    /** Only what still waits is finished: of two that finish it, the first counts. */
    @Query("""
            UPDATE turn SET state = :state, answer = :answer, finished_at = :finishedAt
            WHERE tenant_id = :tenantId AND conversation_id = :conversationId AND number = :number
              AND state = 'WAITING'
            """)
    long finish(
            long tenantId,
            String conversationId,
            int number,
            TurnState state,
            @Nullable String answer,
            Instant finishedAt);

    @Query("""
            UPDATE turn SET state = 'WAITING', answer = NULL, finished_at = NULL, helpful = NULL, reasons = NULL,
                remark = NULL
            WHERE tenant_id = :tenantId AND conversation_id = :conversationId AND number = :number
              AND state IN ('STOPPED', 'FAILED')
            """)
    long renew(long tenantId, String conversationId, int number);

    @Query("""
            UPDATE turn SET helpful = :helpful, reasons = :reasons, remark = :remark
            WHERE tenant_id = :tenantId AND conversation_id = :conversationId AND number = :number
              AND state <> 'WAITING'
            """)
    long rate(
            long tenantId,
            String conversationId,
            int number,
            boolean helpful,
            @Nullable String reasons,
            @Nullable String remark);

    @Query("DELETE FROM turn WHERE tenant_id = :tenantId AND conversation_id = :conversationId")
    long removeAll(long tenantId, String conversationId);
}
