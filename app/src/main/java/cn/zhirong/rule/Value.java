package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a fact says. That nothing is known is not a value: such a fact is not there. */
public sealed interface Value {
    /** The type a fact of this value must have. */
    FactType type();

    /** An amount. */
    static Value of(Money money) {
        return new Amount(money.fen());
    }

    /** A share or an interest rate. */
    static Value of(Rate rate) {
        return new Share(rate.ppm());
    }

    /** A whole number. */
    static Value of(long count) {
        return new Count(count);
    }

    /** Yes or no. */
    static Value of(boolean yes) {
        return new Flag(yes);
    }

    /** A day. */
    static Value of(LocalDate day) {
        return new Day(day);
    }

    /** One word. */
    static Value of(String code) {
        return new Code(code);
    }

    /** Any number of words. */
    static Value ofCodes(Collection<String> codes) {
        return new Codes(new TreeSet<>(codes));
    }

    /** A list of things, in their order: all there are. */
    static Value ofRecords(List<FactRecord> records) {
        return new Records(records, true);
    }

    /** Some things of a list, of which there may be more. */
    static Value ofSomeRecords(List<FactRecord> records) {
        return new Records(records, false);
    }

    /** A value that is one whole number: fen, millionths or a count. */
    sealed interface Numeric extends Value {
        /** In the smallest unit of its type. */
        long number();
    }

    /** An amount in fen. */
    record Amount(long number) implements Numeric {
        public Amount {
            if (number < -Money.MOST_WRITTEN.fen() || number > Money.MOST_WRITTEN.fen()) {
                throw new IllegalArgumentException(number + " fen are beyond " + Money.MOST_WRITTEN);
            }
        }

        @Override
        public FactType type() {
            return FactType.MONEY;
        }
    }

    /** A share in millionths. */
    record Share(long number) implements Numeric {
        static final long MOST = 1_000_000 * Rate.ONE_PPM;

        public Share {
            if (number < -MOST || number > MOST) {
                throw new IllegalArgumentException(number + " millionths are beyond " + MOST);
            }
        }

        @Override
        public FactType type() {
            return FactType.RATE;
        }
    }

    /** A whole number. */
    record Count(long number) implements Numeric {
        static final long MOST = 1_000_000_000_000L;

        public Count {
            if (number < -MOST || number > MOST) {
                throw new IllegalArgumentException(number + " is beyond " + MOST);
            }
        }

        @Override
        public FactType type() {
            return FactType.COUNT;
        }
    }

    /** Yes or no. */
    record Flag(boolean yes) implements Value {
        @Override
        public FactType type() {
            return FactType.FLAG;
        }
    }

    /** A day in Asia/Shanghai; {@link #NEVER} says that it has not come. */
    record Day(LocalDate day) implements Value {
        /** What has not happened: it is known, unlike a day that nobody has told. */
        public static final Day NEVER = new Day(LocalDate.of(9999, 12, 31));

        /** In place of the day, for people. */
        public static final String NEVER_WORDS = "还没有";

        @Override
        public FactType type() {
            return FactType.DATE;
        }

        public Day {
            // So that no span that a rule moves a day by leaves the calendar.
            if (!isWithin(day)) {
                throw new IllegalArgumentException(day + " is not within the years 1 to 9999");
            }
        }

        static boolean isWithin(LocalDate day) {
            return day.getYear() >= 1 && day.getYear() <= 9999;
        }
    }

    /** One word of those its definition names. */
    record Code(String code) implements Value {
        @Override
        public FactType type() {
            return FactType.CODE;
        }
    }

    /** Words of those its definition names, sorted; none is a value too. */
    record Codes(SortedSet<String> codes) implements Value {
        public Codes {
            codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        }

        @Override
        public FactType type() {
            return FactType.CODES;
        }
    }

    /**
     * Things of one kind, in their order; none is a value too.
     *
     * @param whole whether these are all there are; where not, what they decide is decided, and the rest is unknown
     */
    record Records(List<FactRecord> records, boolean whole) implements Value {
        public Records {
            records = List.copyOf(records);
        }

        @Override
        public FactType type() {
            return FactType.RECORDS;
        }
    }
}
