package cn.zhirong.drafting;

import cn.zhirong.drafting.Slot.Option;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The choices of a form with their Chinese, by the last part of a field's path. */
final class FormWords {
    static final List<Option> GROUPS =
            options("all", "下列全部符合", "any", "下列任一符合", "none", "下列都不符合", "some", "下列至少几项符合", "not", "下列不同时符合");
    static final List<Option> PICKS = options(
            "same-day",
            "当天",
            "month-before",
            "上个月末",
            "quarter-before",
            "上季度末",
            "december",
            "当年12月31日",
            "new-year",
            "当年1月1日");
    static final List<Option> SHIFTS = options("plus", "之后", "minus", "之前");

    private final Vocabulary vocabulary;
    private final Set<String> retired;

    FormWords(Vocabulary vocabulary) {
        this(vocabulary, Set.of());
    }

    /** @param retired what officers no longer judge, which is offered only where it is asked already */
    private FormWords(Vocabulary vocabulary, Set<String> retired) {
        this.vocabulary = vocabulary;
        this.retired = retired;
    }

    /** The choices of this form: what is retired is not offered, unless the form asks it already. */
    static FormWords of(Vocabulary vocabulary, Set<String> retired, FormData data) {
        Set<String> asked = Set.copyOf(data.fields().values());
        return new FormWords(
                vocabulary,
                retired.stream()
                        .filter(name -> !asked.contains("judged:" + name))
                        .collect(Collectors.toSet()));
    }

    static List<Option> options(String... words) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            options.add(new Option(words[i], words[i + 1]));
        }
        return List.copyOf(options);
    }

    /**
     * What a condition may ask, in groups: the firm, the record of a list, counts, what officers judge, and the rest.
     *
     * @param counts whether lists can be counted here, which is not offered inside a list that is counted itself
     */
    Map<String, List<Option>> asked(@Nullable FactDefinition list, boolean counts) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        if (list != null) {
            groups.put(list.label(), fields(list, List.of(FactType.values()), "field:"));
        }
        groups.put(
                "企业",
                facts().filter(fact -> fact.type() != FactType.RECORDS && !isJudged(fact))
                        .map(fact -> new Option("fact:" + fact.name(), fact.label()))
                        .toList());
        if (counts) {
            groups.put(
                    "清单的个数",
                    facts().filter(fact -> fact.type() == FactType.RECORDS)
                            .map(fact -> new Option("count:" + fact.name(), fact.label() + "的" + fact.unit() + "数"))
                            .toList());
        }
        List<Option> judged = facts().filter(FormWords::isJudged)
                .filter(fact -> !retired.contains(fact.name()))
                .map(fact -> new Option("judged:" + fact.name(), "经办认定：" + fact.label()))
                .toList();
        if (!judged.isEmpty()) {
            groups.put("由经办认定", judged);
        }
        groups.put("其他", options("asked", "申请日在一段期间内", "compare", "两个数比较"));
        groups.put("一组条件", GROUPS);
        return groups;
    }

    /** The numbers an algorithm may take. */
    Map<String, List<Option>> numbers(@Nullable FactDefinition list) {
        return named(list, List.of(FactType.MONEY, FactType.RATE, FactType.COUNT), true);
    }

    /** The days that a day may be found from. */
    Map<String, List<Option>> days(@Nullable FactDefinition list) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        groups.put("日期", options("asked", "申请日", "day", "固定的一天"));
        groups.putAll(named(list, List.of(FactType.DATE), true));
        return groups;
    }

    /** Facts of some types; {@code prefixed} where a form must say whether it is of the firm or of the record. */
    Map<String, List<Option>> named(@Nullable FactDefinition list, List<FactType> types, boolean prefixed) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        if (list != null) {
            List<Option> fields = fields(list, types, prefixed ? "field:" : "");
            if (!fields.isEmpty()) {
                groups.put(list.label(), fields);
            }
        }
        List<Option> facts = facts().filter(fact -> types.contains(fact.type()) && !retired.contains(fact.name()))
                .map(fact -> new Option((prefixed ? "fact:" : "") + fact.name(), fact.label()))
                .toList();
        if (!facts.isEmpty()) {
            groups.put("企业", facts);
        }
        return groups;
    }

    List<Option> parameters() {
        return vocabulary.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Option(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<Option> kinds() {
        List<Option> kinds = new ArrayList<>(options("literal", "写明的数", "fact", "企业或者清单的数据"));
        Stream.of(Grammar.Kind.values()).forEach(kind -> kinds.add(new Option(kind.word(), kind.label())));
        return kinds;
    }

    /** What a condition asks of, or null for a group and for what is no fact. */
    @Nullable
    FactDefinition definition(String what, @Nullable FactDefinition list) {
        int colon = what.indexOf(':');
        if (colon < 0) {
            return null;
        }
        String name = what.substring(colon + 1);
        return what.startsWith("field:")
                ? (list == null ? null : list.fields().get(name))
                : vocabulary.facts().find(name).orElse(null);
    }

    @Nullable
    FactDefinition list(String name) {
        return vocabulary
                .facts()
                .find(name)
                .filter(fact -> fact.type() == FactType.RECORDS)
                .orElse(null);
    }

    private Stream<FactDefinition> facts() {
        return vocabulary.facts().all().stream();
    }

    private static boolean isJudged(FactDefinition fact) {
        return fact.type() == FactType.FLAG
                && StandardFacts.catalogue().find(fact.name()).isEmpty();
    }

    private static List<Option> fields(FactDefinition list, List<FactType> types, String prefix) {
        return list.fields().values().stream()
                .filter(field -> types.contains(field.type()))
                .map(field -> new Option(prefix + field.name(), field.label()))
                .toList();
    }

    /** The Chinese of every choice, by the last part of the field's path and by what stands in the field. */
    Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> all = new HashMap<>();
        Map<String, String> whats = new LinkedHashMap<>();
        put(whats, asked(null, true), "企业");
        facts().filter(fact -> fact.type() == FactType.RECORDS)
                .forEach(list ->
                        put(whats, Map.of(list.label(), fields(list, List.of(FactType.values()), "field:")), ""));
        all.put("what", whats);
        all.put("fact", whats);
        Map<String, String> days = new LinkedHashMap<>(whats);
        options("asked", "申请日", "day", "固定的一天").forEach(option -> days.put(option.value(), option.label()));
        all.put("of", days);
        all.put("op", map(FormComparisons.all()));
        all.put("kind", map(kinds()));
        all.put("parameter", map(parameters()));
        all.put("pick", map(PICKS));
        all.put("shift", map(SHIFTS));
        List<Slot> slots = new ArrayList<>(Grammar.HEAD);
        slots.addAll(List.of(Grammar.BENEFITS, Grammar.CAPS, Grammar.RELATIONS));
        Stream.of(Grammar.Kind.values()).forEach(kind -> slots.addAll(kind.slots()));
        slots.forEach(slot -> add(slot, all));
        Map<String, String> names = facts().collect(Collectors.toMap(FactDefinition::name, FactDefinition::label));
        List.of("each", "count", "in", "reached", "withdrawn").forEach(key -> all.put(key, names));
        return all;
    }

    private static void put(Map<String, String> whats, Map<String, List<Option>> groups, String plain) {
        groups.forEach((group, options) -> options.forEach(option -> whats.put(
                option.value(),
                group.equals(plain) || !option.value().contains(":") || group.startsWith("由")
                        ? option.label()
                        : group + "：" + option.label())));
    }

    private static void add(Slot slot, Map<String, Map<String, String>> all) {
        switch (slot) {
            case Slot.Choice choice -> all.putIfAbsent(choice.key(), map(choice.options()));
            case Slot.Flag flag -> all.putIfAbsent(flag.key(), map(flag.options()));
            case Slot.Edge edge -> all.putIfAbsent(edge.key() + "-edge", map(edge.edges()));
            case Slot.Rows rows -> rows.slots().forEach(part -> add(part, all));
            case Slot.Text text -> {}
            case Slot.Texts texts -> {}
            case Slot.Name name -> {}
            case Slot.Amount amount -> {}
            case Slot.Amounts amounts -> {}
            case Slot.Day day -> {}
            case Slot.Conditions conditions -> {}
            case Slot.Clause clause -> {}
        }
    }

    private static Map<String, String> map(List<Option> options) {
        Map<String, String> map = new LinkedHashMap<>();
        options.forEach(option -> map.put(option.value(), option.label()));
        return map;
    }
}
