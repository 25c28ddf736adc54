package cn.zhirong.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what is wrong in the words of the form: whoever fills it in never saw the keys of the text. */
final class ProblemWords {
    private static final Map<String, String> KEYS = keys();
    private static final Pattern BRACKETED = Pattern.compile("（[a-z][a-z-]*(?:或者[a-z-]+)?）");

    private ProblemWords() {}

    static String of(String message) {
        String words = BRACKETED.matcher(message).replaceAll("");
        for (Map.Entry<String, String> key : KEYS.entrySet()) {
            words = words.replace("“" + key.getKey() + "”", "“" + key.getValue() + "”");
        }
        if (words.startsWith("“”不对：")) {
            return "还没有填写，" + words.substring("“”不对：".length());
        }
        return words.startsWith("不是条件") ? "还没有选条件" : words.startsWith("不是算式") ? "还没有选算法" : words;
    }

    /** Where a field stands, in words: 补助内容1 › 金额 › 比例. */
    static String chain(String path) {
        List<String> words = new ArrayList<>();
        for (String part : path.split("\\.")) {
            if (part.matches("[0-9]+") && !words.isEmpty()) {
                words.add(words.removeLast() + (Integer.parseInt(part) + 1));
            } else {
                words.add(KEYS.getOrDefault(part, part));
            }
        }
        return String.join(" › ", words);
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        List<Slot> slots = new ArrayList<>(Grammar.HEAD);
        slots.addAll(List.of(
                Grammar.CONDITIONS, Grammar.ITEM_CONDITIONS, Grammar.BENEFITS, Grammar.CAPS, Grammar.RELATIONS));
        for (Grammar.Kind kind : Grammar.Kind.values()) {
            slots.addAll(kind.slots());
        }
        slots.forEach(slot -> add(slot, keys));
        keys.put("provision", "依据");
        keys.put("provision-policy", "依据的政策");
        keys.put("provision-version", "依据的政策版本");
        keys.put("what", "条件");
        keys.put("op", "比较");
        keys.put("value", "值");
        keys.put("text", "数");
        keys.put("kind", "算法");
        keys.put("fact", "数据");
        keys.put("parts", "各项");
        keys.put("left", "左边");
        keys.put("pick", "取哪一天");
        keys.put("shift", "之前或者之后");
        keys.put("lower-edge", "下限含不含");
        keys.put("upper-edge", "上限含不含");
        keys.put("points-edge", "加或者减");
        keys.put("with-edge", "什么关系");
        keys.put("at-least-ago", "距申请日至少");
        keys.put("within-last", "在近多久内");
        keys.put("years-before-asked", "在申请前第几年");
        keys.put("one-of", "属于");
        keys.put("is", "是或者否");
        keys.put("some", "至少几项");
        keys.put("day", "日期");
        keys.put("span", "时间长度");
        return keys;
    }

    private static void add(Slot slot, Map<String, String> keys) {
        keys.putIfAbsent(slot.key(), slot.label());
        if (slot instanceof Slot.Edge edge) {
            edge.edges().forEach(option -> keys.putIfAbsent(option.value(), option.label()));
        }
        if (slot instanceof Slot.Rows rows) {
            rows.slots().forEach(part -> add(part, keys));
        }
    }
}
