package cn.zhirong.access;

import cn.zhirong.database.V20261122_8_1__Audit_append_only;
import cn.zhirong.testing.TestServer;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Somebody with every right in the database: takes the triggers away, does what they do, and puts the triggers back. */
final class Intruder {
    private static final List<String> TRIGGERS =
            List.of("audit_entry_update", "audit_entry_delete", "audit_head_update", "audit_head_delete");

    private Intruder() {}

    static void does(String... statements) {
        TRIGGERS.forEach(trigger -> sql("DROP TRIGGER " + trigger));
        try {
            for (String statement : statements) {
                sql(statement);
            }
        } finally {
            V20261122_8_1__Audit_append_only.TRIGGERS.forEach(Intruder::sql);
        }
    }

    /** These statements as the application's own user, one after the other in one session. */
    @SuppressWarnings("unchecked")
    static void sql(String... statements) {
        TransactionOperations<Connection> transactions = TestServer.get().bean(TransactionOperations.class);
        transactions.executeWrite(status -> {
            for (String sql : statements) {
                try (Statement statement = status.getConnection().createStatement()) {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new IllegalStateException(e.getMessage() + " in " + sql, e);
                }
            }
            return null;
        });
    }
}
