package cn.zhirong.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owns the tables {@code account} and {@code credential}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountRepository extends GenericRepository<AccountRow, Long> {
    AccountRow save(AccountRow row);

    @Query("""
            SELECT id, tenant_id, username, display_name, role, organisation_id, disabled, created_at, password_hash,
                password_changed_at, session_epoch, contact_email, contact_phone
            FROM account WHERE tenant_id = :tenantId AND username = :username
            """)
    Optional<AccountRow> findByUsername(long tenantId, String username);

    @Query("""
            SELECT id, tenant_id, username, display_name, role, organisation_id, disabled, created_at, password_hash,
                password_changed_at, session_epoch, contact_email, contact_phone
            FROM account WHERE tenant_id = :tenantId AND id = :id
            """)
    Optional<AccountRow> find(long tenantId, long id);

    @Query("""
            SELECT id, tenant_id, username, display_name, role, organisation_id, disabled, created_at, password_hash,
                password_changed_at, session_epoch, contact_email, contact_phone
            FROM account WHERE tenant_id = :tenantId ORDER BY id LIMIT 1000
            """)
    List<AccountRow> findAll(long tenantId);

    /** Accounts of one organisation that may act, oldest first. */
    @Query("""
            SELECT id, tenant_id, username, display_name, role, organisation_id, disabled, created_at, password_hash,
                password_changed_at, session_epoch, contact_email, contact_phone
            FROM account WHERE tenant_id = :tenantId AND organisation_id = :organisationId AND NOT disabled
            ORDER BY id LIMIT 1000
            """)
    List<AccountRow> ofOrganisation(long tenantId, long organisationId);

    /** Accounts of these roles that may act, oldest first. */
    @Query("""
            SELECT id, tenant_id, username, display_name, role, organisation_id, disabled, created_at, password_hash,
                password_changed_at, session_epoch, contact_email, contact_phone
            FROM account WHERE tenant_id = :tenantId AND role IN (:roles) AND NOT disabled ORDER BY id LIMIT 10000
            """)
    List<AccountRow> ofRoles(long tenantId, List<String> roles);

    /** Whatever is changed by these, sessions of before are dead: the epoch rises. */
    @Query("""
            UPDATE account SET password_hash = :hash, password_changed_at = :now, session_epoch = session_epoch + 1
            WHERE tenant_id = :tenantId AND id = :id AND session_epoch = :epoch AND NOT disabled
            """)
    long setPassword(long tenantId, long id, int epoch, String hash, Instant now);

    @Query("""
            UPDATE account SET password_hash = :hash
            WHERE tenant_id = :tenantId AND id = :id AND password_hash = :before
            """)
    long rehash(long tenantId, long id, String before, String hash);

    @Query("""
            UPDATE account SET disabled = :disabled, session_epoch = session_epoch + 1
            WHERE tenant_id = :tenantId AND id = :id AND disabled <> :disabled AND (:disabled OR erased_at IS NULL)
            """)
    long setDisabled(long tenantId, long id, boolean disabled);

    @Query("""
            UPDATE account SET role = :role, organisation_id = :organisationId, session_epoch = session_epoch + 1
            WHERE tenant_id = :tenantId AND id = :id
            """)
    long setRole(long tenantId, long id, Role role, @Nullable Long organisationId);

    @Query("""
            UPDATE account SET contact_email = :email, contact_phone = :phone WHERE tenant_id = :tenantId AND id = :id
            """)
    long setContacts(long tenantId, long id, @Nullable String email, @Nullable String phone);

    @Query("""
            UPDATE account SET display_name = :name, contact_email = NULL, contact_phone = NULL, password_hash = NULL,
                password_changed_at = NULL, erased_at = :now, session_epoch = session_epoch + 1
            WHERE tenant_id = :tenantId AND id = :id
            """)
    long erase(long tenantId, long id, String name, Instant now);

    @Query("""
            INSERT INTO credential (token_hash, tenant_id, account_id, kind, created_at, expires_at)
            VALUES (:hash, :tenantId, :accountId, :kind, :createdAt, :expiresAt)
            """)
    void addCredential(
            String hash, long tenantId, long accountId, CredentialKind kind, Instant createdAt, Instant expiresAt);

    @Query("""
            SELECT a.id, a.tenant_id, a.username, a.display_name, a.role, a.organisation_id, a.disabled, a.created_at,
                a.password_hash, a.password_changed_at, a.session_epoch, a.contact_email, a.contact_phone
            FROM credential c JOIN account a ON a.tenant_id = c.tenant_id AND a.id = c.account_id
            WHERE c.token_hash = :hash AND c.tenant_id = :tenantId AND c.expires_at > :now AND NOT a.disabled
            """)
    Optional<AccountRow> findByLink(long tenantId, String hash, Instant now);

    @Query("DELETE FROM credential WHERE tenant_id = :tenantId AND token_hash = :hash")
    long removeCredential(long tenantId, String hash);

    /** Of links one is alive: the newest. */
    @Query("DELETE FROM credential WHERE tenant_id = :tenantId AND account_id = :accountId")
    long removeCredentials(long tenantId, long accountId);
}
