package cn.zhirong.application;

import cn.zhirong.application.SampleRow.Basis;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_sample}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SampleRepository extends GenericRepository<SampleRow, Long> {
    String COLUMNS = "SELECT s.id, s.tenant_id, s.basis, s.after_at, s.until_at, s.seed, s.shares, s.drawn_by"
            + " FROM subsidy_sample s ";

    SampleRow save(SampleRow row);

    @Query(COLUMNS + "WHERE s.tenant_id = :tenantId AND s.id = :id")
    Optional<SampleRow> find(long tenantId, long id);

    @Query(COLUMNS + "WHERE s.tenant_id = :tenantId ORDER BY s.id DESC LIMIT :limit OFFSET :offset")
    List<SampleRow> page(long tenantId, int limit, int offset);

    @Query("SELECT COUNT(*) FROM subsidy_sample s WHERE s.tenant_id = :tenantId")
    long count(long tenantId);

    /** Up to when was drawn of this basis. */
    @Query("SELECT MAX(s.until_at) FROM subsidy_sample s WHERE s.tenant_id = :tenantId AND s.basis = :basis")
    Optional<Instant> lastUntil(long tenantId, Basis basis);

    /** What can be drawn: an application and what it is for. */
    @Introspected
    record Candidate(long id, String number, long programmeId) {}

    /** Applications that took one of these steps within the time, each once, whatever became of them since. */
    @Query("""
            SELECT DISTINCT a.id, a.number, a.programme_id FROM subsidy_event e
              JOIN subsidy_application a ON a.tenant_id = e.tenant_id AND a.id = e.application_id
            WHERE e.tenant_id = :tenantId AND e.step IN (:steps) AND e.happened_at > :after AND e.happened_at <= :until
            ORDER BY a.id
            """)
    List<Candidate> decided(long tenantId, List<String> steps, Instant after, Instant until);
}
