package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_batch}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface BatchRepository extends GenericRepository<BatchRow, Long> {
    String COLUMNS = "SELECT b.id, b.tenant_id, b.title, b.meeting_on, b.state, b.minutes, b.created_by, b.created_at,"
            + " b.decided_by, b.decided_at FROM subsidy_batch b ";

    BatchRow save(BatchRow row);

    @Query(COLUMNS + "WHERE b.tenant_id = :tenantId AND b.id = :id")
    Optional<BatchRow> find(long tenantId, long id);

    /** Whoever makes a list public comes one after the other. */
    @Query(COLUMNS + "WHERE b.tenant_id = :tenantId AND b.id = :id FOR UPDATE")
    Optional<BatchRow> lock(long tenantId, long id);

    @Query(COLUMNS + "WHERE b.tenant_id = :tenantId ORDER BY b.id DESC LIMIT :limit OFFSET :offset")
    List<BatchRow> page(long tenantId, int limit, int offset);

    @Query("SELECT COUNT(*) FROM subsidy_batch b WHERE b.tenant_id = :tenantId")
    long count(long tenantId);

    /** 1, or 0 where it was decided already. */
    @Query("""
            UPDATE subsidy_batch SET state = 'DECIDED', minutes = :minutes, decided_by = :by, decided_at = :at
            WHERE tenant_id = :tenantId AND id = :id AND state = 'OPEN'
            """)
    int decide(long tenantId, long id, String minutes, String by, Instant at);
}
