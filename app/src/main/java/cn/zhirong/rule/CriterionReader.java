package cn.zhirong.rule;

import cn.zhirong.bundle.YamlMap;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.kernel.ProvisionReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads conditions. What is wrong is noted, and something harmless stands in for it. */
final class CriterionReader {
    /** In place of what cannot be read. */
    static final Criterion NONE = new Criterion.All(List.of());

    private static final List<String> NUMBER_TESTS =
            List.of("at-least", "more-than", "at-most", "less-than", "equals", "differs-from");

    static final String NAMES = "names";
    static final String THE_RECORD = "record";

    private CriterionReader() {}

    /** A list of conditions that must all be met; none when the key is missing. */
    static Criterion list(YamlMap map, String key, Reading reading, @Nullable ProvisionReference around) {
        return map.has(key) ? all(map.maps(key), reading, around) : NONE;
    }

    private static Criterion all(List<YamlMap> maps, Reading reading, @Nullable ProvisionReference around) {
        List<Criterion> parts = each(maps, reading, around);
        return parts.size() == 1 ? parts.getFirst() : new Criterion.All(parts);
    }

    private static List<Criterion> each(List<YamlMap> maps, Reading reading, @Nullable ProvisionReference around) {
        List<Criterion> parts = new ArrayList<>();
        for (YamlMap map : maps) {
            parts.add(read(map, reading, around));
        }
        return parts;
    }

    private static Criterion read(YamlMap map, Reading reading, @Nullable ProvisionReference around) {
        if (!reading.another(map, "provision")) {
            return NONE;
        }
        ProvisionReference below = map.has("provision") ? reading.provision(map, around) : around;
        Criterion criterion = form(map, reading, below);
        map.finish();
        return criterion;
    }

    private static Criterion form(YamlMap map, Reading reading, @Nullable ProvisionReference around) {
        if (map.has("all")) {
            return all(map.maps("all"), reading, around);
        }
        if (map.has("any")) {
            List<Criterion> parts = each(map.maps("any"), reading, around);
            return parts.isEmpty() ? NONE : new Criterion.Some(1, parts);
        }
        if (map.has("some")) {
            return some(map, reading, around);
        }
        if (map.has("not")) {
            return new Criterion.Not(all(map.maps("not"), reading, around));
        }
        ProvisionReference clause = around == null ? reading.provision(map, null) : around;
        if (map.has("asked-within")) {
            return map.map("asked-within")
                    .map(days -> {
                        DateRange range = days(days, "from", "until");
                        days.finish();
                        return (Criterion) new Criterion.AskedWithin(range, clause);
                    })
                    .orElse(NONE);
        }
        if (map.has("judged")) {
            FactRef fact = reading.fact(map, "judged");
            expect(map, "judged", fact, FactType.FLAG);
            return new Criterion.Judged(fact, clause);
        }
        if (map.has("count")) {
            Formula left = FormulaReader.count(map, reading, clause);
            return numbers(map, left, reading, clause);
        }
        if (map.has("compare")) {
            Formula left = FormulaReader.read(map, "compare", null, reading, clause);
            return numbers(map, left, reading, clause);
        }
        if (map.has("fact") || map.has("field")) {
            return onFact(map, reading, clause);
        }
        map.error("provision", "不是条件：需要有all、any、some、not、fact、field、count、compare、asked-within或者judged");
        return NONE;
    }

    private static Criterion some(YamlMap map, Reading reading, @Nullable ProvisionReference around) {
        String text = map.text("some");
        List<Criterion> parts = each(map.maps("of"), reading, around);
        int least = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (parts.isEmpty()) {
            return NONE;
        }
        if (least < 1 || least > parts.size()) {
            map.error("some", "“some”应当是1到" + parts.size() + "之间的整数");
            return NONE;
        }
        return new Criterion.Some(least, parts);
    }

    private static Criterion onFact(YamlMap map, Reading reading, ProvisionReference clause) {
        FactRef fact = reading.reference(map);
        if (!Reading.isKnown(fact)) {
            // One problem is enough: what it is compared with cannot be read without its type.
            map.takeAll();
            return NONE;
        }
        if (map.has(NAMES)) {
            return names(map, fact, reading, clause);
        }
        return switch (fact.type()) {
            case COUNT ->
                map.has(DayCriterionReader.IN_YEAR) && NUMBER_TESTS.stream().noneMatch(map::has)
                        ? DayCriterionReader.inYear(map, fact, clause)
                        : numbers(map, new Formula.FromFact(fact), reading, clause);
            case MONEY, RATE -> numbers(map, new Formula.FromFact(fact), reading, clause);
            case FLAG -> new Criterion.Is(fact, map.flag("is"), clause);
            case CODE -> new Criterion.OneOf(fact, codes(map, "one-of", fact), clause);
            case CODES -> onCodes(map, fact, clause);
            case DATE -> DayCriterionReader.read(map, fact, reading, clause);
            case RECORDS -> {
                map.error("fact", "“" + fact.label() + "”是清单，要用count");
                yield NONE;
            }
        };
    }

    private static Criterion names(YamlMap map, FactRef fact, Reading reading, ProvisionReference clause) {
        FactDefinition outer = reading.outer;
        String wrong = "";
        if (outer == null) {
            wrong = "“names”只能用在逐条的记录里面再数的清单上，这里外面没有记录可以对应";
        } else if (!fact.ofRecord()) {
            wrong = "“names”要用清单里的字段（field），“" + fact.label() + "”是企业的事实";
        } else if (fact.type() != FactType.CODE) {
            wrong = "“names”要用写编号的字段，“" + fact.label() + "”是" + fact.type().label();
        } else if (!fact.definition().codes().isEmpty()) {
            wrong = "“names”要用写编号的字段，“" + fact.label() + "”只能从固定的几种里选";
        } else if (!map.text(NAMES).equals(THE_RECORD)) {
            wrong = "“names”后面只能写record，就是外面的那一" + outer.unit() + outer.label();
        } else if (map.has("one-of")) {
            wrong = "应当有且只有一种比较：one-of、names";
        }
        if (outer == null || !wrong.isEmpty()) {
            map.error(NAMES, wrong);
            map.takeAll();
            return NONE;
        }
        return new Criterion.Names(fact, outer, clause);
    }

    private static Criterion numbers(YamlMap map, Formula left, Reading reading, ProvisionReference clause) {
        String test = only(map, NUMBER_TESTS);
        if (test.isEmpty()) {
            return NONE;
        }
        Comparison comparison = switch (test) {
            case "at-least" -> Comparison.AT_LEAST;
            case "more-than" -> Comparison.MORE_THAN;
            case "at-most" -> Comparison.AT_MOST;
            case "less-than" -> Comparison.LESS_THAN;
            case "equals" -> Comparison.EQUAL;
            default -> Comparison.NOT_EQUAL;
        };
        Formula right = FormulaReader.read(map, test, left.kind(), reading, clause);
        return new Criterion.Compare(left, comparison, right, clause);
    }

    private static Criterion onCodes(YamlMap map, FactRef fact, ProvisionReference clause) {
        String test = only(map, List.of("has-any", "has-all", "has-none"));
        if (test.isEmpty()) {
            return NONE;
        }
        Criterion.HowMany howMany = test.equals("has-any")
                ? Criterion.HowMany.ANY
                : test.equals("has-all") ? Criterion.HowMany.EVERY : Criterion.HowMany.NONE;
        return new Criterion.Holds(fact, howMany, codes(map, test, fact), clause);
    }

    static String only(YamlMap map, List<String> tests) {
        List<String> there = tests.stream().filter(map::has).toList();
        if (there.size() != 1) {
            map.error(there.isEmpty() ? "provision" : there.getLast(), "应当有且只有一种比较：" + String.join("、", tests));
            map.takeAll();
            return "";
        }
        return there.getFirst();
    }

    private static SortedSet<String> codes(YamlMap map, String key, FactRef fact) {
        SortedSet<String> codes = new TreeSet<>(map.texts(key));
        FactDefinition definition = fact.definition();
        for (String code : codes) {
            if (!definition.codes().isEmpty() && !definition.codes().containsKey(code)) {
                map.error(
                        key,
                        "“" + definition.label() + "”没有“" + code + "”，可以是："
                                + String.join("、", definition.codes().keySet()));
            }
        }
        return codes;
    }

    private static void expect(YamlMap map, String key, FactRef fact, FactType type) {
        if (Reading.isKnown(fact) && fact.type() != type) {
            map.error(key, "“" + fact.label() + "”应当是" + type.label() + "类的事实");
        }
    }

    static DateRange days(YamlMap map, String from, String until) {
        LocalDate first = Reading.day(map, from);
        LocalDate last = map.optionalDate(until);
        if (last != null && last.isBefore(first)) {
            map.error(until, "“" + until + "”早于“" + from + "”");
            last = null;
        }
        return new DateRange(first, last);
    }
}
