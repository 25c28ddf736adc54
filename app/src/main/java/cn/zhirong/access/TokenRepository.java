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

/** Owns the table {@code api_token}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TokenRepository extends GenericRepository<AccountRow, Long> {
    /** A token in use with the account it stands for. */
    @Introspected
    record Use(
            long id,
            TokenScope scope,
            @Nullable Instant lastUsedAt,
            long accountId,
            String username,
            String displayName,
            Role role,
            @Nullable Long organisationId) {}

    @Query("""
            INSERT INTO api_token (tenant_id, account_id, digest, name, scope, created_at, expires_at)
            VALUES (:tenantId, :accountId, :digest, :name, :scope, :now, :expiresAt)
            """)
    void add(
            long tenantId,
            long accountId,
            String digest,
            String name,
            TokenScope scope,
            Instant now,
            Instant expiresAt);

    @Query("""
            SELECT t.id, t.scope, t.last_used_at, t.account_id, a.username, a.display_name, a.role, a.organisation_id
            FROM api_token t JOIN account a ON a.tenant_id = t.tenant_id AND a.id = t.account_id
            WHERE t.tenant_id = :tenantId AND t.digest = :digest AND t.expires_at > :now AND NOT a.disabled
            """)
    Optional<Use> find(long tenantId, String digest, Instant now);

    @Query("""
            SELECT id, name, scope, created_at, expires_at, last_used_at FROM api_token
            WHERE tenant_id = :tenantId AND account_id = :accountId AND expires_at > :now ORDER BY id DESC LIMIT 100
            """)
    List<ApiToken> findAll(long tenantId, long accountId, Instant now);

    @Query("UPDATE api_token SET last_used_at = :now WHERE tenant_id = :tenantId AND id = :id")
    long touch(long tenantId, long id, Instant now);

    @Query("DELETE FROM api_token WHERE tenant_id = :tenantId AND account_id = :accountId AND id = :id")
    long remove(long tenantId, long accountId, long id);

    @Query("DELETE FROM api_token WHERE tenant_id = :tenantId AND account_id = :accountId")
    long removeAll(long tenantId, long accountId);
}
