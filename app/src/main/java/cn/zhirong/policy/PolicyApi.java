package cn.zhirong.policy;

import cn.zhirong.document.Provision;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shapes of the JSON calls of this package: part of the contract with whoever programs against it. */
final class PolicyApi {
    private PolicyApi() {}

    /** A document that was taken in. */
    @Serdeable
    record Uploaded(
            long policy,
            int version,
            String title,
            String documentNumber,
            int provisions,
            List<String> warnings,
            String state) {
        static Uploaded of(Upload.Stored stored) {
            PolicyVersion version = stored.version();
            return new Uploaded(
                    version.policyId(),
                    version.number(),
                    version.title(),
                    version.documentNumber(),
                    stored.provisions(),
                    stored.warnings(),
                    word(version.state()));
        }
    }

    /** What may be said with a publication. */
    @Serdeable
    record Publication(@Nullable String reason) {}

    /** A draft that was published. */
    @Serdeable
    record Published(long policy, int version, String state, String url) {}

    /** A document with its provisions. */
    @Serdeable
    record Document(
            long policy,
            int version,
            String title,
            String documentNumber,
            List<String> issuers,
            String kind,
            String level,
            List<String> audience,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate repealedOn,
            @Nullable LocalDate supersededOn,
            LocalDate asOf,
            String validity,
            boolean illustrative,
            String source,
            String note,
            String url,
            List<Version> versions,
            List<Unit> provisions) {
        static Document of(String slug, PolicyDocument document, LocalDate asOf) {
            PolicyVersion version = document.version();
            return new Document(
                    version.policyId(),
                    version.number(),
                    version.title(),
                    version.documentNumber(),
                    version.issuers(),
                    word(version.kind()),
                    word(version.level()),
                    version.audience(),
                    version.signedOn(),
                    version.publishedOn(),
                    version.effectiveFrom(),
                    version.expiresOn(),
                    version.repealedOn(),
                    version.supersededOn(),
                    asOf,
                    word(document.validity()),
                    version.illustrative(),
                    version.source(),
                    version.note(),
                    version.link().path(slug),
                    document.versions().stream().map(Version::of).toList(),
                    document.provisions().stream()
                            .map(provision -> Unit.of(slug, version, provision))
                            .toList());
        }
    }

    /** A published version among others. */
    @Serdeable
    record Version(int version, String validity, @Nullable LocalDate startsOn) {
        static Version of(VersionSummary summary) {
            return new Version(summary.number(), word(summary.validity()), summary.startsOn());
        }
    }

    /** A provision; {@code parent} is the place of the enclosing one in the list, or -1. */
    @Serdeable
    record Unit(
            int ordinal, int parent, String kind, String label, String path, String heading, String text, String url) {
        static Unit of(String slug, PolicyVersion version, Provision provision) {
            return new Unit(
                    provision.ordinal(),
                    provision.parent(),
                    word(provision.kind()),
                    provision.label(),
                    provision.path(),
                    provision.heading(),
                    provision.text(),
                    PolicyLink.path(slug, version.policyId(), version.number(), provision.anchor()));
        }
    }

    /** A constant as it is written in JSON: lower case, hyphens. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
