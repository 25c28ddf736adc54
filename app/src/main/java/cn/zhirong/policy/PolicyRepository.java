package cn.zhirong.policy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code policy}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PolicyRepository extends GenericRepository<PolicyRow, Long> {
    PolicyRow save(PolicyRow row);

    @Query("SELECT id, tenant_id, code, created_at FROM policy WHERE tenant_id = :tenantId AND id = :id")
    Optional<PolicyRow> find(long tenantId, long id);

    @Query("SELECT id, tenant_id, code, created_at FROM policy WHERE tenant_id = :tenantId LIMIT 10000")
    List<PolicyRow> all(long tenantId);

    @Query("SELECT code FROM policy WHERE tenant_id = :tenantId AND code IS NOT NULL LIMIT 10000")
    List<String> codes(long tenantId);

    /** Takes an identity away that has lost its only draft. */
    @Query("""
            DELETE FROM policy WHERE tenant_id = :tenantId AND id = :id
              AND NOT EXISTS (SELECT 1 FROM policy_version v WHERE v.tenant_id = :tenantId AND v.policy_id = :id)
            """)
    long deleteEmpty(long tenantId, long id);

    @Query("SELECT COUNT(*) FROM policy WHERE tenant_id = :tenantId")
    long count(long tenantId);
}
