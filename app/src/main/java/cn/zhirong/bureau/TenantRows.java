package cn.zhirong.bureau;

import cn.zhirong.bureau.TenantTables.Table;
import cn.zhirong.tenant.Tenant;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of one tenant in any table, whatever the table is. Names of tables come from the database, never from a request. */
@Singleton
class TenantRows {
    private static final int BATCH = 1_000;

    /** Pieces of files are a megabyte each. */
    private static final int LARGE_BATCH = 20;

    private final TransactionOperations<Connection> transactions;

    TenantRows(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** How many there are. */
    long count(Tenant tenant, Table table) {
        return transactions.executeRead(status -> {
            try (PreparedStatement select = status.getConnection()
                    .prepareStatement("SELECT COUNT(*) FROM `" + table.name() + "` WHERE tenant_id = ?")) {
                select.setLong(1, tenant.id());
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(table.name() + " cannot be counted", e);
            }
        });
    }

    /** Takes all of them away, some at a time, so that nobody waits long for a lock. */
    void delete(Tenant tenant, Table table) {
        int batch = table.isLarge() ? LARGE_BATCH : BATCH;
        long gone = batch;
        while (gone == batch) {
            gone = transactions.executeWrite(status -> {
                try (PreparedStatement delete = status.getConnection()
                        .prepareStatement("DELETE FROM `" + table.name() + "` WHERE tenant_id = ? LIMIT " + batch)) {
                    delete.setLong(1, tenant.id());
                    return (long) delete.executeUpdate();
                } catch (SQLException e) {
                    throw new IllegalStateException(table.name() + " cannot be emptied", e);
                }
            });
        }
    }
}
