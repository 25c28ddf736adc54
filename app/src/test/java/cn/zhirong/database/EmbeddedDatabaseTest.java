package cn.zhirong.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.testing.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
    private Path data;

    @BeforeEach
    void an_empty_data_folder() throws Exception {
        // Not under the temporary folder: the product never puts a database there.
        Path below = Files.createDirectories(Path.of("target", "embedded-databases"));
        data = Files.createTempDirectory(below.toAbsolutePath(), "data");
    }

    @AfterEach
    void leave_nothing() throws Exception {
        EmbeddedDatabase.closeAt(data);
        Folders.delete(data);
    }

    @Test
    void keeps_its_rows_over_a_clean_restart() throws Exception {
        write(EmbeddedDatabase.start(data).settings());
        EmbeddedDatabase.closeAt(data);
        assertThat(count(EmbeddedDatabase.start(data).settings())).isEqualTo(1);
    }

    @Test
    void starts_again_by_itself_when_the_server_is_killed_and_keeps_what_was_committed() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(data);
        write(database.settings());
        long killed = database.serverPid();
        ProcessHandle server = ProcessHandle.of(killed).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(5, TimeUnit.MINUTES);
        Patience.until("another server runs", () -> database.serverPid() != killed);
        Patience.until("it answers", () -> answers(database.settings()));
        assertThat(count(database.settings())).isEqualTo(1);
    }

    @Test
    void says_clearly_that_another_process_uses_the_folder() throws Exception {
        EmbeddedDatabase.start(data);
        Process second = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "cn.zhirong.command.Main",
                        "tenant",
                        "create",
                        "--data",
                        data.toString(),
                        "--slug",
                        "city",
                        "--name",
                        "某市")
                .redirectErrorStream(true)
                .start();
        String said = new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said).contains("正被另一个进程使用").doesNotContain("Exception");
    }

    @Test
    void ends_a_server_that_a_killed_application_left_behind() throws Exception {
        EmbeddedDatabase first = EmbeddedDatabase.start(data);
        write(first.settings());
        long orphan = first.serverPid();
        // What a killed application leaves: the server, its pid file, no lock.
        first.abandon();
        EmbeddedDatabase second = EmbeddedDatabase.start(data);
        assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThat(count(second.settings())).isEqualTo(1);
    }

    @Test
    void lets_nobody_in_without_the_password() {
        DatabaseSettings settings = EmbeddedDatabase.start(data).settings();
        assertThatThrownBy(() -> DriverManager.getConnection(settings.url(), "root", ""))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(settings.url(), "zhirong", ""))
                .isInstanceOf(SQLException.class);
    }

    private static void write(DatabaseSettings settings) throws SQLException {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id BIGINT PRIMARY KEY)");
            statement.execute("INSERT INTO kept VALUES (1)");
        }
    }

    private static long count(DatabaseSettings settings) throws SQLException {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM kept")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static boolean answers(DatabaseSettings settings) {
        try (Connection connection = connect(settings)) {
            return connection.isValid(10);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.username(), settings.password());
    }
}
