package cn.zhirong.application;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_material}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MaterialRepository extends GenericRepository<MaterialRow, Long> {
    MaterialRow save(MaterialRow row);

    /** Which file is handed in as what, without its bytes. */
    @Introspected
    record Held(long id, String material, long fileId, String name, String format, int sizeBytes, Instant addedAt) {}

    @Query("""
            SELECT m.id, m.material, m.file_id, f.name, f.format, f.size_bytes, m.added_at
            FROM subsidy_material m JOIN subsidy_file f ON f.tenant_id = m.tenant_id AND f.id = m.file_id
            WHERE m.tenant_id = :tenantId AND m.application_id = :applicationId ORDER BY m.id LIMIT 500
            """)
    List<Held> of(long tenantId, long applicationId);

    @Query("""
            SELECT m.id, m.tenant_id, m.application_id, m.material, m.file_id, m.added_by, m.added_at
            FROM subsidy_material m WHERE m.tenant_id = :tenantId AND m.application_id = :applicationId AND m.id = :id
            """)
    Optional<MaterialRow> find(long tenantId, long applicationId, long id);

    @Query("DELETE FROM subsidy_material WHERE tenant_id = :tenantId AND application_id = :applicationId AND id = :id")
    int remove(long tenantId, long applicationId, long id);
}
