package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Reads {@code enterprise} and {@code organisation}: who acts for a firm, and one decision about a firm at a time. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FirmRepository extends GenericRepository<ApplicationRow, Long> {
    /** The organisation that was verified under the code of this firm. */
    @Query("""
            SELECT o.id FROM organisation o JOIN enterprise e ON e.tenant_id = o.tenant_id AND e.credit_code = o.credit_code
            WHERE e.tenant_id = :tenantId AND e.id = :enterpriseId AND o.kind = 'ENTERPRISE' AND o.state = 'VERIFIED'
            """)
    Optional<Long> organisation(long tenantId, long enterpriseId);

    /** What institutions got is capped whichever firm and programme it was for: that is decided one after the other. */
    @Query("SELECT p.id FROM subsidy_programme p WHERE p.tenant_id = :tenantId ORDER BY p.id FOR UPDATE")
    List<Long> lockProgrammes(long tenantId);

    /** Caps look at all that a firm got: what it gets is decided one after the other. */
    @Query("SELECT e.id FROM enterprise e WHERE e.tenant_id = :tenantId AND e.id = :enterpriseId FOR UPDATE")
    Optional<Long> lock(long tenantId, long enterpriseId);
}
