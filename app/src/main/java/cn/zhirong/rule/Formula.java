package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.kernel.Rounding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a number is found. Every number is whole: fen, millionths or a count; every division names its rounding. */
public sealed interface Formula {
    /** What its number is. */
    Kind kind();

    /** A number written in the rule. */
    record Constant(Kind kind, long number) implements Formula {}

    /** A number that is known of the firm or of the record looked at. */
    record FromFact(FactRef fact) implements Formula {
        @Override
        public Kind kind() {
            return Kind.of(fact.type());
        }
    }

    /** A dated parameter, such as the LPR, in force on a day, plus so many millionths. */
    record FromParameter(String name, String label, Moment on, long plusPpm) implements Formula {
        @Override
        public Kind kind() {
            return Kind.RATE;
        }
    }

    /** Something × a rate. */
    record Share(Formula of, Formula rate, Rounding rounding) implements Formula {
        @Override
        public Kind kind() {
            return of.kind();
        }
    }

    /** So much for each. */
    record Times(Formula each, Formula count) implements Formula {
        @Override
        public Kind kind() {
            return each.kind();
        }
    }

    /** All together. */
    record Sum(List<Formula> parts) implements Formula {
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public Kind kind() {
            return parts.getFirst().kind();
        }
    }

    /** The least of them. */
    record Least(List<Formula> parts) implements Formula {
        public Least {
            parts = List.copyOf(parts);
        }

        @Override
        public Kind kind() {
            return parts.getFirst().kind();
        }
    }

    /** The greatest of them. */
    record Greatest(List<Formula> parts) implements Formula {
        public Greatest {
            parts = List.copyOf(parts);
        }

        @Override
        public Kind kind() {
            return parts.getFirst().kind();
        }
    }

    /** One less another, not below zero. */
    record Difference(Formula from, Formula less) implements Formula {
        @Override
        public Kind kind() {
            return from.kind();
        }
    }

    /** Not below a floor, not above a cap. */
    record Limited(
            Formula of, @Nullable Formula atLeast, @Nullable Formula atMost, ProvisionReference clause)
            implements Formula {
        @Override
        public Kind kind() {
            return of.kind();
        }
    }

    /** An amount without the tax in it: {@code of ÷ (1 + rate)}. */
    record WithoutTax(Formula of, Formula rate, Rounding rounding) implements Formula {
        @Override
        public Kind kind() {
            return Kind.MONEY;
        }
    }

    /**
     * An amount that came about at one rate as it would be at another: {@code of × to ÷ from}, rounded once. Where the rate it came
     * about at is nothing, or less, there is no ratio, and {@code whenZero} is the amount.
     */
    record Rescaled(Formula of, Formula from, Formula to, Formula whenZero, Rounding rounding) implements Formula {
        @Override
        public Kind kind() {
            return Kind.MONEY;
        }
    }

    /**
     * {@code principal × rate × days ÷ days of a year}, rounded once; the first day counts, the last does not.
     *
     * @param mostDays of them, at most; 0 for as many as there are
     */
    record Interest(
            Formula principal, Formula rate, Moment from, Moment until, int daysOfYear, int mostDays, Rounding rounding)
            implements Formula {
        @Override
        public Kind kind() {
            return Kind.MONEY;
        }
    }

    /**
     * Rows by size. Whole: the row in which {@code measure} lies gives its result. Marginal: each row's rate is applied to the
     * part of {@code of} that lies in it, in proportion where {@code of} is not the measure itself, rounded once at the end; a
     * measure of 0 gives 0.
     */
    record Brackets(boolean marginal, Formula measure, Formula of, List<Row> rows, Rounding rounding)
            implements Formula {
        public Brackets {
            rows = List.copyOf(rows);
        }

        @Override
        public Kind kind() {
            return marginal ? of.kind() : rows.getFirst().result().kind();
        }
    }

    /**
     * One row.
     *
     * @param limit where it ends; null for the last, which has no end
     * @param inclusive whether the limit itself is still in this row
     * @param result the result of the whole, or the rate of the part
     * @param clause that says this row; null where it is the one that says the whole amount
     */
    record Row(
            @Nullable Long limit,
            boolean inclusive,
            Formula result,
            @Nullable ProvisionReference clause) {
        public Row(@Nullable Long limit, boolean inclusive, Formula result) {
            this(limit, inclusive, result, null);
        }

        /** What says this row, where the whole amount rests on {@code around}. */
        public ProvisionReference clause(ProvisionReference around) {
            return clause == null ? around : clause;
        }
    }

    /** The first choice whose condition is met. */
    record Choose(List<Choice> choices, Formula otherwise) implements Formula {
        public Choose {
            choices = List.copyOf(choices);
        }

        @Override
        public Kind kind() {
            return otherwise.kind();
        }
    }

    /** A result under a condition. */
    record Choice(Criterion when, Formula result) {}

    /** Multiplied where a condition is met. */
    record Multiplied(Formula of, Formula by, Criterion when, Rounding rounding) implements Formula {
        @Override
        public Kind kind() {
            return of.kind();
        }
    }

    /** How many records of a list meet a condition. */
    record CountOf(FactRef list, Criterion where) implements Formula {
        @Override
        public Kind kind() {
            return Kind.COUNT;
        }
    }

    /** A field added up over the records that meet a condition. */
    record TotalOf(FactRef list, Formula each, Criterion where) implements Formula {
        @Override
        public Kind kind() {
            return each.kind();
        }
    }

    /**
     * Stages, each with its award, of which what was already paid is taken off. Negative when a withdrawal asks for money back.
     *
     * @param totals whether a stage's amount is all that is due up to it (the highest reached counts), and not one more step
     * @param catchUp whether a later stage, once reached, brings the earlier ones that were skipped
     * @param deducts other rules whose payments are taken off too
     */
    record Ladder(boolean totals, boolean catchUp, List<Stage> stages, List<String> deducts) implements Formula {
        public Ladder {
            stages = List.copyOf(stages);
            deducts = List.copyOf(deducts);
        }

        @Override
        public Kind kind() {
            return Kind.MONEY;
        }
    }

    /**
     * One stage.
     *
     * @param reached the day it was reached
     * @param claimWithin how long after that day it may be asked for; null for ever
     * @param withdrawn the day it was given up, so that what was paid for it is due back; null where that cannot be
     */
    record Stage(
            String id,
            String label,
            FactRef reached,
            Formula amount,
            @Nullable Span claimWithin,
            @Nullable FactRef withdrawn,
            ProvisionReference clause) {}
}
