package cn.zhirong.web;

import java.util.List;
import java.util.Map;

/**
 * A form as it was sent, with what is wrong with it: nothing typed is lost.
 *
 * @param fields as typed
 * @param problems to list on the page
 */
public record FilledForm(Map<String, String> fields, List<Refusal.Field> problems) {
    /** A form that nobody has sent. */
    public static final FilledForm NOTHING = new FilledForm(Map.of(), List.of());

    public FilledForm {
        fields = Map.copyOf(fields);
        problems = List.copyOf(problems);
    }

    /** One that comes back. */
    public static FilledForm refused(Map<String, String> fields, Refusal refusal) {
        return new FilledForm(fields, FormErrors.of(refusal));
    }

    /** What stands in a field, empty where nothing does. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** What was typed into a field, or what is known where the form was not sent yet. */
    public String orElse(String field, String known) {
        return fields.isEmpty() ? known : get(field);
    }
}
