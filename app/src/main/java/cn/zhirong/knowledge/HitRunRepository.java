package cn.zhirong.knowledge;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code hit_run}: rows are added, and decided about once. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface HitRunRepository extends GenericRepository<HitRunRow, Long> {
    HitRunRow save(HitRunRow row);

    @Query("""
            SELECT id, tenant_id, cause, ran_by, ran_at, as_of, millis, version_id, about, settings, settings_revision, asked,
              hit_at_1, hit_at_3, hit_at_10, results, decision, decided_by, decided_at, reason
            FROM hit_run WHERE tenant_id = :tenantId AND id = :id
            """)
    Optional<HitRunRow> find(long tenantId, long id);

    @Query("""
            SELECT id, tenant_id, cause, ran_by, ran_at, as_of, millis, version_id, about, settings, settings_revision, asked,
              hit_at_1, hit_at_3, hit_at_10, results, decision, decided_by, decided_at, reason
            FROM hit_run WHERE tenant_id = :tenantId AND cause = 'PRESENT' ORDER BY id DESC LIMIT 1
            """)
    Optional<HitRunRow> lastPresent(long tenantId);

    /** The latest, without their results. */
    @Query("""
            SELECT id, tenant_id, cause, ran_by, ran_at, as_of, millis, version_id, about, settings, settings_revision, asked,
              hit_at_1, hit_at_3, hit_at_10, '[]' AS results, decision, decided_by, decided_at, reason
            FROM hit_run WHERE tenant_id = :tenantId ORDER BY id DESC LIMIT 100
            """)
    List<HitRunRow> latest(long tenantId);

    /** Only what nobody decided about yet. */
    @Query("""
            UPDATE hit_run SET decision = :decision, decided_by = :decidedBy, decided_at = :decidedAt, reason = :reason
            WHERE tenant_id = :tenantId AND id = :id AND decision IS NULL
            """)
    long decide(long tenantId, long id, HitRun.Decision decision, String decidedBy, Instant decidedAt, String reason);
}
