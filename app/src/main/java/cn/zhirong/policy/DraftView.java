package cn.zhirong.policy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Person;
import cn.zhirong.document.Correction;
import cn.zhirong.document.DocumentKind;
import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionKind;
import cn.zhirong.web.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a version is confirmed, corrected and released.
 *
 * @param console address of the list
 * @param here address of this page
 * @param revision sent back by every form
 * @param state draft, published or withdrawn
 * @param problems what was wrong with the last form
 * @param form the facts, as typed or as stored
 * @param kept what is stored where it differs from what is typed: field name to words
 * @param notices what to look at, settled ones included
 * @param lines the tree
 * @param corrections what people changed so far
 * @param last the last of them in words, or empty
 * @param release what this person may do about publication
 * @param reader address of the reading page, or empty while no reader sees it
 * @param typed what was typed in the small forms, by field
 */
public record DraftView(
        String console,
        String here,
        int revision,
        State state,
        String title,
        List<Refusal.Field> problems,
        FactsForm form,
        Map<String, String> kept,
        List<Choice> kinds,
        List<Choice> levels,
        List<Choice> audiences,
        List<Choice> ranks,
        List<Notice> notices,
        int holds,
        List<Line> lines,
        int corrections,
        String last,
        Release release,
        List<PageFact> facts,
        ReadingView.@Nullable File file,
        String reader,
        String newVersion,
        List<Choice> versionOf,
        Map<String, String> typed) {

    /** A choice of a form. */
    public record Choice(String value, String text) {}

    /** A notice with its place in the list. */
    public record Notice(int index, String tone, String severity, String message, boolean open, String settled) {}

    /** A provision with the line it begins on. */
    public record Line(
            String anchor,
            String path,
            String rank,
            String kind,
            String label,
            String heading,
            String text,
            String at) {}

    /**
     * What this person may do.
     *
     * @param publish whether the button is there
     * @param why said in its place
     */
    public record Release(boolean edit, boolean publish, String why, boolean retract) {}

    private static final Map<String, String> AUDIENCES = audienceWords();
    private static final Map<ProvisionKind, String> RANKS = rankWords();

    /** @param typed the facts as typed, or null to show those stored; @param small what was typed in the small forms */
    static DraftView of(
            String slug,
            Person person,
            Draft draft,
            List<PolicyVersion> others,
            List<Refusal.Field> problems,
            @Nullable FactsForm typed,
            Map<String, String> small) {
        PolicyVersion version = draft.version();
        String console = "/" + slug + "/console/policies";
        FactsForm stored = FactsForm.of(version.facts());
        boolean published = version.state() == State.PUBLISHED;
        List<Correction> corrections = draft.corrections();
        FileInfo file = draft.file();
        return new DraftView(
                console,
                console + "/" + version.id(),
                version.revision(),
                version.state(),
                version.title().isEmpty() ? "（还没有标题）" : version.title(),
                problems,
                typed == null ? stored : typed,
                typed == null ? Map.of() : differences(stored, typed),
                Arrays.stream(DocumentKind.values())
                        .map(it -> new Choice(it.name(), it.label()))
                        .toList(),
                Arrays.stream(Level.values())
                        .map(it -> new Choice(it.name(), it.label()))
                        .toList(),
                AUDIENCES.entrySet().stream()
                        .map(it -> new Choice(it.getKey(), it.getValue()))
                        .toList(),
                RANKS.entrySet().stream()
                        .filter(it -> it.getKey() != ProvisionKind.TABLE_ROW)
                        .map(it -> new Choice(it.getKey().name(), it.getValue()))
                        .toList(),
                notices(draft.notices()),
                draft.holds().size(),
                draft.provisions().stream().map(DraftView::line).toList(),
                corrections.size(),
                corrections.isEmpty() ? "" : words(corrections.getLast()),
                release(person, draft),
                facts(version),
                file == null
                        ? null
                        : new ReadingView.File(
                                published ? version.link().path(slug) + "/file" : "",
                                file.name(),
                                file.format().name(),
                                PageWords.size(file.sizeBytes())),
                published ? version.link().path(slug) : "",
                published ? console + "/upload?policy=" + version.policyId() : "",
                others.stream()
                        .filter(it -> it.policyId() != version.policyId() && it.state() == State.PUBLISHED)
                        .map(it -> new Choice(String.valueOf(it.policyId()), it.title()))
                        .distinct()
                        .toList(),
                small);
    }

    private static Release release(Person person, Draft draft) {
        PolicyVersion version = draft.version();
        boolean releases = person.may(Action.POLICY_RELEASE);
        boolean published = version.state() == State.PUBLISHED;
        if (version.state() != State.DRAFT) {
            return new Release(false, false, "", published && releases);
        }
        if (!releases) {
            return new Release(true, false, "经办人员不能发布文件。核对无误后，请复核人员或者局长登录本页发布。", false);
        }
        if (version.uploadedBy().equals(person.username())) {
            return new Release(true, false, "上传人不能发布自己上传的文件，请另一位复核人员或者局长登录本页发布。", false);
        }
        if (!draft.holds().isEmpty()) {
            return new Release(true, false, "还有 " + draft.holds().size() + " 条提示必须先处理，处理后才能发布。", false);
        }
        return new Release(true, true, "", false);
    }

    private static List<PageFact> facts(PolicyVersion version) {
        return List.of(
                new PageFact("状态", version.state().label()),
                new PageFact("版本", "第 " + version.number() + " 版"),
                new PageFact("上传", PageWords.actor(version.uploadedBy())),
                new PageFact("发布", PageWords.actor(version.releasedBy())),
                new PageFact("废止日期", PageWords.day(version.repealedOn())),
                new PageFact("取代日期", PageWords.day(version.supersededOn())));
    }

    private static List<Notice> notices(List<PolicyNotice> notices) {
        List<Notice> shown = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            PolicyNotice notice = notices.get(i);
            String tone = switch (notice.severity()) {
                case INFO -> "info";
                case WARNING -> "wait";
                case HOLD -> "bad";
            };
            String severity = switch (notice.severity()) {
                case INFO -> "说明";
                case WARNING -> "请核对";
                case HOLD -> "必须处理";
            };
            String settled = notice.settledBy() == null
                    ? ""
                    : notice.settledBy() + "：" + Objects.requireNonNullElse(notice.reason(), "");
            shown.add(new Notice(i, tone, severity, notice.message(), notice.settledBy() == null, settled));
        }
        return shown;
    }

    private static Line line(Provision it) {
        return new Line(
                it.anchor(),
                it.path(),
                RANKS.getOrDefault(it.kind(), ""),
                it.kind().name(),
                it.label(),
                it.heading(),
                it.text(),
                it.source());
    }

    /** What the other editor, or the last save, left in the fields that differ. */
    private static Map<String, String> differences(FactsForm stored, FactsForm typed) {
        Map<String, String> kept = new LinkedHashMap<>();
        differ(kept, "title", stored.title(), typed.title());
        differ(kept, "documentNumber", stored.documentNumber(), typed.documentNumber());
        differ(
                kept,
                "issuers",
                stored.issuers(),
                typed.issuers().replace("\r", "").strip());
        differ(kept, "signedOn", stored.signedOn(), typed.signedOn());
        differ(kept, "publishedOn", stored.publishedOn(), typed.publishedOn());
        differ(kept, "effectiveFrom", stored.effectiveFrom(), typed.effectiveFrom());
        differ(kept, "expiresOn", stored.expiresOn(), typed.expiresOn());
        differ(kept, "repealedOn", stored.repealedOn(), typed.repealedOn());
        differ(kept, "source", stored.source(), typed.source());
        differ(kept, "note", stored.note(), typed.note().replace("\r", ""));
        return kept;
    }

    private static void differ(Map<String, String> kept, String field, String stored, String typed) {
        if (!stored.equals(typed)) {
            kept.put(field, "已保存的内容：" + (stored.isEmpty() ? "（空）" : stored.replace("\n", "、")));
        }
    }

    private static String words(Correction correction) {
        return switch (correction) {
            case Correction.Split split -> "拆分";
            case Correction.Join join -> "与上一段合并";
            case Correction.Renumber renumber -> renumber.label().isEmpty() ? "去掉编号" : "改编号为“" + renumber.label() + "”";
            case Correction.Drop drop -> "去掉一段";
        };
    }

    private static Map<String, String> audienceWords() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("enterprise", "企业");
        words.put("bank", "银行");
        words.put("guarantor", "融资担保机构");
        words.put("insurer", "保险机构");
        words.put("valuer", "评估机构");
        words.put("intermediary", "中介机构");
        words.put("bureau", "主管部门");
        return words;
    }

    private static Map<ProvisionKind, String> rankWords() {
        Map<ProvisionKind, String> words = new LinkedHashMap<>();
        words.put(ProvisionKind.PARAGRAPH, "段落（没有编号）");
        words.put(ProvisionKind.PART, "编");
        words.put(ProvisionKind.SUBPART, "分编");
        words.put(ProvisionKind.CHAPTER, "章");
        words.put(ProvisionKind.SECTION, "节");
        words.put(ProvisionKind.ARTICLE, "条");
        words.put(ProvisionKind.CLAUSE, "款");
        words.put(ProvisionKind.ITEM, "项（一）");
        words.put(ProvisionKind.SUBITEM, "目 1.");
        words.put(ProvisionKind.HEADING, "标题 一、");
        words.put(ProvisionKind.SUBHEADING, "标题（一）");
        words.put(ProvisionKind.POINT, "要点 1.");
        words.put(ProvisionKind.SUBPOINT, "要点（1）");
        words.put(ProvisionKind.ANNEX, "附件");
        words.put(ProvisionKind.TABLE_ROW, "表格行");
        return words;
    }
}
