package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a firm could change that the conditions would notice: for a number the values at and beside each threshold, for
 * words each that is asked for, for a list as many new records as a count is short of.
 */
final class Changes {
    private final Situation situation;
    private final Set<Change> found = new LinkedHashSet<>();

    private Changes(Situation situation) {
        this.situation = situation;
    }

    static List<Change> of(Rule rule, Situation situation) {
        Changes changes = new Changes(situation);
        // Of the firm only: what has become of a loan is past.
        Walk.criteria(rule.conditions(), changes::look);
        return List.copyOf(changes.found);
    }

    private void look(Criterion criterion) {
        switch (criterion) {
            case Criterion.Is is -> become(is.fact(), Value.of(is.yes()), Value.of(!is.yes()));
            case Criterion.OneOf one -> {
                one.codes().forEach(code -> become(one.fact(), Value.of(code)));
                one.fact().definition().codes().keySet().stream()
                        .filter(code -> !one.codes().contains(code))
                        .findFirst()
                        .ifPresent(code -> become(one.fact(), Value.of(code)));
            }
            case Criterion.Holds holds -> holds.codes().forEach(code -> gain(holds.fact(), code));
            case Criterion.Compare compare -> compare(compare);
            case Criterion.Placed placed -> {
                LocalDate day = Moments.day(placed.moment(), scope(), new ArrayList<>());
                if (day != null) {
                    Stream.of(day, day.plusDays(placed.before() ? 1 : -1))
                            .filter(Value.Day::isWithin)
                            .forEach(candidate -> become(placed.fact(), Value.of(candidate)));
                }
            }
            case Criterion.Recent recent -> become(recent.fact(), Value.of(situation.asked()));
            default -> {}
        }
    }

    private void compare(Criterion.Compare compare) {
        Reckoning right = Reckoner.reckon(compare.right(), scope());
        if (!right.isKnown()) {
            return;
        }
        long number = right.number();
        if (compare.left() instanceof Formula.FromFact from) {
            LongStream.of(number - 1, number, number + 1)
                    .filter(candidate -> candidate >= 0)
                    .forEach(candidate ->
                            numeric(from.fact(), candidate).ifPresent(value -> become(from.fact(), value)));
        } else if (compare.left() instanceof Formula.CountOf count
                && !count.list().ofRecord()) {
            long least = Reckoner.reckon(count, scope()).least();
            long more = compare.comparison() == Comparison.MORE_THAN ? number + 1 - least : number - least;
            add(count, more);
        }
    }

    private void become(FactRef fact, Value... candidates) {
        Value now = now(fact);
        for (Value candidate : candidates) {
            if (now != null && !now.equals(candidate) && isAllowed(fact, now, candidate)) {
                found.add(new Change.Becomes(fact.definition(), now, candidate));
            }
        }
    }

    private void gain(FactRef fact, String code) {
        boolean may = fact.definition().changeable() == Changeable.UP
                || fact.definition().changeable() == Changeable.ANY;
        if (may && now(fact) instanceof Value.Codes codes && !codes.codes().contains(code)) {
            found.add(new Change.Gains(fact.definition(), code));
        }
    }

    private void add(Formula.CountOf count, long more) {
        FactDefinition list = count.list().definition();
        boolean may = list.changeable() == Changeable.UP || list.changeable() == Changeable.ANY;
        if (!may || more < 1 || more > 100 || now(count.list()) == null) {
            return;
        }
        Map<String, Value> values = new HashMap<>();
        fill(count.where(), values);
        Provenance supposed = new Provenance(Source.DECLARED, situation.asked(), "假设");
        List<FactRecord> records = new ArrayList<>();
        for (long i = 1; i <= more; i++) {
            records.add(new FactRecord("假设" + found.size() + "-" + i, values, supposed));
        }
        boolean counts = Judge.judge(count.where(), scope().at(count.list(), records.getFirst()))
                        .verdict()
                == Verdict.MET;
        if (counts) {
            found.add(new Change.Adds(list, FormulaWords.counted(count), records));
        }
    }

    /** What a new record must be for a condition to count it; whether it does is then judged. */
    private void fill(Criterion where, Map<String, Value> values) {
        switch (where) {
            case Criterion.All all -> all.parts().forEach(part -> fill(part, values));
            case Criterion.Some some ->
                some.parts().stream().limit(some.least()).forEach(part -> fill(part, values));
            case Criterion.Is is -> values.put(is.fact().name(), Value.of(is.yes()));
            case Criterion.OneOf one ->
                values.put(one.fact().name(), Value.of(one.codes().first()));
            case Criterion.Recent recent -> values.put(recent.fact().name(), Value.of(situation.asked()));
            case Criterion.InYear in -> {
                LocalDate day = situation.asked().minusYears(in.yearsBack());
                values.put(
                        in.fact().name(), in.fact().type() == FactType.DATE ? Value.of(day) : Value.of(day.getYear()));
            }
            case Criterion.InQuarter in -> {
                LocalDate day = situation.asked().minusMonths(3L * in.quartersBack());
                values.put(in.fact().name(), Value.of(day));
            }
            case Criterion.Placed placed -> {
                LocalDate day = Moments.day(placed.moment(), scope(), new ArrayList<>());
                LocalDate there = day != null && Value.Day.isWithin(day) ? day : situation.asked();
                values.put(placed.fact().name(), Value.of(there));
            }
            case Criterion.Compare compare -> {
                Reckoning right = Reckoner.reckon(compare.right(), scope());
                if (compare.left() instanceof Formula.FromFact from && right.isKnown()) {
                    long number = switch (compare.comparison()) {
                        case AT_LEAST, AT_MOST, EQUAL -> right.number();
                        case MORE_THAN, NOT_EQUAL -> right.number() + 1;
                        case LESS_THAN -> right.number() - 1;
                    };
                    numeric(from.fact(), number)
                            .ifPresent(value -> values.put(from.fact().name(), value));
                }
            }
            default -> {}
        }
    }

    private static boolean isAllowed(FactRef fact, Value now, Value then) {
        return switch (fact.definition().changeable()) {
            case NEVER -> false;
            case ANY -> true;
            case UP -> isMore(now, then);
            case DOWN -> isMore(then, now);
        };
    }

    private static boolean isMore(Value now, Value then) {
        return now instanceof Value.Numeric a && then instanceof Value.Numeric b
                ? b.number() > a.number()
                : (now instanceof Value.Flag was && then instanceof Value.Flag is && !was.yes() && is.yes());
    }

    /** Empty beyond what a fact can be: nobody gets there. */
    private static Optional<Value> numeric(FactRef fact, long number) {
        Kind kind = Kind.of(fact.type());
        long most = switch (kind) {
            case MONEY -> Money.MOST_WRITTEN.fen();
            case RATE -> Value.Share.MOST;
            case COUNT -> Value.Count.MOST;
        };
        if (number < -most || number > most) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case MONEY -> new Value.Amount(number);
                    case RATE -> new Value.Share(number);
                    case COUNT -> new Value.Count(number);
                });
    }

    private @Nullable Value now(FactRef fact) {
        return fact.ofRecord() ? null : scope().look(fact).value();
    }

    private Scope scope() {
        return new Scope(situation, "", "");
    }
}
