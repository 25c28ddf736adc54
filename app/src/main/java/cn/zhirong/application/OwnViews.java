package cn.zhirong.application;

import cn.zhirong.subsidy.FactForm;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/** What the firm's pages show. */
public final class OwnViews {
    private OwnViews() {}

    /** All applications of a firm. */
    public record ListView(
            String here,
            String subsidies,
            List<Row> waiting,
            List<Row> others,
            List<Map<String, String>> subscribed,
            List<Topic> topics,
            String calendar) {}

    /** What programmes have in common, and whether the person wants to hear of them. */
    public record Topic(String key, String label, boolean wanted) {}

    /**
     * One in the list.
     *
     * @param left how much time there is, in Chinese
     */
    public record Row(
            String href,
            String number,
            String programme,
            String state,
            String tone,
            String amount,
            String left,
            String leftTone,
            String changed) {}

    /** A part of an application and how far it is. */
    public record Part(String title, String href, String hint, String status, String tone) {}

    /** Something to be put right. */
    public record Correction(long id, String item, String href, String words, String answer, boolean open) {}

    /** A sum of money with where it is. */
    public record Money(String key, String value) {}

    /**
     * One application.
     *
     * @param may names of the steps that the firm can take now
     * @param next what happens next, with days
     * @param basis how the amount came about, sentence by sentence; none before it is told
     */
    public record View(
            String here,
            String list,
            String number,
            String programme,
            String programmeHref,
            String state,
            String tone,
            String left,
            String leftTone,
            List<Part> parts,
            List<Correction> corrections,
            List<Money> facts,
            List<String> next,
            List<Timeline.Entry> timeline,
            List<String> may,
            String reason,
            List<String> basis,
            Map<String, String> account,
            FilledForm typed) {}

    /**
     * A form of facts.
     *
     * @param seen what the facts were when they were shown, in a word
     */
    public record FactsView(
            String here,
            String back,
            String number,
            String programme,
            String title,
            String hint,
            List<FactForm.Field> fields,
            String seen,
            List<Refusal.Field> problems) {}

    /** Where the money goes. */
    public record AccountView(
            String here,
            String back,
            String number,
            String programme,
            Map<String, String> account,
            List<Refusal.Field> problems) {}

    /** A file that was handed in. */
    public record File(long id, String name, String size, String at, String href) {}

    /** A material that is asked for. */
    public record Material(String id, String name, String note, boolean required, List<File> files) {}

    /** All materials. */
    public record MaterialsView(
            String here,
            String back,
            String number,
            String programme,
            List<Material> materials,
            List<Map<String, String>> shelf,
            String formats,
            int megabytes,
            List<Refusal.Field> problems) {}

    /** Everything once more before it is handed in. */
    public record SubmissionView(
            String here,
            String back,
            String number,
            String programme,
            List<Section> sections,
            List<String> materials,
            String result,
            String resultTone,
            List<String> unmet,
            List<Refusal.Field> problems) {}

    /** A part to be checked. */
    public record Section(String title, String href, List<Map<String, String>> rows) {}
}
