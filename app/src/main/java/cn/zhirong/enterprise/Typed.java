package cn.zhirong.enterprise;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/**
 * A form as it was sent, with what is wrong with it: nothing typed is lost.
 *
 * @param fields as typed
 * @param problems to list on the page
 */
public record Typed(Map<String, String> fields, List<Refusal.Field> problems) {
    static final Typed NOTHING = new Typed(Map.of(), List.of());

    public Typed {
        fields = Map.copyOf(fields);
        problems = List.copyOf(problems);
    }

    static Typed refused(Map<String, String> fields, Refusal refusal) {
        return new Typed(
                fields,
                refusal.errors().isEmpty()
                        ? List.of(new Refusal.Field("form", String.valueOf(refusal.getMessage())))
                        : refusal.errors());
    }

    /** What was typed, or else what is there. */
    String orElse(String field, String known) {
        return fields.isEmpty() ? known : fields.getOrDefault(field, "");
    }
}
