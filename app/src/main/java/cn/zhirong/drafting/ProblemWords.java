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

    private static final List<Plain> PLAIN = List.of(
            Plain.of("^不是条件.*", "还没有选条件"),
            Plain.of("^不是算式.*", "还没有选算法"),
            Plain.of("^缺少“(.+)”$", "还没有填写“$1”"),
            Plain.of("^“(.+)”的值是空的$", "还没有填写“$1”"),
            Plain.of("^“(.+)”的值“.*”不对，可以是：[a-z、-]+$", "“$1”还没有选，或者选的不在可选的范围里"),
            Plain.of("[a-z]+（([^（）]*计算|[^（）]*阶段[^（）]*)）", "$1"),
            Plain.of("，或者写asked（申请日）$", "，或者选申请日"),
            Plain.of("^“(.+)”只能是true或者false$", "“$1”要选是或者否"),
            Plain.of("^“(.+)”应当是列表，至少有一项$", "“$1”至少要有一项"),
            Plain.of("^“(.+)”的每一项应当是“键: 值”的形式$", "“$1”里有一项没有写完"),
            Plain.of("^“(.+)”下面应当是“键: 值”的形式$", "“$1”还没有写完"),
            Plain.of("^“(.+)”应当是一段文字$", "“$1”应当是一句话或者一个数"),
            Plain.of("^不认识的键“(.+)”，这里可以用：.*", "这里不能写“$1”"),
            Plain.of("^键“(.+)”重复$", "“$1”写了两次，只能写一次"),
            Plain.of("是清单，要用count$", "是一份清单，条件里请选它的个数"),
            Plain.of("^没有名为“(.+)”的事实$", "企业资料里没有“$1”这一项"),
            Plain.of("没有名为“(.+)”的字段$", "里没有“$1”这一栏"),
            Plain.of("^YAML格式有误，请检查缩进、冒号和引号.*", "文本的格式有误，请检查这一行前后的缩进、冒号和引号"),
            Plain.of("^YAML格式有误：.*", "文本的格式有误，请检查缩进、冒号和引号"),
            Plain.of("^内容应当是“键: 值”的形式$", "文本应当一行一项，写成“名称: 内容”的样子"));

    private ProblemWords() {}

    static String of(String message) {
        String words = BRACKETED.matcher(message).replaceAll("");
        for (Map.Entry<String, String> key : KEYS.entrySet()) {
            words = words.replace("“" + key.getKey() + "”", "“" + key.getValue() + "”");
        }
        if (words.startsWith("“”不对：")) {
            return "还没有填写，" + words.substring("“”不对：".length());
        }
        for (Plain plain : PLAIN) {
            words = plain.said().matcher(words).replaceFirst(plain.plainly());
        }
        return words;
    }

    /** What a reader of texts says, and what an officer is told instead. */
    private record Plain(Pattern said, String plainly) {
        static Plain of(String said, String plainly) {
            return new Plain(Pattern.compile(said), plainly);
        }
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
        keys.put("quarters-before-asked", "在申请前第几个季度");
        keys.put("one-of", "属于");
        keys.put("names", "就是外面那一条的编号");
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
