package cn.zhirong.testing;

import cn.zhirong.database.Database;
import cn.zhirong.database.DatabaseSettings;
import cn.zhirong.database.EmbeddedDatabase;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one real server with the one real database that all tests of a run share: the embedded one, or the MySQL that {@code
 * -Dzhirong.test.datasource.url} (with {@code .username}, {@code .password}) names, whose tables are dropped first. Tests make
 * tenants of their own instead of cleaning up.
 */
public final class TestServer {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static @Nullable TestServer running;

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final Path data;
    private final DatabaseSettings database;

    private TestServer(ApplicationContext context, EmbeddedServer server, Path data, DatabaseSettings database) {
        this.context = context;
        this.server = server;
        this.data = data;
        this.database = database;
    }

    /** The server, started at the first call and stopped with the JVM. */
    public static synchronized TestServer get() {
        if (running == null) {
            running = start();
        }
        return running;
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return "http://localhost:" + server.getPort();
    }

    /** A bean of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A connection of the test's own to its database, past the application. Whoever asks for it closes it. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    /** Its data folder. */
    public Path data() {
        return data;
    }

    /** A new empty bureau that no other test knows. */
    public Tenant aBureau() {
        String slug = "city-" + NEXT.incrementAndGet();
        return bean(Tenants.class).create(TenantProfile.named(slug, "测试市金融工作局" + slug), false);
    }

    /**
     * A second server on the same database, with a data folder of its own and with these beans in the place of those they
     * replace. Whoever asks for it closes it.
     */
    public EmbeddedServer beside(String name, RuntimeBeanDefinition<?>... beans) {
        return beside(name, Map.of(), beans);
    }

    /** The same with further configuration values. */
    public EmbeddedServer beside(String name, Map<String, Object> more, RuntimeBeanDefinition<?>... beans) {
        Path folder = data.resolve(name);
        try {
            Files.createDirectories(folder);
            // What one of two servers on a database sealed the other can open.
            Path key = data.resolve("keys/personal.key");
            Path same = folder.resolve("keys/personal.key");
            if (Files.exists(key) && !Files.exists(same)) {
                Files.createDirectories(same.getParent());
                Files.copy(key, same);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return context(folder, database, more, beans)
                .getBean(EmbeddedServer.class)
                .start();
    }

    private static ApplicationContext context(
            Path data, DatabaseSettings database, Map<String, Object> more, RuntimeBeanDefinition<?>... beans) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("zhirong.data", data.toString());
        properties.put("datasources.default.url", database.url());
        properties.put("datasources.default.username", database.username());
        properties.put("datasources.default.password", database.password());
        properties.put("datasources.default.driver-class-name", SqlTap.class.getName());
        properties.put("micronaut.server.port", -1);
        properties.put("zhirong.identity.loopback", true);
        // All tests come from one address and for some accounts a test is a busy minute.
        for (String scope : List.of("address", "account", "tenant")) {
            for (String kind : List.of("reading", "changing", "asking", "uploading")) {
                properties.put("zhirong.limits." + scope + "." + kind, 1_000_000);
            }
        }
        properties.putAll(more);
        return ApplicationContext.builder()
                .properties(properties)
                .beanDefinitions(beans)
                .banner(false)
                .deduceEnvironment(false)
                .start();
    }

    private static TestServer start() {
        Path data = Path.of("target", "test-data").toAbsolutePath();
        try {
            deleteBelow(data);
            Files.createDirectories(data);
            DatabaseSettings database = database(data);
            Database.migrate(database);
            ApplicationContext context = context(data, database, Map.of());
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                context.close();
                EmbeddedDatabase.closeAt(data);
            }));
            return new TestServer(context, server, data, database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database cannot be prepared", e);
        }
    }

    private static DatabaseSettings database(Path data) throws SQLException {
        String url = System.getProperty("zhirong.test.datasource.url", "");
        if (url.isBlank()) {
            return EmbeddedDatabase.start(data).settings();
        }
        DatabaseSettings settings = DatabaseSettings.external(
                url,
                System.getProperty("zhirong.test.datasource.username", "zhirong"),
                System.getProperty("zhirong.test.datasource.password", "zhirong"));
        dropTables(settings);
        return settings;
    }

    private static void dropTables(DatabaseSettings settings) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(settings.url(), settings.username(), settings.password());
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SHOW TABLES")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : tables) {
                statement.execute("DROP TABLE `" + table + "`");
            }
        }
    }

    /** Everything but the unpacked binaries, which are the same in each run. */
    private static void deleteBelow(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(data)) {
            deepestFirst = paths.filter(path -> !path.startsWith(data.resolve("database/base")))
                    .filter(path -> !data.resolve("database/base").startsWith(path))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
