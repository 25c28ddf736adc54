package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_absence}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AbsenceRepository extends GenericRepository<AbsenceRow, Long> {
    String COLUMNS = "SELECT b.tenant_id, b.account_id, b.from_on, b.until_on FROM subsidy_absence b ";

    @Query(COLUMNS + "WHERE b.tenant_id = :tenantId AND b.from_on <= :day AND b.until_on >= :day")
    List<AbsenceRow> on(long tenantId, LocalDate day);

    @Query(COLUMNS + "WHERE b.tenant_id = :tenantId AND b.account_id = :accountId")
    Optional<AbsenceRow> find(long tenantId, long accountId);

    @Query("""
            INSERT INTO subsidy_absence (tenant_id, account_id, from_on, until_on)
            VALUES (:tenantId, :accountId, :from, :until)
            ON DUPLICATE KEY UPDATE from_on = VALUES(from_on), until_on = VALUES(until_on)
            """)
    void put(long tenantId, long accountId, LocalDate from, LocalDate until);

    @Query("DELETE FROM subsidy_absence WHERE tenant_id = :tenantId AND account_id = :accountId")
    int remove(long tenantId, long accountId);
}
