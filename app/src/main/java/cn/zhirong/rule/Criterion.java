package cn.zhirong.rule;

import cn.zhirong.kernel.DateRange;
import cn.zhirong.kernel.ProvisionReference;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A condition. Each leaf names the provision that asks for it. */
public sealed interface Criterion {
    /** As one would say it, without a full stop. */
    default String words() {
        return CriterionWords.of(this);
    }

    /** The clause of a leaf, or the one that all parts share; null where they name several. */
    default @Nullable ProvisionReference shownClause() {
        return TraceBuilder.clause(this);
    }

    /** A condition without parts. */
    sealed interface Leaf extends Criterion {
        /** What asks for it. */
        ProvisionReference clause();
    }

    /** Every one of them; none at all is met. */
    record All(List<Criterion> parts) implements Criterion {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least so many of them; {@code least} is 1 for "any". */
    record Some(int least, List<Criterion> parts) implements Criterion {
        public Some {
            parts = List.copyOf(parts);
            if (least < 1 || least > parts.size()) {
                throw new IllegalArgumentException(least + " of " + parts.size());
            }
        }
    }

    /** The opposite. */
    record Not(Criterion part) implements Criterion {}

    /** Two numbers of one kind compared; counts over lists are a {@link Formula.CountOf} on the left. */
    record Compare(Formula left, Comparison comparison, Formula right, ProvisionReference clause) implements Leaf {
        public Compare {
            if (left.kind() != right.kind()) {
                throw new IllegalArgumentException(left.kind() + " compared with " + right.kind());
            }
        }
    }

    /** A yes-or-no fact. */
    record Is(FactRef fact, boolean yes, ProvisionReference clause) implements Leaf {}

    /** One word, among these. */
    record OneOf(FactRef fact, SortedSet<String> codes, ProvisionReference clause) implements Leaf {
        public OneOf {
            codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        }
    }

    /** Several words, of which some, all or none are among these. */
    record Holds(FactRef fact, HowMany howMany, SortedSet<String> codes, ProvisionReference clause) implements Leaf {
        public Holds {
            codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        }
    }

    /** How many of the words must be there. */
    enum HowMany {
        ANY,
        EVERY,
        NONE
    }

    /** A day not after, or not before, a moment. */
    record Placed(FactRef fact, boolean before, Moment moment, ProvisionReference clause) implements Leaf {}

    /** A day that lies at least so long back on the day asked: the day the span is full counts. */
    record OldEnough(FactRef fact, Span span, ProvisionReference clause) implements Leaf {}

    /** A day of the last so many years: not in the future, and the day the span is full still counts. */
    record Recent(FactRef fact, Span span, ProvisionReference clause) implements Leaf {}

    /** A day in the calendar year so many years before that of the day asked, or a number that is that year; 0 for the same year. */
    record InYear(FactRef fact, int yearsBack, ProvisionReference clause) implements Leaf {}

    /** A day in the quarter so many quarters before that of the day asked; 0 for the same quarter. */
    record InQuarter(FactRef fact, int quartersBack, ProvisionReference clause) implements Leaf {}

    /**
     * A word of a record inside a list that names the record around it, such as the issue that an invoice was paid for; compared
     * as {@link ThingKey} compares.
     *
     * @param outer the list of the record around it
     */
    record Names(FactRef fact, FactDefinition outer, ProvisionReference clause) implements Leaf {}

    /** The day asked lies in a window. */
    record AskedWithin(DateRange days, ProvisionReference clause) implements Leaf {}

    /** What only an officer can say; the fact holds what was said, once it was. */
    record Judged(FactRef fact, ProvisionReference clause) implements Leaf {}
}
