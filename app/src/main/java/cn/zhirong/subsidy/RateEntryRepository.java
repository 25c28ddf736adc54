package cn.zhirong.subsidy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code rate_entry}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RateEntryRepository extends GenericRepository<RateEntryRow, Long> {
    String COLUMNS = "SELECT e.id, e.tenant_id, e.name, e.published_on, e.ppm, e.was_ppm, e.kept_until, e.reason,"
            + " e.state, e.entered_by, e.entered_at FROM rate_entry e ";

    RateEntryRow save(RateEntryRow row);

    @Query(COLUMNS + "WHERE e.tenant_id = :tenantId AND e.state = 'WAITING' ORDER BY e.id")
    List<RateEntryRow> waiting(long tenantId);

    /** Locked until the transaction ends. */
    @Query(COLUMNS + "WHERE e.tenant_id = :tenantId AND e.id = :id FOR UPDATE")
    Optional<RateEntryRow> locked(long tenantId, long id);

    @Query("UPDATE rate_entry SET state = :state, decided_by = :by, decided_at = :at"
            + " WHERE tenant_id = :tenantId AND id = :id AND state = 'WAITING'")
    int decide(long tenantId, long id, RateEntryRow.State state, String by, Instant at);
}
