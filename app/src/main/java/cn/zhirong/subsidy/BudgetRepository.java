package cn.zhirong.subsidy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Reads the table {@code subsidy_budget} and says what may be spent; what is spent is written by {@code application}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface BudgetRepository extends GenericRepository<BudgetRow, Long> {
    @Query("SELECT tenant_id, programme_id, year, amount_fen, reserved_fen, paid_fen FROM subsidy_budget"
            + " WHERE tenant_id = :tenantId AND programme_id = :programmeId ORDER BY year")
    List<BudgetRow> of(long tenantId, long programmeId);

    @Query(
            "INSERT INTO subsidy_budget (tenant_id, programme_id, year, amount_fen) VALUES (:tenantId, :programmeId, :year, :fen)"
                    + " ON DUPLICATE KEY UPDATE amount_fen = :fen")
    void put(long tenantId, long programmeId, int year, long fen);
}
