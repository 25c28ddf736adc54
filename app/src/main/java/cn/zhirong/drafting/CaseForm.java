package cn.zhirong.drafting;

import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Value;
import cn.zhirong.subsidy.FactWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A case as a form: {@code fact.revenue}, {@code list.loans.0.principal}. What is left empty is unknown; a list without rows is
 * unknown unless {@code known.loans} says that there are none.
 */
final class CaseForm {
    /** What lies beyond is not shown and stays as it is. */
    static final int MOST_ROWS = 20;

    /** What is asked: names of facts, each with the fields of its records. */
    private final Map<FactDefinition, Set<String>> asked;

    CaseForm(Map<FactDefinition, Set<String>> asked) {
        this.asked = asked;
    }

    /** The fields of a saved case, or of what is known of a firm. */
    Map<String, String> fields(Facts facts) {
        Map<String, String> fields = new LinkedHashMap<>();
        asked.forEach((definition, names) -> {
            Fact fact = facts.get(definition.name());
            if (fact == null) {
                return;
            }
            if (fact.value() instanceof Value.Records records) {
                fields.put("known." + definition.name(), "yes");
                for (int i = 0; i < Math.min(records.records().size(), MOST_ROWS); i++) {
                    FactRecord record = records.records().get(i);
                    String row = "list." + definition.name() + "." + i;
                    fields.put(row + ".id", record.id());
                    record.values().forEach((name, value) -> fields.put(row + "." + name, FactWords.written(value)));
                }
            } else {
                fields.put("fact." + definition.name(), FactWords.written(fact.value()));
            }
        });
        return fields;
    }

    static Map<String, String> head(RuleCase one) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", one.name());
        fields.put("asked", one.asked().toString());
        fields.put("expected", one.expected().name());
        Long fen = one.expectedFen();
        fields.put(
                "amount",
                fen == null
                        ? ""
                        : BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString());
        return fields;
    }

    /** Ticked boxes become one field. */
    static Map<String, String> gathered(Map<String, String> sent) {
        Map<String, String> fields = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            String[] parts = name.split("\\.");
            boolean box = (parts.length == 3 && parts[0].equals("fact")) || parts.length == 5;
            if (box) {
                String field = name.substring(0, name.lastIndexOf('.'));
                fields.merge(field, parts[parts.length - 1], (a, b) -> a.isEmpty() ? b : a + "," + b);
            } else {
                fields.merge(name, value.strip(), (a, b) -> a.isEmpty() ? b : a);
            }
        });
        return fields;
    }

    /**
     * The case that was typed.
     *
     * @param known what stands in the case already: what the form does not ask and what it has no room for stays, and what is
     *     answered as before keeps its source
     * @throws cn.zhirong.web.Refusal when anything is wrong, field by field
     */
    RuleCase read(long id, Map<String, String> form, Facts known) {
        return new CaseAnswers(asked, form, known).read(id);
    }

    static int rows(Map<String, String> form, String list) {
        int rows = 0;
        while (rows < MOST_ROWS && hasRow(form, "list." + list + "." + rows + ".")) {
            rows++;
        }
        return rows;
    }

    private static boolean hasRow(Map<String, String> form, String prefix) {
        return form.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    /** One more row of a list, or one fewer. */
    static Map<String, String> moved(Map<String, String> form, String button) {
        Map<String, String> moved = new LinkedHashMap<>(form);
        String[] parts = button.split(":");
        if (parts.length == 2 && parts[0].equals("add")) {
            int rows = rows(form, parts[1]);
            if (rows < MOST_ROWS) {
                moved.put("list." + parts[1] + "." + rows + ".id", "");
            }
        } else if (parts.length == 3 && parts[0].equals("remove") && parts[2].matches("[0-9]{1,2}")) {
            FormData data = FormData.of(form).without("list." + parts[1], Integer.parseInt(parts[2]));
            return data.fields();
        }
        return moved;
    }

    /** What the page asks; a list says how many of what is known it has no room for. */
    CaseView.Asked asked(Map<String, String> form, Facts known) {
        List<CaseView.Field> fields = new ArrayList<>();
        List<CaseView.Records> lists = new ArrayList<>();
        asked.forEach((definition, names) -> {
            if (definition.type() == FactType.RECORDS) {
                List<List<CaseView.Field>> rows = new ArrayList<>();
                for (int i = 0; i < rows(form, definition.name()); i++) {
                    rows.add(row(definition, names, "list." + definition.name() + "." + i, form));
                }
                lists.add(new CaseView.Records(
                        definition.name(),
                        definition.label(),
                        definition.unit(),
                        form.getOrDefault("known." + definition.name(), "").equals("yes"),
                        rows.size() >= MOST_ROWS,
                        CaseAnswers.beyond(known.get(definition.name())).size(),
                        rows));
            } else {
                fields.add(field("fact." + definition.name(), definition, form));
            }
        });
        return new CaseView.Asked(fields, lists);
    }

    private static List<CaseView.Field> row(
            FactDefinition list, Set<String> names, String row, Map<String, String> form) {
        List<CaseView.Field> fields = new ArrayList<>();
        fields.add(
                new CaseView.Field("text", row + ".id", "编号", "例如合同号", form.getOrDefault(row + ".id", ""), List.of()));
        for (String name : names) {
            FactDefinition definition = list.fields().get(name);
            if (definition != null) {
                fields.add(field(row + "." + name, definition, form));
            }
        }
        return fields;
    }

    private static CaseView.Field field(String at, FactDefinition definition, Map<String, String> form) {
        String value = form.getOrDefault(at, "");
        List<String> chosen = List.of(value.split("[,、]"));
        List<Part.Choice> options = new ArrayList<>();
        if (definition.type() == FactType.FLAG) {
            options.add(new Part.Choice("true", "是", value.equals("true")));
            options.add(new Part.Choice("false", "否", value.equals("false")));
        } else {
            definition
                    .codes()
                    .forEach((code, label) -> options.add(new Part.Choice(code, label, chosen.contains(code))));
        }
        String type = definition.type() == FactType.CODES && !options.isEmpty()
                ? "checks"
                : options.isEmpty() ? "text" : "select";
        String hint = switch (definition.type()) {
            case MONEY -> "带单位，例如 2000万元";
            case RATE -> "例如 3.5%";
            case COUNT -> definition.unit().isEmpty() ? "整数" : "单位" + definition.unit();
            case DATE -> "例如 2026-03-31";
            case FLAG, CODE, CODES, RECORDS -> "";
        };
        return new CaseView.Field(type, at, definition.label(), hint, value, options);
    }
}
