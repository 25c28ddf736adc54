package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_call}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CallRepository extends GenericRepository<CallRow, String> {
    /** 1, or 0 where there is such a call; waits for one that is under way. */
    @Query("""
            INSERT IGNORE INTO subsidy_call (tenant_id, account_id, call_key, body_sha256, called_at)
            VALUES (:tenantId, :accountId, :key, :body, :at)
            """)
    int begin(long tenantId, long accountId, String key, String body, Instant at);

    @Query("""
            SELECT c.tenant_id, c.account_id, c.call_key, c.body_sha256, c.answer, c.called_at FROM subsidy_call c
            WHERE c.tenant_id = :tenantId AND c.account_id = :accountId AND c.call_key = :key
            """)
    Optional<CallRow> find(long tenantId, long accountId, String key);

    @Query("""
            UPDATE subsidy_call SET answer = :answer
            WHERE tenant_id = :tenantId AND account_id = :accountId AND call_key = :key
            """)
    void end(long tenantId, long accountId, String key, String answer);

    /** Calls of an account that are this old; read without waiting for those under way. */
    @Query("""
            SELECT c.call_key FROM subsidy_call c
            WHERE c.tenant_id = :tenantId AND c.account_id = :accountId AND c.called_at < :before LIMIT 100
            """)
    List<String> old(long tenantId, long accountId, Instant before);

    @Query("""
            DELETE FROM subsidy_call
            WHERE tenant_id = :tenantId AND account_id = :accountId AND call_key IN (:keys)
            """)
    void forget(long tenantId, long accountId, List<String> keys);
}
