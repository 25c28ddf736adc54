package cn.zhirong.drafting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ticked boxes, each a field of its own such as {@code conditions.0.codes.high-tech}, become the one field of their names. */
final class SentCodes {
    private static final Pattern BOX = Pattern.compile("(.{1,400}\\.codes)\\.([a-z][a-z0-9-]{0,59})");

    private SentCodes() {}

    static Map<String, String> gathered(Map<String, String> sent) {
        Map<String, String> fields = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            Matcher box = BOX.matcher(name);
            if (box.matches()) {
                fields.merge(box.group(1), box.group(2), (a, b) -> a.isEmpty() ? b : a + "、" + b);
            } else {
                fields.putIfAbsent(name, value);
            }
        });
        return fields;
    }
}
