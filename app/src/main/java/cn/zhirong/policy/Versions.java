package cn.zhirong.policy;

import cn.zhirong.database.Json;
import cn.zhirong.document.Provision;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Versions of a shelf, as records instead of rows. */
@Singleton
class Versions {
    private final VersionRepository repository;
    private final ProvisionRepository provisions;
    private final FileRepository files;
    private final Json json;

    Versions(VersionRepository repository, ProvisionRepository provisions, FileRepository files, Json json) {
        this.repository = repository;
        this.provisions = provisions;
        this.files = files;
        this.json = json;
    }

    /** Refuses with "not found" what this shelf does not hold, whoever else may hold it. */
    VersionRow row(Tenant shelf, long versionId) {
        return repository.find(shelf.id(), versionId).orElseThrow(Refusal::notFound);
    }

    PolicyVersion version(Tenant shelf, long versionId) {
        return version(shelf, row(shelf, versionId));
    }

    PolicyVersion version(Tenant shelf, VersionRow row) {
        return new PolicyVersion(
                Objects.requireNonNull(row.id()),
                shelf.slug(),
                row.policyId(),
                row.number(),
                row.state(),
                row.title(),
                row.documentNumber(),
                json.readList(row.issuers(), String.class),
                row.kind(),
                row.level(),
                json.readList(row.audience(), String.class),
                row.signedOn(),
                row.publishedOn(),
                row.effectiveFrom(),
                row.expiresOn(),
                row.repealedOn(),
                row.repealedBy(),
                row.supersededOn(),
                row.source(),
                row.illustrative(),
                row.note(),
                row.uploadedBy(),
                row.uploadedAt(),
                row.releasedBy(),
                row.releasedAt(),
                row.revision());
    }

    List<PolicyVersion> versions(Tenant shelf, List<VersionRow> rows) {
        return rows.stream().map(row -> version(shelf, row)).toList();
    }

    List<Provision> provisions(Tenant shelf, long versionId) {
        return provisions.ofVersion(shelf.id(), versionId).stream()
                .map(ProvisionRow::provision)
                .toList();
    }

    @Nullable
    FileInfo file(Tenant shelf, VersionRow row) {
        Long fileId = row.fileId();
        return fileId == null
                ? null
                : files.find(shelf.id(), fileId).map(FileInfo::of).orElse(null);
    }
}
