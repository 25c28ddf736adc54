package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.kernel.Rate;
import cn.zhirong.kernel.Rounding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes formulas; {@code around} is the clause that holds where nothing else is written. */
final class FormulaWriter {
    private final Rule rule;
    private final CriterionWriter criteria;

    FormulaWriter(Rule rule) {
        this.rule = rule;
        this.criteria = new CriterionWriter(rule, this);
    }

    CriterionWriter criteria() {
        return criteria;
    }

    Object write(Formula formula, ProvisionReference around) {
        if (formula instanceof Formula.Constant constant) {
            return LiteralReader.written(constant);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        form(map, formula, around);
        return map;
    }

    private void form(Map<String, Object> map, Formula formula, ProvisionReference around) {
        switch (formula) {
            case Formula.Constant constant -> throw new IllegalArgumentException("written as text: " + constant);
            case Formula.FromFact from -> map.putAll(MomentYaml.reference(from.fact()));
            case Formula.FromParameter from -> {
                map.put("parameter", from.name());
                map.put("on", MomentYaml.write(from.on()));
                if (from.plusPpm() != 0) {
                    String points = new Rate(Math.abs(from.plusPpm())).words();
                    map.put(from.plusPpm() > 0 ? "plus" : "minus", points);
                }
            }
            case Formula.Share share -> {
                map.put("share", write(share.rate(), around));
                map.put("of", write(share.of(), around));
                rounding(map, share.rounding());
            }
            case Formula.Times times -> {
                map.put("each", write(times.each(), around));
                map.put("times", write(times.count(), around));
            }
            case Formula.Sum sum -> map.put("sum", each(sum.parts(), around));
            case Formula.Least least -> map.put("least", each(least.parts(), around));
            case Formula.Greatest greatest -> map.put("greatest", each(greatest.parts(), around));
            case Formula.Difference difference -> {
                map.put("from", write(difference.from(), around));
                map.put("less", write(difference.less(), around));
            }
            case Formula.Limited limited -> limited(map, limited, around);
            case Formula.WithoutTax without -> {
                map.put("without-tax", write(without.of(), around));
                map.put("tax", write(without.rate(), around));
                rounding(map, without.rounding());
            }
            case Formula.Rescaled rescaled -> {
                map.put("rescale", write(rescaled.of(), around));
                map.put("from-rate", write(rescaled.from(), around));
                map.put("to-rate", write(rescaled.to(), around));
                map.put("if-zero", write(rescaled.whenZero(), around));
                rounding(map, rescaled.rounding());
            }
            case Formula.Interest interest -> interest(map, interest, around);
            case Formula.Brackets brackets -> brackets(map, brackets, around);
            case Formula.Choose choose -> {
                map.put(
                        "choose",
                        choose.choices().stream()
                                .map(choice -> choice(choice, around))
                                .toList());
                map.put("otherwise", write(choose.otherwise(), around));
            }
            case Formula.Multiplied multiplied -> {
                map.put("multiply", write(multiplied.of(), around));
                map.put("by", write(multiplied.by(), around));
                criteria.put(map, "when", multiplied.when(), around);
                rounding(map, multiplied.rounding());
            }
            case Formula.CountOf count -> count(map, count, around);
            case Formula.TotalOf total -> {
                map.put("total", write(total.each(), around));
                map.put("in", total.list().name());
                criteria.put(map, "where", total.where(), around);
            }
            case Formula.Ladder ladder -> ladder(map, ladder, around);
        }
    }

    void count(Map<String, Object> map, Formula.CountOf count, ProvisionReference around) {
        map.put("count", count.list().name());
        criteria.put(map, "where", count.where(), around);
    }

    private void limited(Map<String, Object> map, Formula.Limited limited, ProvisionReference around) {
        map.put("of", write(limited.of(), limited.clause()));
        if (limited.atLeast() != null) {
            map.put("at-least", write(limited.atLeast(), limited.clause()));
        }
        if (limited.atMost() != null) {
            map.put("at-most", write(limited.atMost(), limited.clause()));
        }
        clause(map, limited.clause(), around);
    }

    private void interest(Map<String, Object> map, Formula.Interest interest, ProvisionReference around) {
        map.put("interest-on", write(interest.principal(), around));
        map.put("at", write(interest.rate(), around));
        map.put("from", MomentYaml.write(interest.from()));
        map.put("until", MomentYaml.write(interest.until()));
        map.put("days-of-year", Integer.toString(interest.daysOfYear()));
        if (interest.mostDays() > 0) {
            map.put("most-days", Integer.toString(interest.mostDays()));
        }
        rounding(map, interest.rounding());
    }

    private void brackets(Map<String, Object> map, Formula.Brackets brackets, ProvisionReference around) {
        map.put("brackets", brackets.marginal() ? "marginal" : "whole");
        map.put("measure", write(brackets.measure(), around));
        if (brackets.marginal() && !brackets.of().equals(brackets.measure())) {
            map.put("of", write(brackets.of(), around));
        }
        map.put(
                "rows",
                brackets.rows().stream()
                        .map(row -> row(row, brackets.measure().kind(), around))
                        .toList());
        rounding(map, brackets.rounding());
    }

    private Map<String, Object> row(Formula.Row row, Kind measure, ProvisionReference around) {
        Map<String, Object> map = new LinkedHashMap<>();
        Long limit = row.limit();
        if (limit != null) {
            map.put(row.inclusive() ? "up-to" : "below", measure.words(limit));
        }
        map.put("result", write(row.result(), row.clause(around)));
        clause(map, row.clause(around), around);
        return map;
    }

    private Map<String, Object> choice(Formula.Choice choice, ProvisionReference around) {
        Map<String, Object> map = new LinkedHashMap<>();
        criteria.put(map, "when", choice.when(), around);
        map.put("result", write(choice.result(), around));
        return map;
    }

    private void ladder(Map<String, Object> map, Formula.Ladder ladder, ProvisionReference around) {
        map.put("mode", ladder.totals() ? "totals" : "steps");
        map.put("catch-up", ladder.catchUp());
        if (!ladder.deducts().isEmpty()) {
            map.put("deducts", ladder.deducts());
        }
        map.put(
                "stages",
                ladder.stages().stream().map(stage -> stage(stage, around)).toList());
    }

    private Map<String, Object> stage(Formula.Stage stage, ProvisionReference around) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("stage", stage.id());
        map.put("label", stage.label());
        map.put("reached", stage.reached().name());
        map.put("amount", write(stage.amount(), stage.clause()));
        Span within = stage.claimWithin();
        if (within != null) {
            map.put("claim-within", within.words());
        }
        FactRef withdrawn = stage.withdrawn();
        if (withdrawn != null) {
            map.put("withdrawn", withdrawn.name());
        }
        clause(map, stage.clause(), around);
        return map;
    }

    private List<Object> each(List<Formula> parts, ProvisionReference around) {
        return parts.stream().map(part -> write(part, around)).toList();
    }

    private void rounding(Map<String, Object> map, Rounding rounding) {
        if (rounding != rule.rounding()) {
            map.put("rounding", RuleWriter.word(rounding));
        }
    }

    private void clause(Map<String, Object> map, ProvisionReference clause, ProvisionReference around) {
        if (!clause.equals(around)) {
            map.put("provision", RuleWriter.provision(rule, clause));
        }
    }
}
