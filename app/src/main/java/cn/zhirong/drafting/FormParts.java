package cn.zhirong.drafting;

import cn.zhirong.drafting.Slot.Option;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays a form out for the page: what is asked follows the grammar, what can be chosen follows what the bureau's rules may speak of. */
final class FormParts {
    private final FormData data;
    private final FormWords words;
    private final FormFields fields;

    FormParts(RuleForm form, FormData data, FormWords words, ClauseTexts texts, Annotations annotations) {
        this.data = data;
        this.words = words;
        this.fields = new FormFields(form, data, texts, annotations);
    }

    /**
     * What is said beside the rows.
     *
     * @param sentences what a row means, by its path
     * @param remarks what the checks say of it
     */
    record Annotations(Map<String, String> sentences, Map<String, List<String>> remarks) {
        static final Annotations NONE = new Annotations(Map.of(), Map.of());
    }

    /** The head without its name and its policy, which the page shows by themselves. */
    List<Part> head() {
        List<Part> parts = new ArrayList<>();
        for (Slot slot : Grammar.HEAD) {
            if (!List.of("rule", "policy", "title", "version").contains(slot.key())) {
                parts.add(slot(slot, "", Around.FIRM));
            }
        }
        return parts;
    }

    Part conditions() {
        return slot(Grammar.CONDITIONS, "", Around.FIRM);
    }

    Part itemConditions() {
        return slot(Grammar.ITEM_CONDITIONS, "", record());
    }

    List<Part> amounts() {
        return List.of(
                slot(Grammar.BENEFITS, "", record()),
                slot(Grammar.CAPS, "", record()),
                slot(Grammar.RELATIONS, "", Around.FIRM));
    }

    @Nullable
    FactDefinition each() {
        return words.list(data.get("each"));
    }

    private Around record() {
        return Around.FIRM.inside(each());
    }

    private Part slot(Slot slot, String path, Around around) {
        String at = FormPaths.join(path, slot.key());
        return switch (slot) {
            case Slot.Text text -> fields.text(at, text.label(), text.hint());
            case Slot.Texts names -> fields.text(at, names.label(), names.hint());
            case Slot.Choice choice ->
                fields.select(
                        at,
                        choice.label(),
                        choice.key().equals("parameter") ? words.parameters() : choice.options(),
                        "请选择");
            case Slot.Flag flag -> flag(at, flag);
            case Slot.Name name -> {
                boolean ofRecord = name.types().contains(FactType.CODE);
                Map<String, List<Option>> named = words.named(around.list(), name.types(), false);
                Map<String, List<Option>> groups = ofRecord ? onlyFields(named, around.list()) : named;
                Part select = fields.select(at, name.label(), groups, "没有");
                // What else is asked depends on the list.
                yield name.types().contains(FactType.RECORDS) ? select.changing() : select;
            }
            case Slot.Edge edge ->
                Part.group(
                        "group",
                        at,
                        edge.label(),
                        List.of(
                                fields.select(at + "-edge", edge.label(), edge.edges(), ""),
                                fields.text(at, "", edge.hint())),
                        "");
            case Slot.Amount amount -> amount(at, amount.label(), amount.among() ? around.inside(among(path)) : around);
            case Slot.Amounts amounts ->
                fields.list(at, amounts.label(), "一项", item -> List.of(amount(item, "", around)));
            case Slot.Day day -> day(at, day.label(), around.list());
            case Slot.Conditions conditions -> {
                Around below = conditions.among() && !path.isEmpty() ? around.inside(among(path)) : around;
                yield fields.list(at, conditions.label(), "条件", item -> condition(item, below));
            }
            case Slot.Rows rows ->
                fields.list(at, rows.label(), rows.one(), item -> FormLines.of(slots(rows.slots(), item, around)));
            case Slot.Clause clause -> fields.clause(at, clause.label());
        };
    }

    /** What is not said is what the reader takes it for: rules rest on no draft, and earlier stages can be had later. */
    private Part flag(String at, Slot.Flag flag) {
        String usual = flag.key().equals("catch-up") ? "true" : "false";
        List<Option> options = flag.options().stream()
                .sorted(Comparator.comparing((Option option) -> !option.value().equals(usual)))
                .toList();
        return fields.select(at, flag.label(), options, "");
    }

    private static Map<String, List<Option>> onlyFields(
            Map<String, List<Option>> groups, @Nullable FactDefinition list) {
        return list == null ? Map.of() : Map.of(list.label(), groups.getOrDefault(list.label(), List.of()));
    }

    /** The list that an algorithm beside this path counts in. */
    private @Nullable FactDefinition among(String path) {
        String in = data.get(path + ".in");
        return words.list(in.isEmpty() ? data.get(path + ".count") : in);
    }

    private List<Part> slots(List<Slot> slots, String path, Around around) {
        return slots.stream().map(slot -> slot(slot, path, around)).toList();
    }

    private Part amount(String at, String label, Around around) {
        String kind = data.get(at + ".kind").isEmpty() ? "literal" : data.get(at + ".kind");
        List<Part> parts = new ArrayList<>();
        parts.add(fields.select(at + ".kind", label.isEmpty() ? "算法" : label, words.kinds(), "")
                .changing());
        if (kind.equals("literal")) {
            parts.add(fields.text(at + ".text", "数", "金额、比例都要带单位，例如 50万元、30%、1.2倍"));
        } else if (kind.equals("fact")) {
            parts.add(fields.select(at + ".fact", "哪一项", words.numbers(around.list()), "请选择"));
        } else {
            FormPaths.kind(kind).ifPresent(known -> parts.addAll(slots(known.slots(), at, around)));
        }
        return Part.group("block", at, label, FormLines.of(parts), fields.error(at));
    }

    private Part day(String at, String label, @Nullable FactDefinition list) {
        List<Part> parts = new ArrayList<>();
        parts.add(fields.select(at + ".of", label.isEmpty() ? "哪一天" : label, words.days(list), "请选择")
                .changing());
        if (data.get(at + ".of").equals("day")) {
            parts.add(fields.text(at + ".day", "日期", "例如 2026-01-31"));
        }
        parts.add(fields.select(at + ".pick", "取", FormWords.PICKS, ""));
        parts.add(fields.select(at + ".shift", "再移", FormWords.SHIFTS, "不移"));
        parts.add(fields.text(at + ".span", "多久", "例如 1年、6个月、90日"));
        return Part.group("group", at, label, parts, fields.error(at));
    }

    private List<Part> condition(String at, Around around) {
        String what = data.get(at + ".what");
        List<Part> line = new ArrayList<>();
        List<Part> below = new ArrayList<>();
        line.add(fields.select(at + ".what", "条件", words.asked(around.list(), around.outer() == null), "请选择")
                .changing());
        if (ConditionForm.GROUPS.contains(what)) {
            if (what.equals("some")) {
                line.add(fields.text(at + ".least", "至少几项", ""));
            }
            below.add(fields.list(at + ".parts", "其中", "条件", item -> condition(item, around)));
            return together(at, line, below, null);
        }
        if (what.equals("asked")) {
            line.add(fields.text(at + ".from", "从", "例如 2026-01-01"));
            line.add(fields.text(at + ".until", "到", "没有就空着"));
        } else if (what.equals("compare")) {
            below.add(amount(at + ".left", "左边", around));
            test(at, FactType.MONEY, null, around, line, below);
        } else if (what.startsWith("count:")) {
            FactDefinition records = words.definition(what, null);
            test(at, FactType.COUNT, records, around, line, below);
            below.add(fields.list(at + ".where", "只数符合这些条件的", "条件", item -> condition(item, around.inside(records))));
        } else if (!what.isEmpty() && !what.startsWith("judged:")) {
            FactDefinition definition = words.definition(what, around.list());
            test(at, definition == null ? FactType.COUNT : definition.type(), definition, around, line, below);
        }
        return together(at, line, below, fields.clause(at + ".provision", "依据"));
    }

    private static List<Part> together(String at, List<Part> line, List<Part> below, @Nullable Part clause) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.group("group", at, "", line, ""));
        parts.addAll(below);
        if (clause != null) {
            parts.add(clause);
        }
        return parts;
    }

    private void test(
            String at,
            FactType type,
            @Nullable FactDefinition definition,
            Around around,
            List<Part> line,
            List<Part> below) {
        String op = data.get(at + ".op");
        line.add(fields.select(
                        at + ".op",
                        "比较",
                        FormComparisons.of(type, around.namedBy(data.get(at + ".what"), definition)),
                        "请选择")
                .changing());
        boolean year = op.equals("years-before-asked");
        boolean number = !year && (type == FactType.MONEY || type == FactType.RATE || type == FactType.COUNT);
        if (number) {
            String kind = data.get(at + ".value.kind");
            if (kind.isEmpty() || kind.equals("literal")) {
                String unit = definition == null ? "" : definition.unit();
                String hint = switch (type) {
                    case MONEY -> "例如 1000万元";
                    case RATE -> "例如 30%、8‰";
                    default -> unit.isEmpty() ? "整数" : "整数，单位" + unit;
                };
                line.add(fields.text(at + ".value.text", "值", hint));
                below.add(FormLines.more(List.of(fields.select(at + ".value.kind", "不是写明的数，而是", words.kinds(), "")
                        .changing()
                        .closed())));
            } else {
                below.add(amount(at + ".value", "与什么比较", around));
            }
        } else if (type == FactType.CODE || type == FactType.CODES) {
            if (!op.equals(ConditionForm.NAMES)) {
                line.add(fields.codes(at, definition));
            }
        } else if (ConditionForm.DATES.contains(op)) {
            below.add(day(at + ".day", "哪一天", around.list()));
        } else if (ConditionForm.SPANS.contains(op)) {
            line.add(fields.text(at + ".text", "时间长度", "例如 1年、6个月、90日"));
        } else if (year) {
            line.add(fields.text(at + ".text", "第几年", "0 为当年，1 为上一年"));
        } else if (op.equals("quarters-before-asked")) {
            line.add(fields.text(at + ".text", "第几个季度", "0 为当季，1 为上一季度"));
        }
    }
}
