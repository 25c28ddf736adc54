package cn.zhirong.rule;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Goes through all that a rule is made of, from the outside in, in the order in which it is written. */
final class Walk {
    private Walk() {}

    /** Every condition, also those inside amounts. */
    static void criteria(Rule rule, Consumer<Criterion> visit) {
        criteria(rule.conditions(), visit);
        criteria(rule.itemConditions(), visit);
        for (Benefit benefit : rule.benefits()) {
            formulas(benefit.amount(), formula -> within(formula, visit));
        }
        for (Cap cap : rule.caps()) {
            formulas(cap.limit(), formula -> within(formula, visit));
        }
    }

    /** A condition and every one inside it. */
    static void criteria(Criterion criterion, Consumer<Criterion> visit) {
        visit.accept(criterion);
        switch (criterion) {
            case Criterion.All all -> all.parts().forEach(part -> criteria(part, visit));
            case Criterion.Some some -> some.parts().forEach(part -> criteria(part, visit));
            case Criterion.Not not -> criteria(not.part(), visit);
            case Criterion.Compare compare -> {
                formulas(compare.left(), formula -> within(formula, visit));
                formulas(compare.right(), formula -> within(formula, visit));
            }
            case Criterion.Leaf leaf -> {}
        }
    }

    /** A formula and every one inside it, without those inside its conditions. */
    static void formulas(Formula formula, Consumer<Formula> visit) {
        visit.accept(formula);
        parts(formula).forEach(part -> formulas(part, visit));
    }

    /** The conditions of a formula, and every one inside them. */
    static void within(Formula formula, Consumer<Criterion> visit) {
        switch (formula) {
            case Formula.Choose choose -> choose.choices().forEach(choice -> criteria(choice.when(), visit));
            case Formula.Multiplied multiplied -> criteria(multiplied.when(), visit);
            case Formula.CountOf count -> criteria(count.where(), visit);
            case Formula.TotalOf total -> criteria(total.where(), visit);
            default -> {}
        }
    }

    private static Stream<Formula> parts(Formula formula) {
        return switch (formula) {
            case Formula.Constant constant -> Stream.of();
            case Formula.FromFact from -> Stream.of();
            case Formula.FromParameter from -> Stream.of();
            case Formula.CountOf count -> Stream.of();
            case Formula.Share share -> Stream.of(share.of(), share.rate());
            case Formula.Times times -> Stream.of(times.each(), times.count());
            case Formula.Sum sum -> sum.parts().stream();
            case Formula.Least least -> least.parts().stream();
            case Formula.Greatest greatest -> greatest.parts().stream();
            case Formula.Difference difference -> Stream.of(difference.from(), difference.less());
            case Formula.Limited limited ->
                Stream.of(
                                Stream.of(limited.of()),
                                Stream.ofNullable(limited.atLeast()),
                                Stream.ofNullable(limited.atMost()))
                        .flatMap(one -> one);
            case Formula.WithoutTax without -> Stream.of(without.of(), without.rate());
            case Formula.Rescaled rescaled ->
                Stream.of(rescaled.of(), rescaled.from(), rescaled.to(), rescaled.whenZero());
            case Formula.Interest interest -> Stream.of(interest.principal(), interest.rate());
            case Formula.Brackets brackets ->
                Stream.concat(
                        Stream.of(brackets.measure(), brackets.of()),
                        brackets.rows().stream().map(Formula.Row::result));
            case Formula.Choose choose ->
                Stream.concat(choose.choices().stream().map(Formula.Choice::result), Stream.of(choose.otherwise()));
            case Formula.Multiplied multiplied -> Stream.of(multiplied.of(), multiplied.by());
            case Formula.TotalOf total -> Stream.of(total.each());
            case Formula.Ladder ladder -> ladder.stages().stream().map(Formula.Stage::amount);
        };
    }

    /** The facts that a condition asks by itself, without its parts. */
    static List<FactRef> facts(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Is is -> List.of(is.fact());
            case Criterion.OneOf one -> List.of(one.fact());
            case Criterion.Holds holds -> List.of(holds.fact());
            case Criterion.Placed placed -> List.of(placed.fact());
            case Criterion.OldEnough old -> List.of(old.fact());
            case Criterion.Recent recent -> List.of(recent.fact());
            case Criterion.InYear in -> List.of(in.fact());
            case Criterion.InQuarter in -> List.of(in.fact());
            case Criterion.Names names -> List.of(names.fact());
            case Criterion.Judged judged -> List.of(judged.fact());
            case Criterion.Compare compare ->
                Stream.of(compare.left(), compare.right())
                        .flatMap(
                                side -> side instanceof Formula.FromFact from ? Stream.of(from.fact()) : Stream.empty())
                        .toList();
            case Criterion.All all -> List.of();
            case Criterion.Some some -> List.of();
            case Criterion.Not not -> List.of();
            case Criterion.AskedWithin within -> List.of();
        };
    }
}
