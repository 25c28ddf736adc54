package cn.zhirong.enterprise;

import cn.zhirong.kernel.CreditCode;
import cn.zhirong.tenant.Tenant;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the whole register of a bureau, firm by firm, with what counts now: the facts that stand or wait, and all entries.
 * A hundred thousand firms take seconds and the memory of some {@value #PAGE} of them. What is in force is told by {@link Profile} as
 * everywhere; only history, evidence and who entered it when are left out.
 */
@Singleton
public class RegisterScan {
    static final int PAGE = 2_000;
    private static final int MOST_NAMES = 1_000;

    private static final String FIRMS = """
            SELECT id, credit_code, name FROM enterprise WHERE tenant_id = ? AND id > ? ORDER BY id LIMIT ?
            """;

    /** In the order of the index that leads to them, so that nothing is sorted. */
    private static final String FACTS = """
            SELECT enterprise_id, id, field, year, number_value, text_value, day_value, source, as_of, state
            FROM enterprise_fact
            WHERE tenant_id = ? AND enterprise_id >= ? AND enterprise_id <= ? AND state IN ('STANDS', 'WAITS')
              AND field IN (%s)
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

    /** All that is read sees what the first of it saw, whatever is committed meanwhile. */
    static final TransactionDefinition SNAPSHOT = snapshot();

    private final TransactionOperations<Connection> transactions;

    RegisterScan(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Which firm it is. */
    public record Name(long id, String creditCode, String name) {}

    /**
     * Tells of every firm, by their numbers, as the register was at one moment. The next ones are read while the firms of a page are
     * told of, by one thread that is not the caller's.
     *
     * @param fields of which facts are read; all others of a firm look as if nobody knew them
     * @param firm must not keep connections of its own waiting: the scan holds one
     */
    public void each(Tenant tenant, Set<FactField> fields, Consumer<Profile> firm) {
        String facts = FACTS.formatted(
                fields.stream().map(field -> "'" + field.key() + "'").sorted().collect(Collectors.joining(", ")));
        try (ExecutorService telling = Executors.newSingleThreadExecutor()) {
            transactions.execute(SNAPSHOT, status -> {
                try {
                    return each(status.getConnection(), tenant.id(), facts, telling, firm);
                } catch (SQLException e) {
                    throw new IllegalStateException("the register of " + tenant.slug() + " cannot be read", e);
                }
            });
        }
    }

    private static long each(
            Connection connection, long tenantId, String facts, ExecutorService telling, Consumer<Profile> firm)
            throws SQLException {
        Future<?> told = CompletableFuture.completedFuture(null);
        long after = 0;
        List<Name> page;
        do {
            page = firms(connection, tenantId, after);
            List<Profile> profiles = page(connection, facts, tenantId, page);
            await(told);
            told = telling.submit(() -> profiles.forEach(firm));
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
        await(told);
        return after;
    }

    /** The same with all that is known of a firm. */
    public void each(Tenant tenant, Consumer<Profile> firm) {
        each(tenant, EnumSet.allOf(FactField.class), firm);
    }

    /** What goes wrong where firms are told of goes wrong here. */
    private static void await(Future<?> told) {
        try {
            told.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the scan of the register was broken off", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("the scan of the register failed", e);
        }
    }

    /** The names of these firms of this bureau, at most {@value #MOST_NAMES}; of no other's. */
    public Map<Long, Name> names(Tenant tenant, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        if (ids.size() > MOST_NAMES) {
            throw new IllegalArgumentException(ids.size() + " names at once, at most " + MOST_NAMES);
        }
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return transactions.executeRead(status -> {
            try (PreparedStatement select = status.getConnection()
                    .prepareStatement("SELECT id, credit_code, name FROM enterprise WHERE tenant_id = ? AND id IN ("
                            + marks + ")")) {
                select.setLong(1, tenant.id());
                int at = 2;
                for (long id : ids) {
                    select.setLong(at++, id);
                }
                return names(select).stream().collect(Collectors.toMap(Name::id, Function.identity()));
            } catch (SQLException e) {
                throw new IllegalStateException("names of " + tenant.slug() + " cannot be read", e);
            }
        });
    }

    private static List<Name> firms(Connection connection, long tenantId, long after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIRMS)) {
            select.setLong(1, tenantId);
            select.setLong(2, after);
            select.setInt(3, PAGE);
            return names(select);
        }
    }

    private static List<Name> names(PreparedStatement select) throws SQLException {
        List<Name> names = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(new Name(rows.getLong(1), rows.getString(2), rows.getString(3)));
            }
        }
        return names;
    }

    private static List<Profile> page(Connection connection, String factsSql, long tenantId, List<Name> page)
            throws SQLException {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Fact>> facts = new HashMap<>(2 * page.size());
        Map<Long, List<Item>> items = new HashMap<>(2 * page.size());
        between(connection, factsSql, tenantId, page, rows -> {
            FactField field = FIELDS.get(rows.getString(3));
            if (field != null) {
                facts.computeIfAbsent(rows.getLong(1), id -> new ArrayList<>(32))
                        .add(fact(rows, field));
            }
        });
        between(connection, ITEMS, tenantId, page, rows -> {
            ItemKind kind = KINDS.get(rows.getString(3));
            if (kind != null) {
                items.computeIfAbsent(rows.getLong(1), id -> new ArrayList<>()).add(item(rows, kind));
            }
        });
        return page.stream()
                .map(name -> new Profile(
                        name.id(),
                        new CreditCode(name.creditCode()),
                        name.name(),
                        facts.getOrDefault(name.id(), List.of()),
                        items.getOrDefault(name.id(), List.of())))
                .toList();
    }

    private static TransactionDefinition snapshot() {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setName("register at one moment");
        definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
        definition.setReadOnly(true);
        return definition;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void between(Connection connection, String sql, long tenantId, List<Name> page, RowReader reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, tenantId);
            select.setLong(2, page.getFirst().id());
            select.setLong(3, page.getLast().id());
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
