package cn.zhirong.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owns the tables {@code audit_entry}, whose rows are added and never changed, and {@code audit_head}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditRepository extends GenericRepository<AuditEntry, Long> {
    String COLUMNS = "id, tenant_id, number, happened_at, actor, action, object, detail, state_before, state_after,"
            + " source, decision, previous_hash, hash";

    /** What a search asks; an empty word and a bound at the end of time ask nothing. */
    String WHERE = " FROM audit_entry WHERE tenant_id = :tenantId AND number < :before"
            + " AND (:actor = '' OR actor = :actor) AND (:action = '' OR action = :action OR action LIKE :kind)"
            + " AND (:object = '' OR object = :object) AND happened_at >= :from AND happened_at < :until"
            + " AND (:words = '' OR detail LIKE :words OR object LIKE :words OR state_before LIKE :words"
            + " OR state_after LIKE :words OR decision LIKE :words) ORDER BY number DESC LIMIT :size";

    @Query("""
            INSERT INTO audit_entry (tenant_id, number, happened_at, actor, action, object, detail, state_before,
                state_after, source, decision, previous_hash, hash)
            VALUES (:tenantId, :number, :happenedAt, :actor, :action, :object, :detail, :stateBefore,
                :stateAfter, :source, :decision, :previousHash, :hash)
            """)
    void add(
            long tenantId,
            long number,
            Instant happenedAt,
            String actor,
            String action,
            String object,
            String detail,
            @Nullable String stateBefore,
            @Nullable String stateAfter,
            String source,
            @Nullable String decision,
            String previousHash,
            String hash);

    @Query("SELECT COUNT(*) FROM audit_entry WHERE tenant_id = :tenantId AND action = :action AND object = :object")
    long count(long tenantId, String action, String object);

    @Query("SELECT " + COLUMNS + WHERE)
    List<AuditEntry> search(
            long tenantId,
            long before,
            String actor,
            String action,
            String kind,
            String object,
            Instant from,
            Instant until,
            String words,
            int size);

    @Query("SELECT " + COLUMNS + " FROM audit_entry WHERE tenant_id = :tenantId AND number = :number")
    Optional<AuditEntry> find(long tenantId, long number);

    @Query("SELECT " + COLUMNS
            + " FROM audit_entry WHERE tenant_id = :tenantId AND number > :after ORDER BY number LIMIT :size")
    List<AuditEntry> after(long tenantId, long after, int size);

    @Query(
            "SELECT tenant_id, last_number, last_hash, removed_number, removed_hash FROM audit_head WHERE tenant_id = :tenantId")
    Optional<AuditHead> head(long tenantId);

    /** Held until the transaction ends: whoever adds to one tenant's chain does so one after the other. */
    @Query("SELECT tenant_id, last_number, last_hash, removed_number, removed_hash FROM audit_head"
            + " WHERE tenant_id = :tenantId FOR UPDATE")
    Optional<AuditHead> lockHead(long tenantId);

    @Query("""
            INSERT INTO audit_head (tenant_id, last_number, last_hash, removed_number, removed_hash)
            VALUES (:tenantId, 0, :none, 0, :none) ON DUPLICATE KEY UPDATE tenant_id = tenant_id
            """)
    void makeHead(long tenantId, String none);

    @Query("""
            UPDATE audit_head SET last_number = :number, last_hash = :hash
            WHERE tenant_id = :tenantId AND last_number = :number - 1 AND last_hash = :previousHash
            """)
    long moveHead(long tenantId, long number, String hash, String previousHash);

    /** The number of the first entry that is not older. */
    @Query("SELECT MIN(number) FROM audit_entry WHERE tenant_id = :tenantId AND happened_at >= :day")
    @Nullable
    Long firstSince(long tenantId, Instant day);

    @Query("""
            UPDATE audit_head SET removed_number = :number, removed_hash = :hash
            WHERE tenant_id = :tenantId AND removed_number < :number AND last_number >= :number
            """)
    long cutHead(long tenantId, long number, String hash);

    @Query("DELETE FROM audit_entry WHERE tenant_id = :tenantId AND number <= :number")
    long removeUpTo(long tenantId, long number);

    @Query("DELETE FROM audit_head WHERE tenant_id = :tenantId")
    long removeHead(long tenantId);
}
