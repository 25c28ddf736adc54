package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Writes conditions. */
final class CriterionWriter {
    private final Rule rule;
    private final FormulaWriter formulas;

    CriterionWriter(Rule rule, FormulaWriter formulas) {
        this.rule = rule;
        this.formulas = formulas;
    }

    /** The list of conditions at a key, or nothing where there are none. */
    void put(Map<String, Object> map, String key, Criterion criterion, @Nullable ProvisionReference around) {
        List<Object> parts = list(criterion, around);
        if (!parts.isEmpty()) {
            map.put(key, parts);
        }
    }

    private List<Object> list(Criterion criterion, @Nullable ProvisionReference around) {
        return criterion instanceof Criterion.All all ? each(all.parts(), around) : List.of(write(criterion, around));
    }

    private List<Object> each(List<Criterion> parts, @Nullable ProvisionReference around) {
        return parts.stream().map(part -> write(part, around)).toList();
    }

    private Object write(Criterion criterion, @Nullable ProvisionReference around) {
        Map<String, Object> map = new LinkedHashMap<>();
        switch (criterion) {
            case Criterion.All all -> map.put("all", each(all.parts(), around));
            case Criterion.Some some -> {
                if (some.least() == 1) {
                    map.put("any", each(some.parts(), around));
                } else {
                    map.put("some", Integer.toString(some.least()));
                    map.put("of", each(some.parts(), around));
                }
            }
            case Criterion.Not not -> map.put("not", list(not.part(), around));
            case Criterion.Leaf leaf -> {
                leaf(map, leaf);
                if (!leaf.clause().equals(around)) {
                    map.put("provision", RuleWriter.provision(rule, leaf.clause()));
                }
            }
        }
        return map;
    }

    private void leaf(Map<String, Object> map, Criterion.Leaf leaf) {
        switch (leaf) {
            case Criterion.Compare compare -> {
                switch (compare.left()) {
                    case Formula.FromFact from -> map.putAll(MomentYaml.reference(from.fact()));
                    case Formula.CountOf count -> formulas.count(map, count, compare.clause());
                    default -> map.put("compare", formulas.write(compare.left(), compare.clause()));
                }
                map.put(word(compare.comparison()), formulas.write(compare.right(), compare.clause()));
            }
            case Criterion.Is is -> {
                map.putAll(MomentYaml.reference(is.fact()));
                map.put("is", is.yes());
            }
            case Criterion.OneOf one -> {
                map.putAll(MomentYaml.reference(one.fact()));
                map.put("one-of", list(one.codes()));
            }
            case Criterion.Holds holds -> {
                map.putAll(MomentYaml.reference(holds.fact()));
                String word = switch (holds.howMany()) {
                    case ANY -> "has-any";
                    case EVERY -> "has-all";
                    case NONE -> "has-none";
                };
                map.put(word, list(holds.codes()));
            }
            case Criterion.Placed placed -> {
                map.putAll(MomentYaml.reference(placed.fact()));
                map.put(placed.before() ? "not-after" : "not-before", MomentYaml.write(placed.moment()));
            }
            case Criterion.OldEnough old -> {
                map.putAll(MomentYaml.reference(old.fact()));
                map.put("at-least-ago", old.span().words());
            }
            case Criterion.Recent recent -> {
                map.putAll(MomentYaml.reference(recent.fact()));
                map.put("within-last", recent.span().words());
            }
            case Criterion.InYear in -> {
                map.putAll(MomentYaml.reference(in.fact()));
                map.put(DayCriterionReader.IN_YEAR, Integer.toString(in.yearsBack()));
            }
            case Criterion.InQuarter in -> {
                map.putAll(MomentYaml.reference(in.fact()));
                map.put(DayCriterionReader.IN_QUARTER, Integer.toString(in.quartersBack()));
            }
            case Criterion.Names names -> {
                map.putAll(MomentYaml.reference(names.fact()));
                map.put(CriterionReader.NAMES, CriterionReader.THE_RECORD);
            }
            case Criterion.AskedWithin within -> {
                Map<String, Object> days = new LinkedHashMap<>();
                RuleWriter.days(days, "from", "until", within.days());
                map.put("asked-within", days);
            }
            case Criterion.Judged judged -> map.put("judged", judged.fact().name());
        }
    }

    private static List<String> list(SortedSet<String> codes) {
        return List.copyOf(codes);
    }

    private static String word(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> "at-least";
            case MORE_THAN -> "more-than";
            case AT_MOST -> "at-most";
            case LESS_THAN -> "less-than";
            case EQUAL -> "equals";
            case NOT_EQUAL -> "differs-from";
        };
    }
}
