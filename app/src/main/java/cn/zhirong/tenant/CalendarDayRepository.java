package cn.zhirong.tenant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** Owns the table {@code calendar_day}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CalendarDayRepository extends GenericRepository<CalendarDayRow, LocalDate> {
    @Query("""
            SELECT tenant_id, day, working, remark FROM calendar_day
            WHERE tenant_id = :tenantId ORDER BY day LIMIT 2000
            """)
    List<CalendarDayRow> findAll(long tenantId);

    @Query("""
            INSERT INTO calendar_day (tenant_id, day, working, remark) VALUES (:tenantId, :day, :working, :remark)
            """)
    void add(long tenantId, LocalDate day, boolean working, String remark);

    @Query("DELETE FROM calendar_day WHERE tenant_id = :tenantId")
    long deleteAll(long tenantId);
}
