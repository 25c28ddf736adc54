package cn.zhirong.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Owns the table {@code sign_in_policy}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SignInPolicyRepository extends GenericRepository<AccountRow, Long> {
    /** A row of it; roles are separated by commas. */
    @Introspected
    record Row(String passwordRules, String secondFactorRoles, int idleMinutes, int sessionHours) {}

    @Query("""
            SELECT password_rules, second_factor_roles, idle_minutes, session_hours
            FROM sign_in_policy WHERE tenant_id = :tenantId
            """)
    Optional<Row> find(long tenantId);

    @Query("""
            REPLACE INTO sign_in_policy (tenant_id, password_rules, second_factor_roles, idle_minutes, session_hours)
            VALUES (:tenantId, :passwordRules, :secondFactorRoles, :idleMinutes, :sessionHours)
            """)
    void put(long tenantId, String passwordRules, String secondFactorRoles, int idleMinutes, int sessionHours);
}
