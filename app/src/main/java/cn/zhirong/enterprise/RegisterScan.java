package cn.zhirong.enterprise;

import cn.zhirong.tenant.Tenant;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * A hundred thousand firms take seconds and the memory of some {@value #PAGE} of them, because {@link Snapshots} keeps of each firm one
 * row that says all of it; firms without one are read from their facts and entries. What is in force is told by {@link Profile} as
 * everywhere; only history, evidence and who entered it when are left out.
 */
@Singleton
public class RegisterScan {
    static final int PAGE = 2_000;
    private static final int MOST_NAMES = 1_000;

    private static final String FIRMS = """
            SELECT e.id, e.credit_code, e.name, s.form, s.content
            FROM enterprise e
            LEFT JOIN enterprise_snapshot s ON s.tenant_id = e.tenant_id AND s.enterprise_id = e.id
            WHERE e.tenant_id = ? AND e.id > ? ORDER BY e.id LIMIT ?
            """;

    /** All that is read sees what the first of it saw, whatever is committed meanwhile. */
    static final TransactionDefinition SNAPSHOT = snapshot();

    private final TransactionOperations<Connection> transactions;

    RegisterScan(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Which firm it is. */
    public record Name(long id, String creditCode, String name) {}

    /**
     * What is read of a firm; all else looks as if nobody knew it.
     *
     * @param fields which single facts
     * @param groups which lists
     */
    public record Asked(Set<FactField> fields, Set<ItemGroup> groups) {
        /** All that is known. */
        public static final Asked ALL = new Asked(EnumSet.allOf(FactField.class), EnumSet.allOf(ItemGroup.class));

        public Asked {
            fields = some(FactField.class, fields);
            groups = some(ItemGroup.class, groups);
        }
    }

    private static <E extends Enum<E>> Set<E> some(Class<E> of, Set<E> chosen) {
        EnumSet<E> set = EnumSet.noneOf(of);
        set.addAll(chosen);
        return Collections.unmodifiableSet(set);
    }

    /**
     * A firm of a page.
     *
     * @param snapshot null where there is none that can be read
     */
    private record Row(Name name, byte @Nullable [] snapshot) {}

    /**
     * Tells of every firm, by their numbers, as the register was at one moment. The next ones are read while the firms of a page are
     * told of, by one thread that is not the caller's.
     *
     * @param firm must not keep connections of its own waiting: the scan holds one
     */
    public void each(Tenant tenant, Asked asked, Consumer<Profile> firm) {
        try (ExecutorService telling = Executors.newSingleThreadExecutor()) {
            transactions.execute(SNAPSHOT, status -> {
                try {
                    return each(status.getConnection(), tenant.id(), asked, telling, firm);
                } catch (SQLException e) {
                    throw new IllegalStateException("the register of " + tenant.slug() + " cannot be read", e);
                }
            });
        }
    }

    private static long each(
            Connection connection, long tenantId, Asked asked, ExecutorService telling, Consumer<Profile> firm)
            throws SQLException {
        Future<?> told = CompletableFuture.completedFuture(null);
        long after = 0;
        List<Row> page;
        do {
            page = firms(connection, tenantId, after);
            List<Row> rows = page;
            Map<Long, Profile> read = RegisterRows.read(
                    connection,
                    tenantId,
                    page.stream()
                            .filter(row -> row.snapshot() == null)
                            .map(Row::name)
                            .toList());
            await(told);
            told = telling.submit(() -> rows.forEach(row -> firm.accept(profile(row, read, asked))));
            after = page.isEmpty() ? after : page.getLast().name().id();
        } while (page.size() == PAGE);
        await(told);
        return after;
    }

    private static Profile profile(Row row, Map<Long, Profile> read, Asked asked) {
        Name name = row.name();
        byte[] snapshot = row.snapshot();
        return snapshot == null
                ? Objects.requireNonNull(read.get(name.id())).only(asked)
                : ProfileSnapshot.read(name.id(), name.creditCode(), name.name(), snapshot, asked);
    }

    /** The same with all that is known of a firm. */
    public void each(Tenant tenant, Consumer<Profile> firm) {
        each(tenant, Asked.ALL, firm);
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

    private static List<Row> firms(Connection connection, long tenantId, long after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIRMS)) {
            select.setLong(1, tenantId);
            select.setLong(2, after);
            select.setInt(3, PAGE);
            List<Row> rows = new ArrayList<>(PAGE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean readable = row.getInt(4) == ProfileSnapshot.FORM;
                    rows.add(new Row(name(row), readable ? row.getBytes(5) : null));
                }
            }
            return rows;
        }
    }

    private static List<Name> names(PreparedStatement select) throws SQLException {
        List<Name> names = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(name(rows));
            }
        }
        return names;
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(row.getLong(1), row.getString(2), row.getString(3));
    }

    private static TransactionDefinition snapshot() {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setName("register at one moment");
        definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
        definition.setReadOnly(true);
        return definition;
    }
}
