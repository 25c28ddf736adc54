package cn.zhirong.application;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owns the table {@code subsidy_sample_row}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SampleCheckRepository extends GenericRepository<SampleCheckRow, Long> {
    String COLUMNS =
            "SELECT r.id, r.tenant_id, r.sample_id, r.application_id, r.first_by, r.second_by, r.drawn_by, r.sheet,"
                    + " r.finding, r.checked_by, r.checked_at FROM subsidy_sample_row r ";

    SampleCheckRow save(SampleCheckRow row);

    @Query(COLUMNS + "WHERE r.tenant_id = :tenantId AND r.sample_id = :sampleId ORDER BY r.id LIMIT 5000")
    List<SampleCheckRow> of(long tenantId, long sampleId);

    /** How many were drawn, how many of them wait to be checked, and of how many something was found. */
    @Introspected
    record Progress(long sampleId, long drawn, long waiting, long found) {}

    @Query("""
            SELECT r.sample_id, COUNT(*) AS drawn, COUNT(CASE WHEN r.checked_by IS NULL THEN 1 END) AS waiting,
              COUNT(r.finding) AS found
            FROM subsidy_sample_row r WHERE r.tenant_id = :tenantId AND r.sample_id IN (:samples) GROUP BY r.sample_id
            """)
    List<Progress> progress(long tenantId, List<Long> samples);

    @Query(COLUMNS + "WHERE r.tenant_id = :tenantId AND r.sample_id = :sampleId AND r.id = :id")
    Optional<SampleCheckRow> find(long tenantId, long sampleId, long id);

    /** 1, or 0 where it was checked already. */
    @Query("""
            UPDATE subsidy_sample_row SET sheet = :sheet, finding = :finding, checked_by = :by, checked_at = :at
            WHERE tenant_id = :tenantId AND id = :id AND checked_by IS NULL
            """)
    int check(long tenantId, long id, String sheet, @Nullable String finding, String by, Instant at);
}
