package cn.zhirong.policy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Owns the table {@code provision}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ProvisionRepository extends GenericRepository<ProvisionRow, Long> {
    /** All at once: the driver turns the batch into a few long statements. */
    @Query("""
            INSERT INTO provision
              (tenant_id, version_id, ordinal, parent, kind, label, path, anchor, heading, content, source)
            VALUES
              (:tenantId, :versionId, :ordinal, :parent, :kind, :label, :path, :anchor, :heading, :content, :source)
            """)
    void addAll(List<ProvisionRow> rows);

    @Query("""
            SELECT tenant_id, version_id, ordinal, parent, kind, label, path, anchor, heading, content, source
            FROM provision WHERE tenant_id = :tenantId AND version_id = :versionId ORDER BY ordinal
            """)
    List<ProvisionRow> ofVersion(long tenantId, long versionId);

    @Query("DELETE FROM provision WHERE tenant_id = :tenantId AND version_id = :versionId")
    long deleteOf(long tenantId, long versionId);
}
