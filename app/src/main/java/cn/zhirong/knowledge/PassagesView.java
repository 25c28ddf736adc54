package cn.zhirong.knowledge;

import cn.zhirong.policy.PageFact;
import cn.zhirong.policy.PolicyLink;
import cn.zhirong.policy.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The passages of one version.
 *
 * @param list address of the list of documents
 * @param reader address of the reading page
 */
public record PassagesView(String list, String title, String reader, List<PageFact> facts, List<Row> rows) {

    /** A passage as it is cut. */
    public record Row(
            String href,
            String anchor,
            String path,
            String trail,
            List<Part> parts,
            String state,
            String tone,
            String reason) {}

    /** A piece: the document's words, and the words it is found by where they differ. */
    public record Part(String text, String words) {}

    static PassagesView of(String slug, List<PassageDesk.Shown> passages, int inIndex) {
        Passage first = passages.getFirst().passage();
        String list = "/" + slug + "/console/passages";
        Term term = first.term();
        return new PassagesView(
                list,
                first.title(),
                PolicyLink.path(slug, first.policyId(), first.versionNumber(), ""),
                List.of(
                        new PageFact("文号", first.documentNumber()),
                        new PageFact("版本", "第 " + first.versionNumber() + " 版"),
                        new PageFact("施行日期", day(term.effectiveFrom())),
                        new PageFact("失效日期", day(term.expiresOn())),
                        new PageFact("废止日期", day(term.repealedOn())),
                        new PageFact("取代日期", day(term.supersededOn())),
                        new PageFact("索引中", inIndex + " 个片段")),
                passages.stream().map(shown -> row(slug, list, shown)).toList());
    }

    static Row row(String slug, String list, PassageDesk.Shown shown) {
        Passage passage = shown.passage();
        var parts = new ArrayList<Part>();
        for (int i = 0; i < shown.pieces().size(); i++) {
            parts.add(new Part(
                    CorrectedPassages.text(passage.text(), shown.pieces(), i),
                    shown.pieces().get(i).searchText()));
        }
        boolean reworded = parts.stream().anyMatch(part -> !part.words().isEmpty());
        String state = shown.switchedOff()
                ? "已停用"
                : (parts.size() > 1 ? "拆成 " + parts.size() + " 段" : "")
                        + (reworded ? (parts.size() > 1 ? "，" : "") + "检索用词已更正" : "");
        return new Row(
                list + "/" + passage.versionId() + "/" + passage.id(),
                PolicyLink.path(slug, passage.policyId(), passage.versionNumber(), passage.anchor()),
                HitClause.place(passage),
                trail(passage),
                parts,
                state,
                shown.switchedOff() ? "bad" : "info",
                shown.switchedOff() && shown.correction() != null
                        ? shown.correction().reason()
                        : "");
    }

    /** The headings above it; its own is its name. */
    private static String trail(Passage passage) {
        List<String> trail = passage.trail();
        boolean named = !trail.isEmpty() && HitClause.place(passage).equals(trail.getLast());
        return String.join(" › ", named ? trail.subList(0, trail.size() - 1) : trail);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
