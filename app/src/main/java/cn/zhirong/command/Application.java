package cn.zhirong.command;

import cn.zhirong.database.Database;
import cn.zhirong.database.DatabaseSettings;
import cn.zhirong.database.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The application context on a data folder, with its database under it; closed in the reverse order. */
final class Application implements AutoCloseable {
    private final ApplicationContext context;
    private final Path data;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Application(ApplicationContext context, Path data) {
        this.context = context;
        this.data = data;
    }

    /** Starts the database and the beans on it; {@code more} are further configuration values. */
    static Application start(Path data, Map<String, Object> more) {
        // The database comes up while the beans are made: none of them asks it anything before the start is over.
        Database coming = Database.begin(System.getenv(), data);
        DatabaseSettings database = coming.settings();
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("zhirong.data", data.toAbsolutePath().normalize().toString());
        properties.put("datasources.default.url", database.url());
        properties.put("datasources.default.username", database.username());
        properties.put("datasources.default.password", database.password());
        @Nullable ApplicationContext context = null;
        try {
            context = ApplicationContext.builder()
                    .properties(properties)
                    .banner(false)
                    .deduceEnvironment(false)
                    .start();
            coming.await();
            return new Application(context, data);
        } catch (RuntimeException e) {
            if (context != null) {
                context.close();
            }
            EmbeddedDatabase.closeAt(data);
            throw e;
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            context.close();
            EmbeddedDatabase.closeAt(data);
        }
    }
}
