package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Conditions on one fact of the firm, looked at for all firms by its column: a range of numbers, days or flags, or a mask of words.
 * Whatever else there is, is looked at one by one.
 */
final class LeafColumns {
    /** Beyond any value, and small enough that differences do not overflow. */
    private static final long FAR = 1L << 60;

    private static final int MOST_WORDS = 62;

    private static final ProvisionReference NO_CLAUSE = new ProvisionReference("-", "-", "-");

    private final FactColumns columns;
    private final LocalDate asked;

    LeafColumns(FactColumns columns, LocalDate asked) {
        this.columns = columns;
        this.asked = asked;
    }

    /** What is asked, whichever clause asks it. */
    static Criterion.Leaf withoutClause(Criterion.Leaf leaf) {
        return switch (leaf) {
            case Criterion.Compare it -> new Criterion.Compare(it.left(), it.comparison(), it.right(), NO_CLAUSE);
            case Criterion.Is it -> new Criterion.Is(it.fact(), it.yes(), NO_CLAUSE);
            case Criterion.OneOf it -> new Criterion.OneOf(it.fact(), it.codes(), NO_CLAUSE);
            case Criterion.Holds it -> new Criterion.Holds(it.fact(), it.howMany(), it.codes(), NO_CLAUSE);
            case Criterion.Placed it -> new Criterion.Placed(it.fact(), it.before(), it.moment(), NO_CLAUSE);
            case Criterion.OldEnough it -> new Criterion.OldEnough(it.fact(), it.span(), NO_CLAUSE);
            case Criterion.Recent it -> new Criterion.Recent(it.fact(), it.span(), NO_CLAUSE);
            case Criterion.InYear it -> new Criterion.InYear(it.fact(), it.yearsBack(), NO_CLAUSE);
            case Criterion.AskedWithin it -> new Criterion.AskedWithin(it.days(), NO_CLAUSE);
            case Criterion.Judged it -> new Criterion.Judged(it.fact(), NO_CLAUSE);
        };
    }

    Optional<Bits> column(Criterion.Leaf leaf) {
        return switch (leaf) {
            case Criterion.Compare compare -> compare(compare);
            case Criterion.Is is -> range(is.fact(), is.yes() ? 1 : 0, is.yes() ? 1 : 0);
            case Criterion.Judged judged -> range(judged.fact(), 1, 1).map(this::openToOfficer);
            case Criterion.OldEnough old -> range(old.fact(), -FAR, lastFull(old.span()));
            case Criterion.Recent recent -> range(recent.fact(), firstRecent(recent.span()), asked.toEpochDay());
            case Criterion.OneOf one -> oneOf(one);
            case Criterion.Holds holds -> holds(holds);
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
            case AT_LEAST -> range(from.fact(), number, FAR);
            case MORE_THAN -> range(from.fact(), number + 1, FAR);
            case AT_MOST -> range(from.fact(), -FAR, number);
            case LESS_THAN -> range(from.fact(), -FAR, number - 1);
            case EQUAL -> range(from.fact(), number, number);
            case NOT_EQUAL -> range(from.fact(), number, number).map(Bits::not);
        };
    }

    /** The last day from which the span is full on the day asked. */
    private long lastFull(Span span) {
        LocalDate day = asked.minusDays(28L * span.months() + span.days());
        while (span.after(day).isAfter(asked)) {
            day = day.minusDays(1);
        }
        return day.toEpochDay();
    }

    /** The first day from which the span reaches the day asked. */
    private long firstRecent(Span span) {
        LocalDate day = asked.minusDays(31L * span.months() + span.days());
        while (span.after(day).isBefore(asked)) {
            day = day.plusDays(1);
        }
        return day.toEpochDay();
    }

    private Optional<Bits> range(FactRef fact, long least, long most) {
        FactColumns.Column column = fact.ofRecord() ? null : columns.column(fact.name());
        if (column == null) {
            return Optional.empty();
        }
        long[] cells = column.cells;
        Bits bits = Bits.of(cells.length);
        for (int word = 0; word < column.known.length; word++) {
            int from = word << 6;
            int until = Math.min(cells.length, from + 64);
            long outside = 0;
            for (int at = from; at < until; at++) {
                // The sign of either difference is set outside the range: no branch to guess.
                outside |= (cells[at] - least | most - cells[at]) >>> 63 << at;
            }
            bits.met()[word] = column.known[word] & ~outside;
            bits.denied()[word] = column.known[word] & outside;
        }
        return Optional.of(bits);
    }

    private Optional<Bits> oneOf(Criterion.OneOf one) {
        FactColumns.Column column =
                one.fact().ofRecord() ? null : columns.column(one.fact().name());
        long mask = column == null ? -1 : mask(column, one.codes());
        if (column == null || mask < 0) {
            return Optional.empty();
        }
        Bits bits = Bits.of(column.cells.length);
        for (int at = 0; at < column.cells.length; at++) {
            long cell = column.cells[at];
            long met = cell < MOST_WORDS ? mask >>> cell & 1 : 0;
            bits.met()[at >>> 6] |= met << at;
        }
        return Optional.of(known(bits, column));
    }

    private Optional<Bits> holds(Criterion.Holds holds) {
        FactColumns.Column column =
                holds.fact().ofRecord() ? null : columns.column(holds.fact().name());
        long mask = column == null ? -1 : mask(column, holds.codes());
        if (column == null || mask < 0) {
            return Optional.empty();
        }
        Bits bits = Bits.of(column.cells.length);
        for (int at = 0; at < column.cells.length; at++) {
            long common = column.cells[at] & mask;
            boolean met = switch (holds.howMany()) {
                case ANY -> common != 0;
                case EVERY -> common == mask;
                case NONE -> common == 0;
            };
            bits.met()[at >>> 6] |= met ? 1L << at : 0;
        }
        return Optional.of(known(bits, column));
    }

    /** What is known and not met is denied; what is not known is neither. */
    private static Bits known(Bits bits, FactColumns.Column column) {
        for (int word = 0; word < column.known.length; word++) {
            bits.denied()[word] = column.known[word] & ~bits.met()[word];
            bits.met()[word] &= column.known[word];
        }
        return bits;
    }

    private Bits openToOfficer(Bits bits) {
        for (int at = 0; at < columns.size(); at++) {
            if (bits.get(at) == Verdict.UNKNOWN) {
                bits.set(at, Verdict.OFFICER);
            }
        }
        return bits;
    }

    /** The words as bits by their places in the column; -1 when one has no bit. */
    private static long mask(FactColumns.Column column, Iterable<String> codes) {
        long mask = 0;
        for (String code : codes) {
            int place = column.place(code);
            if (place >= MOST_WORDS) {
                return -1;
            }
            mask |= 1L << place;
        }
        return mask;
    }
}
