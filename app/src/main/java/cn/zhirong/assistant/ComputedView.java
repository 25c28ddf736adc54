package cn.zhirong.assistant;

import cn.zhirong.rule.Trace;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a computed answer rests on, as a page shows it.
 *
 * @param understood what was understood of the firm
 * @param form where all of it can be put right; empty where nothing was computed
 * @param traces each rule read aloud
 * @param programmes those it is about
 * @param choices possible replies
 */
public record ComputedView(
        List<UnderstoodView> understood,
        String form,
        List<TraceView> traces,
        List<ProgrammeView> programmes,
        List<String> choices) {
    /** A fact, and where it can be put right. */
    public record UnderstoodView(String label, String value, String href) {}

    /** A programme as it stands, and where one applies. */
    public record ProgrammeView(String title, String href, String state, String tone) {}

    /** A rule, sentence by sentence. */
    public record TraceView(String title, String href, List<String> sentences) {}

    static ComputedView of(String slug, Answer.Computed computed) {
        return new ComputedView(
                computed.understood().stream()
                        .map(one -> new UnderstoodView(
                                one.label(),
                                one.value(),
                                "/" + slug + computed.form() + (one.name() == null ? "" : "#f-" + one.name())))
                        .toList(),
                computed.form().isEmpty() ? "" : "/" + slug + computed.form(),
                computed.traces().stream()
                        .map(traced -> new TraceView(
                                traced.title(), "/" + slug + "/subsidies/" + traced.programme(), sentences(traced)))
                        .toList(),
                computed.programmes().stream()
                        .map(one -> new ProgrammeView(
                                one.title(), "/" + slug + "/subsidies/" + one.code(), one.state(), one.tone()))
                        .toList(),
                computed.choices());
    }

    private static List<String> sentences(Answer.Traced traced) {
        List<String> kept = traced.sentences();
        return kept != null
                ? kept
                : Trace.read(traced.trace().getBytes(StandardCharsets.UTF_8)).sentences();
    }
}
