package cn.zhirong.policy;

import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a submitted form, each with all its values. */
record FormFields(Map<String, List<String>> all) {
    FormFields {
        all = Map.copyOf(all);
    }

    /** @param body as the framework reads a form: one value, or a collection where a field is repeated */
    static FormFields of(Map<String, Object> body) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            if (value instanceof Collection<?> several) {
                all.put(name, several.stream().map(String::valueOf).toList());
            } else if (value != null) {
                all.put(name, List.of(String.valueOf(value)));
            }
        });
        return new FormFields(all);
    }

    String text(String name) {
        List<String> values = all.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The first value of each field. */
    Map<String, String> firsts() {
        Map<String, String> firsts = new LinkedHashMap<>();
        all.keySet().forEach(name -> firsts.put(name, text(name)));
        return firsts;
    }

    /** A hidden number of ours; anything else was not sent by our pages. */
    int number(String name) {
        if (!text(name).matches("[0-9]{1,9}")) {
            throw Refusal.badField(FormErrors.WHOLE, "表单不完整，请刷新页面后再试。");
        }
        return Integer.parseInt(text(name));
    }

    LocalDate day(String name, String missing) {
        if (text(name).isBlank()) {
            throw Refusal.badField(name, missing);
        }
        try {
            return LocalDate.parse(text(name).strip());
        } catch (DateTimeParseException malformed) {
            throw Refusal.badField(name, "日期应当写成 2026-03-01 这样。");
        }
    }
}
