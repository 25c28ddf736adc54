package cn.zhirong.policy;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionKind;
import cn.zhirong.document.SourceFormat;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.web.Display;
import cn.zhirong.web.Shell;
import cn.zhirong.web.Templates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The city of 云州 and its two versions of one measure, for pages that are rendered without a server. */
final class PageFixture {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Templates TEMPLATES = new Templates();

    private PageFixture() {}

    static String render(String template, Object view) {
        TenantProfile bureau = TenantProfile.named("yunzhou", "云州市金融工作局");
        Shell shell = new Shell(
                bureau, "/yunzhou/x", List.of(), null, Display.DEFAULT, false, null, "/static/test", "2026年11月22日");
        return TEMPLATES.render(template, Map.of("shell", shell, "view", view));
    }

    static Provision provision(int ordinal, ProvisionKind kind, String label, String path, String text) {
        return new Provision(ordinal, -1, kind, label, path, "p" + ordinal, "", text, "0123456789abcdef-" + ordinal);
    }

    static Provision article(int ordinal, String label, String text) {
        return provision(ordinal, ProvisionKind.ARTICLE, label, label, text);
    }

    static Provision row(int ordinal, String text) {
        return new Provision(
                ordinal, 0, ProvisionKind.TABLE_ROW, "", "第" + ordinal + "行", "r" + ordinal, "", text, "table-0");
    }

    static PolicyVersion version(int number, State state) {
        return new PolicyVersion(
                number,
                "yunzhou",
                7,
                number,
                state,
                "云州市专利贷款贴息办法",
                "云金〔202" + (3 + number) + "〕" + number + "号",
                List.of("云州市金融工作局", "云州市财政局"),
                DocumentKind.MEASURE,
                Level.CITY,
                List.of("enterprise"),
                LocalDate.of(2023 + number, 1, 5),
                LocalDate.of(2023 + number, 1, 8),
                LocalDate.of(2023 + number, 2, 1),
                null,
                null,
                "",
                number == 1 ? LocalDate.of(2025, 2, 1) : null,
                "https://example.gov.cn/<a>",
                false,
                "",
                "wang",
                Instant.EPOCH,
                state == State.DRAFT ? null : "li",
                state == State.DRAFT ? null : Instant.EPOCH,
                3);
    }

    static PolicyVersion illustrative(PolicyVersion version, String note) {
        return new PolicyVersion(
                version.id(),
                version.shelf(),
                version.policyId(),
                version.number(),
                version.state(),
                version.title(),
                version.documentNumber(),
                version.issuers(),
                version.kind(),
                version.level(),
                version.audience(),
                version.signedOn(),
                version.publishedOn(),
                version.effectiveFrom(),
                version.expiresOn(),
                version.repealedOn(),
                version.repealedBy(),
                version.supersededOn(),
                version.source(),
                true,
                note,
                version.uploadedBy(),
                version.uploadedAt(),
                version.releasedBy(),
                version.releasedAt(),
                version.revision());
    }

    static PolicyDocument document(int number, List<Provision> provisions, boolean alone) {
        PolicyVersion version = version(number, State.PUBLISHED);
        List<VersionSummary> versions = List.of(
                VersionSummary.of(version(2, State.PUBLISHED), TODAY),
                VersionSummary.of(version(1, State.PUBLISHED), TODAY));
        return new PolicyDocument(
                version,
                version.term().on(TODAY),
                provisions,
                alone ? versions.subList(0, 1) : versions,
                alone ? null : new FileInfo("贴息 办法.pdf", SourceFormat.PDF, 1_300_000),
                Map.of("云金〔2020〕9号", new PolicyLink(9, 1, "旧办法", "云金〔2020〕9号")),
                number == 1 ? version(2, State.PUBLISHED).link() : null,
                null);
    }
}
