package cn.zhirong.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code identity_provider}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface IdentityProviderRepository extends GenericRepository<IdentityProviderRow, Long> {
    IdentityProviderRow save(IdentityProviderRow row);

    @Query("""
            SELECT id, tenant_id, kind, name, issuer, client_id, secret, settings, enabled, created_at
            FROM identity_provider WHERE tenant_id = :tenantId AND id = :id
            """)
    Optional<IdentityProviderRow> find(long tenantId, long id);

    @Query("""
            SELECT id, tenant_id, kind, name, issuer, client_id, secret, settings, enabled, created_at
            FROM identity_provider WHERE tenant_id = :tenantId ORDER BY id LIMIT 100
            """)
    List<IdentityProviderRow> findAll(long tenantId);

    @Query("""
            UPDATE identity_provider SET name = :name, issuer = :issuer, client_id = :clientId, secret = :secret,
                settings = :settings, enabled = :enabled
            WHERE tenant_id = :tenantId AND id = :id
            """)
    long change(
            long tenantId,
            long id,
            String name,
            String issuer,
            String clientId,
            String secret,
            String settings,
            boolean enabled);

    /** Only one that is switched off. */
    @Query("DELETE FROM identity_provider WHERE tenant_id = :tenantId AND id = :id AND NOT enabled")
    long remove(long tenantId, long id);
}
