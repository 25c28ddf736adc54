package cn.zhirong.privacy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Owns the table {@code privacy_consent}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ConsentRepository extends GenericRepository<ConsentRow, Long> {
    /** The first time counts. */
    @Query("""
            INSERT INTO privacy_consent (tenant_id, account_id, notice_version, given_at)
            VALUES (:tenantId, :accountId, :version, :now)
            ON DUPLICATE KEY UPDATE tenant_id = tenant_id
            """)
    void add(long tenantId, long accountId, String version, Instant now);

    @Query("""
            SELECT tenant_id, account_id, notice_version, given_at FROM privacy_consent
            WHERE tenant_id = :tenantId AND account_id = :accountId ORDER BY given_at, notice_version
            """)
    List<ConsentRow> findAll(long tenantId, long accountId);
}
