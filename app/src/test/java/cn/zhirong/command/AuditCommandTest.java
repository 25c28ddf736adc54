package cn.zhirong.command;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.database.DatabaseSettings;
import cn.zhirong.database.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** {@code zhirong audit verify} on a data folder of its own. */
class AuditCommandTest {
    @Test
    void a_whole_audit_is_0_and_a_forged_entry_is_1_with_its_number() throws Exception {
        Path below = Files.createDirectories(Path.of("target", "audits"));
        Path data = Files.createTempDirectory(below.toAbsolutePath(), "verify");
        Called whole = verify(data);
        assertThat(whole.status()).isZero();
        assertThat(whole.lines())
                .anyMatch(line -> line.startsWith("{\"tenant\":\"shared\",\"whole\":true,\"first\":1,\"last\":0"))
                .anyMatch(line -> line.startsWith("{\"tenant\":\"platform\",\"whole\":true"));

        forge(EmbeddedDatabase.start(data).settings());
        Called broken = verify(data, "--tenant", "platform");
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.lines())
                .anyMatch(line -> line.startsWith("{\"tenant\":\"platform\",\"whole\":false,\"broken\":1,\"why\":\""));
    }

    private static void forge(DatabaseSettings settings) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(settings.url(), settings.username(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO audit_entry
                        (tenant_id, number, happened_at, actor, action, object, detail, previous_hash, hash)
                    SELECT id, 1, '2026-11-22', 'li', 'tenant.create', '7', '', REPEAT('0', 64), REPEAT('b', 64)
                    FROM tenant WHERE slug = 'platform'
                    """);
        }
    }

    private record Called(int status, java.util.List<String> lines) {}

    private static Called verify(Path data, String... more) throws IOException {
        PrintStream before = System.out;
        PrintStream errors = System.err;
        try (ByteArrayOutputStream said = new ByteArrayOutputStream()) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            String[] arguments = new String[4 + more.length];
            System.arraycopy(new String[] {"audit", "verify", "--data", data.toString()}, 0, arguments, 0, 4);
            System.arraycopy(more, 0, arguments, 4, more.length);
            int status = Main.run(arguments);
            System.out.flush();
            return new Called(
                    status, said.toString(StandardCharsets.UTF_8).lines().toList());
        } finally {
            System.setOut(before);
            System.setErr(errors);
        }
    }
}
