package cn.zhirong.policy;

import cn.zhirong.document.UnreadableDocument;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the policies that travel with the application on their shelves. */
@Singleton
public class BundledLibrary {
    private final Imports imports;
    private final DraftStore drafts;
    private final Releases releases;
    private final PolicyRepository policies;
    private final VersionRepository versions;
    private final UploadFolder uploads;

    BundledLibrary(
            Imports imports,
            DraftStore drafts,
            Releases releases,
            PolicyRepository policies,
            VersionRepository versions,
            UploadFolder uploads) {
        this.imports = imports;
        this.drafts = drafts;
        this.releases = releases;
        this.policies = policies;
        this.versions = versions;
        this.uploads = uploads;
    }

    /**
     * Loads those of one shelf. A kill in the middle is made good by the next call: what is there already is passed over, version
     * by version.
     *
     * @return how many versions were stored by this call
     */
    public int load(Tenant shelf, List<BundledPolicy> bundled) {
        Set<String> present = Set.copyOf(policies.codes(shelf.id()));
        int stored = 0;
        for (BundledPolicy policy : bundled) {
            if (policy.shelf().equals(shelf.slug())) {
                stored += load(shelf, policy, present.contains(policy.slug()));
            }
        }
        return stored;
    }

    private int load(Tenant shelf, BundledPolicy policy, boolean begun) {
        List<VersionRow> there = begun ? versions.ofCode(shelf.id(), policy.slug()) : List.of();
        Long policyId = there.isEmpty() ? null : there.getFirst().policyId();
        int stored = 0;
        for (int number = 1; number <= policy.versions().size(); number++) {
            VersionRow row = number <= there.size() ? there.get(number - 1) : null;
            if (row == null) {
                row = store(shelf, policy, policy.versions().get(number - 1), policyId);
                stored++;
            }
            if (row.state() == State.DRAFT) {
                releases.publish(
                        shelf, PolicyDesk.COMMAND_LINE, Objects.requireNonNull(row.id()), row.revision(), null);
            }
            policyId = row.policyId();
        }
        return stored;
    }

    private VersionRow store(Tenant shelf, BundledPolicy policy, BundledVersion version, @Nullable Long policyId) {
        Path file = uploads.create();
        try {
            Files.writeString(file, version.markdown());
            Incoming incoming = imports.read(file, policy.slug() + ".md", List.of());
            return drafts.add(
                    shelf,
                    PolicyDesk.COMMAND_LINE,
                    incoming,
                    facts(policy, version),
                    policyId,
                    policyId == null ? policy.slug() : null);
        } catch (UnreadableDocument e) {
            throw new IllegalStateException(version.file() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            uploads.delete(file);
        }
    }

    /** What its policy.yml says, never what the parser made of the text. */
    private static PolicyFacts facts(BundledPolicy policy, BundledVersion version) {
        return new PolicyFacts(
                policy.title(),
                Objects.requireNonNullElse(version.number(), ""),
                policy.issuers(),
                policy.kind(),
                policy.level(),
                policy.audience(),
                version.signedOn(),
                version.publishedOn(),
                version.effectiveFrom(),
                version.expiresOn(),
                version.repealedOn(),
                policy.source(),
                policy.illustrative(),
                note(policy, version));
    }

    private static String note(BundledPolicy policy, BundledVersion version) {
        return Optional.ofNullable(version.note()).map(note -> note + "。").orElse("")
                + Objects.requireNonNullElse(policy.note(), "");
    }
}
