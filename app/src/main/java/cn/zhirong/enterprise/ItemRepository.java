package cn.zhirong.enterprise;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Owns the table {@code enterprise_item}; rows are added by {@link RegisterWriter} and never taken away. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ItemRepository extends GenericRepository<ItemRow, Long> {
    String COLUMNS =
            "SELECT id, tenant_id, enterprise_id, kind, number, title, filed_on, begins_on, ends_on, status, parties,"
                    + " amount_fen, ip_amount_fen, interest_fen, rate_ppm, pledge, registered_on, settled_on, second_party,"
                    + " belongs_to, subsidised, source, as_of, evidence, state, entered_by, entered_at, answered_by, answered_at, answer"
                    + " FROM enterprise_item ";

    @Query(COLUMNS + "WHERE tenant_id = :tenantId AND enterprise_id = :enterpriseId ORDER BY id")
    List<ItemRow> of(long tenantId, long enterpriseId);

    @Query(COLUMNS + "WHERE tenant_id = :tenantId AND enterprise_id IN (:enterpriseIds) ORDER BY enterprise_id, id")
    List<ItemRow> ofAll(long tenantId, List<Long> enterpriseIds);

    /** From one state to another, with who did it and why; 0 where somebody else was faster. */
    @Query("""
            UPDATE enterprise_item SET state = :state, answered_by = :by, answered_at = :now, answer = :answer
            WHERE tenant_id = :tenantId AND enterprise_id = :enterpriseId AND id = :id AND state = :before
            """)
    long become(
            long tenantId,
            long enterpriseId,
            long id,
            FactState before,
            FactState state,
            String by,
            Instant now,
            String answer);
}
