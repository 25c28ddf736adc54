package cn.zhirong.policy;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.document.Correction;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a bureau's people do with its policies. Whoever changes something names the revision they saw: when somebody else was
 * faster they are refused with a 409 and nothing is changed. A version of another bureau is "not found". Every change is audited
 * in its own transaction.
 */
@Singleton
public class PolicyDesk {
    /** The actor of set-up calls, where nobody signed in. */
    public static final String COMMAND_LINE = "command-line";

    private final Intake intake;
    private final DraftChanges changes;
    private final DraftStore store;
    private final Drafts drafts;
    private final Releases releases;
    private final Versions versions;
    private final VersionRepository repository;
    private final TextRepository texts;
    private final Audit audit;
    private final Json json;
    private final Clock clock;

    PolicyDesk(
            Intake intake,
            DraftChanges changes,
            DraftStore store,
            Drafts drafts,
            Releases releases,
            Versions versions,
            VersionRepository repository,
            TextRepository texts,
            Audit audit,
            Json json,
            Clock clock) {
        this.intake = intake;
        this.changes = changes;
        this.store = store;
        this.drafts = drafts;
        this.releases = releases;
        this.versions = versions;
        this.repository = repository;
        this.texts = texts;
        this.audit = audit;
        this.json = json;
        // Instants as the database keeps them, so that what was written equals what is read.
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /**
     * Takes a file in as a draft. Reading may take a minute; storing is one transaction.
     *
     * @param actor user name of the sender, or {@link #COMMAND_LINE}
     * @param fileName as the sender gave it
     * @param file where its bytes lie; it is not kept
     */
    public Upload upload(Tenant tenant, String actor, String fileName, Path file, UploadHints hints) {
        return intake.upload(tenant, actor, fileName, file, hints);
    }

    /** For set-up from the command line: {@link #upload}, and published without a second person unless a notice holds it. */
    public Upload importAndPublish(Tenant tenant, String fileName, Path file, UploadHints hints) {
        Upload upload = upload(tenant, COMMAND_LINE, fileName, file, hints);
        if (upload instanceof Upload.Stored stored && stored.notices().stream().noneMatch(PolicyNotice::holds)) {
            PolicyVersion draft = stored.version();
            PolicyVersion published = releases.publish(tenant, COMMAND_LINE, draft.id(), draft.revision(), null);
            return new Upload.Stored(
                    published, stored.provisions(), stored.notices(), stored.sameText(), stored.versionOf());
        }
        return upload;
    }

    /** Puts another file in the place of a draft's; corrections whose line is still there are kept, and so is what was confirmed. */
    public Upload reimport(Tenant tenant, String actor, long versionId, int revision, String fileName, Path file) {
        return intake.reimport(tenant, actor, versionId, revision, fileName, file);
    }

    /** Makes a draft the next version of a policy that is there. */
    @Transactional
    public Draft makeVersionOf(Tenant tenant, String actor, long versionId, int revision, long policyId) {
        Draft draft = drafts.editable(tenant, versionId, revision);
        store.moveTo(tenant, draft.version(), revision, policyId);
        audit.record(tenant, actor, "policy.version-of", "version/" + versionId, "policy=" + policyId);
        return draft(tenant, versionId);
    }

    /** Writes what a person confirmed beside the text, of a draft or of a published version. */
    @Transactional
    public Draft confirmFacts(Tenant tenant, String actor, long versionId, int revision, PolicyFacts facts) {
        PolicyVersion version = versions.version(tenant, versionId);
        FactsCheck.check(facts);
        Drafts.mustBeDraft(version);
        store.setFacts(tenant, versionId, revision, facts);
        audit.record(tenant, actor, "policy.facts", "version/" + versionId, facts.title());
        return draft(tenant, versionId);
    }

    /** Changes the tree of a draft. */
    public Draft correct(Tenant tenant, String actor, long versionId, int revision, Correction correction) {
        return changes.correct(tenant, actor, versionId, revision, correction);
    }

    /** Takes the last correction back. */
    public Draft undo(Tenant tenant, String actor, long versionId, int revision) {
        return changes.undo(tenant, actor, versionId, revision);
    }

    /**
     * Says why a notice may stand.
     *
     * @param notice its place in {@link Draft#notices}, from 0
     */
    @Transactional
    public Draft settle(Tenant tenant, String actor, long versionId, int revision, int notice, String reason) {
        Draft draft = drafts.editable(tenant, versionId, revision);
        if (notice < 0 || notice >= draft.notices().size()) {
            throw Refusal.notFound();
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > 500) {
            throw Refusal.badField("reason", "处理理由须为 1 至 500 个字。");
        }
        List<PolicyNotice> notices = new ArrayList<>(draft.notices());
        notices.set(notice, notices.get(notice).settled(actor, clock.instant(), why));
        DraftStore.must(repository.touch(tenant.id(), versionId, revision));
        texts.setNotices(tenant.id(), versionId, json.write(notices));
        audit.record(
                tenant,
                actor,
                "policy.settle",
                "version/" + versionId,
                notices.get(notice).code() + ": " + why);
        return draft(tenant, versionId);
    }

    /** Shows a draft to readers. Refused while something is missing or open, and to whoever uploaded it. */
    public PolicyVersion publish(Tenant tenant, String actor, long versionId, int revision) {
        return releases.publish(tenant, actor, versionId, revision, actor);
    }

    /** Takes back what should never have been published; what it had superseded holds again. */
    public PolicyVersion withdraw(Tenant tenant, String actor, long versionId, int revision, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > 500) {
            throw Refusal.badField("reason", "撤下理由须为 1 至 500 个字。");
        }
        return releases.withdraw(tenant, actor, versionId, revision, why);
    }

    /**
     * Marks a published version as repealed.
     *
     * @param day the first day it no longer holds
     * @param by number or title of what repealed it
     */
    public PolicyVersion repeal(Tenant tenant, String actor, long versionId, int revision, LocalDate day, String by) {
        String name = by.strip();
        if (name.isEmpty() || name.length() > 200) {
            throw Refusal.badField("repealedBy", "请写明废止依据（文号或标题），1 至 200 个字。");
        }
        return releases.repeal(tenant, actor, versionId, revision, day, name);
    }

    /** Takes a draft away for good. */
    public void discard(Tenant tenant, String actor, long versionId, int revision) {
        drafts.editable(tenant, versionId, revision);
        store.discard(tenant, actor, versions.row(tenant, versionId));
    }

    /** Drafts, newest first. */
    public List<PolicyVersion> drafts(Tenant tenant) {
        return versions.versions(tenant, repository.drafts(tenant.id()));
    }

    /** All versions in any state, drafts first, then newest first. */
    public List<PolicyVersion> versionsForDesk(Tenant tenant) {
        return versions.versions(tenant, repository.forDesk(tenant.id()));
    }

    /** The draft of a policy with the highest number, if it has one. */
    public Optional<PolicyVersion> draftOfPolicy(Tenant tenant, long policyId) {
        return repository.ofPolicy(tenant.id(), policyId).stream()
                .filter(row -> row.state() == State.DRAFT)
                .findFirst()
                .map(row -> versions.version(tenant, row));
    }

    /** A version in any state with all that belongs to it. */
    public Draft draft(Tenant tenant, long versionId) {
        return drafts.draft(tenant, versionId);
    }
}
