package cn.zhirong.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.Flyway;

/**
 * The database on its way: how to reach it is known at once, {@link #await} says when it takes connections and its tables are
 * those of this version. In between the application gets on with its own start.
 */
public final class Database {
    private final DatabaseSettings settings;
    private final CompletableFuture<Void> ready;

    private Database(DatabaseSettings settings, CompletableFuture<Void> ready) {
        this.settings = settings;
        this.ready = ready;
    }

    /** Begins the database that the environment names, or else the embedded one under {@code data}. */
    public static Database begin(Map<String, String> environment, Path data) {
        DatabaseSettings external = DatabaseSettings.find(environment);
        if (external != null) {
            return migrate(external, () -> {});
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.begin(data);
        return migrate(embedded.settings(), embedded::await);
    }

    /** Brings the tables of a database that serves already to this version. */
    public static void migrate(DatabaseSettings settings) {
        Flyway.configure()
                .dataSource(settings.url(), settings.username(), settings.password())
                .locations("classpath:db/migration")
                .javaMigrations(new V20261122_8_1__Audit_append_only())
                .load()
                .migrate();
    }

    /** How to reach it, once it is ready. */
    public DatabaseSettings settings() {
        return settings;
    }

    /**
     * Waits until it serves with all its tables.
     *
     * @throws DatabaseUnavailable if it does not start
     */
    public void await() {
        try {
            ready.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Database migrate(DatabaseSettings settings, Runnable served) {
        var ready = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().name("database-start").start(() -> {
            try {
                served.run();
                migrate(settings);
                ready.complete(null);
            } catch (RuntimeException | Error e) {
                ready.completeExceptionally(e);
            }
        });
        return new Database(settings, ready);
    }
}
