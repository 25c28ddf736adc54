package cn.zhirong.drafting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * A condition in the fields of a form: {@code what} is {@code fact:revenue}, {@code field:principal}, {@code count:loans},
 * {@code judged:…}, {@code asked}, {@code compare} or one of the groups; {@code op} is how it is tested.
 */
final class ConditionForm {
    /** How a number is tested. */
    static final List<String> NUMBERS =
            List.of("at-least", "more-than", "at-most", "less-than", "equals", "differs-from");

    static final List<String> DATES = List.of("not-after", "not-before");
    static final List<String> SPANS = List.of("at-least-ago", "within-last");

    /** So many years or quarters before the day asked. */
    static final List<String> BACK = List.of("years-before-asked", "quarters-before-asked");

    static final List<String> CODES = List.of("one-of", "has-any", "has-all", "has-none");

    /** That a word is what the record around is called. */
    static final String NAMES = "names";

    /** What is written behind it: there is nothing else to choose. */
    static final String THE_RECORD = "record";

    /** The groups: all, any, so many of, none of, not all of. */
    static final List<String> GROUPS = List.of("all", "any", "some", "none", "not");

    private final Put put;
    private final Below formula;
    private final Below condition;
    private final IntConsumer strange;

    ConditionForm(Put put, Below formula, Below condition, IntConsumer strange) {
        this.put = put;
        this.formula = formula;
        this.condition = condition;
        this.strange = strange;
    }

    /** Sets a field to what stands on a line. */
    interface Put {
        void put(String path, String value, int line);
    }

    /** Reads what stands below. */
    interface Below {
        void read(String path, YamlTree tree);
    }

    void read(String at, YamlTree.Branch branch, Set<String> used) {
        if (branch.has("all")) {
            group(at, "all", branch, "all", used);
        } else if (branch.has("any")) {
            group(at, "any", branch, "any", used);
        } else if (branch.has("some")) {
            used.add("some");
            text(at + ".least", branch, "some");
            group(at, "some", branch, "of", used);
        } else if (branch.has("not")) {
            none(at, branch, used);
        } else if (branch.has("asked-within")) {
            within(at, branch, used);
        } else if (branch.has("judged")) {
            named(at, "judged", branch, used);
        } else if (branch.has("count")) {
            named(at, "count", branch, used);
            parts(at + ".where", branch, "where", used);
            test(at, branch, used);
        } else if (branch.has("compare")) {
            used.add("compare");
            put.put(at + ".what", "compare", line(branch, "compare"));
            formula.read(at + ".left", tree(branch, "compare"));
            test(at, branch, used);
        } else {
            named(at, branch.has("field") ? "field" : "fact", branch, used);
            test(at, branch, used);
        }
    }

    private void named(String at, String key, YamlTree.Branch branch, Set<String> used) {
        used.add(key);
        String name = branch.text(key);
        if (name == null) {
            strange.accept(branch.line());
        }
        put.put(at + ".what", key + ":" + name, line(branch, key));
    }

    private void group(String at, String what, YamlTree.Branch branch, String key, Set<String> used) {
        put.put(at + ".what", what, line(branch, branch.has(what) ? what : key));
        parts(at + ".parts", branch, key, used);
    }

    private void none(String at, YamlTree.Branch branch, Set<String> used) {
        used.add("not");
        List<YamlTree> parts = tree(branch, "not") instanceof YamlTree.Items items ? items.items() : List.of();
        boolean single = parts.size() == 1;
        boolean ofAny = single
                && parts.getFirst() instanceof YamlTree.Branch inner
                && inner.values().keySet().equals(Set.of("any"))
                && inner.values().get("any") instanceof YamlTree.Items any
                && any.items().size() > 1;
        put.put(at + ".what", single ? "none" : "not", line(branch, "not"));
        if (ofAny) {
            parts(at + ".parts", (YamlTree.Branch) parts.getFirst(), "any", used);
        } else {
            parts(at + ".parts", branch, "not", used);
        }
    }

    private void parts(String at, YamlTree.Branch branch, String key, Set<String> used) {
        used.add(key);
        if (!branch.has(key)) {
            return;
        }
        if (tree(branch, key) instanceof YamlTree.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                condition.read(at + "." + i, items.items().get(i));
            }
        } else {
            strange.accept(line(branch, key));
        }
    }

    private void within(String at, YamlTree.Branch branch, Set<String> used) {
        used.add("asked-within");
        put.put(at + ".what", "asked", line(branch, "asked-within"));
        if (tree(branch, "asked-within") instanceof YamlTree.Branch days
                && Set.of("from", "until").containsAll(days.values().keySet())) {
            text(at + ".from", days, "from");
            text(at + ".until", days, "until");
        } else {
            strange.accept(line(branch, "asked-within"));
        }
    }

    private void test(String at, YamlTree.Branch branch, Set<String> used) {
        for (Map.Entry<String, YamlTree> entry : branch.values().entrySet()) {
            String key = entry.getKey();
            int line = line(branch, key);
            if (NUMBERS.contains(key)) {
                put.put(at + ".op", key, line);
                formula.read(at + ".value", entry.getValue());
            } else if (DATES.contains(key)) {
                put.put(at + ".op", key, line);
                DayForm.read(at + ".day", entry.getValue(), put, strange);
            } else if (key.equals("is") && entry.getValue() instanceof YamlTree.Text text) {
                put.put(
                        at + ".op",
                        text.text().equals("true") ? "yes" : text.text().equals("false") ? "no" : "",
                        line);
            } else if (CODES.contains(key) && isTexts(entry.getValue())) {
                if (!isWords(entry.getValue())) {
                    strange.accept(line);
                }
                put.put(at + ".op", key, line);
                put.put(at + ".codes", codes(entry.getValue()), line);
            } else if (key.equals(NAMES)
                    && entry.getValue() instanceof YamlTree.Text text
                    && text.text().equals(THE_RECORD)) {
                put.put(at + ".op", key, line);
            } else if ((SPANS.contains(key) || BACK.contains(key)) && entry.getValue() instanceof YamlTree.Text text) {
                put.put(at + ".op", key, line);
                put.put(at + ".text", text.text(), line);
            } else {
                continue;
            }
            if (!used.add(key) || used.stream().filter(ConditionForm::isTest).count() > 1) {
                strange.accept(line);
            }
        }
    }

    private static boolean isTest(String key) {
        return NUMBERS.contains(key)
                || DATES.contains(key)
                || SPANS.contains(key)
                || CODES.contains(key)
                || key.equals("is")
                || key.equals(NAMES)
                || BACK.contains(key);
    }

    /** Whether a form, which takes blanks and commas for the ends of words, gives back the texts of a list as they are. */
    static boolean isWords(YamlTree tree) {
        return tree instanceof YamlTree.Items items
                && items.items().stream()
                        .allMatch(item -> item instanceof YamlTree.Text text
                                && TextFromForm.split(text.text()).equals(List.of(text.text())));
    }

    private static boolean isTexts(YamlTree tree) {
        return tree instanceof YamlTree.Items items && items.items().stream().allMatch(YamlTree.Text.class::isInstance);
    }

    private static String codes(YamlTree tree) {
        return tree instanceof YamlTree.Items items
                ? items.items().stream()
                        .filter(YamlTree.Text.class::isInstance)
                        .map(item -> ((YamlTree.Text) item).text())
                        .collect(Collectors.joining("、"))
                : "";
    }

    private void text(String at, YamlTree.Branch branch, String key) {
        String text = branch.text(key);
        if (text != null) {
            put.put(at, text, line(branch, key));
        } else if (branch.has(key)) {
            strange.accept(line(branch, key));
        }
    }

    static int line(YamlTree.Branch branch, String key) {
        return branch.lines().getOrDefault(key, branch.line());
    }

    private static YamlTree tree(YamlTree.Branch branch, String key) {
        YamlTree tree = branch.values().get(key);
        if (tree == null) {
            throw new IllegalArgumentException(key);
        }
        return tree;
    }
}
