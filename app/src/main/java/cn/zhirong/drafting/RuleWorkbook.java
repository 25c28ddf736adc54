package cn.zhirong.drafting;

import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule as a workbook and back. Conditions are a table of one row each; everything else is a row a field. The column 位置 is the
 * path of the form and ties a row to its place; choices are written in the words of the form.
 */
final class RuleWorkbook {
    static final String RULE = "规则";
    static final String CONDITIONS = "条件";
    static final String AMOUNTS = "金额";
    static final String CAPS = "上限与关系";
    static final String CASES = "案例";
    static final List<String> FIELD_HEADING = List.of("位置", "项目", "内容");
    static final List<String> CONDITION_HEADING = List.of("位置", "条件", "比较", "值", "依据");
    static final List<String> CASE_HEADING = List.of("名称", "日期", "预期结论", "预期金额（元）", "事实");

    /** Instead of a value that does not fit into one cell: it follows in the sheet of amounts, field by field. */
    static final String BELOW = "（见“金额”表）";

    private static final Set<String> IN_TABLE =
            Set.of("what", "op", "text", "codes", "least", "from", "until", "provision");

    private final FormData data;
    private final Map<String, Map<String, String>> words;
    private final FormWords formWords;

    private RuleWorkbook(FormData data, Vocabulary vocabulary) {
        this.data = data;
        this.formWords = new FormWords(vocabulary);
        this.words = formWords.all();
    }

    /**
     * The rule that stands in a form, with its cases.
     *
     * @param cases a row each, in the order of the headings
     */
    static byte[] write(FormData data, Vocabulary vocabulary, List<List<String>> cases) {
        RuleWorkbook book = new RuleWorkbook(data, vocabulary);
        List<String> conditions = book.conditions();
        List<List<String>> details = new ArrayList<>();
        List<List<String>> table =
                conditions.stream().map(path -> book.condition(path, details)).toList();
        List<List<String>> amounts = new ArrayList<>(book.fields("benefits"));
        amounts.addAll(details);
        List<List<String>> caps = new ArrayList<>(book.fields("caps"));
        caps.addAll(book.fields("relations"));
        return SheetOut.write(List.of(
                new SheetOut.Sheet(RULE, FIELD_HEADING, List.of(24, 24, 60), book.head()),
                new SheetOut.Sheet(CONDITIONS, CONDITION_HEADING, List.of(28, 36, 16, 30, 24), table),
                new SheetOut.Sheet(AMOUNTS, FIELD_HEADING, List.of(40, 48, 36), amounts),
                new SheetOut.Sheet(CAPS, FIELD_HEADING, List.of(24, 36, 36), caps),
                new SheetOut.Sheet(CASES, CASE_HEADING, List.of(30, 14, 14, 18, 100), cases)));
    }

    private List<List<String>> head() {
        return Grammar.HEAD.stream()
                .map(slot -> List.of(slot.key(), slot.label(), said(slot.key(), data.get(slot.key()))))
                .toList();
    }

    /** The conditions in order, each before those below it. */
    private List<String> conditions() {
        List<String> paths = new ArrayList<>();
        below("conditions", paths);
        below("item-conditions", paths);
        return paths;
    }

    private void below(String list, List<String> paths) {
        int count = data.count(list);
        for (int i = 0; i < count; i++) {
            String path = list + "." + i;
            paths.add(path);
            below(path + ".parts", paths);
        }
    }

    private List<String> condition(String path, List<List<String>> details) {
        String what = data.get(path + ".what");
        String op = data.get(path + ".op");
        String value = value(path, what, op);
        boolean inCell = !value.equals(BELOW);
        boolean elsewhere = !data.get(path + ".provision-policy").isEmpty();
        for (String field : data.below(path)) {
            String rest = field.substring(path.length() + 1);
            boolean inTable = IN_TABLE.contains(rest)
                    || rest.startsWith("parts.")
                    || (inCell && (rest.startsWith("value.") || rest.startsWith("day.")))
                    || (!elsewhere && rest.startsWith("provision-"));
            if (!inTable && !data.get(field).isEmpty()) {
                details.add(field(field));
            }
        }
        return List.of(path, said("what", what), said("op", op), value, data.get(path + ".provision"));
    }

    private String value(String path, String what, String op) {
        if (what.equals("some")) {
            return data.get(path + ".least");
        }
        if (what.equals("asked")) {
            return data.get(path + ".from") + "至" + data.get(path + ".until");
        }
        if (ConditionForm.NUMBERS.contains(op)) {
            String kind = data.get(path + ".value.kind");
            return kind.isEmpty() || kind.equals("literal") ? data.get(path + ".value.text") : BELOW;
        }
        if (ConditionForm.DATES.contains(op)) {
            boolean fixed = data.get(path + ".day.of").equals("day")
                    && data.get(path + ".day.pick").isEmpty()
                    && data.get(path + ".day.span").isEmpty();
            return fixed ? data.get(path + ".day.day") : BELOW;
        }
        if (ConditionForm.CODES.contains(op)) {
            return codes(what, data.get(path + ".codes"));
        }
        return data.get(path + ".text");
    }

    private String codes(String what, String codes) {
        Map<String, String> labels = labels(formWords, what);
        return Stream.of(codes.split("[、,，]"))
                .map(code -> labels.getOrDefault(code.strip(), code.strip()))
                .collect(Collectors.joining("、"));
    }

    /** The words of a fact, wherever it is a field of. */
    static Map<String, String> labels(FormWords words, String what) {
        FactDefinition definition = words.definition(what, null);
        if (definition != null) {
            return definition.codes();
        }
        Map<String, String> labels = new HashMap<>();
        for (String list : words.all().getOrDefault("each", Map.of()).keySet()) {
            FactDefinition records = words.list(list);
            FactDefinition field = records == null ? null : records.fields().get(what.replace("field:", ""));
            if (field != null) {
                labels.putAll(field.codes());
            }
        }
        return labels;
    }

    private List<List<String>> fields(String path) {
        return data.below(path).stream().map(this::field).toList();
    }

    private List<String> field(String path) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        return List.of(path, ProblemWords.chain(path), said(key, data.get(path)));
    }

    private String said(String key, String value) {
        return words.getOrDefault(key, Map.of()).getOrDefault(value, value);
    }
}
