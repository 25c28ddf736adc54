package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on one fact of the firm, looked at for all firms by its column: a range of numbers, days or flags, or a mask of words.
 * Whatever else there is, is looked at one by one.
 */
final class LeafColumns {
    /** Beyond any value, and small enough that differences do not overflow. */
    private static final long FAR = 1L << 60;

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
            case Criterion.InQuarter it -> new Criterion.InQuarter(it.fact(), it.quartersBack(), NO_CLAUSE);
            case Criterion.Names it -> new Criterion.Names(it.fact(), it.outer(), NO_CLAUSE);
            case Criterion.AskedWithin it -> new Criterion.AskedWithin(it.days(), NO_CLAUSE);
            case Criterion.Judged it -> new Criterion.Judged(it.fact(), NO_CLAUSE);
        };
    }

    Optional<Bits> column(Criterion.Leaf leaf) {
        return switch (leaf) {
            case Criterion.Compare compare -> compare(compare);
            case Criterion.Is is -> range(column(is.fact(), FactType.FLAG), is.yes() ? 1 : 0, is.yes() ? 1 : 0);
            case Criterion.Judged judged ->
                range(column(judged.fact(), FactType.FLAG), 1, 1).map(LeafColumns::openToOfficer);
            case Criterion.OldEnough old -> range(column(old.fact(), FactType.DATE), -FAR, lastFull(old.span()));
            case Criterion.Recent recent ->
                range(column(recent.fact(), FactType.DATE), firstRecent(recent.span()), asked.toEpochDay());
            case Criterion.OneOf one -> oneOf(one);
            case Criterion.Holds holds -> holds(holds);
            case Criterion.Placed placed -> Optional.empty();
            case Criterion.InYear in -> Optional.empty();
            case Criterion.InQuarter in -> Optional.empty();
            case Criterion.Names names -> Optional.empty();
            case Criterion.AskedWithin within -> Optional.empty();
        };
    }

    private Optional<Bits> compare(Criterion.Compare compare) {
        if (!(compare.left() instanceof Formula.FromFact from)
                || !(compare.right() instanceof Formula.Constant constant)) {
            return Optional.empty();
        }
        FactColumn column =
                from.fact().ofRecord() ? null : columns.column(from.fact().name());
        if (column == null || !column.holdsNumbers()) {
            return Optional.empty();
        }
        long number = constant.number();
        return switch (compare.comparison()) {
            case AT_LEAST -> range(column, number, FAR);
            case MORE_THAN -> range(column, number + 1, FAR);
            case AT_MOST -> range(column, -FAR, number);
            case LESS_THAN -> range(column, -FAR, number - 1);
            case EQUAL -> range(column, number, number);
            case NOT_EQUAL -> range(column, number, number).map(Bits::not);
        };
    }

    /** The column of a fact of the firm; null when there is none that can be scanned as such facts. */
    private @Nullable FactColumn column(FactRef fact, FactType type) {
        FactColumn column = fact.ofRecord() ? null : columns.column(fact.name());
        return column != null && column.holds(type) ? column : null;
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

    private static Optional<Bits> range(@Nullable FactColumn column, long least, long most) {
        if (column == null) {
            return Optional.empty();
        }
        long[] cells = column.cells();
        long[] known = column.known();
        Bits bits = Bits.of(cells.length);
        for (int word = 0; word < known.length; word++) {
            int from = word << 6;
            int until = Math.min(cells.length, from + 64);
            long outside = 0;
            for (int at = from; at < until; at++) {
                // The sign of either difference is set outside the range: no branch to guess.
                outside |= (cells[at] - least | most - cells[at]) >>> 63 << at;
            }
            bits.met()[word] = known[word] & ~outside;
            bits.denied()[word] = known[word] & outside;
        }
        return Optional.of(bits);
    }

    private Optional<Bits> oneOf(Criterion.OneOf one) {
        FactColumn column = column(one.fact(), FactType.CODE);
        if (column == null) {
            return Optional.empty();
        }
        // A word that no firm has is nobody's; an unknown cell reads the first.
        byte[] chosen = new byte[Math.max(1, column.words())];
        for (String code : one.codes()) {
            int place = column.place(code);
            if (place >= 0) {
                chosen[place] = 1;
            }
        }
        long[] cells = column.cells();
        Bits bits = Bits.of(cells.length);
        for (int at = 0; at < cells.length; at++) {
            bits.met()[at >>> 6] |= (long) chosen[(int) cells[at]] << at;
        }
        return Optional.of(known(bits, column));
    }

    private Optional<Bits> holds(Criterion.Holds holds) {
        FactColumn column = column(holds.fact(), FactType.CODES);
        if (column == null) {
            return Optional.empty();
        }
        long mask = 0;
        boolean all = true;
        for (String code : holds.codes()) {
            int place = column.place(code);
            all &= place >= 0;
            mask |= place < 0 ? 0 : 1L << place;
        }
        boolean every = holds.howMany() == Criterion.HowMany.EVERY;
        boolean none = holds.howMany() == Criterion.HowMany.NONE;
        long[] cells = column.cells();
        Bits bits = Bits.of(cells.length);
        for (int at = 0; at < cells.length; at++) {
            long common = cells[at] & mask;
            boolean met = every ? all && common == mask : none == (common == 0);
            bits.met()[at >>> 6] |= met ? 1L << at : 0;
        }
        return Optional.of(known(bits, column));
    }

    /** What is known and not met is denied; what is not known is neither. */
    private static Bits known(Bits bits, FactColumn column) {
        long[] known = column.known();
        for (int word = 0; word < known.length; word++) {
            bits.denied()[word] = known[word] & ~bits.met()[word];
            bits.met()[word] &= known[word];
        }
        return bits;
    }

    private static Bits openToOfficer(Bits bits) {
        bits.openToOfficer();
        return bits;
    }
}
