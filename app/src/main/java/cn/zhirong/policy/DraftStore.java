package cn.zhirong.policy;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.document.Correction;
import cn.zhirong.document.DocumentFacts;
import cn.zhirong.document.DocumentText;
import cn.zhirong.document.ParsedDocument;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes drafts with all that belongs to them, each in one transaction: whatever happens, nothing half is there. */
@Singleton
class DraftStore {
    /** The type of the refusal that the second of two editors gets. */
    static final String EDITED_MEANWHILE = "edited-meanwhile";

    private final VersionRepository versions;
    private final PolicyRepository policies;
    private final ProvisionRepository provisions;
    private final TextRepository texts;
    private final StoredFiles files;
    private final Tenants tenants;
    private final Audit audit;
    private final Json json;
    private final Clock clock;

    DraftStore(
            VersionRepository versions,
            PolicyRepository policies,
            ProvisionRepository provisions,
            TextRepository texts,
            StoredFiles files,
            Tenants tenants,
            Audit audit,
            Json json,
            Clock clock) {
        this.versions = versions;
        this.policies = policies;
        this.provisions = provisions;
        this.texts = texts;
        this.files = files;
        this.tenants = tenants;
        this.audit = audit;
        this.json = json;
        // Instants as the database keeps them, so that what was written equals what is read.
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /** The same bytes were stored by somebody else in the meantime; the transaction is given up. */
    static final class AlreadyStored extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient VersionRow existing;

        AlreadyStored(VersionRow existing) {
            super("already stored", null, false, false);
            this.existing = existing;
        }
    }

    /**
     * Stores a new draft.
     *
     * @param policyId of which policy it is a new version, or null for a new one
     * @param code folder of a policy that came with the application, or null
     */
    @Transactional
    VersionRow add(
            Tenant tenant,
            String actor,
            Incoming incoming,
            PolicyFacts facts,
            @Nullable Long policyId,
            @Nullable String code) {
        // The long part first: from the lock on, other writers of this tenant wait.
        long fileId = files.add(tenant, incoming);
        tenants.lock(tenant);
        if (code == null) {
            versions.byFileDigest(tenant.id(), incoming.sha256()).ifPresent(existing -> {
                throw new AlreadyStored(existing);
            });
        }
        long policy = policyId == null ? newPolicy(tenant, code) : known(tenant, policyId);
        VersionRow row = versions.save(new VersionRow(
                null,
                tenant.id(),
                policy,
                versions.nextNumber(tenant.id(), policy),
                State.DRAFT,
                facts.title(),
                facts.documentNumber(),
                json.write(facts.issuers()),
                facts.kind(),
                facts.level(),
                json.write(facts.audience()),
                facts.signedOn(),
                facts.publishedOn(),
                facts.effectiveFrom(),
                facts.expiresOn(),
                facts.repealedOn(),
                "",
                null,
                facts.source(),
                facts.illustrative(),
                facts.note(),
                fileId,
                incoming.textDigest(),
                actor,
                clock.instant(),
                null,
                null,
                0));
        long id = Objects.requireNonNull(row.id());
        ParsedDocument parsed = incoming.parsed();
        DocumentFacts found = parsed.facts();
        texts.add(
                tenant.id(),
                id,
                json.write(StoredText.of(incoming.text())),
                json.write(StoredFacts.of(found)),
                json.write(found.citedNumbers()),
                json.write(found.repealedNumbers()),
                "[]",
                json.write(PolicyNotice.of(parsed.notices(), List.of())));
        addProvisions(tenant, id, parsed);
        audit.record(tenant, actor, "policy.upload", "version/" + id, "policy=" + policy + " file=" + incoming.name());
        return row;
    }

    /**
     * Puts what was read and parsed anew in the place of what a draft holds.
     *
     * @param incoming the new file, or null when only the tree changed
     */
    @Transactional
    void replace(
            Tenant tenant,
            String actor,
            VersionRow row,
            int revision,
            PolicyFacts facts,
            DocumentText text,
            ParsedDocument parsed,
            List<Correction> corrections,
            @Nullable Incoming incoming) {
        long id = Objects.requireNonNull(row.id());
        must(versions.touch(tenant.id(), id, revision));
        if (incoming != null) {
            Long before = row.fileId();
            versions.setFile(tenant.id(), id, files.add(tenant, incoming), incoming.textDigest());
            files.remove(tenant, before);
        }
        setFacts(tenant, id, revision + 1, facts);
        List<PolicyNotice> notices = texts.find(tenant.id(), id)
                .map(TextRow::notices)
                .map(known -> json.readList(known, PolicyNotice.class))
                .orElse(List.of());
        texts.replace(
                tenant.id(),
                id,
                json.write(StoredText.of(text)),
                json.write(StoredFacts.of(parsed.facts())),
                json.write(parsed.facts().citedNumbers()),
                json.write(parsed.facts().repealedNumbers()),
                json.write(corrections.stream().map(StoredCorrection::of).toList()),
                json.write(PolicyNotice.of(parsed.notices(), notices)));
        provisions.deleteOf(tenant.id(), id);
        addProvisions(tenant, id, parsed);
        String act = incoming == null ? "policy.correct" : "policy.reimport";
        String detail = incoming == null ? "corrections=" + corrections.size() : "file=" + incoming.name();
        audit.record(tenant, actor, act, "version/" + id, detail);
    }

    /** Makes a draft the next version of another policy; its own is gone with its last version. */
    @Transactional
    void moveTo(Tenant tenant, PolicyVersion draft, int revision, long policyId) {
        tenants.lock(tenant);
        known(tenant, policyId);
        int number = versions.nextNumber(tenant.id(), policyId);
        must(versions.move(tenant.id(), draft.id(), revision, policyId, number));
        policies.deleteEmpty(tenant.id(), draft.policyId());
    }

    /** Writes facts; refuses when somebody else has changed the version since {@code revision}. */
    void setFacts(Tenant tenant, long id, int revision, PolicyFacts facts) {
        must(versions.setFacts(
                tenant.id(),
                id,
                revision,
                facts.title(),
                facts.documentNumber(),
                json.write(facts.issuers()),
                facts.kind(),
                facts.level(),
                json.write(facts.audience()),
                facts.signedOn(),
                facts.publishedOn(),
                facts.effectiveFrom(),
                facts.expiresOn(),
                facts.repealedOn(),
                facts.source(),
                facts.illustrative(),
                facts.note()));
    }

    /** Takes a draft away with all that belongs to it. */
    @Transactional
    void discard(Tenant tenant, String actor, VersionRow row) {
        long id = Objects.requireNonNull(row.id());
        texts.delete(tenant.id(), id);
        provisions.deleteOf(tenant.id(), id);
        must(versions.delete(tenant.id(), id, row.revision()));
        policies.deleteEmpty(tenant.id(), row.policyId());
        files.remove(tenant, row.fileId());
        audit.record(tenant, actor, "policy.discard", "version/" + id, row.title());
    }

    /** What is said to the second of two editors. */
    static void must(long changed) {
        if (changed != 1) {
            throw Refusal.conflict(EDITED_MEANWHILE, "您打开之后，这份文件已被别人修改。您填写的内容没有保存，请核对最新内容后再提交。");
        }
    }

    private long newPolicy(Tenant tenant, @Nullable String code) {
        return Objects.requireNonNull(policies.save(new PolicyRow(null, tenant.id(), code, clock.instant()))
                .id());
    }

    private long known(Tenant tenant, long policyId) {
        Optional<PolicyRow> policy = policies.find(tenant.id(), policyId);
        return Objects.requireNonNull(policy.orElseThrow(Refusal::notFound).id());
    }

    private void addProvisions(Tenant tenant, long versionId, ParsedDocument parsed) {
        List<ProvisionRow> rows = parsed.provisions().stream()
                .map(provision -> ProvisionRow.of(tenant.id(), versionId, provision))
                .toList();
        if (!rows.isEmpty()) {
            provisions.addAll(rows);
        }
    }
}
