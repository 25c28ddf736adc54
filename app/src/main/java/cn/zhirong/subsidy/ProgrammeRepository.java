package cn.zhirong.subsidy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code subsidy_programme}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ProgrammeRepository extends GenericRepository<ProgrammeRow, Long> {
    String COLUMNS = "SELECT p.id, p.tenant_id, p.code, p.title, p.kind, p.policy, p.content, p.revision, p.changed_by,"
            + " p.changed_at FROM subsidy_programme p ";

    ProgrammeRow save(ProgrammeRow row);

    @Query(COLUMNS + "WHERE p.tenant_id = :tenantId ORDER BY p.id LIMIT 1000")
    List<ProgrammeRow> all(long tenantId);

    @Query(COLUMNS + "WHERE p.tenant_id = :tenantId AND p.id = :id")
    Optional<ProgrammeRow> find(long tenantId, long id);

    @Query(COLUMNS + "WHERE p.tenant_id = :tenantId AND p.code = :code")
    Optional<ProgrammeRow> findByCode(long tenantId, String code);

    /** 1, or 0 when somebody else changed it meanwhile. */
    @Query("UPDATE subsidy_programme SET title = :title, kind = :kind, policy = :policy, content = :content,"
            + " revision = revision + 1, changed_by = :by, changed_at = :at"
            + " WHERE tenant_id = :tenantId AND id = :id AND revision = :revision")
    int change(
            long tenantId,
            long id,
            int revision,
            String title,
            ProgrammeKind kind,
            String policy,
            String content,
            String by,
            Instant at);
}
