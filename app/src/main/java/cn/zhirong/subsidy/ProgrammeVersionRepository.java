package cn.zhirong.subsidy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Owns the tables {@code subsidy_programme_version} and {@code subsidy_programme_author}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ProgrammeVersionRepository extends GenericRepository<ProgrammeVersionRow, Long> {
    String COLUMNS =
            "SELECT v.id, v.tenant_id, v.programme_id, v.code, v.open_code, v.title, v.kind, v.policy, v.content,"
                    + " v.revision, v.note, v.created_by, v.created_at, v.changed_by, v.changed_at, v.put_by, v.put_at"
                    + " FROM subsidy_programme_version v ";

    ProgrammeVersionRow save(ProgrammeVersionRow row);

    @Query(COLUMNS + "WHERE v.tenant_id = :tenantId AND v.id = :id")
    Optional<ProgrammeVersionRow> find(long tenantId, long id);

    @Query(COLUMNS + "WHERE v.tenant_id = :tenantId AND v.id = :id FOR UPDATE")
    Optional<ProgrammeVersionRow> locked(long tenantId, long id);

    @Query(COLUMNS + "WHERE v.tenant_id = :tenantId AND v.open_code IS NOT NULL ORDER BY v.id LIMIT 1000")
    List<ProgrammeVersionRow> open(long tenantId);

    @Query(COLUMNS + "WHERE v.tenant_id = :tenantId AND v.open_code = :code")
    Optional<ProgrammeVersionRow> openOf(long tenantId, String code);

    @Query(COLUMNS + "WHERE v.tenant_id = :tenantId AND v.programme_id = :programmeId AND v.put_at IS NOT NULL"
            + " ORDER BY v.put_at DESC, v.id DESC LIMIT 100")
    List<ProgrammeVersionRow> put(long tenantId, long programmeId);

    /** What was in force at the instant. */
    @Query(COLUMNS + "WHERE v.tenant_id = :tenantId AND v.programme_id = :programmeId AND v.put_at <= :at"
            + " ORDER BY v.put_at DESC, v.id DESC LIMIT 1")
    Optional<ProgrammeVersionRow> inForce(long tenantId, long programmeId, Instant at);

    /** 1, or 0 when somebody else changed it meanwhile, or it is in force. */
    @Query("UPDATE subsidy_programme_version SET title = :title, kind = :kind, policy = :policy, content = :content,"
            + " revision = revision + 1, changed_by = :by, changed_at = :at"
            + " WHERE tenant_id = :tenantId AND id = :id AND revision = :revision AND open_code IS NOT NULL")
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

    @Query(
            "UPDATE subsidy_programme_version SET programme_id = :programmeId, open_code = NULL, note = :note, put_by = :by,"
                    + " put_at = :at WHERE tenant_id = :tenantId AND id = :id AND revision = :revision AND open_code IS NOT NULL")
    int putInForce(long tenantId, long id, int revision, long programmeId, String note, String by, Instant at);

    @Query("INSERT INTO subsidy_programme_author (tenant_id, version_id, username)"
            + " VALUES (:tenantId, :versionId, :username) ON DUPLICATE KEY UPDATE username = :username")
    void addAuthor(long tenantId, long versionId, String username);

    @Query(
            "SELECT a.username FROM subsidy_programme_author a WHERE a.tenant_id = :tenantId AND a.version_id = :versionId"
                    + " ORDER BY a.username")
    List<String> authors(long tenantId, long versionId);

    @Query("DELETE FROM subsidy_programme_author WHERE tenant_id = :tenantId AND version_id = :versionId")
    int removeAuthors(long tenantId, long versionId);

    @Query("DELETE FROM subsidy_programme_version WHERE tenant_id = :tenantId AND id = :id AND open_code IS NOT NULL")
    int discard(long tenantId, long id);
}
