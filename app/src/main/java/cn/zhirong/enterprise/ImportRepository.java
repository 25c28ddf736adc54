package cn.zhirong.enterprise;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code enterprise_import}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ImportRepository extends GenericRepository<ImportRow, Long> {
    ImportRow save(ImportRow row);

    @Query("""
            SELECT id, tenant_id, file_name, content, as_of, evidence, state, report, created_by, created_at, decided_by,
              decided_at
            FROM enterprise_import WHERE tenant_id = :tenantId AND id = :id
            """)
    Optional<ImportRow> find(long tenantId, long id);

    /** Without the files. */
    @Query("""
            SELECT id, tenant_id, file_name, '' AS content, as_of, evidence, state, report, created_by, created_at, decided_by,
              decided_at
            FROM enterprise_import WHERE tenant_id = :tenantId ORDER BY id DESC LIMIT 20
            """)
    List<ImportRow> newest(long tenantId);

    /** 0 where it was decided already; its file goes. */
    @Query("""
            UPDATE enterprise_import
            SET state = :state, content = '', report = :report, decided_by = :by, decided_at = :now
            WHERE tenant_id = :tenantId AND id = :id AND state = 'CHECKED'
            """)
    long decide(long tenantId, long id, ImportRow.State state, String report, String by, Instant now);

    /** Files of checks that nobody came back to. */
    @Query("""
            UPDATE enterprise_import SET state = 'DISCARDED', content = '', decided_at = :now
            WHERE tenant_id = :tenantId AND state = 'CHECKED' AND created_at < :before
            """)
    long expire(long tenantId, Instant before, Instant now);
}
