package cn.zhirong.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the tables {@code account} and {@code credential}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountRepository extends GenericRepository<AccountRow, Long> {
    AccountRow save(AccountRow row);

    @Query("""
            SELECT id, tenant_id, username, display_name, role, organisation_id, disabled, created_at
            FROM account WHERE tenant_id = :tenantId AND username = :username AND NOT disabled
            """)
    Optional<AccountRow> findByUsername(long tenantId, String username);

    @Query("""
            SELECT id, tenant_id, username, display_name, role, organisation_id, disabled, created_at
            FROM account WHERE tenant_id = :tenantId AND NOT disabled ORDER BY id LIMIT 200
            """)
    List<AccountRow> findAll(long tenantId);

    @Query("""
            INSERT INTO credential (token_hash, tenant_id, account_id, kind, created_at, expires_at)
            VALUES (:hash, :tenantId, :accountId, :kind, :createdAt, :expiresAt)
            """)
    void addCredential(
            String hash, long tenantId, long accountId, CredentialKind kind, Instant createdAt, Instant expiresAt);

    @Query("""
            SELECT a.id, a.tenant_id, a.username, a.display_name, a.role, a.organisation_id, a.disabled, a.created_at
            FROM credential c JOIN account a ON a.tenant_id = c.tenant_id AND a.id = c.account_id
            WHERE c.token_hash = :hash AND c.tenant_id = :tenantId AND c.kind = :kind AND c.expires_at > :now
              AND NOT a.disabled
            """)
    Optional<AccountRow> findByCredential(long tenantId, String hash, CredentialKind kind, Instant now);

    @Query("DELETE FROM credential WHERE tenant_id = :tenantId AND token_hash = :hash AND kind = :kind")
    long removeCredential(long tenantId, String hash, CredentialKind kind);
}
