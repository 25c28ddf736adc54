package cn.zhirong.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owns the tables {@code second_factor} and {@code recovery_code}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SecondFactorRepository extends GenericRepository<AccountRow, Long> {
    /** A row of {@code second_factor}; the secret is sealed. */
    @Introspected
    record Row(String secret, @Nullable Instant confirmedAt) {}

    @Query("SELECT secret, confirmed_at FROM second_factor WHERE tenant_id = :tenantId AND account_id = :accountId")
    Optional<Row> find(long tenantId, long accountId);

    @Query("DELETE FROM second_factor WHERE tenant_id = :tenantId AND account_id = :accountId AND confirmed_at IS NULL")
    long removePending(long tenantId, long accountId);

    @Query("INSERT INTO second_factor (tenant_id, account_id, secret) VALUES (:tenantId, :accountId, :secret)")
    void add(long tenantId, long accountId, String secret);

    @Query("""
            UPDATE second_factor SET confirmed_at = :now, last_step = :step
            WHERE tenant_id = :tenantId AND account_id = :accountId AND confirmed_at IS NULL
            """)
    long confirm(long tenantId, long accountId, long step, Instant now);

    /** Uses a step up; of two who bring the same code one finds it used. */
    @Query("""
            UPDATE second_factor SET last_step = :step
            WHERE tenant_id = :tenantId AND account_id = :accountId AND confirmed_at IS NOT NULL AND last_step < :step
            """)
    long useStep(long tenantId, long accountId, long step);

    @Query("DELETE FROM second_factor WHERE tenant_id = :tenantId AND account_id = :accountId")
    long remove(long tenantId, long accountId);

    @Query("INSERT INTO recovery_code (tenant_id, account_id, digest) VALUES (:tenantId, :accountId, :digest)")
    void addCode(long tenantId, long accountId, String digest);

    @Query("""
            DELETE FROM recovery_code WHERE tenant_id = :tenantId AND account_id = :accountId AND digest = :digest
            """)
    long useCode(long tenantId, long accountId, String digest);

    @Query("DELETE FROM recovery_code WHERE tenant_id = :tenantId AND account_id = :accountId")
    long removeCodes(long tenantId, long accountId);

    @Query("SELECT COUNT(*) FROM recovery_code WHERE tenant_id = :tenantId AND account_id = :accountId")
    long countCodes(long tenantId, long accountId);
}
