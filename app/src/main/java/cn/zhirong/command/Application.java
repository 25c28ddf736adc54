package cn.zhirong.command;

import cn.zhirong.database.DatabaseSettings;
import cn.zhirong.database.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

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
        DatabaseSettings database = DatabaseSettings.find(System.getenv(), data);
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("zhirong.data", data.toAbsolutePath().normalize().toString());
        properties.put("datasources.default.url", database.url());
        properties.put("datasources.default.username", database.username());
        properties.put("datasources.default.password", database.password());
        try {
            ApplicationContext context = ApplicationContext.builder()
                    .properties(properties)
                    .banner(false)
                    .deduceEnvironment(false)
                    .start();
            return new Application(context, data);
        } catch (RuntimeException e) {
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
