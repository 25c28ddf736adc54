package cn.zhirong.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code browser_session}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SessionRepository extends GenericRepository<AccountRow, Long> {
    @Query("""
            INSERT INTO browser_session (tenant_id, account_id, digest, epoch, stage, created_at, last_seen_at, ends_at,
                idle_seconds, source, agent)
            SELECT tenant_id, id, :digest, session_epoch, :stage, :now, :now, :endsAt, :idleSeconds, :source, :agent
            FROM account WHERE tenant_id = :tenantId AND id = :accountId AND session_epoch = :epoch AND NOT disabled
            """)
    long add(
            long tenantId,
            long accountId,
            int epoch,
            String digest,
            Session.Stage stage,
            Instant now,
            Instant endsAt,
            int idleSeconds,
            String source,
            String agent);

    @Query("""
            SELECT s.id, s.tenant_id, s.account_id, a.username, a.display_name, a.role, a.organisation_id, s.stage,
                s.created_at, s.last_seen_at, s.ends_at, s.idle_seconds, s.source, s.agent
            FROM browser_session s JOIN account a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
            WHERE s.tenant_id = :tenantId AND s.digest = :digest AND s.epoch = a.session_epoch AND NOT a.disabled
            """)
    Optional<SessionRow> find(long tenantId, String digest);

    @Query("""
            SELECT s.id, s.tenant_id, s.account_id, a.username, a.display_name, a.role, a.organisation_id, s.stage,
                s.created_at, s.last_seen_at, s.ends_at, s.idle_seconds, s.source, s.agent
            FROM browser_session s JOIN account a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
            WHERE s.tenant_id = :tenantId AND s.account_id = :accountId AND s.epoch = a.session_epoch
            ORDER BY s.last_seen_at DESC, s.id DESC LIMIT 100
            """)
    List<SessionRow> findAll(long tenantId, long accountId);

    @Query("""
            UPDATE browser_session SET last_seen_at = :now, source = :source
            WHERE tenant_id = :tenantId AND id = :id AND last_seen_at <= :now
            """)
    long touch(long tenantId, long id, Instant now, String source);

    @Query("DELETE FROM browser_session WHERE tenant_id = :tenantId AND digest = :digest")
    long removeByDigest(long tenantId, String digest);

    @Query("DELETE FROM browser_session WHERE tenant_id = :tenantId AND account_id = :accountId AND id = :id")
    long remove(long tenantId, long accountId, long id);

    @Query("DELETE FROM browser_session WHERE tenant_id = :tenantId AND account_id = :accountId AND id <> :kept")
    long removeOthers(long tenantId, long accountId, long kept);

    /** What is over is gone, so that no later clock finds it alive. */
    @Query("""
            DELETE FROM browser_session WHERE tenant_id = :tenantId
              AND (ends_at <= :now OR TIMESTAMPADD(SECOND, idle_seconds, last_seen_at) <= :now)
            """)
    long sweep(long tenantId, Instant now);
}
