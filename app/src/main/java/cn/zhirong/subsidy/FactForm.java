package cn.zhirong.subsidy;

import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleFacts;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.web.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form that asks for facts, field by field, for {@code templates/subsidy/facts.ftlh}; {@link FactAnswers} reads what comes back.
 * A field is named {@code f-NAME}; a word of several {@code f-NAME-WORD}; a field of a record {@code f-LIST-ROW-FIELD} with rows
 * from 1, its own name {@code f-LIST-ROW-id}; {@code f-LIST-n} is how many rows are shown, {@code f-LIST-none} that there are none.
 * Of a day {@code f-NAME-none} says that it has not come.
 */
public final class FactForm {
    /** The most rows of a list that one form takes; what is known beyond them is not shown and stays as it is. */
    public static final int MOST_ROWS = 20;

    /** Days that a firm can say have not come; the others are past when they are asked for. */
    private static final Set<String> MAY_NOT_HAVE_COME = Set.of(
            "reform-on",
            "neeq-on",
            "neeq-innovation-on",
            "tutoring-on",
            "accepted-on",
            "listed-on",
            "withdrawn-on",
            "moved-in-on",
            "pledged-on",
            "settled-on");

    /** What a label alone leaves open. */
    private static final Map<String, String> HINTS = Map.of(
            "belongs-to", "写上那份合同或者那期产品的编号；没有填编号的，写“第1笔”“第1期”这样的序号",
            "interest-until", "例如第三季度的利息，填 9 月 30 日或者银行的结息日；每个季度分开填一行，编号后面写上季度");

    private final Map<String, Set<String>> wanted;
    private final FactCatalogue catalogue;

    private FactForm(Map<String, Set<String>> wanted, FactCatalogue catalogue) {
        this.wanted = wanted;
        this.catalogue = catalogue;
    }

    /**
     * A field as it is shown.
     *
     * @param kind money, rate, count, flag, date, code, text, codes or records
     * @param value as typed
     * @param options to choose from
     * @param source where a value comes from that the person did not type; empty otherwise
     * @param rows of a list
     * @param none that there are none, or that the day has not come
     * @param mayBeNone whether a day can be said not to have come
     */
    public record Field(
            String name,
            String kind,
            String label,
            String hint,
            String value,
            List<Option> options,
            String source,
            List<Row> rows,
            boolean none,
            boolean mayBeNone,
            String unit) {}

    /** A choice, and whether it is taken. */
    public record Option(String value, String text, boolean chosen) {}

    /** One record: its own name and its fields. */
    public record Row(int number, String idField, String id, List<Field> fields) {}

    /** For these rules: what any of them can look at and people can answer, in the order of the catalogue. */
    public static FactForm of(Collection<Rule> rules, FactCatalogue catalogue) {
        Map<String, Set<String>> found = new HashMap<>();
        for (Rule rule : rules) {
            RuleFacts.of(rule)
                    .forEach((name, fields) -> found.computeIfAbsent(name, key -> new LinkedHashSet<>())
                            .addAll(fields));
        }
        return new FactForm(ordered(found, catalogue), catalogue);
    }

    /** For these facts alone, records with all the fields that the rules look at. */
    public FactForm only(Collection<String> names) {
        Map<String, Set<String>> fewer = new LinkedHashMap<>(wanted);
        fewer.keySet().retainAll(names);
        return new FactForm(fewer, catalogue);
    }

    /** The names asked for, each with the fields of its records. */
    public Map<String, Set<String>> wanted() {
        return wanted;
    }

    FactCatalogue catalogue() {
        return catalogue;
    }

    /** What only an officer can say is not asked of people. */
    private static Map<String, Set<String>> ordered(Map<String, Set<String>> found, FactCatalogue catalogue) {
        Map<String, Set<String>> ordered = new LinkedHashMap<>();
        for (FactDefinition definition : catalogue.all()) {
            Set<String> fields = found.get(definition.name());
            if (fields != null && !isJudged(definition)) {
                Set<String> inOrder = new LinkedHashSet<>(definition.fields().keySet());
                inOrder.retainAll(fields);
                ordered.put(definition.name(), inOrder);
            }
        }
        return ordered;
    }

    private static boolean isJudged(FactDefinition definition) {
        return definition.question().startsWith("由经办判断");
    }

    /** The fields with what is known already. */
    public List<Field> fields(Facts known) {
        return fields(known, Map.of());
    }

    /** The fields as they were typed, and with what is known where nothing was sent. */
    public List<Field> fields(Facts known, Map<String, String> typed) {
        return definitions()
                .map(definition -> definition.type() == FactType.RECORDS
                        ? records(definition, known.get(definition.name()), typed)
                        : field(definition, "f-" + definition.name(), known.get(definition.name()), typed))
                .toList();
    }

    /** The fields for which another value is kept by now than was answered, with what is kept. */
    public List<Refusal.Field> differing(Facts kept, Facts answers) {
        return definitions()
                .filter(definition -> !Objects.equals(value(kept, definition), value(answers, definition)))
                .map(definition -> {
                    Value now = value(kept, definition);
                    return new Refusal.Field(
                            "f-" + definition.name(),
                            definition.label() + "：同事保存的是“" + (now == null ? "不清楚" : FactWords.shown(definition, now))
                                    + "”。");
                })
                .toList();
    }

    private static @Nullable Value value(Facts facts, FactDefinition definition) {
        Fact fact = facts.get(definition.name());
        return fact == null ? null : fact.value();
    }

    Stream<FactDefinition> definitions() {
        return wanted.keySet().stream().flatMap(name -> catalogue.find(name).stream());
    }

    private static Field field(
            FactDefinition definition, String name, @Nullable Fact known, Map<String, String> typed) {
        Value value = known == null ? null : known.value();
        String shown = typed.isEmpty() ? value == null ? "" : written(definition, value) : typed.getOrDefault(name, "");
        String source = known == null
                        || known.provenance().evidence().isEmpty()
                                && known.provenance().source() == Source.DECLARED
                ? ""
                : known.provenance().source().label() + "，" + known.provenance().on();
        return new Field(
                name,
                kind(definition),
                definition.label(),
                hint(definition, name.matches("f-.*-[0-9]+-.*")),
                shown,
                options(definition, name, value, typed),
                source,
                List.of(),
                isNone(definition, name, value, typed),
                mayNotHaveCome(definition),
                definition.unit());
    }

    private Field records(FactDefinition list, @Nullable Fact known, Map<String, String> typed) {
        String name = "f-" + list.name();
        List<FactRecord> records =
                known != null && known.value() instanceof Value.Records all ? all.records() : List.of();
        int count = Math.clamp(typed.isEmpty() ? records.size() : FactAnswers.rows(typed, list.name()), 1, MOST_ROWS);
        List<Row> rows = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            FactRecord record = typed.isEmpty() && number <= records.size() ? records.get(number - 1) : null;
            String prefix = name + "-" + number + "-";
            List<Field> fields = new ArrayList<>();
            for (String field : wanted.getOrDefault(list.name(), Set.of())) {
                FactDefinition definition = list.fields().get(field);
                if (definition != null) {
                    Value value = record == null ? null : record.value(field);
                    Fact fact = record == null || value == null ? null : new Fact(value, record.provenance());
                    fields.add(field(definition, prefix + field, fact, typed));
                }
            }
            String id = record == null ? typed.getOrDefault(prefix + "id", "") : record.id();
            rows.add(new Row(number, prefix + "id", id, fields));
        }
        boolean none = typed.isEmpty() ? known != null && records.isEmpty() : typed.containsKey(name + "-none");
        String more = notShown(known).isEmpty()
                ? ""
                : "已有 " + records.size() + " " + list.unit() + "，这里列出前 " + MOST_ROWS + " " + list.unit()
                        + "，其余照已有的计算，保存后不变。";
        return new Field(
                name,
                "records",
                list.label(),
                list.question() + more,
                "",
                List.of(),
                "",
                rows,
                none,
                true,
                list.unit());
    }

    /** The records of a list that a form has no room for. */
    static List<FactRecord> notShown(@Nullable Fact known) {
        return known != null
                        && known.value() instanceof Value.Records all
                        && all.records().size() > MOST_ROWS
                ? all.records().subList(MOST_ROWS, all.records().size())
                : List.of();
    }

    /** As a person would type it: amounts in 万元 where that is exact. */
    private static String written(FactDefinition definition, Value value) {
        if (value.equals(Value.Day.NEVER)) {
            return "";
        }
        String words = FactWords.written(value);
        return switch (definition.type()) {
            case MONEY -> words.endsWith("万元") ? words.substring(0, words.length() - 2) : words;
            case RATE -> words.substring(0, words.length() - 1);
            default -> words;
        };
    }

    private static String kind(FactDefinition definition) {
        return switch (definition.type()) {
            case MONEY -> "money";
            case RATE -> "rate";
            case COUNT -> "count";
            case FLAG -> "flag";
            case DATE -> "date";
            case CODE -> definition.codes().isEmpty() ? "text" : "code";
            case CODES -> "codes";
            case RECORDS -> "records";
        };
    }

    /** What a list says once is not said again at each of its fields. */
    private static String hint(FactDefinition definition, boolean field) {
        return switch (definition.type()) {
            case MONEY -> field ? "" : "不写单位就是万元，也可以写成 35000 元、2 亿元";
            case RATE -> "例如 3.85";
            default -> HINTS.getOrDefault(definition.name(), "");
        };
    }

    private static List<Option> options(
            FactDefinition definition, String name, @Nullable Value value, Map<String, String> typed) {
        List<Option> options = new ArrayList<>();
        if (definition.type() == FactType.FLAG) {
            String chosen =
                    typed.isEmpty() ? value == null ? "" : FactWords.written(value) : typed.getOrDefault(name, "");
            options.add(new Option("true", "是", chosen.equals("true")));
            options.add(new Option("false", "否", chosen.equals("false")));
            options.add(new Option("", "不清楚", chosen.isEmpty()));
        }
        definition.codes().forEach((code, label) -> {
            boolean chosen = definition.type() == FactType.CODES
                    ? typed.isEmpty()
                            ? value instanceof Value.Codes codes
                                    && codes.codes().contains(code)
                            : typed.containsKey(name + "-" + code)
                    : typed.isEmpty()
                            ? value instanceof Value.Code one && one.code().equals(code)
                            : typed.getOrDefault(name, "").equals(code);
            options.add(new Option(code, label, chosen));
        });
        return options;
    }

    private static boolean isNone(
            FactDefinition definition, String name, @Nullable Value value, Map<String, String> typed) {
        boolean canBe = definition.type() == FactType.CODES || mayNotHaveCome(definition);
        if (!typed.isEmpty()) {
            return canBe && typed.containsKey(name + "-none");
        }
        return Value.Day.NEVER.equals(value)
                || value instanceof Value.Codes codes && codes.codes().isEmpty();
    }

    static boolean mayNotHaveCome(FactDefinition definition) {
        return MAY_NOT_HAVE_COME.contains(definition.name());
    }
}
