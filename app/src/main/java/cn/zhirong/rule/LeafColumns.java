package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Conditions on one fact of the firm, looked at for all firms by its column. Whatever else there is, is looked at one by one. */
final class LeafColumns {
    private final FactColumns columns;
    private final LocalDate asked;

    LeafColumns(FactColumns columns, LocalDate asked) {
        this.columns = columns;
        this.asked = asked;
    }

    Optional<Bits> column(Criterion.Leaf leaf) {
        return switch (leaf) {
            case Criterion.Compare compare -> compare(compare);
            case Criterion.Is is -> scan(is.fact(), Verdict.UNKNOWN, cell -> (cell == 1) == is.yes());
            case Criterion.Judged judged -> scan(judged.fact(), Verdict.OFFICER, cell -> cell == 1);
            case Criterion.OneOf one -> {
                long mask = mask(one.fact(), one.codes());
                yield mask < 0
                        ? Optional.empty()
                        : scan(one.fact(), Verdict.UNKNOWN, cell -> cell < 62 && (mask >> cell & 1) != 0);
            }
            case Criterion.Holds holds -> {
                long mask = mask(holds.fact(), holds.codes());
                yield mask < 0
                        ? Optional.empty()
                        : switch (holds.howMany()) {
                            case ANY -> scan(holds.fact(), Verdict.UNKNOWN, cell -> (cell & mask) != 0);
                            case EVERY -> scan(holds.fact(), Verdict.UNKNOWN, cell -> (cell & mask) == mask);
                            case NONE -> scan(holds.fact(), Verdict.UNKNOWN, cell -> (cell & mask) == 0);
                        };
            }
            case Criterion.OldEnough old ->
                scan(
                        old.fact(),
                        Verdict.UNKNOWN,
                        cell -> !old.span().after(LocalDate.ofEpochDay(cell)).isAfter(asked));
            case Criterion.Recent recent ->
                scan(
                        recent.fact(),
                        Verdict.UNKNOWN,
                        cell -> cell <= asked.toEpochDay()
                                && !recent.span()
                                        .after(LocalDate.ofEpochDay(cell))
                                        .isBefore(asked));
            case Criterion.Placed placed -> Optional.empty();
            case Criterion.InYear in -> Optional.empty();
            case Criterion.AskedWithin within -> Optional.empty();
        };
    }

    private Optional<Bits> compare(Criterion.Compare compare) {
        if (!(compare.left() instanceof Formula.FromFact from)
                || !(compare.right() instanceof Formula.Constant constant)) {
            return Optional.empty();
        }
        long number = constant.number();
        return switch (compare.comparison()) {
            case AT_LEAST -> scan(from.fact(), Verdict.UNKNOWN, cell -> cell >= number);
            case MORE_THAN -> scan(from.fact(), Verdict.UNKNOWN, cell -> cell > number);
            case AT_MOST -> scan(from.fact(), Verdict.UNKNOWN, cell -> cell <= number);
            case LESS_THAN -> scan(from.fact(), Verdict.UNKNOWN, cell -> cell < number);
            case EQUAL -> scan(from.fact(), Verdict.UNKNOWN, cell -> cell == number);
            case NOT_EQUAL -> scan(from.fact(), Verdict.UNKNOWN, cell -> cell != number);
        };
    }

    private Optional<Bits> scan(FactRef fact, Verdict unknown, LongPredicate test) {
        FactColumns.Column column = fact.ofRecord() ? null : columns.column(fact.name());
        if (column == null) {
            return Optional.empty();
        }
        long[] cells = column.cells;
        Bits bits = Bits.of(cells.length);
        for (int word = 0; word < bits.met().length; word++) {
            int from = word << 6;
            int until = Math.min(cells.length, from + 64);
            long met = 0;
            long denied = 0;
            long open = 0;
            for (int at = from; at < until; at++) {
                long cell = cells[at];
                long bit = 1L << at;
                if (cell == FactColumns.UNKNOWN) {
                    open |= bit;
                } else if (test.test(cell)) {
                    met |= bit;
                } else {
                    denied |= bit;
                }
            }
            bits.met()[word] = met;
            bits.denied()[word] = denied;
            bits.officer()[word] = unknown == Verdict.OFFICER ? open : 0;
        }
        return Optional.of(bits);
    }

    /** The words as bits by their places in the column; -1 when there is no column or a word has no bit. */
    private long mask(FactRef fact, Iterable<String> codes) {
        FactColumns.Column column = fact.ofRecord() ? null : columns.column(fact.name());
        if (column == null) {
            return -1;
        }
        long mask = 0;
        for (String code : codes) {
            int place = column.place(code);
            if (place > 61) {
                return -1;
            }
            mask |= 1L << place;
        }
        return mask;
    }
}
