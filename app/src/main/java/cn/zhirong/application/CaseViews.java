package cn.zhirong.application;

import cn.zhirong.subsidy.TraceRows;
import cn.zhirong.web.FilledForm;
import java.util.List;
import java.util.Map;

/** What the bureau's pages about applications show. */
public final class CaseViews {
    private CaseViews() {}

    /** A tab with what waits behind it. */
    public record Tab(String text, String href, boolean current) {}

    /** The queue. */
    public record QueueView(
            String here,
            List<Tab> tabs,
            List<Tab> others,
            String words,
            String programme,
            List<Map<String, String>> programmes,
            String who,
            List<Map<String, String>> whose,
            String view,
            long count,
            List<Row> rows,
            int page,
            int pages,
            String pageHref,
            String query,
            boolean assigns,
            List<Map<String, String>> takers,
            String away,
            FilledForm typed) {}

    /** One in the queue. */
    public record Row(
            String id,
            String href,
            String number,
            String firm,
            String programme,
            String state,
            String tone,
            String amount,
            String submitted,
            String left,
            String leftTone,
            String assignee) {}

    /** A decision that was taken. */
    public record Decided(
            String stage,
            String result,
            String tone,
            String by,
            String at,
            String amount,
            String reason,
            String settled,
            String hash,
            List<String> sentences) {}

    /** Another application for the same thing. */
    public record Same(
            String thing, String href, String number, String firm, String programme, String state, String tone) {}

    /** A correction that was asked for. */
    public record Asked(String item, String words, String answer) {}

    /** Something that is not as it was when the bureau asked. */
    public record Changed(String item, String before, String after) {}

    /** Something that can be asked to be put right. */
    public record Item(String key, String label) {}

    /**
     * One application.
     *
     * @param query of the queue it was opened from, behind every address of the page
     * @param previous the case before it in that queue; empty where there is none
     * @param next the case after it
     * @param place where it stands in that queue, in Chinese
     * @param elsewhere what was granted for the same things, as far as it is known
     * @param payees who holds money that can be asked back
     * @param may names of the steps that can be taken by this person now
     * @param second why this person may not take the second look; empty where they may
     */
    public record CaseView(
            String here,
            String list,
            String query,
            String previous,
            String next,
            String place,
            String number,
            String programme,
            String firm,
            String firmHref,
            String state,
            String tone,
            String left,
            String leftTone,
            List<OwnViews.Money> facts,
            List<OwnViews.Section> sections,
            List<OwnViews.File> files,
            List<Same> same,
            List<String> elsewhere,
            List<OwnViews.Money> grants,
            List<Decided> decisions,
            List<Asked> corrections,
            List<Changed> changed,
            List<Item> items,
            List<String> complaints,
            List<String> clawbacks,
            List<Map<String, String>> payees,
            List<String> may,
            String second,
            List<Timeline.Entry> timeline,
            FilledForm typed) {}

    /** The sheet of the first look. */
    public record ReviewView(
            String here,
            String back,
            String list,
            String number,
            String programme,
            String firm,
            String rule,
            String verdict,
            String tone,
            String amount,
            String total,
            List<String> taken,
            List<SheetRows.Row> rows,
            List<TraceRows.Row> steps,
            List<Same> same,
            FilledForm typed) {}
}
