package cn.zhirong.policy;

import cn.zhirong.document.Provision;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reading page of one version.
 *
 * @param library address of the policy library
 * @param here address of this page without its query
 * @param title of the document
 * @param number 文号, or empty
 * @param kind its word
 * @param validity on the day chosen
 * @param illustrative whether it is marked 示例
 * @param note what a reader should know before relying on it, or empty
 * @param asOf the day chosen, ISO
 * @param asOfText the same for reading
 * @param facts issuers and days
 * @param source where the text comes from, or empty
 * @param sourceHref the same as an address, or empty
 * @param tabs text and comparison
 * @param banner what must be known first, or null
 * @param contents beside the text
 * @param regions the text
 * @param file the original, or null
 * @param versions all published ones, newest first
 * @param older the version before, or null
 * @param newer the version after, or null
 * @param ask where a question about this document is asked
 * @param citation title and number, to be copied
 */
public record ReadingView(
        String library,
        String here,
        String title,
        String number,
        String kind,
        Validity validity,
        boolean illustrative,
        String note,
        String asOf,
        String asOfText,
        List<PageFact> facts,
        String source,
        String sourceHref,
        List<PageTab> tabs,
        @Nullable Banner banner,
        List<ContentsEntry> contents,
        List<ReadingRegion> regions,
        @Nullable File file,
        List<Version> versions,
        @Nullable PageLink older,
        @Nullable PageLink newer,
        String ask,
        String citation) {

    /** What became of this text, and where to go instead. */
    public record Banner(
            String title, String text, @Nullable PageLink link) {}

    /** The file as it was published. */
    public record File(String href, String name, String format, String size) {}

    /** One published version. */
    public record Version(String text, String href, Validity validity, boolean current) {}

    /**
     * @param quote words to mark in the text, or empty
     * @param today so that a chosen day is told apart from the usual one
     */
    static ReadingView of(String slug, PolicyDocument document, LocalDate asOf, LocalDate today, String quote) {
        PolicyVersion version = document.version();
        String library = "/" + slug + "/policies";
        String policy = library + "/" + version.policyId();
        String here = policy + "/v" + version.number();
        String keep = asOf.equals(today) ? "" : "?asOf=" + asOf;
        RunningText running = new RunningText(DocumentLinks.to(hrefs(slug, document)), quote);
        List<Provision> provisions = document.provisions();
        return new ReadingView(
                library,
                here,
                version.title(),
                version.documentNumber(),
                version.kind().label(),
                document.validity(),
                version.illustrative(),
                version.note(),
                asOf.toString(),
                PageWords.day(asOf),
                facts(version),
                version.source(),
                version.source().startsWith("https://") ? version.source() : "",
                tabs(policy, here, document),
                banner(slug, document),
                Contents.of(provisions),
                ReadingRegion.of(provisions, running),
                file(here, document.file()),
                versions(policy, keep, document),
                neighbour(policy, keep, document, -1),
                neighbour(policy, keep, document, 1),
                "/" + slug + "/ask?question=" + URLEncoder.encode("《" + version.title() + "》：", StandardCharsets.UTF_8)
                        + keep.replace('?', '&'),
                "《" + version.title() + "》" + bracketed(version.documentNumber()));
    }

    static List<PageTab> tabs(String policy, String here, PolicyDocument document) {
        List<PageTab> tabs = new ArrayList<>();
        tabs.add(new PageTab("条文", here, true, null));
        int versions = document.versions().size();
        if (versions > 1) {
            tabs.add(new PageTab("版本对比", policy + "/comparison", false, versions));
        }
        return tabs;
    }

    private static Map<String, String> hrefs(String slug, PolicyDocument document) {
        Map<String, String> hrefs = new LinkedHashMap<>();
        document.citedDocuments().forEach((number, link) -> {
            if (link.policyId() != document.version().policyId()) {
                hrefs.put(number, link.path(slug));
            }
        });
        return hrefs;
    }

    static List<PageFact> facts(PolicyVersion version) {
        return List.of(
                new PageFact("发文机关", String.join("、", version.issuers())),
                new PageFact("层级", version.level().label()),
                new PageFact("成文日期", PageWords.day(version.signedOn())),
                new PageFact("发布日期", PageWords.day(version.publishedOn())),
                new PageFact("施行日期", PageWords.day(version.effectiveFrom())),
                new PageFact("失效日期", PageWords.day(version.expiresOn())),
                new PageFact("废止日期", PageWords.day(version.repealedOn())));
    }

    private static @Nullable Banner banner(String slug, PolicyDocument document) {
        PolicyVersion version = document.version();
        return switch (document.validity()) {
            case REPEALED ->
                new Banner(
                        "本文件已废止",
                        "自" + PageWords.day(version.repealedOn()) + "起废止，不能再作为办事依据。"
                                + (version.repealedBy().isEmpty() ? "" : "废止依据：" + version.repealedBy() + "。"),
                        link(slug, document.repealedBy(), "查看废止它的文件"));
            case SUPERSEDED ->
                new Banner(
                        "本版本已被取代",
                        "自" + PageWords.day(version.supersededOn()) + "起执行新版本。",
                        link(slug, document.supersededBy(), "查看新版本"));
            case EXPIRED -> new Banner("本文件已失效", "有效期到" + PageWords.day(version.expiresOn()) + "为止，仅供查阅。", null);
            case NOT_YET_IN_FORCE ->
                new Banner("本文件尚未施行", "自" + PageWords.day(version.effectiveFrom()) + "起施行，在此之前不能作为办事依据。", null);
            case DRAFT_FOR_COMMENT -> new Banner("这是征求意见稿", "内容尚未定稿，不能作为办事和拨付资金的依据。", null);
            case IN_FORCE ->
                document.supersededBy() == null
                        ? null
                        : new Banner(
                                "已有新版本",
                                version.supersededOn() == null
                                        ? "新版本施行前，本版本继续有效。"
                                        : "本版本执行到"
                                                + PageWords.day(
                                                        version.supersededOn().minusDays(1)) + "为止。",
                                link(slug, document.supersededBy(), "查看新版本"));
            case INFORMATION -> null;
        };
    }

    private static @Nullable PageLink link(String slug, @Nullable PolicyLink to, String text) {
        return to == null
                ? null
                : new PageLink(text + "：" + to.title() + bracketed(to.documentNumber()), to.path(slug));
    }

    private static @Nullable File file(String here, @Nullable FileInfo file) {
        return file == null
                ? null
                : new File(here + "/file", file.name(), file.format().name(), PageWords.size(file.sizeBytes()));
    }

    private static List<Version> versions(String policy, String keep, PolicyDocument document) {
        return document.versions().stream()
                .map(it -> new Version(
                        "第 " + it.number() + " 版" + (it.dated() == null ? "" : "（" + PageWords.day(it.dated()) + "）"),
                        policy + "/v" + it.number() + keep,
                        it.validity(),
                        it.number() == document.version().number()))
                .toList();
    }

    /** The published version next to this one: {@code step} -1 is older, 1 is newer. */
    private static @Nullable PageLink neighbour(String policy, String keep, PolicyDocument document, int step) {
        List<VersionSummary> versions = document.versions();
        for (int i = 0; i < versions.size(); i++) {
            int at = i - step;
            if (versions.get(i).number() == document.version().number() && at >= 0 && at < versions.size()) {
                VersionSummary other = versions.get(at);
                return new PageLink("第 " + other.number() + " 版", policy + "/v" + other.number() + keep);
            }
        }
        return null;
    }

    private static String bracketed(String number) {
        return number.isEmpty() ? "" : "（" + number + "）";
    }
}
