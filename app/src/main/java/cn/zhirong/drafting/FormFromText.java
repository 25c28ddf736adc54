package cn.zhirong.drafting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts what a text says into the fields of a form, and remembers which line went where. */
final class FormFromText {
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final TreeMap<Integer, String> places = new TreeMap<>();
    private final List<Integer> strange = new ArrayList<>();

    private FormFromText() {}

    /**
     * A form.
     *
     * @param places the field in which what stands on a line was put, by line
     * @param strange the lines that no form can show; when there are any, the form would lose them
     */
    record Filled(FormData data, TreeMap<Integer, String> places, List<Integer> strange) {
        /** The field that a line belongs to; empty when it is none. */
        String place(int line) {
            Map.Entry<Integer, String> entry = places.floorEntry(line);
            return entry == null ? "" : entry.getValue();
        }
    }

    /** The form of a text; empty when the text is no mapping at all. */
    static Optional<Filled> of(String text) {
        return YamlTree.read(text).map(top -> {
            FormFromText form = new FormFromText();
            form.rule(top);
            return new Filled(FormData.of(form.fields), form.places, form.strange);
        });
    }

    private void rule(YamlTree.Branch top) {
        Set<String> used = new HashSet<>();
        slots(top, "", Grammar.HEAD, used);
        slots(
                top,
                "",
                List.of(Grammar.CONDITIONS, Grammar.ITEM_CONDITIONS, Grammar.BENEFITS, Grammar.CAPS, Grammar.RELATIONS),
                used);
        rest(top, used);
    }

    private void slots(YamlTree.Branch branch, String path, List<Slot> slots, Set<String> used) {
        for (Slot slot : slots) {
            if (slot instanceof Slot.Edge edge) {
                edge(branch, path, edge, used);
            } else if (branch.has(slot.key())) {
                used.add(slot.key());
                slot(branch, path, slot);
            }
        }
    }

    private void slot(YamlTree.Branch branch, String path, Slot slot) {
        YamlTree tree = tree(branch, slot.key());
        String at = FormPaths.join(path, slot.key());
        int line = branch.lines().getOrDefault(slot.key(), branch.line());
        switch (slot) {
            case Slot.Text text -> text(at, tree, line);
            case Slot.Choice choice -> text(at, tree, line);
            case Slot.Flag flag -> text(at, tree, line);
            case Slot.Name name -> text(at, tree, line);
            case Slot.Texts texts -> texts(at, tree, line);
            case Slot.Amount amount -> {
                places.put(line, at);
                formula(at, tree);
            }
            case Slot.Amounts amounts -> each(at, tree, this::formula);
            case Slot.Day day -> {
                places.put(line, at);
                DayForm.read(at, tree, this::put, strange::add);
            }
            case Slot.Conditions conditions -> each(at, tree, this::condition);
            case Slot.Rows rows ->
                each(at, tree, (item, row) -> {
                    if (row instanceof YamlTree.Branch one) {
                        fields.put(FormPaths.join(item, FormPaths.first(rows.slots())), "");
                        Set<String> used = new HashSet<>();
                        slots(one, item, rows.slots(), used);
                        rest(one, used);
                    } else {
                        strange.add(row.line());
                    }
                });
            case Slot.Clause clause -> clause(at, tree, line);
            case Slot.Edge edge -> throw new IllegalArgumentException(edge.key());
        }
    }

    private void edge(YamlTree.Branch branch, String path, Slot.Edge edge, Set<String> used) {
        int found = 0;
        for (Slot.Option option : edge.edges()) {
            if (branch.has(option.value())) {
                found++;
                used.add(option.value());
                String at = FormPaths.join(path, edge.key());
                int line = branch.lines().getOrDefault(option.value(), branch.line());
                put(at + "-edge", option.value(), line);
                text(at, tree(branch, option.value()), line);
            }
        }
        if (found > 1) {
            strange.add(branch.line());
        }
    }

    private void formula(String at, YamlTree tree) {
        switch (tree) {
            case YamlTree.Text text -> {
                put(at + ".kind", "literal", text.line());
                put(at + ".text", text.text(), text.line());
            }
            case YamlTree.Items items -> strange.add(items.line());
            case YamlTree.Branch branch -> {
                Set<String> used = new HashSet<>();
                Optional<Grammar.Kind> kind = FormPaths.kind(branch);
                places.put(branch.line(), at);
                if (kind.isPresent()) {
                    put(at + ".kind", kind.get().word(), branch.line());
                    slots(branch, at, kind.get().slots(), used);
                } else {
                    String key = branch.has("field") ? "field" : "fact";
                    put(at + ".kind", "fact", branch.line());
                    put(at + ".fact", key + ":" + branch.text(key), branch.line());
                    used.add(key);
                    slots(branch, at, List.of(new Slot.Clause(true)), used);
                }
                rest(branch, used);
            }
        }
    }

    private void condition(String at, YamlTree tree) {
        if (!(tree instanceof YamlTree.Branch branch)) {
            strange.add(tree.line());
            return;
        }
        places.putIfAbsent(branch.line(), at);
        Set<String> used = new HashSet<>();
        slots(branch, at, List.of(new Slot.Clause(false)), used);
        new ConditionForm(this::put, this::formula, this::condition, strange::add).read(at, branch, used);
        rest(branch, used);
    }

    private void clause(String at, YamlTree tree, int line) {
        if (tree instanceof YamlTree.Branch branch) {
            Set<String> used = new HashSet<>(Set.of("policy", "version", "path"));
            put(at, String.valueOf(branch.text("path")), line);
            put(at + "-policy", String.valueOf(branch.text("policy")), line);
            put(at + "-version", String.valueOf(branch.text("version")), line);
            rest(branch, used);
        } else {
            text(at, tree, line);
        }
    }

    private interface Reader {
        void read(String at, YamlTree tree);
    }

    private void each(String at, YamlTree tree, Reader reader) {
        if (tree instanceof YamlTree.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                YamlTree item = items.items().get(i);
                places.put(item.line(), at + "." + i);
                reader.read(at + "." + i, item);
            }
        } else {
            strange.add(tree.line());
        }
    }

    private void texts(String at, YamlTree tree, int line) {
        if (tree instanceof YamlTree.Items items && ConditionForm.isWords(tree)) {
            List<String> texts = items.items().stream()
                    .map(item -> ((YamlTree.Text) item).text())
                    .toList();
            put(at, String.join("、", texts), line);
        } else {
            strange.add(line);
        }
    }

    private void text(String at, YamlTree tree, int line) {
        if (tree instanceof YamlTree.Text text) {
            put(at, text.text(), line);
        } else {
            strange.add(line);
        }
    }

    private void put(String path, String value, int line) {
        fields.put(path, value);
        places.put(line, path);
    }

    private void rest(YamlTree.Branch branch, Set<String> used) {
        branch.values().forEach((key, tree) -> {
            if (!used.contains(key)) {
                strange.add(branch.lines().getOrDefault(key, branch.line()));
            }
        });
    }

    private static YamlTree tree(YamlTree.Branch branch, String key) {
        YamlTree tree = branch.values().get(key);
        if (tree == null) {
            throw new IllegalArgumentException(key);
        }
        return tree;
    }
}
