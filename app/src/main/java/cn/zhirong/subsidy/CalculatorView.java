package cn.zhirong.subsidy;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/** The calculator's pages. For {@code templates/subsidy/start.ftlh}, {@code form.ftlh}, {@code step.ftlh} and {@code result.ftlh}. */
public final class CalculatorView {
    private CalculatorView() {}

    /** A programme to choose. */
    public record Choice(String value, String text) {}

    /** Where it begins. */
    public record Start(
            String here,
            List<Choice> programmes,
            String programme,
            String prefilled,
            String asOf,
            List<String> needed) {}

    /** All questions at once, or one of them. */
    public record Form(
            String here,
            String programme,
            String title,
            String asOf,
            String prefilled,
            List<FactForm.Field> fields,
            Map<String, String> hidden,
            List<Refusal.Field> problems) {}

    /** One question. */
    public record Step(
            String here,
            FactForm.Field field,
            String question,
            String why,
            int answered,
            int left,
            String tally,
            Map<String, String> hidden,
            List<Refusal.Field> problems) {}

    /** Something that would let the firm in. */
    public record Way(String words, String reaches) {}

    /** One programme's result. */
    public record Card(
            String code,
            String title,
            String href,
            String kind,
            String verdict,
            String tone,
            String amount,
            String amountNote,
            boolean illustrative,
            String window,
            String windowTone,
            List<TraceRows.Row> conditions,
            List<TraceRows.Row> trace,
            List<String> sentences,
            List<Way> ways,
            String version) {}

    /** Not in force, not published. */
    public record Closed(String title, String href, String why) {}

    /** What it comes to. */
    public record Result(
            String here,
            String asOf,
            String total,
            String totalNote,
            List<Card> cards,
            List<Closed> closed,
            int open,
            String nextQuestion,
            Map<String, String> hidden,
            String ask) {}
}
