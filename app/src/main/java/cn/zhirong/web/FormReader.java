package cn.zhirong.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a person typed into a form; all that is wrong with it is collected and told at once. */
public final class FormReader {
    private final Map<String, String> fields;
    private final List<Refusal.Field> problems = new ArrayList<>();

    /** @param fields as they were sent */
    public FormReader(Map<String, String> fields) {
        this.fields = fields;
    }

    /** What stands in a field without the space around it; line ends are those of Unix. */
    public String raw(String field) {
        return fields.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    /** One line of so many characters; what is wrong is noted. */
    public String line(String field, String label, int fewest, int most) {
        String text = raw(field);
        if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029)) {
            wrong(field, label + "应当写在一行里，不能含控制字符。");
        }
        return bounded(field, label, text, fewest, most);
    }

    /** The same, null where nothing is typed. */
    public @Nullable String optionalLine(String field, String label, int most) {
        String text = line(field, label, 0, most);
        return text.isEmpty() ? null : text;
    }

    /** Several lines of so many characters in all. */
    public String lines(String field, String label, int fewest, int most) {
        String text = raw(field);
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\t')) {
            wrong(field, label + "不能含控制字符。");
        }
        return bounded(field, label, text, fewest, most);
    }

    /** Notes a problem. */
    public void wrong(String field, String message) {
        problems.add(new Refusal.Field(field, message));
    }

    /** Ends the reading: nothing was wrong, or all of it is told. */
    public void check() {
        if (!problems.isEmpty()) {
            throw Refusal.badInput(problems.getFirst().message(), problems);
        }
    }

    private String bounded(String field, String label, String text, int fewest, int most) {
        int length = text.codePointCount(0, text.length());
        if (length < fewest || length > most) {
            wrong(
                    field,
                    fewest == 0
                            ? label + "最长 " + most + " 个字，现在有 " + length + " 个字。"
                            : label + "须为 " + fewest + " 至 " + most + " 个字，现在有 " + length + " 个字。");
        }
        return text;
    }
}
