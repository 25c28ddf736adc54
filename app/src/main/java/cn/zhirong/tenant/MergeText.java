package cn.zhirong.tenant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with merge fields such as {@code {{单位}}}. A field is a name and nothing else: nothing in such a text is ever run, looked
 * up or included, and what a field is filled with is never read for fields again.
 */
public final class MergeText {
    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([\\p{IsHan}A-Za-z0-9_]{1,20})\\s*}}");
    private static final Pattern OPENED = Pattern.compile("\\{\\{([^{}]{0,40})");

    private MergeText() {}

    /** What is wrong with a text for which only these fields are known, in Chinese; empty when nothing is. */
    public static List<String> problems(String text, List<String> fields) {
        List<String> problems = new ArrayList<>();
        for (String name : fieldsIn(text)) {
            if (!fields.contains(name)) {
                problems.add("没有“" + name + "”这个字段，可以用：" + String.join("、", fields) + "。");
            }
        }
        Matcher opened = OPENED.matcher(FIELD.matcher(text).replaceAll(""));
        while (opened.find()) {
            problems.add("“{{" + opened.group(1).strip() + "”不是字段：双花括号里只能写字段名称，并用“}}”结束。");
        }
        return problems;
    }

    /** The names that stand between double braces, in their order. */
    public static Set<String> fieldsIn(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            names.add(field.group(1));
        }
        return names;
    }

    /** The text with each field replaced by its value; one that has no value stays as it is written. */
    public static String fill(String text, Map<String, String> values) {
        return FIELD.matcher(text)
                .replaceAll(field -> Matcher.quoteReplacement(values.getOrDefault(field.group(1), field.group())));
    }

    /** The same for what must stay on one line, such as the subject of a letter: no value brings in a line of its own. */
    public static String fillLine(String text, Map<String, String> values) {
        return fill(text, values).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
