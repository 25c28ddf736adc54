package cn.zhirong.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owns the tables {@code counterpart} and {@code counterpart_code}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CounterpartRepository extends GenericRepository<AccountRow, Long> {
    /**
     * One side of a link.
     *
     * @param epoch of this account when it confirmed
     * @param otherEpoch of the other one then, or null while this one has not
     * @param createdAt when the two were linked
     */
    @Introspected
    record Side(
            long id,
            long accountId,
            String pairDigest,
            long otherTenantId,
            int epoch,
            @Nullable Integer otherEpoch,
            Instant createdAt) {}

    /** A code that somebody may bring to another bureau. */
    @Introspected
    record Code(long accountId, int epoch) {}

    @Query("""
            SELECT id, account_id, pair_digest, other_tenant_id, epoch, other_epoch, created_at FROM counterpart
            WHERE tenant_id = :tenantId AND account_id = :accountId ORDER BY id LIMIT 100
            """)
    List<Side> findAll(long tenantId, long accountId);

    @Query("""
            SELECT id, account_id, pair_digest, other_tenant_id, epoch, other_epoch, created_at FROM counterpart
            WHERE tenant_id = :tenantId AND account_id = :accountId AND id = :id
            """)
    Optional<Side> find(long tenantId, long accountId, long id);

    @Query("""
            SELECT id, account_id, pair_digest, other_tenant_id, epoch, other_epoch, created_at FROM counterpart
            WHERE tenant_id = :tenantId AND pair_digest = :pair
            """)
    Optional<Side> findByPair(long tenantId, String pair);

    @Query("""
            INSERT INTO counterpart (tenant_id, account_id, pair_digest, other_tenant_id, epoch, other_epoch, created_at)
            VALUES (:tenantId, :accountId, :pair, :otherTenantId, :epoch, :otherEpoch, :now)
            """)
    void add(
            long tenantId,
            long accountId,
            String pair,
            long otherTenantId,
            int epoch,
            @Nullable Integer otherEpoch,
            Instant now);

    @Query("""
            UPDATE counterpart SET epoch = :epoch, other_epoch = :otherEpoch
            WHERE tenant_id = :tenantId AND account_id = :accountId AND id = :id
            """)
    long confirm(long tenantId, long accountId, long id, int epoch, int otherEpoch);

    @Query("DELETE FROM counterpart WHERE tenant_id = :tenantId AND pair_digest = :pair")
    long remove(long tenantId, String pair);

    /** The newest code of an account takes the place of the one before. */
    @Query("""
            INSERT INTO counterpart_code (tenant_id, account_id, code_digest, epoch, expires_at)
            VALUES (:tenantId, :accountId, :digest, :epoch, :expiresAt)
            ON DUPLICATE KEY UPDATE code_digest = :digest, epoch = :epoch, expires_at = :expiresAt
            """)
    void offer(long tenantId, long accountId, String digest, int epoch, Instant expiresAt);

    @Query("""
            SELECT account_id, epoch FROM counterpart_code
            WHERE tenant_id = :tenantId AND code_digest = :digest AND expires_at > :now
            """)
    Optional<Code> code(long tenantId, String digest, Instant now);

    @Query("DELETE FROM counterpart_code WHERE tenant_id = :tenantId AND code_digest = :digest")
    long use(long tenantId, String digest);
}
