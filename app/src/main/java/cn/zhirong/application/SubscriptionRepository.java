package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Owns the tables {@code subsidy_subscription}, {@code subsidy_topic} and {@code subsidy_told}. */
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

    /** 1, or 0 where it was there. */
    @Query("""
            INSERT IGNORE INTO subsidy_topic (tenant_id, account_id, topic, since)
            VALUES (:tenantId, :accountId, :topic, :since)
            """)
    int addTopic(long tenantId, long accountId, String topic, Instant since);

    @Query("DELETE FROM subsidy_topic WHERE tenant_id = :tenantId AND account_id = :accountId AND topic = :topic")
    int removeTopic(long tenantId, long accountId, String topic);

    @Query("""
            SELECT t.tenant_id, t.account_id, t.topic, t.since FROM subsidy_topic t
            WHERE t.tenant_id = :tenantId ORDER BY t.account_id, t.topic LIMIT 100000
            """)
    List<TopicRow> topics(long tenantId);

    /** 1 for news, 0 for what was told or known before. */
    @Query("""
            INSERT IGNORE INTO subsidy_told (tenant_id, account_id, cause, told_at)
            VALUES (:tenantId, :accountId, :cause, :at)
            """)
    int told(long tenantId, long accountId, String cause, Instant at);

    @Query("DELETE FROM subsidy_told WHERE tenant_id = :tenantId AND account_id = :accountId")
    int forget(long tenantId, long accountId);
}
