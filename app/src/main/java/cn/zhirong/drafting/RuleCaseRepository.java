package cn.zhirong.drafting;

import cn.zhirong.rule.Verdict;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owns the table {@code rule_case}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RuleCaseRepository extends GenericRepository<RuleCaseRow, Long> {
    String COLUMNS = "SELECT c.id, c.tenant_id, c.rule_id, c.name, c.asked_on, c.facts, c.expected, c.expected_fen,"
            + " c.changed_by, c.changed_at FROM rule_case c ";

    RuleCaseRow save(RuleCaseRow row);

    @Query(COLUMNS + "WHERE c.tenant_id = :tenantId AND c.rule_id = :ruleId ORDER BY c.id LIMIT 300")
    List<RuleCaseRow> of(long tenantId, long ruleId);

    @Query(COLUMNS + "WHERE c.tenant_id = :tenantId AND c.rule_id = :ruleId AND c.id = :id")
    Optional<RuleCaseRow> find(long tenantId, long ruleId, long id);

    @Query("UPDATE rule_case SET name = :name, asked_on = :askedOn, facts = :facts, expected = :expected,"
            + " expected_fen = :expectedFen, changed_by = :by, changed_at = :at"
            + " WHERE tenant_id = :tenantId AND rule_id = :ruleId AND id = :id")
    int change(
            long tenantId,
            long ruleId,
            long id,
            String name,
            LocalDate askedOn,
            String facts,
            Verdict expected,
            @Nullable Long expectedFen,
            String by,
            Instant at);

    @Query("DELETE FROM rule_case WHERE tenant_id = :tenantId AND rule_id = :ruleId AND id = :id")
    int remove(long tenantId, long ruleId, long id);

    @Query("DELETE FROM rule_case WHERE tenant_id = :tenantId AND rule_id = :ruleId")
    int removeAll(long tenantId, long ruleId);
}
