package cn.zhirong.policy;

import cn.zhirong.document.DocumentKind;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Owns the table {@code policy_version}. Each change raises the revision; those that a person makes on what they saw name the
 * revision they saw and change nothing when it has moved on.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
interface VersionRepository extends GenericRepository<VersionRow, Long> {
    VersionRow save(VersionRow row);

    @Query(VersionRow.SELECT + "WHERE v.tenant_id = :tenantId AND v.id = :id")
    Optional<VersionRow> find(long tenantId, long id);

    @Query(VersionRow.SELECT + "WHERE v.tenant_id = :tenantId AND v.state = 'PUBLISHED' ORDER BY v.id LIMIT 5000")
    List<VersionRow> published(long tenantId);

    /** The next published ones after {@code after}, by id: for walking through all of them. */
    @Query(VersionRow.SELECT
            + "WHERE v.tenant_id = :tenantId AND v.state = 'PUBLISHED' AND v.id > :after ORDER BY v.id LIMIT 50")
    List<VersionRow> publishedAfter(long tenantId, long after);

    @Query(VersionRow.SELECT
            + "WHERE v.tenant_id = :tenantId AND v.policy_id = :policyId ORDER BY v.number DESC LIMIT 200")
    List<VersionRow> ofPolicy(long tenantId, long policyId);

    /** What the console shows: drafts first, then the newest. */
    @Query(VersionRow.SELECT
            + "WHERE v.tenant_id = :tenantId ORDER BY v.state = 'DRAFT' DESC, v.uploaded_at DESC, v.id DESC LIMIT 1000")
    List<VersionRow> forDesk(long tenantId);

    @Query(VersionRow.SELECT
            + "WHERE v.tenant_id = :tenantId AND v.state = 'DRAFT' ORDER BY v.uploaded_at DESC, v.id DESC LIMIT 500")
    List<VersionRow> drafts(long tenantId);

    @Query(VersionRow.SELECT
            + "WHERE v.tenant_id = :tenantId AND v.document_number = :documentNumber AND v.document_number <> '' "
            + "ORDER BY v.id DESC LIMIT 50")
    List<VersionRow> byDocumentNumber(long tenantId, String documentNumber);

    /** Published ones of two shelves by their numbers: what the numbers in a text lead to. */
    @Query(VersionRow.SELECT
            + "WHERE v.tenant_id IN (:tenantIds) AND v.state = 'PUBLISHED' AND v.document_number IN (:numbers) "
            + "ORDER BY v.id DESC LIMIT 500")
    List<VersionRow> byDocumentNumbers(List<Long> tenantIds, List<String> numbers);

    @Query(VersionRow.SELECT
            + "WHERE v.tenant_id = :tenantId AND v.title = :title AND v.title <> '' ORDER BY v.id DESC LIMIT 50")
    List<VersionRow> byTitle(long tenantId, String title);

    @Query(VersionRow.SELECT
            + "WHERE v.tenant_id = :tenantId AND v.text_digest = :digest AND v.state <> 'WITHDRAWN' AND v.id <> :except "
            + "ORDER BY v.id DESC LIMIT 1")
    Optional<VersionRow> byTextDigest(long tenantId, String digest, long except);

    @Query(
            VersionRow.SELECT + "JOIN document_file f ON f.tenant_id = v.tenant_id AND f.id = v.file_id "
                    + "WHERE v.tenant_id = :tenantId AND f.sha256 = :sha256 AND v.state <> 'WITHDRAWN' ORDER BY v.id DESC LIMIT 1")
    Optional<VersionRow> byFileDigest(long tenantId, String sha256);

    /** The versions of a policy that came with the application, oldest first. */
    @Query(VersionRow.SELECT + "JOIN policy p ON p.tenant_id = v.tenant_id AND p.id = v.policy_id "
            + "WHERE v.tenant_id = :tenantId AND p.code = :code ORDER BY v.number LIMIT 200")
    List<VersionRow> ofCode(long tenantId, String code);

    @Query(
            "SELECT COALESCE(MAX(number), 0) + 1 FROM policy_version WHERE tenant_id = :tenantId AND policy_id = :policyId")
    int nextNumber(long tenantId, long policyId);

    @Query("""
            UPDATE policy_version SET title = :title, document_number = :documentNumber, issuers = :issuers, kind = :kind,
              level = :level, audience = :audience, signed_on = :signedOn, published_on = :publishedOn,
              effective_from = :effectiveFrom, expires_on = :expiresOn, repealed_on = :repealedOn, source = :source,
              illustrative = :illustrative, note = :note, revision = revision + 1
            WHERE tenant_id = :tenantId AND id = :id AND revision = :revision
            """)
    long setFacts(
            long tenantId,
            long id,
            int revision,
            String title,
            String documentNumber,
            String issuers,
            DocumentKind kind,
            Level level,
            String audience,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate repealedOn,
            String source,
            boolean illustrative,
            String note);

    @Query("""
            UPDATE policy_version SET file_id = :fileId, text_digest = :textDigest
            WHERE tenant_id = :tenantId AND id = :id AND state = 'DRAFT'
            """)
    long setFile(long tenantId, long id, long fileId, String textDigest);

    @Query("""
            UPDATE policy_version SET revision = revision + 1
            WHERE tenant_id = :tenantId AND id = :id AND revision = :revision AND state = 'DRAFT'
            """)
    long touch(long tenantId, long id, int revision);

    @Query("""
            UPDATE policy_version SET policy_id = :policyId, number = :number, revision = revision + 1
            WHERE tenant_id = :tenantId AND id = :id AND revision = :revision AND state = 'DRAFT'
            """)
    long move(long tenantId, long id, int revision, long policyId, int number);

    @Query("""
            UPDATE policy_version SET state = 'PUBLISHED', released_by = :by, released_at = :at, revision = revision + 1
            WHERE tenant_id = :tenantId AND id = :id AND revision = :revision AND state = 'DRAFT'
            """)
    long release(long tenantId, long id, int revision, @Nullable String by, Instant at);

    @Query("""
            UPDATE policy_version SET state = 'WITHDRAWN', revision = revision + 1
            WHERE tenant_id = :tenantId AND id = :id AND revision = :revision AND state = 'PUBLISHED'
            """)
    long withdraw(long tenantId, long id, int revision);

    @Query("""
            UPDATE policy_version SET superseded_on = :day, revision = revision + 1
            WHERE tenant_id = :tenantId AND id = :id
            """)
    long supersede(long tenantId, long id, @Nullable LocalDate day);

    @Query("""
            UPDATE policy_version SET repealed_on = :day, repealed_by = :by, revision = revision + 1
            WHERE tenant_id = :tenantId AND id = :id AND revision = :revision AND state = 'PUBLISHED'
            """)
    long repeal(long tenantId, long id, int revision, LocalDate day, String by);

    /** A draft that nobody needs; what hangs on it must be gone before. */
    @Query(
            "DELETE FROM policy_version WHERE tenant_id = :tenantId AND id = :id AND revision = :revision AND state = 'DRAFT'")
    long delete(long tenantId, long id, int revision);
}
