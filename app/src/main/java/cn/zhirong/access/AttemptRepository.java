package cn.zhirong.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Owns the table {@code sign_in_attempts}. Each try is one conditional update, so that a hundred at once are counted exactly. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AttemptRepository extends GenericRepository<AccountRow, Long> {
    /**
     * Takes one try, if the subject is free. From the {@code most}th within the window on each costs a delay that doubles, from
     * 30 seconds to 10 minutes; the window then begins anew. The assignments are made in this order.
     */
    @Query("""
            UPDATE sign_in_attempts SET
                free_at = CASE WHEN since > :windowStart AND tries + 1 >= :most
                    THEN TIMESTAMPADD(SECOND, LEAST(600, 30 * POW(2, LEAST(tries + 1 - :most, 5))), :now)
                    ELSE free_at END,
                tries = CASE WHEN since > :windowStart THEN tries + 1 ELSE 1 END,
                since = CASE WHEN since > :windowStart AND tries < :most THEN since ELSE :now END
            WHERE tenant_id = :tenantId AND subject = :subject AND free_at <= :now
            """)
    long take(long tenantId, String subject, int most, Instant windowStart, Instant now);

    @Query("SELECT free_at FROM sign_in_attempts WHERE tenant_id = :tenantId AND subject = :subject")
    Optional<Instant> freeAt(long tenantId, String subject);

    @Query("""
            INSERT IGNORE INTO sign_in_attempts (tenant_id, subject, tries, since, free_at)
            VALUES (:tenantId, :subject, 0, :now, :freeAt)
            """)
    void begin(long tenantId, String subject, Instant now, Instant freeAt);

    @Query("DELETE FROM sign_in_attempts WHERE tenant_id = :tenantId AND subject = :subject")
    long forget(long tenantId, String subject);

    @Query("""
            UPDATE sign_in_attempts SET tries = tries - 1
            WHERE tenant_id = :tenantId AND subject = :subject AND tries > 0
            """)
    long giveBack(long tenantId, String subject);

    @Query(
            "DELETE FROM sign_in_attempts WHERE tenant_id = :tenantId AND since < :before AND free_at < :before LIMIT 200")
    long clear(long tenantId, Instant before);
}
