package cn.zhirong.drafting;

import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.subsidy.Transition;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the table {@code subsidy_rule} until a row is published; from then on it is never changed. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface DraftRepository extends GenericRepository<RuleVersionRow, Long> {
    String COLUMNS = "SELECT r.id, r.tenant_id, r.programme_id, r.number, r.state, r.effective_from, r.effective_until,"
            + " r.content, r.revision, r.note, r.transition, r.created_by, r.created_at, r.changed_by, r.changed_at,"
            + " r.tested_at, r.published_by, r.published_at, r.second_by FROM subsidy_rule r ";

    RuleVersionRow save(RuleVersionRow row);

    @Query(COLUMNS + "WHERE r.tenant_id = :tenantId AND r.id = :id")
    Optional<RuleVersionRow> find(long tenantId, long id);

    /** The same, with the row locked until the transaction ends. */
    @Query(COLUMNS + "WHERE r.tenant_id = :tenantId AND r.id = :id FOR UPDATE")
    Optional<RuleVersionRow> locked(long tenantId, long id);

    @Query(COLUMNS + "WHERE r.tenant_id = :tenantId ORDER BY r.programme_id, r.number DESC LIMIT 5000")
    List<RuleVersionRow> all(long tenantId);

    /** The same without what is written in them. */
    @Query("SELECT r.id, r.tenant_id, r.programme_id, r.number, r.state, r.effective_from, r.effective_until,"
            + " '' AS content, r.revision, r.note, r.transition, r.created_by, r.created_at, r.changed_by, r.changed_at,"
            + " r.tested_at, r.published_by, r.published_at, r.second_by FROM subsidy_rule r"
            + " WHERE r.tenant_id = :tenantId ORDER BY r.programme_id, r.number DESC LIMIT 5000")
    List<RuleVersionRow> listed(long tenantId);

    @Query(COLUMNS
            + "WHERE r.tenant_id = :tenantId AND r.programme_id = :programmeId ORDER BY r.number DESC LIMIT 1000")
    List<RuleVersionRow> ofProgramme(long tenantId, long programmeId);

    /** Held until the transaction ends, so that two drafts do not get one number. */
    @Query("SELECT id FROM subsidy_programme WHERE tenant_id = :tenantId AND id = :id FOR UPDATE")
    Optional<Long> lockProgramme(long tenantId, long id);

    /** 1, or 0 when somebody else changed it meanwhile or it is published. */
    @Query("UPDATE subsidy_rule SET content = :content, effective_from = :effectiveFrom,"
            + " effective_until = :effectiveUntil, revision = revision + 1, state = 'DRAFT', tested_at = NULL,"
            + " changed_by = :by, changed_at = :at"
            + " WHERE tenant_id = :tenantId AND id = :id AND revision = :revision AND state <> 'PUBLISHED'")
    int change(
            long tenantId,
            long id,
            int revision,
            String content,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            String by,
            Instant at);

    /** What was tested no longer counts: a case changed. */
    @Query("UPDATE subsidy_rule SET state = 'DRAFT', tested_at = NULL"
            + " WHERE tenant_id = :tenantId AND id = :id AND state = 'TESTED'")
    int untested(long tenantId, long id);

    @Query("UPDATE subsidy_rule SET state = 'TESTED', tested_at = :at"
            + " WHERE tenant_id = :tenantId AND id = :id AND revision = :revision AND state = 'DRAFT'")
    int tested(long tenantId, long id, int revision, Instant at);

    @Query("UPDATE subsidy_rule SET state = 'PUBLISHED', content = :content, effective_from = :effectiveFrom,"
            + " effective_until = :effectiveUntil, transition = :transition, note = :note, published_by = :by,"
            + " published_at = :at, second_by = :second"
            + " WHERE tenant_id = :tenantId AND id = :id AND revision = :revision AND state = 'TESTED'")
    int publish(
            long tenantId,
            long id,
            int revision,
            String content,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            Transition transition,
            String note,
            String by,
            Instant at,
            @Nullable String second);

    @Query("DELETE FROM subsidy_rule WHERE tenant_id = :tenantId AND id = :id AND state <> 'PUBLISHED'")
    int discard(long tenantId, long id);
}
