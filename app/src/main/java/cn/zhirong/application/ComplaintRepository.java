package cn.zhirong.application;

import cn.zhirong.application.ComplaintRow.Progress;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_complaint}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ComplaintRepository extends GenericRepository<ComplaintRow, Long> {
    String COLUMNS =
            "SELECT c.id, c.tenant_id, c.application_id, c.kind, c.name, c.contact, c.words, c.received_at, c.due_on,"
                    + " c.state, c.first_by, c.second_by, c.decided_by, c.decided_at, c.answer FROM subsidy_complaint c ";

    ComplaintRow save(ComplaintRow row);

    @Query(COLUMNS + "WHERE c.tenant_id = :tenantId AND c.application_id = :applicationId ORDER BY c.id LIMIT 500")
    List<ComplaintRow> of(long tenantId, long applicationId);

    @Query(COLUMNS + "WHERE c.tenant_id = :tenantId AND c.id = :id")
    Optional<ComplaintRow> find(long tenantId, long id);

    /** Those that wait, the most urgent first, then the others. */
    @Query(COLUMNS + "WHERE c.tenant_id = :tenantId ORDER BY c.state <> 'OPEN', c.due_on, c.id LIMIT 300")
    List<ComplaintRow> all(long tenantId);

    /** 1, or 0 where it was answered already. */
    @Query("""
            UPDATE subsidy_complaint SET state = :state, answer = :answer, decided_by = :by, decided_at = :at
            WHERE tenant_id = :tenantId AND id = :id AND state = 'OPEN'
            """)
    int decide(long tenantId, long id, Progress state, String answer, String by, Instant at);
}
