package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Owns the table {@code subsidy_thing}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ThingRepository extends GenericRepository<ThingRow, Long> {
    String COLUMNS = "SELECT t.id, t.tenant_id, t.application_id, t.thing, t.held FROM subsidy_thing t ";

    ThingRow save(ThingRow row);

    @Query(COLUMNS + "WHERE t.tenant_id = :tenantId AND t.application_id = :applicationId ORDER BY t.thing")
    List<ThingRow> of(long tenantId, long applicationId);

    /** What other applications ask for, of these. */
    @Query(
            COLUMNS
                    + "WHERE t.tenant_id = :tenantId AND t.application_id <> :applicationId AND t.thing IN (:things) ORDER BY t.id LIMIT 200")
    List<ThingRow> others(long tenantId, long applicationId, List<String> things);

    @Query("DELETE FROM subsidy_thing WHERE tenant_id = :tenantId AND application_id = :applicationId")
    void clear(long tenantId, long applicationId);

    /** In the order of their names, so that two who hold several wait for each other in one direction only. */
    @Query("""
            UPDATE subsidy_thing SET held = CONCAT(:kind, '/', thing)
            WHERE tenant_id = :tenantId AND application_id = :applicationId AND thing = :thing
            """)
    int hold(long tenantId, long applicationId, String thing, String kind);

    @Query("UPDATE subsidy_thing SET held = NULL WHERE tenant_id = :tenantId AND application_id = :applicationId")
    void free(long tenantId, long applicationId);
}
