package cn.zhirong.document;

import cn.zhirong.document.ImportNotice.Severity;
import cn.zhirong.document.Layout.Region;
import cn.zhirong.document.Layout.RegionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parser of official papers: statutes by 编章节条款项目, plans and notices by 一、(一)1., with annexes and enclosed papers.
 * It keeps no state and may be used by many threads.
 */
public final class ProvisionParser implements DocumentParser {
    private static final Pattern COVER_WORD = Pattern.compile("(通知|函|公告|决定|命令|令|通告|意见|批复)$");

    /** A parser; one is enough for all. */
    public ProvisionParser() {}

    @Override
    public ParsedDocument parse(DocumentText text, List<Correction> corrections) {
        CorrectedBlocks corrected = CorrectedBlocks.of(text.blocks(), corrections);
        Layout layout = Layout.of(corrected.pieces(), FactsFinder.hintedTitle(text.hints()));
        DocumentFacts facts = new FactsFinder(layout, text.hints()).find();

        List<ImportNotice> notices = new ArrayList<>(text.notices());
        notices.addAll(corrected.notices());
        ProvisionList provisions = new ProvisionList(coverWord(layout));
        for (Region region : layout.regions()) {
            Node root = RegionTree.of(region);
            provisions.add(region, root);
            boolean named =
                    region.kind() == RegionKind.ANNEX || region.kind() == RegionKind.ENCLOSED && !region.isPlain();
            notices.addAll(NumberingCheck.of(root, named ? "《" + region.title() + "》" : ""));
        }
        notices.addAll(doubts(facts));
        notices.addAll(SafetyCheck.of(text.blocks()));
        return new ParsedDocument(facts, provisions.provisions(), notices);
    }

    /** What a person should fill in or look at among the facts. */
    private static List<ImportNotice> doubts(DocumentFacts facts) {
        List<ImportNotice> doubts = new ArrayList<>();
        if (facts.title() == null) {
            doubts.add(new ImportNotice(Severity.WARNING, "title-missing", "未能在文中找到标题，请填写。"));
        }
        LocalDate from = facts.effectiveFrom();
        LocalDate signed = facts.signedOn();
        if (from != null && signed != null && from.isBefore(signed)) {
            String message = "文中所述施行日期" + from + "早于成文日期" + signed + "。如为修正文本，请填写本次修正的施行日期。";
            doubts.add(new ImportNotice(Severity.INFO, "effective-before-signing", message));
        }
        return List.copyOf(doubts);
    }

    private static String coverWord(Layout layout) {
        String title =
                layout.title() == null ? "" : Words.compact(layout.title().words());
        boolean order = layout.head().stream()
                .anyMatch(piece -> Words.compact(piece.text()).matches("\\p{IsHan}{2,30}令(?:第.*)?"));
        Matcher word = COVER_WORD.matcher(title);
        return word.find() ? word.group(1) : order ? "令" : "通知";
    }
}
