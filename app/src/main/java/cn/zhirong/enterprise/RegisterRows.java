package cn.zhirong.enterprise;

import cn.zhirong.enterprise.RegisterScan.Name;
import cn.zhirong.kernel.CreditCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Firms read from their facts and entries, row by row, without history, evidence and who entered it when. */
final class RegisterRows {
    /** In the order of the index that leads to them, so that nothing is sorted. */
    private static final String FACTS = """
            SELECT enterprise_id, id, field, year, number_value, text_value, day_value, source, as_of, state
            FROM enterprise_fact
            WHERE tenant_id = ? AND enterprise_id >= ? AND enterprise_id <= ? AND state IN ('STANDS', 'WAITS')
            ORDER BY tenant_id, enterprise_id, field, year
            """;

    private static final String ITEMS = """
            SELECT enterprise_id, id, kind, number, title, filed_on, begins_on, ends_on, status, parties, amount_fen, source, as_of,
              state, ip_amount_fen, interest_fen, rate_ppm, pledge, registered_on, settled_on, second_party, belongs_to,
              subsidised
            FROM enterprise_item
            WHERE tenant_id = ? AND enterprise_id >= ? AND enterprise_id <= ?
            ORDER BY enterprise_id, id
            """;

    private static final Map<String, FactField> FIELDS = byKey(FactField.values(), FactField::key);
    private static final Map<String, ItemKind> KINDS = byKey(ItemKind.values(), ItemKind::key);
    private static final Map<String, FactSource> SOURCES = byKey(FactSource.values(), Enum::name);
    private static final Map<String, FactState> STATES = byKey(FactState.values(), Enum::name);

    private RegisterRows() {}

    /** @param wanted by their numbers; what lies between two of them is read too and left out */
    static Map<Long, Profile> read(Connection connection, long tenantId, List<Name> wanted) throws SQLException {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Fact>> facts = new HashMap<>();
        Map<Long, List<Item>> items = new HashMap<>();
        wanted.forEach(name -> facts.put(name.id(), new ArrayList<>()));
        wanted.forEach(name -> items.put(name.id(), new ArrayList<>()));
        between(connection, FACTS, tenantId, wanted, rows -> {
            List<Fact> of = facts.get(rows.getLong(1));
            FactField field = FIELDS.get(rows.getString(3));
            if (of != null && field != null) {
                of.add(fact(rows, field));
            }
        });
        between(connection, ITEMS, tenantId, wanted, rows -> {
            List<Item> of = items.get(rows.getLong(1));
            ItemKind kind = KINDS.get(rows.getString(3));
            if (of != null && kind != null) {
                of.add(item(rows, kind));
            }
        });
        return wanted.stream()
                .map(name -> new Profile(
                        name.id(),
                        new CreditCode(name.creditCode()),
                        name.name(),
                        facts.getOrDefault(name.id(), List.of()),
                        items.getOrDefault(name.id(), List.of())))
                .collect(Collectors.toMap(Profile::id, Function.identity()));
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void between(Connection connection, String sql, long tenantId, List<Name> wanted, RowReader reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, tenantId);
            select.setLong(2, wanted.getFirst().id());
            select.setLong(3, wanted.getLast().id());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private static Fact fact(ResultSet row, FactField field) throws SQLException {
        FactValue value = new FactValue(number(row, 5), row.getString(6), day(row, 7));
        return new Fact(
                row.getLong(2),
                field,
                row.getInt(4),
                value,
                known(SOURCES, row.getString(8)),
                row.getObject(9, LocalDate.class),
                "",
                known(STATES, row.getString(10)),
                "",
                Instant.EPOCH,
                null,
                null,
                "");
    }

    private static Item item(ResultSet row, ItemKind kind) throws SQLException {
        return new Item(
                row.getLong(2),
                kind,
                row.getString(4),
                row.getString(5),
                day(row, 6),
                day(row, 7),
                day(row, 8),
                row.getString(9),
                row.getString(10),
                number(row, 11),
                kind.group().hasTerms() ? terms(row, 15) : ItemTerms.NONE,
                known(SOURCES, row.getString(12)),
                row.getObject(13, LocalDate.class),
                "",
                known(STATES, row.getString(14)),
                "",
                Instant.EPOCH,
                null,
                null,
                "");
    }

    private static ItemTerms terms(ResultSet row, int at) throws SQLException {
        Long subsidised = number(row, at + 8);
        return new ItemTerms(
                number(row, at),
                number(row, at + 1),
                number(row, at + 2),
                row.getString(at + 3),
                day(row, at + 4),
                day(row, at + 5),
                row.getString(at + 6),
                row.getString(at + 7),
                subsidised == null ? null : subsidised == 1);
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static <T> T known(Map<String, T> words, String word) {
        T found = words.get(word);
        if (found == null) {
            throw new IllegalStateException("the register holds the unknown word " + word);
        }
        return found;
    }

    private static <T> Map<String, T> byKey(T[] values, Function<T, String> key) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
