package cn.zhirong.drafting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Owns the table {@code rule_author}: everybody who wrote in a draft. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RuleAuthorRepository extends GenericRepository<RuleAuthorRow, Long> {
    @Query("INSERT INTO rule_author (tenant_id, rule_id, username) VALUES (:tenantId, :ruleId, :username)"
            + " ON DUPLICATE KEY UPDATE username = :username")
    void add(long tenantId, long ruleId, String username);

    @Query(
            "SELECT a.username FROM rule_author a WHERE a.tenant_id = :tenantId AND a.rule_id = :ruleId ORDER BY a.username")
    List<String> of(long tenantId, long ruleId);

    @Query("DELETE FROM rule_author WHERE tenant_id = :tenantId AND rule_id = :ruleId")
    int removeAll(long tenantId, long ruleId);
}
