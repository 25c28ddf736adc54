package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of many firms, a column a fact: as maps ({@link #of(List)}), taken in one by one ({@link #gather}), or as columns
 * that somebody has already ({@link #of(int, Map)}). Without provenance: for verdicts, not for reasons. Never changes.
 */
public final class FactColumns {
    /** Verdicts do not depend on who said it. */
    private static final Provenance NOBODY = new Provenance(Source.IMPORTED, LocalDate.EPOCH, "");

    private final int size;
    private final Map<String, FactColumn> columns;
    private final @Nullable List<Facts> rows;

    private FactColumns(int size, Map<String, FactColumn> columns, @Nullable List<Facts> rows) {
        this.size = size;
        this.columns = columns;
        this.rows = rows;
    }

    /** Of firms whose facts are there as maps; a column is made when a condition first asks for it. */
    public static FactColumns of(List<Facts> firms) {
        return new FactColumns(firms.size(), new HashMap<>(), List.copyOf(firms));
    }

    /**
     * Of columns by the names of their facts; what has no column is not known of any firm.
     *
     * @throws IllegalArgumentException when a column has not so many cells
     */
    public static FactColumns of(int firms, Map<String, FactColumn> columns) {
        columns.forEach((name, column) -> {
            if (column.size() != firms) {
                throw new IllegalArgumentException(name + " has " + column.size() + " cells for " + firms + " firms");
            }
        });
        return new FactColumns(firms, Map.copyOf(columns), null);
    }

    /** Takes in firms one by one and keeps no map of any of them. */
    public static FactColumns gather(Stream<Facts> firms) {
        Gathering gathering = new Gathering();
        firms.forEachOrdered(gathering);
        return gathering.done();
    }

    /** How many firms. */
    public int size() {
        return size;
    }

    /** What is known of a firm, read from its columns when it is asked for. */
    Facts firm(int at) {
        return rows == null ? Facts.view(new Row(at)) : rows.get(at);
    }

    /** One firm across the columns. */
    private final class Row extends AbstractMap<String, Fact> {
        private final int at;

        Row(int at) {
            this.at = at;
        }

        @Override
        public @Nullable Fact get(@Nullable Object name) {
            FactColumn column = columns.get(name);
            Value value = column == null ? null : column.value(at);
            return value == null ? null : new Fact(value, NOBODY);
        }

        @Override
        public Set<Entry<String, Fact>> entrySet() {
            Map<String, Fact> known = new HashMap<>();
            for (String name : columns.keySet()) {
                Fact fact = get(name);
                if (fact != null) {
                    known.put(name, fact);
                }
            }
            return known.entrySet();
        }
    }

    /** The column of a fact; null when it is a list of records. */
    @Nullable
    FactColumn column(String name) {
        FactColumn column = columns.get(name);
        if (column == null) {
            column = rows == null ? FactColumn.nothing(size) : ofRows(name, rows);
            if (rows != null) {
                columns.put(name, column);
            }
        }
        return column.isScanned() ? column : null;
    }

    private static FactColumn ofRows(String name, List<Facts> rows) {
        FactColumn.Writer writer = new FactColumn.Writer(rows.size());
        for (int at = 0; at < rows.size(); at++) {
            Fact fact = rows.get(at).get(name);
            if (fact != null) {
                writer.put(at, fact.value());
            }
        }
        return writer.done(rows.size());
    }

    /** Columns that grow with every firm. */
    private static final class Gathering implements Consumer<Facts> {
        private final Map<String, FactColumn.Writer> writers = new HashMap<>();
        private int size;

        @Override
        public void accept(Facts facts) {
            facts.each((name, fact) -> writers.computeIfAbsent(name, one -> new FactColumn.Writer(size + 64))
                    .put(size, fact.value()));
            size++;
        }

        FactColumns done() {
            Map<String, FactColumn> columns = new HashMap<>();
            for (String name : new ArrayList<>(writers.keySet())) {
                // Each is let go as soon as it is cut to its length.
                FactColumn.Writer writer = writers.remove(name);
                if (writer != null) {
                    columns.put(name, writer.done(size));
                }
            }
            return new FactColumns(size, columns, null);
        }
    }
}
