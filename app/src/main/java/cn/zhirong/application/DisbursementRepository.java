package cn.zhirong.application;

import cn.zhirong.application.DisbursementRow.Progress;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_disbursement}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface DisbursementRepository extends GenericRepository<DisbursementRow, Long> {
    String COLUMNS =
            "SELECT d.id, d.tenant_id, d.number, d.state, d.total_fen, d.created_by, d.created_at, d.confirmed_by,"
                    + " d.confirmed_at FROM subsidy_disbursement d ";

    DisbursementRow save(DisbursementRow row);

    @Query(COLUMNS + "WHERE d.tenant_id = :tenantId AND d.id = :id FOR UPDATE")
    Optional<DisbursementRow> lock(long tenantId, long id);

    @Query(COLUMNS + "WHERE d.tenant_id = :tenantId AND d.id = :id")
    Optional<DisbursementRow> find(long tenantId, long id);

    @Query(COLUMNS + "WHERE d.tenant_id = :tenantId ORDER BY d.id DESC LIMIT :limit OFFSET :offset")
    List<DisbursementRow> page(long tenantId, int limit, int offset);

    @Query("SELECT COUNT(*) FROM subsidy_disbursement d WHERE d.tenant_id = :tenantId")
    long count(long tenantId);

    /** 1, or 0 for whoever put it together. */
    @Query("""
            UPDATE subsidy_disbursement SET state = 'SETTLED', settled_by = :by, receipt = :receipt
            WHERE tenant_id = :tenantId AND id = :id AND state = 'CONFIRMED' AND created_by <> :by
            """)
    int settle(long tenantId, long id, String by, String receipt);

    @Query("""
            UPDATE subsidy_disbursement SET state = :state, confirmed_by = :by, confirmed_at = :at
            WHERE tenant_id = :tenantId AND id = :id
            """)
    void move(long tenantId, long id, Progress state, String by, Instant at);
}
