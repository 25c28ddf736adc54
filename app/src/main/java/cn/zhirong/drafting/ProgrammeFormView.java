package cn.zhirong.drafting;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/**
 * The form of a draft of a programme.
 *
 * @param typed by the names of the fields
 * @param windows the names of the rows, such as {@code window-2}
 * @param paths the provisions of the policy, offered while one is typed
 * @param unsaved whether what is shown was not kept yet
 */
public record ProgrammeFormView(
        ProgrammeHead head,
        Map<String, String> typed,
        List<String> windows,
        List<String> materials,
        List<Clock> clocks,
        List<Option> kinds,
        List<Option> policies,
        List<Option> rationings,
        List<String> paths,
        boolean unsaved,
        List<Refusal.Field> problems) {
    /** Something to choose. */
    public record Option(String value, String text) {}

    /** How long a step may take. */
    public record Clock(String field, String label, String unit) {}

    /** The same, to be sent as of another revision. */
    ProgrammeFormView from(int revision) {
        ProgrammeHead then = new ProgrammeHead(
                head.title(),
                head.code(),
                head.state(),
                head.tone(),
                head.history(),
                head.tabs(),
                head.here(),
                head.list(),
                head.open(),
                revision);
        return new ProgrammeFormView(
                then, typed, windows, materials, clocks, kinds, policies, rationings, paths, unsaved, problems);
    }
}
