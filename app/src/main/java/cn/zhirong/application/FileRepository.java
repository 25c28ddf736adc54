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

    /** Held, so that the same file sent twice at once is kept once. */
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
