package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One fact of many firms. A number, a day (from 1970), a flag (0 or 1) or a word (its place in the dictionary) is a long; several
 * words are a bit each, as long as the dictionary has no more than {@value #MOST_WORDS}; a bit beside it says whether it is
 * known. Lists of records, and several words of a larger dictionary, are kept as they are.
 */
public final class FactColumn {
    /** Words of which a firm may have several. */
    public static final int MOST_WORDS = 62;

    private static final Object[] NONE = {};

    private final @Nullable FactType type;
    /** What is not known is 0; nothing where the values are kept as they are. */
    private final long[] cells;
    /** A bit a firm; no bit beyond the last. */
    private final long[] known;

    private final List<String> dictionary;
    private final Map<String, Integer> places = new HashMap<>();
    private final @Nullable Object[] values;
    private final int size;

    private FactColumn(
            @Nullable FactType type,
            long[] cells,
            long[] known,
            List<String> dictionary,
            @Nullable Object[] values,
            int size) {
        this.type = type;
        this.cells = cells;
        this.known = known;
        this.dictionary = List.copyOf(dictionary);
        this.values = values;
        this.size = size;
        for (int place = 0; place < dictionary.size(); place++) {
            places.put(dictionary.get(place), place);
        }
        boolean beyond = (size & 63) != 0 && known.length > size >>> 6 && known[size >>> 6] >>> size != 0;
        if (beyond || known.length != (size + 63) >>> 6) {
            throw new IllegalArgumentException(known.length + " words of known bits do not fit " + size + " firms");
        }
    }

    /**
     * Of numbers: fen, millionths, counts, days from 1970, or 1 and 0 for yes and no.
     *
     * @param cells a number a firm; not copied
     * @param known bit n is firm n; not copied
     */
    public static FactColumn numbers(FactType type, long[] cells, long[] known) {
        if (type == FactType.CODE || type == FactType.CODES || type == FactType.RECORDS) {
            throw new IllegalArgumentException(type + " is no number");
        }
        return new FactColumn(type, cells, known, List.of(), NONE, cells.length);
    }

    /**
     * Of one word each.
     *
     * @param places of the firms' words in the dictionary; not copied
     */
    public static FactColumn words(List<String> dictionary, long[] places, long[] known) {
        return new FactColumn(FactType.CODE, places, known, dictionary, NONE, places.length);
    }

    /**
     * Of several words each.
     *
     * @param masks bit n for the word at n of the dictionary; not copied
     */
    public static FactColumn wordSets(List<String> dictionary, long[] masks, long[] known) {
        if (dictionary.size() > MOST_WORDS) {
            throw new IllegalArgumentException(dictionary.size() + " words, at most " + MOST_WORDS);
        }
        return new FactColumn(FactType.CODES, masks, known, dictionary, NONE, masks.length);
    }

    static FactColumn nothing(int size) {
        return new FactColumn(null, new long[size], new long[(size + 63) >>> 6], List.of(), NONE, size);
    }

    int size() {
        return size;
    }

    /** Whether {@link #cells} says everything. */
    boolean isScanned() {
        return values.length == 0;
    }

    /** Whether its cells can be read as such facts. */
    boolean holds(FactType asked) {
        return type == null || type == asked;
    }

    /** Whether its cells are amounts, rates or counts. */
    boolean holdsNumbers() {
        return type == null || type == FactType.MONEY || type == FactType.RATE || type == FactType.COUNT;
    }

    long[] cells() {
        return cells;
    }

    long[] known() {
        return known;
    }

    /** How many words there are. */
    int words() {
        return dictionary.size();
    }

    /** The place of a word; -1 where no firm has it. */
    int place(String word) {
        return places.getOrDefault(word, -1);
    }

    /** What is known of a firm; null for nothing. */
    @Nullable
    Value value(int at) {
        if ((known[at >>> 6] >>> at & 1) == 0 || type == null) {
            return null;
        }
        if (values.length > 0) {
            return (Value) values[at];
        }
        return value(type, cells[at], dictionary);
    }

    private static Value value(FactType type, long cell, List<String> dictionary) {
        return switch (type) {
            case MONEY -> new Value.Amount(cell);
            case RATE -> new Value.Share(cell);
            case COUNT -> new Value.Count(cell);
            case FLAG -> new Value.Flag(cell == 1);
            case DATE -> new Value.Day(LocalDate.ofEpochDay(cell));
            case CODE -> new Value.Code(dictionary.get((int) cell));
            case CODES -> new Value.Codes(chosen(dictionary, cell));
            case RECORDS -> throw new IllegalStateException("records are kept as they are");
        };
    }

    private static SortedSet<String> chosen(List<String> dictionary, long mask) {
        TreeSet<String> chosen = new TreeSet<>();
        for (long left = mask; left != 0; left &= left - 1) {
            chosen.add(dictionary.get(Long.numberOfTrailingZeros(left)));
        }
        return chosen;
    }

    /** Makes a column from values. */
    static final class Writer {
        private final List<String> dictionary = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();
        private @Nullable FactType type;
        private long[] cells;
        private long[] known;
        private @Nullable Object[] values = NONE;

        Writer(int capacity) {
            cells = new long[capacity];
            known = new long[(capacity + 63) >>> 6];
        }

        /** Firms come in order; those left out are not known. */
        void put(int at, Value value) {
            if (at >= cells.length) {
                int capacity = Math.max(64, Math.max(at + 1, cells.length + (cells.length >> 1)));
                cells = Arrays.copyOf(cells, capacity);
                known = Arrays.copyOf(known, (capacity + 63) >>> 6);
            }
            long mask = value instanceof Value.Codes codes ? mask(codes) : 0;
            if (values.length > 0
                    || mask < 0
                    || value instanceof Value.Records
                    || (type != null && type != value.type())) {
                keep(at, value);
            } else {
                type = value.type();
                cells[at] = value instanceof Value.Codes ? mask : cell(value);
            }
            known[at >>> 6] |= 1L << at;
        }

        FactColumn done(int size) {
            boolean kept = values.length > 0;
            return new FactColumn(
                    type,
                    kept ? new long[0] : Arrays.copyOf(cells, size),
                    Arrays.copyOf(known, (size + 63) >>> 6),
                    dictionary,
                    kept ? Arrays.copyOf(values, size) : NONE,
                    size);
        }

        private void keep(int at, Value value) {
            if (values.length == 0) {
                values = new Object[cells.length];
                for (int before = 0; before < at && type != null; before++) {
                    if ((known[before >>> 6] >>> before & 1) != 0) {
                        values[before] = value(type, cells[before], dictionary);
                    }
                }
                type = value.type();
            }
            values = at < values.length ? values : Arrays.copyOf(values, cells.length);
            values[at] = value;
        }

        private long cell(Value value) {
            return switch (value) {
                case Value.Numeric numeric -> numeric.number();
                case Value.Flag flag -> flag.yes() ? 1 : 0;
                case Value.Day day -> day.day().toEpochDay();
                case Value.Code code -> place(code.code());
                case Value.Codes codes -> throw new IllegalArgumentException("several words are a mask");
                case Value.Records records -> throw new IllegalArgumentException("records have no cell");
            };
        }

        /** -1 when there are too many words for bits. */
        private long mask(Value.Codes codes) {
            long mask = 0;
            for (String code : codes.codes()) {
                int place = place(code);
                if (place >= MOST_WORDS) {
                    return -1;
                }
                mask |= 1L << place;
            }
            return mask;
        }

        private int place(String word) {
            return places.computeIfAbsent(word, one -> {
                dictionary.add(one);
                return dictionary.size() - 1;
            });
        }
    }
}
