package cn.zhirong.drafting;

import cn.zhirong.drafting.Figure.Type;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.Benefit;
import cn.zhirong.rule.Cap;
import cn.zhirong.rule.Criterion;
import cn.zhirong.rule.Formula;
import cn.zhirong.rule.Kind;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers of a rule by the clause that each rests on. */
final class RuleFigures {
    private final Map<ProvisionReference, Set<Figure>> figures = new LinkedHashMap<>();
    private final Set<Figure> limits = new LinkedHashSet<>();

    private RuleFigures() {}

    static Map<ProvisionReference, Set<Figure>> of(Rule rule) {
        return read(rule).figures;
    }

    /** Where those of its brackets end whose rows name no clause of their own. */
    static Set<Figure> limits(Rule rule) {
        return read(rule).limits;
    }

    private static RuleFigures read(Rule rule) {
        RuleFigures found = new RuleFigures();
        found.criterion(rule.conditions());
        found.criterion(rule.itemConditions());
        for (Benefit benefit : rule.benefits()) {
            found.clause(benefit.clause());
            found.formula(benefit.amount(), benefit.clause());
            benefit.shares()
                    .forEach(share ->
                            found.add(benefit.clause(), Type.RATE, share.rate().ppm()));
        }
        for (Cap cap : rule.caps()) {
            found.clause(cap.clause());
            found.formula(cap.limit(), cap.clause());
        }
        rule.relations().forEach(relation -> found.clause(relation.clause()));
        return found;
    }

    private Set<Figure> clause(ProvisionReference clause) {
        return figures.computeIfAbsent(clause, key -> new LinkedHashSet<>());
    }

    private void add(ProvisionReference clause, Type type, long number) {
        // 全额 and 一件 are seldom written as numbers.
        boolean silent =
                number == 0 || (type == Type.RATE && number == Rate.ONE_PPM) || (type == Type.COUNT && number == 1);
        if (!silent) {
            clause(clause).add(new Figure(type, number));
        }
    }

    private void span(@Nullable Span span, ProvisionReference clause) {
        if (span != null) {
            add(
                    clause,
                    span.days() != 0 ? Type.DAYS : Type.MONTHS,
                    Math.abs(span.days() != 0 ? span.days() : span.months()));
        }
    }

    private void criterion(Criterion criterion) {
        switch (criterion) {
            case Criterion.All all -> all.parts().forEach(this::criterion);
            case Criterion.Some some -> some.parts().forEach(this::criterion);
            case Criterion.Not not -> criterion(not.part());
            case Criterion.Leaf leaf -> {
                clause(leaf.clause());
                leaf(leaf);
            }
        }
    }

    private void leaf(Criterion.Leaf leaf) {
        switch (leaf) {
            case Criterion.Compare compare -> {
                formula(compare.left(), compare.clause());
                formula(compare.right(), compare.clause());
            }
            case Criterion.OldEnough old -> span(old.span(), old.clause());
            case Criterion.Recent recent -> span(recent.span(), recent.clause());
            case Criterion.Is is -> {}
            case Criterion.OneOf one -> {}
            case Criterion.Holds holds -> {}
            case Criterion.Placed placed -> {}
            case Criterion.InYear in -> {}
            case Criterion.InQuarter in -> {}
            case Criterion.Names names -> {}
            case Criterion.AskedWithin within -> {}
            case Criterion.Judged judged -> {}
        }
    }

    private void formula(@Nullable Formula formula, ProvisionReference clause) {
        switch (formula) {
            case null -> {}
            case Formula.Constant constant -> add(clause, type(constant.kind()), constant.number());
            case Formula.FromFact from -> {}
            case Formula.FromParameter from -> add(clause, Type.RATE, Math.abs(from.plusPpm()));
            case Formula.Share share -> each(clause, share.rate(), share.of());
            case Formula.Times times -> each(clause, times.each(), times.count());
            case Formula.Sum sum -> sum.parts().forEach(part -> formula(part, clause));
            case Formula.Least least -> least.parts().forEach(part -> formula(part, clause));
            case Formula.Greatest greatest -> greatest.parts().forEach(part -> formula(part, clause));
            case Formula.Difference difference -> each(clause, difference.from(), difference.less());
            case Formula.Limited limited -> each(limited.clause(), limited.of(), limited.atLeast(), limited.atMost());
            // The rate of a tax is law, not this clause.
            case Formula.WithoutTax without -> formula(without.of(), clause);
            case Formula.Rescaled rescaled ->
                each(clause, rescaled.of(), rescaled.from(), rescaled.to(), rescaled.whenZero());
            case Formula.Interest interest -> each(clause, interest.principal(), interest.rate());
            case Formula.Brackets brackets -> brackets(brackets, clause);
            case Formula.Choose choose -> {
                for (Formula.Choice choice : choose.choices()) {
                    criterion(choice.when());
                    formula(choice.result(), clause);
                }
                formula(choose.otherwise(), clause);
            }
            case Formula.Multiplied multiplied -> {
                each(clause, multiplied.of(), multiplied.by());
                criterion(multiplied.when());
            }
            case Formula.CountOf count -> criterion(count.where());
            case Formula.TotalOf total -> {
                formula(total.each(), clause);
                criterion(total.where());
            }
            case Formula.Ladder ladder -> {
                for (Formula.Stage stage : ladder.stages()) {
                    clause(stage.clause());
                    formula(stage.amount(), stage.clause());
                    span(stage.claimWithin(), stage.clause());
                }
            }
        }
    }

    private void brackets(Formula.Brackets brackets, ProvisionReference clause) {
        each(clause, brackets.measure(), brackets.of());
        Type type = type(brackets.measure().kind());
        Long before = null;
        for (Formula.Row row : brackets.rows()) {
            ProvisionReference own = row.clause(clause);
            clause(own);
            Long limit = row.limit() == null ? before : row.limit();
            if (row.clause() != null && limit != null) {
                // The last row says where it begins.
                add(own, type, limit);
            } else if (row.limit() != null) {
                limits.add(new Figure(type, row.limit()));
            }
            before = row.limit();
            formula(row.result(), own);
        }
    }

    private void each(ProvisionReference clause, @Nullable Formula... formulas) {
        List<@Nullable Formula> all = new ArrayList<>();
        java.util.Collections.addAll(all, formulas);
        all.forEach(formula -> formula(formula, clause));
    }

    private static Type type(Kind kind) {
        return switch (kind) {
            case MONEY -> Type.MONEY;
            case RATE -> Type.RATE;
            case COUNT -> Type.COUNT;
        };
    }
}
