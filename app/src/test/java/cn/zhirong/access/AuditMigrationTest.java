package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What earlier versions recorded is chained by the migration as the application would have chained it. */
class AuditMigrationTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private final Tenant one = TestServer.get().aBureau();
    private final Tenant other = TestServer.get().aBureau();

    @Test
    void rows_of_before_are_chained_per_tenant_in_the_order_they_were_written() throws IOException {
        // The very statements of the two migrations, on tables of another name beside the real ones.
        String first = Files.readString(MIGRATIONS.resolve("V20261122.1__tenants_and_people.sql"));
        sql(first.substring(first.indexOf("CREATE TABLE audit_entry"), first.lastIndexOf(';'))
                .replace("audit_", "audit_old_"));
        row(other, "00:00:00.5", "policy.upload", "先来的");
        row(one, "23:59:59.999999", "policy.upload", "第一条；引号 ' 与 \"");
        row(one, "00:00:00", "policy.publish", "");
        row(other, "08:00:00", "policy.publish", "末尾有空格 ");
        sql(Pattern.compile(";\\s*\\n")
                .splitAsStream(Files.readString(MIGRATIONS.resolve("V20261122.8__audit_chain.sql"))
                        .replaceAll("(?m)^--.*$", "")
                        .replaceAll("(?<![@'])\\baudit_(?=[a-z])", "audit_old_"))
                .filter(statement -> !statement.isBlank())
                .toArray(String[]::new));
        for (Tenant tenant : List.of(one, other)) {
            List<AuditEntry> entries = entries(tenant);
            assertThat(entries).extracting(AuditEntry::number).containsExactly(1L, 2L);
            assertThat(entries.get(0).previousHash()).isEqualTo(AuditHash.NONE);
            assertThat(entries.get(1).previousHash()).isEqualTo(entries.get(0).hash());
            assertThat(entries).allSatisfy(entry -> assertThat(entry.hash()).isEqualTo(AuditHash.of(entry)));
            assertThat(text("SELECT CONCAT(last_number, ' ', last_hash) FROM audit_old_head WHERE tenant_id = "
                            + tenant.id()))
                    .isEqualTo("2 " + entries.get(1).hash());
        }
        sql("DROP TABLE audit_old_head", "DROP TABLE audit_old_entry");
    }

    private void row(Tenant tenant, String time, String action, String detail) {
        sql("INSERT INTO audit_old_entry (tenant_id, happened_at, actor, action, object, detail) VALUES (" + tenant.id()
                + ", '2026-11-21 " + time + "', '王经办', '" + action + "', '7', '" + detail.replace("'", "''") + "')");
    }

    private static List<AuditEntry> entries(Tenant tenant) {
        List<AuditEntry> entries = new ArrayList<>();
        query(
                "SELECT * FROM audit_old_entry WHERE tenant_id = " + tenant.id() + " ORDER BY number",
                rows -> entries.add(new AuditEntry(
                        rows.getLong("id"),
                        rows.getLong("tenant_id"),
                        rows.getLong("number"),
                        Instant.parse(rows.getString("happened_at").replace(' ', 'T') + "Z"),
                        rows.getString("actor"),
                        rows.getString("action"),
                        rows.getString("object"),
                        rows.getString("detail"),
                        null,
                        null,
                        rows.getString("source"),
                        null,
                        rows.getString("previous_hash"),
                        rows.getString("hash"))));
        return entries;
    }

    private static String text(String sql) {
        List<String> found = new ArrayList<>();
        query(sql, rows -> found.add(rows.getString(1)));
        return found.getFirst();
    }

    private interface Row {
        void read(ResultSet rows) throws SQLException;
    }

    @SuppressWarnings("unchecked")
    private static void query(String sql, Row row) {
        TransactionOperations<Connection> transactions = TestServer.get().bean(TransactionOperations.class);
        transactions.executeRead(status -> {
            try (Statement statement = status.getConnection().createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    row.read(rows);
                }
                return null;
            } catch (SQLException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
    }

    private static void sql(String... statements) {
        Intruder.sql(statements);
    }
}
