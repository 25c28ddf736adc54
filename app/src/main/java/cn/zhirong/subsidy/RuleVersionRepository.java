package cn.zhirong.subsidy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Reads the table {@code subsidy_rule}; drafts are written by {@code drafting}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RuleVersionRepository extends GenericRepository<RuleVersionRow, Long> {
    String COLUMNS = "SELECT r.id, r.tenant_id, r.programme_id, r.number, r.state, r.effective_from, r.effective_until,"
            + " r.content, r.revision, r.note, r.transition, r.created_by, r.created_at, r.changed_by, r.changed_at,"
            + " r.tested_at, r.published_by, r.published_at, r.second_by FROM subsidy_rule r ";

    RuleVersionRow save(RuleVersionRow row);

    @Query(COLUMNS + "WHERE r.tenant_id = :tenantId AND r.id = :id")
    Optional<RuleVersionRow> find(long tenantId, long id);

    @Query(COLUMNS + "WHERE r.tenant_id = :tenantId AND r.programme_id = :programmeId ORDER BY r.number LIMIT 1000")
    List<RuleVersionRow> ofProgramme(long tenantId, long programmeId);

    @Query(COLUMNS
            + "WHERE r.tenant_id = :tenantId AND r.state = 'PUBLISHED' ORDER BY r.programme_id, r.number LIMIT 5000")
    List<RuleVersionRow> published(long tenantId);
}
