package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Evaluates criteria: every part is looked at, so that every reason can be told. */
final class Judge {
    private Judge() {}

    static Finding judge(Criterion criterion, Scope scope) {
        return switch (criterion) {
            case Criterion.All all -> {
                List<Finding> parts = each(all.parts(), scope);
                yield Finding.of(all, Verdict.all(parts), parts);
            }
            case Criterion.Some some -> {
                List<Finding> parts = each(some.parts(), scope);
                yield Finding.of(some, Verdict.some(some.least(), parts), parts);
            }
            case Criterion.Not not -> {
                Finding part = judge(not.part(), scope);
                yield Finding.of(not, part.verdict().not(), List.of(part));
            }
            case Criterion.Compare compare -> compare(compare, scope);
            case Criterion.Is is -> {
                Input input = scope.look(is.fact());
                yield Finding.leaf(
                        is, input.value() instanceof Value.Flag flag ? met(flag.yes() == is.yes()) : unknown(), input);
            }
            case Criterion.OneOf one -> {
                Input input = scope.look(one.fact());
                yield Finding.leaf(
                        one,
                        input.value() instanceof Value.Code code
                                ? met(one.codes().contains(code.code()))
                                : unknown(),
                        input);
            }
            case Criterion.Holds holds -> {
                Input input = scope.look(holds.fact());
                yield Finding.leaf(
                        holds,
                        input.value() instanceof Value.Codes codes ? met(holds(holds, codes.codes())) : unknown(),
                        input);
            }
            case Criterion.Placed placed -> placed(placed, scope);
            case Criterion.OldEnough old -> {
                Input input = scope.look(old.fact());
                LocalDate day = day(input);
                yield Finding.leaf(
                        old,
                        day == null ? unknown() : met(!old.span().after(day).isAfter(scope.asked())),
                        input);
            }
            case Criterion.Recent recent -> {
                Input input = scope.look(recent.fact());
                LocalDate day = day(input);
                yield Finding.leaf(recent, day == null ? unknown() : met(recent(recent.span(), day, scope)), input);
            }
            case Criterion.InYear in -> {
                Input input = scope.look(in.fact());
                long wanted = scope.asked().getYear() - in.yearsBack();
                yield Finding.leaf(
                        in,
                        switch (input.value()) {
                            case Value.Day day -> met(day.day().getYear() == wanted);
                            case Value.Count year -> met(year.number() == wanted);
                            case null -> unknown();
                            default -> unknown();
                        },
                        input);
            }
            case Criterion.InQuarter in -> {
                Input input = scope.look(in.fact());
                LocalDate day = day(input);
                boolean inIt = day != null && quarter(day) == quarter(scope.asked()) - in.quartersBack();
                yield Finding.leaf(in, day == null ? unknown() : met(inIt), input);
            }
            case Criterion.Names names -> names(names, scope);
            case Criterion.AskedWithin within ->
                Finding.of(within, met(within.days().contains(scope.asked())), List.of());
            case Criterion.Judged judged -> {
                Input input = scope.look(judged.fact());
                yield Finding.leaf(
                        judged, input.value() instanceof Value.Flag flag ? met(flag.yes()) : Verdict.OFFICER, input);
            }
        };
    }

    private static List<Finding> each(List<Criterion> parts, Scope scope) {
        List<Finding> findings = new ArrayList<>(parts.size());
        for (Criterion part : parts) {
            findings.add(judge(part, scope));
        }
        return findings;
    }

    private static Finding compare(Criterion.Compare compare, Scope scope) {
        Reckoning left = Reckoner.reckon(compare.left(), scope);
        Reckoning right = Reckoner.reckon(compare.right(), scope);
        Verdict verdict =
                right.isKnown() ? compare.comparison().judge(left.least(), left.most(), right.number()) : unknown();
        boolean waits = (left.isKnown() || left.waits()) && (right.isKnown() || right.waits());
        verdict = verdict == Verdict.UNKNOWN && waits ? Verdict.OFFICER : verdict;
        return new Finding(compare, verdict, List.of(), List.of(left, right), List.of());
    }

    private static Finding placed(Criterion.Placed placed, Scope scope) {
        List<Input> looked = new ArrayList<>(2);
        Input input = scope.look(placed.fact());
        looked.add(input);
        LocalDate day = day(input);
        LocalDate moment = Moments.day(placed.moment(), scope, looked);
        Verdict verdict = day == null || moment == null
                ? unknown()
                : met(placed.before() ? !day.isAfter(moment) : !day.isBefore(moment) && !Moments.isNever(day));
        return new Finding(placed, verdict, List.of(), List.of(), looked);
    }

    private static Finding names(Criterion.Names names, Scope scope) {
        Input input = scope.look(names.fact());
        Input outer = scope.outerName();
        if (outer == null) {
            return Finding.leaf(names, unknown(), input);
        }
        Verdict verdict = input.value() instanceof Value.Code word && outer.value() instanceof Value.Code name
                ? met(ThingKey.same(word.code(), name.code()))
                : unknown();
        return new Finding(names, verdict, List.of(), List.of(), List.of(input, outer));
    }

    private static boolean recent(Span span, LocalDate day, Scope scope) {
        return !day.isAfter(scope.asked()) && !span.after(day).isBefore(scope.asked());
    }

    /** Numbered through the years. */
    private static int quarter(LocalDate day) {
        return day.getYear() * 4 + (day.getMonthValue() - 1) / 3;
    }

    private static boolean holds(Criterion.Holds holds, SortedSet<String> codes) {
        return switch (holds.howMany()) {
            case ANY -> holds.codes().stream().anyMatch(codes::contains);
            case EVERY -> codes.containsAll(holds.codes());
            case NONE -> holds.codes().stream().noneMatch(codes::contains);
        };
    }

    private static @Nullable LocalDate day(Input input) {
        return input.value() instanceof Value.Day day ? day.day() : null;
    }

    private static Verdict met(boolean met) {
        return met ? Verdict.MET : Verdict.NOT_MET;
    }

    private static Verdict unknown() {
        return Verdict.UNKNOWN;
    }
}
