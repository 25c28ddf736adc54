package cn.zhirong.tenant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code tenant}, the one table whose rows belong to nobody else. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TenantRepository extends GenericRepository<TenantRow, Long> {
    TenantRow save(TenantRow row);

    @Query("""
            SELECT id, slug, profile, demonstration, created_at, state, state_since, state_reason, switched_off, revision
            FROM tenant WHERE slug = :slug
            """)
    Optional<TenantRow> findBySlug(String slug);

    @Query("""
            SELECT id, slug, profile, demonstration, created_at, state, state_since, state_reason, switched_off, revision
            FROM tenant ORDER BY slug LIMIT 2000
            """)
    List<TenantRow> findAll();

    @Query("""
            UPDATE tenant SET profile = :profile, switched_off = :switchedOff, revision = revision + 1
            WHERE id = :id AND revision = :revision AND state <> 'DELETED'
            """)
    long update(long id, int revision, String profile, String switchedOff);

    @Query("""
            UPDATE tenant SET state = :state, state_since = :since, state_reason = :reason, revision = revision + 1
            WHERE id = :id AND revision = :revision AND state <> 'DELETED'
            """)
    long become(long id, int revision, TenantState state, Instant since, String reason);

    /** Leaves nothing of it but its slug. */
    @Query("""
            UPDATE tenant SET state = 'DELETED', state_since = :since, state_reason = '', profile = :profile,
              switched_off = '', revision = revision + 1
            WHERE id = :id AND state <> 'DELETED'
            """)
    long bury(long id, String profile, Instant since);

    /** Held until the transaction ends: whoever writes events of one tenant does so one after the other. */
    @Query("SELECT id FROM tenant WHERE id = :id FOR UPDATE")
    long lock(long id);
}
