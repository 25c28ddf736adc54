package cn.zhirong.drafting;

import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/**
 * The form for a trial, and the trials so far.
 *
 * @param unfinished why the draft cannot be tried, or empty
 * @param typed what stands in the form
 * @param inForce the version it is compared with, in words
 * @param comment whether the draft rests on a text that is still for comment
 */
public record TrialView(
        RuleHead head,
        String unfinished,
        Map<String, String> typed,
        List<Refusal.Field> problems,
        List<Choice> sources,
        String inForce,
        boolean comment,
        List<Row> rows) {
    public TrialView {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
        sources = List.copyOf(sources);
        rows = List.copyOf(rows);
    }

    /** Something to choose. */
    public record Choice(String value, String text) {}

    /**
     * A trial.
     *
     * @param stale whether the draft was changed since
     */
    public record Row(
            String at,
            String href,
            String by,
            String source,
            String state,
            String tone,
            String firms,
            String total,
            boolean stale) {}

    static Map<String, String> typed(FilledForm form, Map<String, String> proposed) {
        return form.fields().isEmpty() ? proposed : form.fields();
    }
}
