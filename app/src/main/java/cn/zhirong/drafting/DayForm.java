package cn.zhirong.drafting;

import java.util.Set;
import java.util.function.IntConsumer;

/** A day in the fields of a form. */
final class DayForm {
    private DayForm() {}

    /** A day: {@code asked}, a fixed one, or that of a fact or field, moved. */
    static void read(String at, YamlTree tree, ConditionForm.Put put, IntConsumer strange) {
        switch (tree) {
            case YamlTree.Text text -> fixed(at, text.text(), text.line(), put);
            case YamlTree.Items items -> strange.accept(items.line());
            case YamlTree.Branch branch -> {
                String day = branch.text("day");
                String key = branch.has("field") ? "field" : "fact";
                if (day != null) {
                    fixed(at, day, branch.line(), put);
                } else {
                    put.put(at + ".of", key + ":" + branch.text(key), ConditionForm.line(branch, key));
                }
                for (String field : branch.values().keySet()) {
                    String value = branch.text(field);
                    if (value == null
                            || !Set.of("day", "fact", "field", "pick", "plus", "minus")
                                    .contains(field)) {
                        strange.accept(ConditionForm.line(branch, field));
                    } else if (field.equals("pick")) {
                        put.put(at + ".pick", value, ConditionForm.line(branch, field));
                    } else if (field.equals("plus") || field.equals("minus")) {
                        put.put(at + ".shift", field, ConditionForm.line(branch, field));
                        put.put(at + ".span", value, ConditionForm.line(branch, field));
                    }
                }
                if (branch.has("plus") && branch.has("minus")) {
                    strange.accept(branch.line());
                }
            }
        }
    }

    private static void fixed(String at, String text, int line, ConditionForm.Put put) {
        put.put(at + ".of", text.equals("asked") ? "asked" : "day", line);
        if (!text.equals("asked")) {
            put.put(at + ".day", text, line);
        }
    }
}
