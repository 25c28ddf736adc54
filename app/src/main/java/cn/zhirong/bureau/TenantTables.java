package cn.zhirong.bureau;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The tables that hold rows of tenants, as the database itself tells them: one that is added tomorrow is exported and emptied
 * without anybody thinking of it here.
 */
@Singleton
class TenantTables {
    private static final String TABLES = """
            SELECT c.TABLE_NAME, c.COLUMN_NAME, c.DATA_TYPE FROM information_schema.COLUMNS c
              JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
            WHERE c.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE' AND c.TABLE_NAME IN (
              SELECT TABLE_NAME FROM information_schema.COLUMNS
              WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'tenant_id')
            ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION
            """;
    private static final String REFERENCES = """
            SELECT DISTINCT TABLE_NAME, REFERENCED_TABLE_NAME FROM information_schema.KEY_COLUMN_USAGE
            WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
            """;

    private final TransactionOperations<Connection> transactions;

    TenantTables(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** A table with its columns, in their order. */
    record Table(String name, List<Column> columns) {
        Table {
            columns = List.copyOf(columns);
        }

        boolean isLarge() {
            return columns.stream().anyMatch(Column::isBinary);
        }
    }

    /** @param type as the database names it, in lower case, such as {@code varchar} */
    record Column(String name, String type) {
        boolean isBinary() {
            return type.endsWith("blob") || type.endsWith("binary");
        }
    }

    /** All of them, so that a table stands before those whose rows its own refer to. */
    List<Table> childrenFirst() {
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            return sorted(tables(connection), references(connection));
        });
    }

    private static Map<String, List<Column>> tables(Connection connection) {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(TABLES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                        .add(new Column(rows.getString(2), rows.getString(3).toLowerCase(Locale.ROOT)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be listed", e);
        }
        return tables;
    }

    private static Map<String, Set<String>> references(Connection connection) {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(REFERENCES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), name -> new LinkedHashSet<>())
                        .add(rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the foreign keys cannot be listed", e);
        }
        return references;
    }

    /** Takes out again and again what no table that is left refers to. */
    static List<Table> sorted(Map<String, List<Column>> tables, Map<String, Set<String>> references) {
        Set<String> left = new LinkedHashSet<>(tables.keySet());
        List<Table> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> free = left.stream()
                    .filter(name -> left.stream()
                            .noneMatch(other -> !other.equals(name)
                                    && references.getOrDefault(other, Set.of()).contains(name)))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("foreign keys go round in a circle among " + left);
            }
            free.forEach(name -> sorted.add(new Table(name, tables.getOrDefault(name, List.of()))));
            free.forEach(left::remove);
        }
        return sorted;
    }
}
