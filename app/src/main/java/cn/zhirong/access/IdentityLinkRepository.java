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

/** Owns the tables {@code identity_link} and {@code identity_attempt}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface IdentityLinkRepository extends GenericRepository<IdentityProviderRow, Long> {
    /** A link; the name is sealed. */
    @Introspected
    record Link(long id, long providerId, long accountId, String nameSealed, Instant createdAt) {}

    /** A sign-in on its way. */
    @Introspected
    record Attempt(@Nullable Long accountId, String back) {}

    @Query("""
            SELECT id, provider_id, account_id, name_sealed, created_at FROM identity_link
            WHERE tenant_id = :tenantId AND provider_id = :providerId AND identity_digest = :digest
            """)
    Optional<Link> find(long tenantId, long providerId, String digest);

    @Query("""
            SELECT id, provider_id, account_id, name_sealed, created_at FROM identity_link
            WHERE tenant_id = :tenantId AND account_id = :accountId ORDER BY id LIMIT 100
            """)
    List<Link> findAll(long tenantId, long accountId);

    @Query("""
            SELECT id, provider_id, account_id, name_sealed, created_at FROM identity_link
            WHERE tenant_id = :tenantId AND provider_id = :providerId ORDER BY id LIMIT 500
            """)
    List<Link> ofProvider(long tenantId, long providerId);

    @Query("SELECT COUNT(*) FROM identity_link WHERE tenant_id = :tenantId AND provider_id = :providerId")
    long count(long tenantId, long providerId);

    /** Gives 0 where the identity, or another one of this provider for the account, is linked already. */
    @Query("""
            INSERT IGNORE INTO identity_link
                (tenant_id, provider_id, identity_digest, account_id, name_sealed, created_at)
            VALUES (:tenantId, :providerId, :digest, :accountId, :nameSealed, :now)
            """)
    long add(long tenantId, long providerId, String digest, long accountId, String nameSealed, Instant now);

    @Query("DELETE FROM identity_link WHERE tenant_id = :tenantId AND account_id = :accountId AND id = :id")
    long remove(long tenantId, long accountId, long id);

    @Query("""
            INSERT INTO identity_attempt
                (tenant_id, state_digest, browser_digest, provider_id, account_id, back, expires_at)
            VALUES (:tenantId, :state, :browser, :providerId, :accountId, :back, :expiresAt)
            """)
    void begin(
            long tenantId,
            String state,
            String browser,
            long providerId,
            @Nullable Long accountId,
            String back,
            Instant expiresAt);

    @Query("""
            SELECT account_id, back FROM identity_attempt
            WHERE tenant_id = :tenantId AND state_digest = :state AND browser_digest = :browser
                AND provider_id = :providerId AND expires_at > :now
            """)
    Optional<Attempt> attempt(long tenantId, long providerId, String state, String browser, Instant now);

    @Query("DELETE FROM identity_attempt WHERE tenant_id = :tenantId AND state_digest = :state")
    long use(long tenantId, String state);

    @Query("DELETE FROM identity_attempt WHERE tenant_id = :tenantId AND provider_id = :providerId")
    long clearProvider(long tenantId, long providerId);

    @Query("DELETE FROM identity_attempt WHERE tenant_id = :tenantId AND expires_at <= :now")
    long clear(long tenantId, Instant now);
}
