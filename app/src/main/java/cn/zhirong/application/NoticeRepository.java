package cn.zhirong.application;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_notice}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface NoticeRepository extends GenericRepository<NoticeRow, Long> {
    String COLUMNS =
            "SELECT n.id, n.tenant_id, n.batch_id, n.title, n.state, n.content, n.line_count, n.opens_on, n.closes_on,"
                    + " n.published_by, n.published_at, n.closed_by, n.closed_at FROM subsidy_notice n ";

    String HEADS = "SELECT n.id, n.title, n.opens_on, n.closes_on, n.line_count FROM subsidy_notice n"
            + " WHERE n.tenant_id = :tenantId ";

    NoticeRow save(NoticeRow row);

    @Query(COLUMNS + "WHERE n.tenant_id = :tenantId AND n.id = :id")
    Optional<NoticeRow> find(long tenantId, long id);

    /** A notice without what it says, which may be long. */
    @Introspected
    record Head(long id, String title, LocalDate opensOn, LocalDate closesOn, int lineCount) {}

    @Query(HEADS + "AND n.state = 'OPEN' AND n.closes_on >= :today ORDER BY n.id DESC LIMIT 500")
    List<Head> open(long tenantId, LocalDate today);

    @Query(HEADS + "AND (n.state <> 'OPEN' OR n.closes_on < :today) AND (:before = 0 OR n.id < :before)"
            + " ORDER BY n.id DESC LIMIT :limit")
    List<Head> over(long tenantId, LocalDate today, long before, int limit);

    @Query(HEADS
            + "AND EXISTS (SELECT 1 FROM subsidy_application a WHERE a.tenant_id = :tenantId AND a.notice_id = n.id"
            + " AND a.programme_id IN (:programmes)) ORDER BY n.id DESC LIMIT 200")
    List<Head> ofProgrammes(long tenantId, List<Long> programmes);

    @Query("SELECT n.id FROM subsidy_notice n WHERE n.tenant_id = :tenantId AND n.batch_id = :batchId")
    Optional<Long> ofBatch(long tenantId, long batchId);

    /** 1, or 0 where it was closed already. */
    @Query("""
            UPDATE subsidy_notice SET state = 'CLOSED', closed_by = :by, closed_at = :at
            WHERE tenant_id = :tenantId AND id = :id AND state = 'OPEN'
            """)
    int close(long tenantId, long id, String by, Instant at);
}
