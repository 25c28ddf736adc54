package cn.zhirong.drafting;

import cn.zhirong.subsidy.Transition;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owns the table {@code rule_publication}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface WaitingPublicationRepository extends GenericRepository<WaitingPublicationRow, Long> {
    @Query(
            "INSERT INTO rule_publication (tenant_id, rule_id, revision, effective_from, effective_until, transition, note,"
                    + " asked_by, asked_at) VALUES (:tenantId, :ruleId, :revision, :effectiveFrom, :effectiveUntil, :transition,"
                    + " :note, :by, :at)")
    void ask(
            long tenantId,
            long ruleId,
            int revision,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            Transition transition,
            String note,
            String by,
            Instant at);

    @Query("SELECT tenant_id, rule_id, revision, effective_from, effective_until, transition, note, asked_by, asked_at"
            + " FROM rule_publication WHERE tenant_id = :tenantId AND rule_id = :ruleId")
    Optional<WaitingPublicationRow> find(long tenantId, long ruleId);

    @Query("DELETE FROM rule_publication WHERE tenant_id = :tenantId AND rule_id = :ruleId")
    int remove(long tenantId, long ruleId);
}
