package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_notice}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface NoticeRepository extends GenericRepository<NoticeRow, Long> {
    String COLUMNS = "SELECT n.id, n.tenant_id, n.batch_id, n.title, n.state, n.content, n.opens_on, n.closes_on,"
            + " n.published_by, n.published_at, n.closed_by, n.closed_at FROM subsidy_notice n ";

    NoticeRow save(NoticeRow row);

    @Query(COLUMNS + "WHERE n.tenant_id = :tenantId AND n.id = :id")
    Optional<NoticeRow> find(long tenantId, long id);

    @Query(COLUMNS + "WHERE n.tenant_id = :tenantId ORDER BY n.id DESC LIMIT 200")
    List<NoticeRow> all(long tenantId);

    /** 1, or 0 where it was closed already. */
    @Query("""
            UPDATE subsidy_notice SET state = 'CLOSED', closed_by = :by, closed_at = :at
            WHERE tenant_id = :tenantId AND id = :id AND state = 'OPEN'
            """)
    int close(long tenantId, long id, String by, Instant at);
}
