package cn.zhirong.subsidy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** Owns what rules of a bureau may speak of: {@code subsidy_judged_fact}, {@code rate_series} and {@code rate_point}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface VocabularyRepository extends GenericRepository<RateRow, String> {
    @Query("SELECT tenant_id, name, label, retired FROM subsidy_judged_fact WHERE tenant_id = :tenantId ORDER BY name")
    List<JudgedFactRow> judged(long tenantId);

    @Query("INSERT INTO subsidy_judged_fact (tenant_id, name, label) VALUES (:tenantId, :name, :label)"
            + " ON DUPLICATE KEY UPDATE label = :label")
    void putJudged(long tenantId, String name, String label);

    @Query("UPDATE subsidy_judged_fact SET retired = :retired WHERE tenant_id = :tenantId AND name = :name")
    int retire(long tenantId, String name, boolean retired);

    @Query(
            "SELECT tenant_id, name, label, kept_until, illustrative FROM rate_series WHERE tenant_id = :tenantId ORDER BY name")
    List<RateRow> series(long tenantId);

    @Query("SELECT tenant_id, name, published_on, ppm FROM rate_point WHERE tenant_id = :tenantId"
            + " ORDER BY name, published_on")
    List<RatePointRow> points(long tenantId);

    @Query("INSERT INTO rate_series (tenant_id, name, label, kept_until, illustrative)"
            + " VALUES (:tenantId, :name, :label, :keptUntil, :illustrative)"
            + " ON DUPLICATE KEY UPDATE label = :label, kept_until = :keptUntil, illustrative = :illustrative")
    void putSeries(long tenantId, String name, String label, LocalDate keptUntil, boolean illustrative);

    @Query("INSERT INTO rate_point (tenant_id, name, published_on, ppm) VALUES (:tenantId, :name, :publishedOn, :ppm)"
            + " ON DUPLICATE KEY UPDATE ppm = :ppm")
    void putPoint(long tenantId, String name, LocalDate publishedOn, long ppm);
}
