package cn.zhirong.rule;

import cn.zhirong.rule.RuleLinter.Remark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds conditions that can never be met together, that say the same twice, and alternatives of which one is always met. */
final class ConditionLinter {
    private final List<Remark> remarks = new ArrayList<>();

    private ConditionLinter() {}

    static List<Remark> check(Criterion criterion) {
        ConditionLinter linter = new ConditionLinter();
        linter.together(List.of(criterion));
        Walk.criteria(criterion, linter::inside);
        return linter.remarks;
    }

    private void inside(Criterion criterion) {
        switch (criterion) {
            case Criterion.Some some -> {
                if (new HashSet<>(some.parts()).size() < some.parts().size()) {
                    remark("几项条件里有重复的", some);
                }
                boolean always = some.parts().stream()
                        .anyMatch(part ->
                                part instanceof Criterion.All all && all.parts().isEmpty());
                if (always) {
                    remark("几项条件里有一项是空的，总是符合", some);
                }
                some.parts().forEach(part -> together(List.of(part)));
            }
            case Criterion.Not not -> {
                if (not.part() instanceof Criterion.All all && all.parts().isEmpty()) {
                    remark("“不属于”的情形是空的，永远不符合", not);
                }
                together(List.of(not.part()));
            }
            case Criterion.Compare compare -> {
                if (compare.left().equals(compare.right())) {
                    remark("“" + CriterionWords.of(compare) + "”是同一个数与自己比较", compare);
                }
                if (compare.left() instanceof Formula.CountOf count) {
                    together(List.of(count.where()));
                }
                impossible(compare);
            }
            case Criterion.Placed placed -> {
                if (placed.moment() instanceof Moment.OfFact of && of.fact().equals(placed.fact())) {
                    remark("“" + CriterionWords.of(placed) + "”是同一个日期与自己比较", placed);
                }
            }
            default -> {}
        }
    }

    private void impossible(Criterion.Compare compare) {
        boolean below = compare.comparison() == Comparison.LESS_THAN;
        boolean atLeast = compare.comparison() == Comparison.AT_LEAST;
        if (compare.right() instanceof Formula.Constant constant
                && constant.number() == 0
                && (compare.left() instanceof Formula.CountOf || compare.left() instanceof Formula.FromFact)
                && (below || (atLeast && compare.left() instanceof Formula.CountOf))) {
            remark("“" + CriterionWords.of(compare) + "”" + (below ? "永远不符合" : "总是符合"), compare);
        }
    }

    /** Conditions that must all be met, wherever {@code all} is inside {@code all}. */
    private void together(List<Criterion> parts) {
        List<Criterion.Leaf> leaves = new ArrayList<>();
        parts.forEach(part -> flatten(part, leaves));
        Map<Object, long[]> ranges = new HashMap<>();
        Map<FactRef, SortedSet<String>> words = new HashMap<>();
        Map<FactRef, Boolean> flags = new HashMap<>();
        Set<Criterion> seen = new HashSet<>();
        for (Criterion.Leaf leaf : leaves) {
            if (!seen.add(leaf)) {
                remark("“" + CriterionWords.of(leaf) + "”写了两次", leaf);
                continue;
            }
            switch (leaf) {
                case Criterion.Is is -> {
                    Boolean before = flags.put(is.fact(), is.yes());
                    if (before != null && before != is.yes()) {
                        never(is.fact().label(), leaf);
                    }
                }
                case Criterion.OneOf one -> {
                    SortedSet<String> left = words.computeIfAbsent(one.fact(), fact -> new TreeSet<>(one.codes()));
                    left.retainAll(one.codes());
                    if (left.isEmpty()) {
                        never(one.fact().label(), leaf);
                    }
                }
                case Criterion.Compare compare -> range(compare, ranges);
                case Criterion.Holds holds -> holds(holds, leaves);
                default -> {}
            }
        }
    }

    private void range(Criterion.Compare compare, Map<Object, long[]> ranges) {
        if (!(compare.right() instanceof Formula.Constant constant)) {
            return;
        }
        long number = constant.number();
        long[] range = ranges.computeIfAbsent(compare.left(), left -> new long[] {Long.MIN_VALUE, Long.MAX_VALUE});
        long least = range[0];
        long most = range[1];
        switch (compare.comparison()) {
            case AT_LEAST -> least = number;
            case MORE_THAN -> least = number + 1;
            case AT_MOST -> most = number;
            case LESS_THAN -> most = number - 1;
            case EQUAL -> {
                least = number;
                most = number;
            }
            case NOT_EQUAL -> {
                return;
            }
        }
        boolean twice =
                (least != range[0] && range[0] != Long.MIN_VALUE) || (most != range[1] && range[1] != Long.MAX_VALUE);
        range[0] = Math.max(range[0], least);
        range[1] = Math.min(range[1], most);
        String label = FormulaWords.of(compare.left());
        if (range[0] > range[1]) {
            never(label, compare);
        } else if (twice) {
            remark("对“" + label + "”同一方向的限制写了两次，只有严的一个有用", compare);
        }
    }

    private void holds(Criterion.Holds holds, List<Criterion.Leaf> leaves) {
        if (holds.howMany() != Criterion.HowMany.NONE) {
            return;
        }
        for (Criterion.Leaf leaf : leaves) {
            if (leaf instanceof Criterion.Holds other && other.fact().equals(holds.fact()) && clash(holds, other)) {
                never(holds.fact().label(), leaf);
            }
        }
    }

    private static boolean clash(Criterion.Holds none, Criterion.Holds other) {
        return switch (other.howMany()) {
            case EVERY -> other.codes().stream().anyMatch(none.codes()::contains);
            case ANY -> none.codes().containsAll(other.codes());
            case NONE -> false;
        };
    }

    private void never(String label, Criterion.Leaf leaf) {
        remark("对“" + label + "”的几项要求互相矛盾，永远不符合", leaf);
    }

    private static void flatten(Criterion criterion, List<Criterion.Leaf> leaves) {
        switch (criterion) {
            case Criterion.All all -> all.parts().forEach(part -> flatten(part, leaves));
            case Criterion.Leaf leaf -> leaves.add(leaf);
            case Criterion.Some some -> {}
            case Criterion.Not not -> {}
        }
    }

    private void remark(String words, Criterion criterion) {
        Remark remark = new Remark(words, criterion instanceof Criterion.Leaf leaf ? leaf.clause() : null);
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }
}
