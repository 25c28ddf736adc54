package cn.zhirong.policy;

import cn.zhirong.document.DocumentKind;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code policy_version}; issuers and audience are JSON lists. */
@MappedEntity("policy_version")
record VersionRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long policyId,
        int number,
        State state,
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
        String repealedBy,
        @Nullable LocalDate supersededOn,
        String source,
        boolean illustrative,
        String note,
        @Nullable Long fileId,
        String textDigest,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt,
        int revision) {
    /** Every column, for the queries of {@link VersionRepository}. */
    static final String SELECT = """
            SELECT v.id, v.tenant_id, v.policy_id, v.number, v.state, v.title, v.document_number, v.issuers, v.kind, v.level,
              v.audience, v.signed_on, v.published_on, v.effective_from, v.expires_on, v.repealed_on, v.repealed_by,
              v.superseded_on, v.source, v.illustrative, v.note, v.file_id, v.text_digest, v.uploaded_by, v.uploaded_at,
              v.released_by, v.released_at, v.revision
            FROM policy_version v
            """;
}
