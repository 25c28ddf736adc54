package cn.zhirong.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of many firms, a column a fact. A number, a day (from 1970), a flag (0 or 1) or a word (its place in the column's
 * dictionary) is a long; several words are a bit each; a bit beside it says whether it is known. A column is made when a condition first asks
 * for it.
 */
final class FactColumns {
    private static final int MOST_WORDS = 62;

    private final List<Facts> firms;
    private final Map<String, Column> columns = new HashMap<>();

    FactColumns(List<Facts> firms) {
        this.firms = List.copyOf(firms);
    }

    int size() {
        return firms.size();
    }

    Facts firm(int at) {
        return firms.get(at);
    }

    /** The column of a fact; null when its words are too many, or it is a list. */
    @Nullable
    Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            column = build(name);
            columns.put(name, column);
        }
        return column.fits ? column : null;
    }

    private Column build(String name) {
        Column column = new Column(new long[firms.size()]);
        for (int at = 0; at < firms.size(); at++) {
            Fact fact = firms.get(at).get(name);
            if (fact != null) {
                column.cells[at] = column.cell(fact.value());
                column.known[at >>> 6] |= 1L << at;
            }
        }
        return column;
    }

    /** One fact of all firms. */
    static final class Column {
        /** What is not known is 0. */
        final long[] cells;

        final long[] known;
        private final Map<String, Integer> words = new HashMap<>();
        private boolean fits = true;

        private Column(long[] cells) {
            this.cells = cells;
            this.known = new long[(cells.length + 63) >>> 6];
        }

        /** The place of a word; one that no firm has gets the next. */
        int place(String word) {
            Integer place = words.get(word);
            return place == null ? add(word) : place;
        }

        private int add(String word) {
            words.put(word, words.size());
            return words.size() - 1;
        }

        private long cell(Value value) {
            return switch (value) {
                case Value.Numeric numeric -> numeric.number();
                case Value.Flag flag -> flag.yes() ? 1 : 0;
                case Value.Day day -> day.day().toEpochDay();
                case Value.Code code -> place(code.code());
                case Value.Codes codes -> {
                    long bits = 0;
                    for (String code : codes.codes()) {
                        int place = place(code);
                        fits &= place < MOST_WORDS;
                        bits |= 1L << place;
                    }
                    yield bits;
                }
                case Value.Records records -> {
                    fits = false;
                    yield 0;
                }
            };
        }
    }
}
