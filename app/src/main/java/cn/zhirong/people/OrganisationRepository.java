package cn.zhirong.people;

import cn.zhirong.access.OrganisationKind;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owns the tables {@code organisation} and {@code organisation_code}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OrganisationRepository extends GenericRepository<OrganisationRow, Long> {
    String COLUMNS =
            "SELECT id, tenant_id, kind, name, credit_code, state, created_by, created_at, decided_by, decided_at,"
                    + " decided_how, reason FROM organisation ";

    OrganisationRow save(OrganisationRow row);

    @Query(COLUMNS + "WHERE tenant_id = :tenantId AND id = :id")
    Optional<OrganisationRow> find(long tenantId, long id);

    @Query(COLUMNS + "WHERE tenant_id = :tenantId AND kind = :kind AND credit_code = :creditCode")
    Optional<OrganisationRow> findByCode(long tenantId, OrganisationKind kind, String creditCode);

    @Query(COLUMNS + "WHERE tenant_id = :tenantId ORDER BY kind, name, id LIMIT 1000")
    List<OrganisationRow> findAll(long tenantId);

    @Query(COLUMNS
            + "WHERE tenant_id = :tenantId AND kind = 'ENTERPRISE' AND state = :state ORDER BY id DESC LIMIT 200")
    List<OrganisationRow> findEnterprises(long tenantId, OrganisationState state);

    /** A refused one gives its code free, so that the rightful enterprise can register. */
    @Query("""
            UPDATE organisation
            SET state = :state, decided_by = :decidedBy, decided_at = :decidedAt, decided_how = :decidedHow, reason = :reason,
                credit_code = CASE WHEN :state = 'REFUSED' THEN NULL ELSE credit_code END
            WHERE tenant_id = :tenantId AND id = :id AND state = 'PENDING'
            """)
    long decide(
            long tenantId,
            long id,
            OrganisationState state,
            @Nullable String decidedBy,
            Instant decidedAt,
            String decidedHow,
            String reason);

    @Query("DELETE FROM organisation_code WHERE tenant_id = :tenantId AND organisation_id = :organisationId")
    long removeCode(long tenantId, long organisationId);

    @Query("""
            INSERT INTO organisation_code (tenant_id, organisation_id, digest, created_by, created_at, expires_at, tries_left)
            VALUES (:tenantId, :organisationId, :digest, :createdBy, :createdAt, :expiresAt, :tries)
            """)
    void addCode(
            long tenantId,
            long organisationId,
            String digest,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            int tries);

    @Query("SELECT expires_at FROM organisation_code WHERE tenant_id = :tenantId AND organisation_id = :organisationId")
    Optional<Instant> codeExpires(long tenantId, long organisationId);

    /** Takes one of the tries; 0 when none is left or the code is out of date. */
    @Query("""
            UPDATE organisation_code SET tries_left = tries_left - 1
            WHERE tenant_id = :tenantId AND organisation_id = :organisationId AND tries_left > 0 AND expires_at > :now
            """)
    long tryCode(long tenantId, long organisationId, Instant now);

    @Query("""
            SELECT COUNT(*) FROM organisation_code
            WHERE tenant_id = :tenantId AND organisation_id = :organisationId AND digest = :digest
            """)
    long countCode(long tenantId, long organisationId, String digest);
}
