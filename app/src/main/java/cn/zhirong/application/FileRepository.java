package cn.zhirong.application;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_file}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FileRepository extends GenericRepository<FileRow, Long> {
    FileRow save(FileRow row);

    /** A file without its bytes. */
    @Introspected
    record Known(long id, String name, String format, int sizeBytes, Instant uploadedAt) {}

    /** What is kept of a firm. */
    @Introspected
    record Kept(int files, long bytes) {}

    @Query("""
            SELECT COUNT(*) AS files, COALESCE(SUM(f.size_bytes), 0) AS bytes FROM subsidy_file f
            WHERE f.tenant_id = :tenantId AND f.enterprise_id = :enterpriseId
            """)
    Kept kept(long tenantId, long enterpriseId);

    /**
     * Removes the files of a firm that belong to no application and never did to one that was handed in: the firm handed nothing
     * in since they came.
     */
    @Query("""
            DELETE FROM subsidy_file WHERE tenant_id = :tenantId AND enterprise_id = :enterpriseId
              AND NOT EXISTS (SELECT 1 FROM subsidy_material m
                WHERE m.tenant_id = :tenantId AND m.file_id = subsidy_file.id)
              AND NOT EXISTS (SELECT 1 FROM subsidy_event e JOIN subsidy_application a
                ON a.tenant_id = e.tenant_id AND a.id = e.application_id
                WHERE e.tenant_id = :tenantId AND a.enterprise_id = :enterpriseId
                  AND e.step IN ('SUBMIT', 'CORRECT') AND e.happened_at >= subsidy_file.uploaded_at)
            """)
    int dropUnused(long tenantId, long enterpriseId);

    /** The same file, where the firm sent it before. */
    @Query("""
            SELECT f.id FROM subsidy_file f
            WHERE f.tenant_id = :tenantId AND f.enterprise_id = :enterpriseId AND f.sha256 = :sha256
            """)
    Optional<Long> same(long tenantId, long enterpriseId, String sha256);

    @Query("""
            SELECT f.id, f.name, f.format, f.size_bytes, f.uploaded_at FROM subsidy_file f
            WHERE f.tenant_id = :tenantId AND f.enterprise_id = :enterpriseId ORDER BY f.id DESC LIMIT 100
            """)
    List<Known> ofFirm(long tenantId, long enterpriseId);

    @Query("""
            SELECT f.id, f.tenant_id, f.enterprise_id, f.name, f.format, f.size_bytes, f.sha256, f.content, f.uploaded_by,
              f.uploaded_at
            FROM subsidy_file f WHERE f.tenant_id = :tenantId AND f.id = :id
            """)
    Optional<FileRow> find(long tenantId, long id);
}
