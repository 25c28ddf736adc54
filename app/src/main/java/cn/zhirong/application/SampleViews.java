package cn.zhirong.application;

import cn.zhirong.web.FilledForm;
import java.util.List;
import java.util.Map;

/** What the pages about samples show. */
public final class SampleViews {
    private SampleViews() {}

    /** A programme that has something to draw from. */
    public record Share(String id, String title, int waiting) {}

    /** What can be drawn from now. */
    public record Pool(String basis, String label, List<Share> shares) {}

    /** All samples. */
    public record ListView(
            String here,
            String list,
            List<BatchViews.Line> samples,
            Paging paging,
            List<Pool> pools,
            boolean draws,
            FilledForm typed) {}

    /** An application that was drawn. */
    public record Drawn(
            String href, String number, String firm, String programme, String state, String tone, String by) {}

    /** One sample. */
    public record SampleView(
            String back,
            String list,
            String title,
            List<OwnViews.Money> facts,
            List<Map<String, String>> shares,
            List<Drawn> rows) {}

    /** Something that is looked at. */
    public record Item(String key, String text, String result, String tone, String words) {}

    /**
     * The sheet of one application.
     *
     * @param why why this person does not check it; empty where they may
     * @param payees of whom money can be asked back; none where nothing was paid
     */
    public record CheckView(
            String here,
            String back,
            String list,
            String number,
            String firm,
            String programme,
            String caseHref,
            boolean checked,
            boolean checks,
            String why,
            List<Item> items,
            String finding,
            String by,
            List<Map<String, String>> payees,
            FilledForm typed) {}
}
