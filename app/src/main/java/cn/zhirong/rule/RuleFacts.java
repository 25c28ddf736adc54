package cn.zhirong.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which facts a rule can look at: what a form has to ask for it. */
public final class RuleFacts {
    private final Map<String, Set<String>> found = new LinkedHashMap<>();

    private RuleFacts() {}

    /** The names of facts in the order in which the rule comes to them, each with the names of the fields of its records. */
    public static Map<String, Set<String>> of(Rule rule) {
        RuleFacts facts = new RuleFacts();
        String list = rule.each() == null ? null : rule.each().name();
        facts.criterion(rule.conditions(), null);
        if (list != null) {
            facts.found.putIfAbsent(list, new LinkedHashSet<>());
        }
        facts.criterion(rule.itemConditions(), list);
        for (Benefit benefit : rule.benefits()) {
            facts.ref(benefit.payee(), list);
            facts.formula(benefit.amount(), list);
        }
        rule.caps().forEach(cap -> facts.formula(cap.limit(), list));
        return Collections.unmodifiableMap(facts.found);
    }

    private void ref(@Nullable FactRef ref, @Nullable String list) {
        if (ref != null && ref.ofRecord() && list != null) {
            found.computeIfAbsent(list, name -> new LinkedHashSet<>()).add(ref.name());
        } else if (ref != null && !ref.ofRecord()) {
            found.putIfAbsent(ref.name(), new LinkedHashSet<>());
        }
    }

    private void criterion(Criterion criterion, @Nullable String list) {
        switch (criterion) {
            case Criterion.All all -> all.parts().forEach(part -> criterion(part, list));
            case Criterion.Some some -> some.parts().forEach(part -> criterion(part, list));
            case Criterion.Not not -> criterion(not.part(), list);
            case Criterion.Compare compare -> {
                formula(compare.left(), list);
                formula(compare.right(), list);
            }
            case Criterion.Placed placed -> {
                ref(placed.fact(), list);
                moment(placed.moment(), list);
            }
            case Criterion.Leaf leaf -> Walk.facts(leaf).forEach(ref -> ref(ref, list));
        }
    }

    private void moment(Moment moment, @Nullable String list) {
        switch (moment) {
            case Moment.OfFact of -> ref(of.fact(), list);
            case Moment.Moved moved -> moment(moved.of(), list);
            case Moment.Asked asked -> {}
            case Moment.Fixed fixed -> {}
        }
    }

    private void formula(@Nullable Formula formula, @Nullable String list) {
        switch (formula) {
            case null -> {}
            case Formula.Constant constant -> {}
            case Formula.FromFact from -> ref(from.fact(), list);
            case Formula.FromParameter from -> moment(from.on(), list);
            case Formula.CountOf count -> {
                ref(count.list(), list);
                criterion(count.where(), count.list().name());
            }
            case Formula.TotalOf total -> {
                ref(total.list(), list);
                formula(total.each(), total.list().name());
                criterion(total.where(), total.list().name());
            }
            case Formula.Share share -> both(share.of(), share.rate(), list);
            case Formula.Times times -> both(times.each(), times.count(), list);
            case Formula.Sum sum -> sum.parts().forEach(part -> formula(part, list));
            case Formula.Least least -> least.parts().forEach(part -> formula(part, list));
            case Formula.Greatest greatest -> greatest.parts().forEach(part -> formula(part, list));
            case Formula.Difference difference -> both(difference.from(), difference.less(), list);
            case Formula.Limited limited -> {
                formula(limited.of(), list);
                both(limited.atLeast(), limited.atMost(), list);
            }
            case Formula.WithoutTax without -> both(without.of(), without.rate(), list);
            case Formula.Rescaled rescaled -> {
                both(rescaled.of(), rescaled.whenZero(), list);
                both(rescaled.from(), rescaled.to(), list);
            }
            case Formula.Interest interest -> {
                both(interest.principal(), interest.rate(), list);
                moment(interest.from(), list);
                moment(interest.until(), list);
            }
            case Formula.Brackets brackets -> {
                both(brackets.measure(), brackets.of(), list);
                brackets.rows().forEach(row -> formula(row.result(), list));
            }
            case Formula.Choose choose -> {
                for (Formula.Choice choice : choose.choices()) {
                    criterion(choice.when(), list);
                    formula(choice.result(), list);
                }
                formula(choose.otherwise(), list);
            }
            case Formula.Multiplied multiplied -> {
                both(multiplied.of(), multiplied.by(), list);
                criterion(multiplied.when(), list);
            }
            case Formula.Ladder ladder -> {
                for (Formula.Stage stage : ladder.stages()) {
                    ref(stage.reached(), list);
                    ref(stage.withdrawn(), list);
                    formula(stage.amount(), list);
                }
            }
        }
    }

    private void both(@Nullable Formula one, @Nullable Formula other, @Nullable String list) {
        formula(one, list);
        formula(other, list);
    }
}
