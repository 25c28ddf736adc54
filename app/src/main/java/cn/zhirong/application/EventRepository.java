package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Owns the table {@code subsidy_event}, to which is only added. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EventRepository extends GenericRepository<EventRow, Long> {
    EventRow save(EventRow row);

    @Query("""
            SELECT e.id, e.tenant_id, e.application_id, e.step, e.state, e.actor, e.remark, e.happened_at
            FROM subsidy_event e WHERE e.tenant_id = :tenantId AND e.application_id = :applicationId ORDER BY e.id LIMIT 500
            """)
    List<EventRow> of(long tenantId, long applicationId);

    /** Of these applications those in which somebody took one of these steps. */
    @Query("""
            SELECT DISTINCT e.application_id FROM subsidy_event e
            WHERE e.tenant_id = :tenantId AND e.application_id IN (:applications) AND e.actor = :actor AND e.step IN (:steps)
            """)
    List<Long> taken(long tenantId, List<Long> applications, String actor, List<String> steps);
}
