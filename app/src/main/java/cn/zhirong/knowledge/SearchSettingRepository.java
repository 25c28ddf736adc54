package cn.zhirong.knowledge;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Owns the table {@code search_setting}: one row a tenant, none where nothing was ever adopted. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SearchSettingRepository extends GenericRepository<SearchSettingRow, Long> {
    @Query("""
            SELECT tenant_id, settings, changed_by, changed_at, revision FROM search_setting WHERE tenant_id = :tenantId
            """)
    Optional<SearchSettingRow> find(long tenantId);

    @Query("""
            INSERT INTO search_setting (tenant_id, settings, changed_by, changed_at, revision)
            VALUES (:tenantId, :settings, :changedBy, :changedAt, 1)
            """)
    void add(long tenantId, String settings, String changedBy, Instant changedAt);

    @Query("""
            UPDATE search_setting SET settings = :settings, changed_by = :changedBy, changed_at = :changedAt,
              revision = revision + 1
            WHERE tenant_id = :tenantId AND revision = :revision
            """)
    long change(long tenantId, int revision, String settings, String changedBy, Instant changedAt);
}
