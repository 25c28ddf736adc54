package cn.zhirong.assistant;

import cn.zhirong.assistant.Conversations.Asked;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as the form sent it: nothing of it is lost when it comes back with errors.
 *
 * @param conversation to go on with, or null for a new one
 * @param secret of the form, or null where it carried none
 * @param question as typed
 * @param asOf the day as typed; empty for today
 * @param live whether a script listens to the answer
 */
record AskedForm(@Nullable String conversation, @Nullable String secret, String question, String asOf, boolean live) {

    static AskedForm of(Map<String, String> fields) {
        return new AskedForm(
                secret(fields.get("conversation")),
                secret(fields.get("form")),
                fields.getOrDefault("question", ""),
                fields.getOrDefault("asOf", ""),
                fields.containsKey("live"));
    }

    /** What is asked, or a refusal that names every field that cannot be taken. */
    Asked checked(LocalDate today) {
        List<Refusal.Field> errors = new ArrayList<>();
        String text = "";
        LocalDate day = today;
        try {
            text = AskedText.checked(question);
        } catch (Refusal refused) {
            errors.addAll(refused.errors());
        }
        try {
            day = AskedDay.typed(asOf, today);
        } catch (Refusal refused) {
            errors.addAll(refused.errors());
        }
        if (!errors.isEmpty()) {
            throw Refusal.badInput("有 " + errors.size() + " 处需要修改。", errors);
        }
        return new Asked(conversation, secret, text, day);
    }

    /** What goes back into the box. */
    AskView.Typed typed() {
        return new AskView.Typed(AskedText.kept(question), AskedDay.kept(asOf));
    }

    /** 32 hexadecimal digits, or null for anything else. */
    private static @Nullable String secret(@Nullable String value) {
        return value != null && value.matches("[0-9a-f]{32}") ? value : null;
    }
}
