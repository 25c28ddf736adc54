package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Owns the table {@code subsidy_subscription}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SubscriptionRepository extends GenericRepository<SubscriptionRow, Long> {
    @Query("""
            INSERT IGNORE INTO subsidy_subscription (tenant_id, account_id, programme_id, since)
            VALUES (:tenantId, :accountId, :programmeId, :since)
            """)
    void add(long tenantId, long accountId, long programmeId, Instant since);

    @Query("""
            DELETE FROM subsidy_subscription
            WHERE tenant_id = :tenantId AND account_id = :accountId AND programme_id = :programmeId
            """)
    void remove(long tenantId, long accountId, long programmeId);

    @Query("""
            SELECT s.tenant_id, s.account_id, s.programme_id, s.since FROM subsidy_subscription s
            WHERE s.tenant_id = :tenantId ORDER BY s.account_id, s.programme_id LIMIT 100000
            """)
    List<SubscriptionRow> all(long tenantId);
}
