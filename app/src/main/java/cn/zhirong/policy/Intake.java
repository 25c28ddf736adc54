package cn.zhirong.policy;

import cn.zhirong.document.UnreadableDocument;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files on their way in: read and parsed outside of any transaction, stored in one, and told what is there already. */
@Singleton
class Intake {
    private final Imports imports;
    private final DraftStore store;
    private final DraftChanges changes;
    private final Drafts drafts;
    private final Versions versions;
    private final VersionRepository repository;

    Intake(
            Imports imports,
            DraftStore store,
            DraftChanges changes,
            Drafts drafts,
            Versions versions,
            VersionRepository repository) {
        this.imports = imports;
        this.store = store;
        this.changes = changes;
        this.drafts = drafts;
        this.versions = versions;
        this.repository = repository;
    }

    /** As {@link PolicyDesk#upload}. */
    Upload upload(Tenant tenant, String actor, String fileName, Path file, UploadHints hints) {
        Optional<VersionRow> known = repository.byFileDigest(tenant.id(), Imports.sha256(file));
        if (known.isPresent()) {
            return duplicate(tenant, known.get());
        }
        try {
            Incoming incoming = imports.read(file, fileName, List.of());
            PolicyFacts facts = PolicyFacts.found(incoming.parsed().facts(), hints.source());
            return stored(tenant, store.add(tenant, actor, incoming, facts, hints.policyId(), null));
        } catch (DraftStore.AlreadyStored e) {
            return duplicate(tenant, e.existing);
        } catch (UnreadableDocument e) {
            return new Upload.Unreadable(e.code(), String.valueOf(e.getMessage()));
        }
    }

    /** As {@link PolicyDesk#reimport}. */
    Upload reimport(Tenant tenant, String actor, long versionId, int revision, String fileName, Path file) {
        Draft before = drafts.editable(tenant, versionId, revision);
        try {
            Incoming incoming = imports.read(file, fileName, before.corrections());
            changes.put(tenant, actor, before, incoming.text(), incoming.parsed(), before.corrections(), incoming);
            return stored(tenant, versions.row(tenant, versionId));
        } catch (UnreadableDocument e) {
            return new Upload.Unreadable(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private Upload duplicate(Tenant tenant, VersionRow existing) {
        PolicyVersion version = versions.version(tenant, existing);
        return new Upload.Duplicate(version.link(), version.id(), version.state());
    }

    private Upload stored(Tenant tenant, VersionRow row) {
        PolicyVersion version = versions.version(tenant, row);
        Draft draft = drafts.draft(tenant, version.id());
        PolicyLink sameText = repository
                .byTextDigest(tenant.id(), row.textDigest(), version.id())
                .map(same -> versions.version(tenant, same).link())
                .orElse(null);
        return new Upload.Stored(
                version, draft.provisions().size(), draft.notices(), sameText, versionOf(tenant, version));
    }

    private @Nullable PolicyLink versionOf(Tenant tenant, PolicyVersion version) {
        List<VersionRow> alike = new ArrayList<>(repository.byDocumentNumber(tenant.id(), version.documentNumber()));
        alike.addAll(repository.byTitle(tenant.id(), version.title()));
        return alike.stream()
                .filter(row -> row.policyId() != version.policyId() && row.state() != State.WITHDRAWN)
                .findFirst()
                .map(row ->
                        versions.version(tenant, Objects.requireNonNull(row)).link())
                .orElse(null);
    }
}
