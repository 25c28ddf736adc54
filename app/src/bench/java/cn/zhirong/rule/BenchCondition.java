package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One condition of a generated rule, told to each engine in its own words.
 *
 * @param number the threshold; years for {@link Asks#OLD}
 * @param words those it may be, or must have one of
 */
record BenchCondition(BenchFact fact, Asks asks, long number, List<String> words) {
    enum Asks {
        AT_LEAST,
        AT_MOST,
        YES,
        NO,
        ONE_OF,
        HAS_ANY,
        OLD
    }

    /** For the product. */
    Criterion.Leaf criterion(ProvisionReference clause) {
        FactRef ref = FactRef.fact(fact.definition());
        return switch (asks) {
            case AT_LEAST, AT_MOST ->
                new Criterion.Compare(
                        new Formula.FromFact(ref),
                        asks == Asks.AT_LEAST ? Comparison.AT_LEAST : Comparison.AT_MOST,
                        new Formula.Constant(Kind.of(fact.definition().type()), number),
                        clause);
            case YES, NO -> new Criterion.Is(ref, asks == Asks.YES, clause);
            case ONE_OF -> new Criterion.OneOf(ref, new TreeSet<>(words), clause);
            case HAS_ANY -> new Criterion.Holds(ref, Criterion.HowMany.ANY, new TreeSet<>(words), clause);
            case OLD -> new Criterion.OldEnough(ref, new Span(12 * (int) number, 0), clause);
        };
    }

    /** The last day of founding that is early enough. */
    long lastDay(LocalDate asked) {
        return asked.minusYears(number).toEpochDay();
    }

    /** A constraint of a Drools pattern on {@link BenchFirm}. */
    String drools(LocalDate asked) {
        String name = fact.property();
        return switch (asks) {
            case AT_LEAST -> name + " >= " + number + "L";
            case AT_MOST -> name + " <= " + number + "L";
            case YES -> name + " == true";
            case NO -> name + " == false";
            case ONE_OF -> name + " in (" + quoted() + ")";
            case HAS_ANY ->
                words.stream().map(word -> name + " contains \"" + word + "\"").collect(Collectors.joining(" || "));
            case OLD -> name + " <= " + lastDay(asked) + "L";
        };
    }

    /** A CEL expression. */
    String cel(LocalDate asked) {
        String name = fact.property();
        return switch (asks) {
            case AT_LEAST -> name + " >= " + number;
            case AT_MOST -> name + " <= " + number;
            case YES -> name;
            case NO -> "!" + name;
            case ONE_OF -> name + " in [" + quoted() + "]";
            case HAS_ANY ->
                words.stream().map(word -> "\"" + word + "\" in " + name).collect(Collectors.joining(" || ", "(", ")"));
            case OLD -> name + " <= " + lastDay(asked);
        };
    }

    /** By hand, on a row. */
    boolean test(BenchFirm firm, LocalDate asked) {
        return switch (asks) {
            case AT_LEAST -> firm.number(fact) >= number;
            case AT_MOST -> firm.number(fact) <= number;
            case YES -> firm.flag(fact);
            case NO -> !firm.flag(fact);
            case ONE_OF -> words.contains(firm.word(fact));
            case HAS_ANY -> words.stream().anyMatch(firm.getHonours()::contains);
            case OLD -> firm.number(fact) <= lastDay(asked);
        };
    }

    private String quoted() {
        return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
    }
}
