package cn.zhirong.assistant;

import cn.zhirong.rule.Trace;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a computed answer rests on, as a page shows it.
 *
 * @param understood what was understood of the firm
 * @param form where it can be put right
 * @param traces each rule read aloud
 */
public record ComputedView(List<Answer.Understood> understood, String form, List<TraceView> traces) {
    /** A rule, sentence by sentence. */
    public record TraceView(String title, String href, List<String> sentences) {}

    static ComputedView of(String slug, Answer.Computed computed) {
        return new ComputedView(
                computed.understood(),
                "/" + slug + computed.form(),
                computed.traces().stream()
                        .map(traced -> new TraceView(
                                traced.title(),
                                "/" + slug + "/subsidies/" + traced.programme(),
                                Trace.read(traced.trace().getBytes(StandardCharsets.UTF_8))
                                        .sentences()))
                        .toList());
    }
}
