package cn.zhirong.subsidy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Owns the table {@code subsidy_grant}. Each list goes one beyond what {@link Grants} takes, so that a longer one is noticed. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface GrantRepository extends GenericRepository<GrantRow, Long> {
    String COLUMNS =
            "SELECT g.id, g.tenant_id, g.enterprise_id, g.rule, g.benefit, g.cap_groups, g.beneficiary, g.payee,"
                    + " g.thing, g.stage, g.year, g.fen, g.origin, g.granted_at FROM subsidy_grant g ";

    GrantRow save(GrantRow row);

    /** What the firm itself got, and what institutions got that are paid for it. */
    @Query(COLUMNS + "WHERE g.tenant_id = :tenantId AND g.enterprise_id = :enterpriseId ORDER BY g.id")
    List<GrantRow> of(long tenantId, long enterpriseId);

    /** The same of many firms. */
    @Query(COLUMNS + "WHERE g.tenant_id = :tenantId AND g.enterprise_id IN (:firms) ORDER BY g.id LIMIT 1000001")
    List<GrantRow> ofFirms(long tenantId, List<Long> firms);

    /** What everybody got, for whoever goes through the whole register. */
    @Query(COLUMNS + "WHERE g.tenant_id = :tenantId ORDER BY g.id LIMIT 1000001")
    List<GrantRow> all(long tenantId);

    /** What these institutions got, for whichever firm. */
    @Query(COLUMNS + "WHERE g.tenant_id = :tenantId AND g.payee IN (:payees) ORDER BY g.id LIMIT 100001")
    List<GrantRow> ofPayees(long tenantId, List<String> payees);

    /** Whether the thing was paid for already, by whichever programme and firm; what came back does not count. */
    @Query(COLUMNS + "WHERE g.tenant_id = :tenantId AND g.thing IN (:things) ORDER BY g.id LIMIT 10001")
    List<GrantRow> ofThings(long tenantId, List<String> things);
}
