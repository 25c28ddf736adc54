package cn.zhirong.people;

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
        List<Refusal.Field> problems = refusal.errors().isEmpty()
                ? List.of(new Refusal.Field("form", String.valueOf(refusal.getMessage())))
                : refusal.errors();
        return new Typed(fields, problems);
    }

    /** A sentence of {@code access} about an account, laid at the field that it speaks of. */
    static Refusal of(IllegalArgumentException refused) {
        String sentence = String.valueOf(refused.getMessage());
        String field = sentence.startsWith("用户名")
                ? "username"
                : sentence.startsWith("姓名") ? "name" : sentence.startsWith("邮箱") ? "email" : "role";
        return Refusal.badField(field, sentence);
    }

    String get(String field) {
        return fields.getOrDefault(field, "");
    }
}
