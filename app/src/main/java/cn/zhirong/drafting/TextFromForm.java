package cn.zhirong.drafting;

import cn.zhirong.bundle.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the text that a form says, wrong or right. */
final class TextFromForm {
    private final FormData data;

    private TextFromForm(FormData data) {
        this.data = data;
    }

    static String write(FormData data) {
        return YamlText.write(new TextFromForm(data).rule());
    }

    private Map<String, Object> rule() {
        Map<String, Object> map = new LinkedHashMap<>();
        slots(map, "", Grammar.HEAD);
        slots(
                map,
                "",
                List.of(
                        Grammar.CONDITIONS,
                        Grammar.ITEM_CONDITIONS,
                        Grammar.BENEFITS,
                        Grammar.CAPS,
                        Grammar.RELATIONS));
        return map;
    }

    private void slots(Map<String, Object> map, String path, List<Slot> slots) {
        for (Slot slot : slots) {
            slot(map, path, slot);
        }
    }

    private void slot(Map<String, Object> map, String path, Slot slot) {
        String at = FormPaths.join(path, slot.key());
        String typed = data.get(at);
        switch (slot) {
            case Slot.Text text -> put(map, text.key(), typed);
            case Slot.Choice choice -> put(map, choice.key(), typed);
            case Slot.Name name -> put(map, name.key(), typed);
            case Slot.Flag flag -> {
                boolean usual = typed.isEmpty() || (flag.key().equals("draft-for-comment") && typed.equals("false"));
                if (!usual) {
                    map.put(flag.key(), typed.equals("true") || typed.equals("false") ? typed.equals("true") : typed);
                }
            }
            case Slot.Texts texts -> {
                if (!typed.isEmpty()) {
                    map.put(texts.key(), split(typed));
                }
            }
            case Slot.Edge edge -> {
                String key = data.get(at + "-edge");
                boolean known =
                        edge.edges().stream().anyMatch(option -> option.value().equals(key));
                if (!typed.isEmpty()) {
                    map.put(known ? key : edge.edges().getFirst().value(), typed);
                }
            }
            case Slot.Amount amount -> {
                if (!amount.optional() || isFilled(at)) {
                    map.put(amount.key(), formula(at));
                }
            }
            case Slot.Amounts amounts -> map.put(amounts.key(), each(at, this::formula));
            case Slot.Day day -> map.put(day.key(), day(at));
            case Slot.Conditions conditions -> putList(map, conditions.key(), each(at, this::condition));
            case Slot.Rows rows -> putRows(map, rows, at);
            case Slot.Clause clause -> clause(map, at, typed);
        }
    }

    private void putRows(Map<String, Object> map, Slot.Rows rows, String at) {
        List<Object> list = each(at, row -> {
            Map<String, Object> one = new LinkedHashMap<>();
            slots(one, row, rows.slots());
            return one;
        });
        // Without any, the reader says what is missing; the optional ones are left out.
        boolean needed = Set.of("benefits", "rows", "stages", "choose").contains(rows.key());
        if (needed || !list.isEmpty()) {
            map.put(rows.key(), list);
        }
    }

    private boolean isFilled(String at) {
        String kind = data.get(at + ".kind");
        return kind.isEmpty() || kind.equals("literal")
                ? !data.get(at + ".text").isEmpty()
                : true;
    }

    private Object formula(String at) {
        String kind = data.get(at + ".kind");
        if (kind.isEmpty() || kind.equals("literal")) {
            return data.get(at + ".text");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        if (kind.equals("fact")) {
            reference(map, data.get(at + ".fact"));
            slot(map, at, new Slot.Clause(true));
            return map;
        }
        FormPaths.kind(kind).ifPresent(known -> slots(map, at, known.slots()));
        return map;
    }

    private static void reference(Map<String, Object> map, String what) {
        int colon = what.indexOf(':');
        boolean field = what.startsWith("field:");
        map.put(field ? "field" : "fact", colon < 0 ? what : what.substring(colon + 1));
    }

    private Object condition(String at) {
        Map<String, Object> map = new LinkedHashMap<>();
        String what = data.get(at + ".what");
        switch (what) {
            case "all" -> map.put("all", each(at + ".parts", this::condition));
            case "any" -> map.put("any", each(at + ".parts", this::condition));
            case "some" -> {
                map.put("some", data.get(at + ".least"));
                map.put("of", each(at + ".parts", this::condition));
            }
            case "not" -> map.put("not", each(at + ".parts", this::condition));
            case "none" -> {
                List<Object> parts = each(at + ".parts", this::condition);
                map.put("not", parts.size() > 1 ? List.of(Map.of("any", parts)) : parts);
            }
            case "asked" -> {
                Map<String, Object> days = new LinkedHashMap<>();
                put(days, "from", data.get(at + ".from"));
                put(days, "until", data.get(at + ".until"));
                map.put("asked-within", days);
            }
            case "compare" -> {
                map.put("compare", formula(at + ".left"));
                test(map, at);
            }
            default -> named(map, at, what);
        }
        slot(map, at, new Slot.Clause(false));
        return map;
    }

    private void named(Map<String, Object> map, String at, String what) {
        if (what.startsWith("judged:")) {
            map.put("judged", what.substring("judged:".length()));
        } else if (what.startsWith("count:")) {
            map.put("count", what.substring("count:".length()));
            putList(map, "where", each(at + ".where", this::condition));
            test(map, at);
        } else {
            reference(map, what);
            test(map, at);
        }
    }

    private void test(Map<String, Object> map, String at) {
        String op = data.get(at + ".op");
        if (ConditionForm.NUMBERS.contains(op)) {
            map.put(op, formula(at + ".value"));
        } else if (ConditionForm.DATES.contains(op)) {
            map.put(op, day(at + ".day"));
        } else if (ConditionForm.CODES.contains(op)) {
            map.put(op, split(data.get(at + ".codes")));
        } else if (op.equals(ConditionForm.NAMES)) {
            map.put(op, ConditionForm.THE_RECORD);
        } else if (op.equals("yes") || op.equals("no")) {
            map.put("is", op.equals("yes"));
        } else if (!op.isEmpty()) {
            put(map, op, data.get(at + ".text"));
        }
    }

    private Object day(String at) {
        String of = data.get(at + ".of");
        Map<String, Object> map = new LinkedHashMap<>();
        if (of.equals("day")) {
            map.put("day", data.get(at + ".day"));
        } else if (of.isEmpty() || of.equals("asked")) {
            map.put("day", of.isEmpty() ? "" : "asked");
        } else {
            reference(map, of);
        }
        put(map, "pick", data.get(at + ".pick").equals("same-day") ? "" : data.get(at + ".pick"));
        String shift = data.get(at + ".shift");
        put(map, shift.equals("minus") ? "minus" : "plus", shift.isEmpty() ? "" : data.get(at + ".span"));
        Object day = map.get("day");
        return map.size() == 1 && day != null ? day : map;
    }

    private void clause(Map<String, Object> map, String at, String path) {
        if (path.isEmpty()) {
            return;
        }
        String policy = data.get(at + "-policy");
        String version = data.get(at + "-version");
        boolean own = policy.isEmpty() || (policy.equals(data.get("policy")) && version.equals(data.get("version")));
        if (own) {
            map.put("provision", path);
        } else {
            Map<String, Object> elsewhere = new LinkedHashMap<>();
            elsewhere.put("policy", policy);
            elsewhere.put("version", version);
            elsewhere.put("path", path);
            map.put("provision", elsewhere);
        }
    }

    private List<Object> each(String list, Function<String, Object> write) {
        List<Object> items = new ArrayList<>();
        int count = data.count(list);
        for (int i = 0; i < count; i++) {
            items.add(write.apply(list + "." + i));
        }
        return items;
    }

    private static void putList(Map<String, Object> map, String key, List<Object> list) {
        if (!list.isEmpty()) {
            map.put(key, list);
        }
    }

    private static void put(Map<String, Object> map, String key, String value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }

    /** The words of a field that holds several. */
    static List<String> split(String names) {
        return Stream.of(names.split("[、,，\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
