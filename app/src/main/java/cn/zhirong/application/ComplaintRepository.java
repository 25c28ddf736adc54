package cn.zhirong.application;

import cn.zhirong.application.ComplaintRow.Progress;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_complaint}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ComplaintRepository extends GenericRepository<ComplaintRow, Long> {
    String COLUMNS =
            "SELECT c.id, c.tenant_id, c.application_id, c.kind, c.account_id, c.name, c.contact, c.words, c.received_at, c.due_on,"
                    + " c.state, c.first_by, c.second_by, c.decided_by, c.decided_at, c.answer, c.erase_on FROM subsidy_complaint c ";

    ComplaintRow save(ComplaintRow row);

    @Query(COLUMNS + "WHERE c.tenant_id = :tenantId AND c.application_id = :applicationId ORDER BY c.id LIMIT 500")
    List<ComplaintRow> of(long tenantId, long applicationId);

    /** Of many applications. */
    @Query(COLUMNS + "WHERE c.tenant_id = :tenantId AND c.application_id IN (:applications) ORDER BY c.id")
    List<ComplaintRow> ofAll(long tenantId, List<Long> applications);

    @Query(COLUMNS + "WHERE c.tenant_id = :tenantId AND c.id = :id")
    Optional<ComplaintRow> find(long tenantId, long id);

    /** Those that wait, the most urgent first, then the others. */
    @Query(COLUMNS + "WHERE c.tenant_id = :tenantId ORDER BY c.state <> 'OPEN', c.due_on, c.id"
            + " LIMIT :limit OFFSET :offset")
    List<ComplaintRow> page(long tenantId, int limit, int offset);

    @Query("SELECT COUNT(*) FROM subsidy_complaint c WHERE c.tenant_id = :tenantId")
    long count(long tenantId);

    /** 1, or 0 where it was answered already. */
    @Query("""
            UPDATE subsidy_complaint SET state = :state, answer = :answer, decided_by = :by, decided_at = :at, erase_on = :eraseOn
            WHERE tenant_id = :tenantId AND id = :id AND state = 'OPEN'
            """)
    int decide(long tenantId, long id, Progress state, String answer, String by, Instant at, LocalDate eraseOn);

    /** What somebody wrote while they were signed in. */
    @Query(COLUMNS + "WHERE c.tenant_id = :tenantId AND c.account_id = :accountId ORDER BY c.id LIMIT 500")
    List<ComplaintRow> ofAccount(long tenantId, long accountId);

    /** Those that carry a contact. */
    @Query(COLUMNS + "WHERE c.tenant_id = :tenantId AND c.contact <> '' ORDER BY c.id LIMIT 100000")
    List<ComplaintRow> reachable(long tenantId);

    @Query("UPDATE subsidy_complaint SET contact = :contact WHERE tenant_id = :tenantId AND id = :id")
    int contact(long tenantId, long id, String contact);

    /** Takes names and contacts away whose time is over. */
    @Query("""
            UPDATE subsidy_complaint SET name = '', contact = '', account_id = NULL, erase_on = NULL
            WHERE tenant_id = :tenantId AND erase_on <= :today
            """)
    int erase(long tenantId, LocalDate today);

    @Query("""
            UPDATE subsidy_complaint SET name = '', contact = '', account_id = NULL
            WHERE tenant_id = :tenantId AND account_id = :accountId
            """)
    int eraseOf(long tenantId, long accountId);
}
