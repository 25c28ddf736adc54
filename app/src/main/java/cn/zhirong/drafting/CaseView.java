package cn.zhirong.drafting;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/**
 * The form of one case.
 *
 * @param action where it is sent
 * @param form what stands in it
 * @param result what the rule says of it now; empty before it was saved
 * @param steps the trace in sentences
 * @param removable where it is thrown away; empty for a new one
 */
public record CaseView(
        RuleHead head,
        String title,
        String action,
        Map<String, String> form,
        List<Part.Choice> verdicts,
        Asked asked,
        String result,
        List<String> steps,
        String removable,
        List<Refusal.Field> problems) {
    /** What is asked of the firm. */
    public record Asked(List<Field> fields, List<Records> lists) {}

    /** A field: text, select or checks. */
    public record Field(String type, String path, String label, String hint, String value, List<Part.Choice> options) {}

    /**
     * A list with its rows.
     *
     * @param full no row more has room in the form
     * @param beyond how many records the form does not show; they stay as they are
     */
    public record Records(
            String name, String label, String unit, boolean known, boolean full, int beyond, List<List<Field>> rows) {}

    /** All cases of a version. */
    public record Listed(
            RuleHead head,
            List<PublicationView.CaseLine> cases,
            int failing,
            String unfinished,
            String firm,
            List<Refusal.Field> problems) {}
}
