package cn.zhirong.enterprise;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Owns the table {@code enterprise_fact}; rows are added by {@link RegisterWriter} and never taken away. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FactRepository extends GenericRepository<FactRow, Long> {
    String COLUMNS =
            "SELECT id, tenant_id, enterprise_id, field, year, number_value, text_value, day_value, source, as_of,"
                    + " evidence, state, entered_by, entered_at, answered_by, answered_at, answer FROM enterprise_fact ";

    @Query(COLUMNS + "WHERE tenant_id = :tenantId AND enterprise_id = :enterpriseId ORDER BY id")
    List<FactRow> of(long tenantId, long enterpriseId);

    @Query(COLUMNS + "WHERE tenant_id = :tenantId AND enterprise_id IN (:enterpriseIds) ORDER BY enterprise_id, id")
    List<FactRow> ofAll(long tenantId, List<Long> enterpriseIds);

    /** 0 where it was answered already. */
    @Query("""
            UPDATE enterprise_fact SET state = :state, answered_by = :by, answered_at = :now, answer = :answer
            WHERE tenant_id = :tenantId AND enterprise_id = :enterpriseId AND id = :id AND state = 'WAITS'
            """)
    long answer(long tenantId, long enterpriseId, long id, FactState state, String by, Instant now, String answer);

    /** What was declared before, and nobody answered. */
    @Query("""
            UPDATE enterprise_fact SET state = 'REPLACED'
            WHERE tenant_id = :tenantId AND enterprise_id = :enterpriseId AND field = :field AND year = :year
              AND state = 'WAITS'
            """)
    long replaceWaiting(long tenantId, long enterpriseId, String field, int year);
}
