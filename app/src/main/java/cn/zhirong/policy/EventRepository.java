package cn.zhirong.policy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Owns the table {@code index_event}: what an index has to follow, in the order of its ids. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EventRepository extends GenericRepository<EventRow, Long> {
    EventRow save(EventRow row);

    @Query("""
            SELECT id, tenant_id, version_id, created_at
            FROM index_event WHERE tenant_id = :tenantId AND id > :after ORDER BY id LIMIT 200
            """)
    List<EventRow> after(long tenantId, long after);

    @Query("SELECT COALESCE(MAX(id), 0) FROM index_event WHERE tenant_id = :tenantId")
    long last(long tenantId);

    /** The last change of every shelf that has any: one look instead of one a bureau each second. */
    @Query("SELECT tenant_id, MAX(id) AS position FROM index_event GROUP BY tenant_id")
    List<LastEvent> lasts();
}
