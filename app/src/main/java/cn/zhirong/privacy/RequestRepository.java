package cn.zhirong.privacy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code privacy_request}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RequestRepository extends GenericRepository<RequestRow, Long> {
    String COLUMNS =
            "SELECT id, tenant_id, account_id, open_account_id, asked_by, reason, asked_at, due_on, state, answer,"
                    + " handled_by, handled_at FROM privacy_request ";

    RequestRow save(RequestRow row);

    @Query(COLUMNS + "WHERE tenant_id = :tenantId AND id = :id")
    Optional<RequestRow> find(long tenantId, long id);

    @Query(COLUMNS + "WHERE tenant_id = :tenantId AND account_id = :accountId ORDER BY id DESC LIMIT 50")
    List<RequestRow> findOf(long tenantId, long accountId);

    /** The open ones first, what is due soonest on top; then the handled ones, the newest on top. */
    @Query(COLUMNS + """
            WHERE tenant_id = :tenantId
            ORDER BY handled_at IS NOT NULL, CASE WHEN handled_at IS NULL THEN due_on END, handled_at DESC, id LIMIT 300
            """)
    List<RequestRow> findAll(long tenantId);

    @Query("""
            UPDATE privacy_request
            SET state = :state, answer = :answer, handled_by = :handledBy, handled_at = :now, open_account_id = NULL
            WHERE tenant_id = :tenantId AND id = :id AND state = 'OPEN'
            """)
    long answer(long tenantId, long id, RequestState state, String answer, String handledBy, Instant now);
}
