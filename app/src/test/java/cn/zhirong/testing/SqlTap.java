package cn.zhirong.testing;

import com.mysql.cj.jdbc.Driver;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The driver that the test server uses: it lets a test see every statement with its parameters before it is run, on the very
 * connection and in the very transaction. Statements of background threads are not shown.
 */
public final class SqlTap extends Driver {
    private static final String BACKGROUND = "index-follower";
    private static volatile @Nullable Listener listening;

    /** Called by name, by the connection pool. */
    public SqlTap() throws SQLException {}

    /** Sees statements that are about to be run. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param connection where it will be run; what is done there in the meantime must be taken back
         * @param parameters from the first, as they were set
         */
        void about(Connection connection, String sql, List<Object> parameters) throws SQLException;
    }

    /** Shows every later statement to {@code listener}; null for nobody. */
    public static void listen(@Nullable Listener listener) {
        listening = listener;
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Connection connection = super.connect(url, info);
        return connection == null
                ? null
                : proxy(Connection.class, (self, method, arguments) -> {
                    Object result = call(connection, method, arguments);
                    return result instanceof PreparedStatement statement && arguments[0] instanceof String sql
                            ? statement(connection, sql, statement)
                            : result;
                });
    }

    private static PreparedStatement statement(Connection connection, String sql, PreparedStatement statement) {
        List<Object> parameters = new ArrayList<>();
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer at) {
                while (parameters.size() < at) {
                    parameters.add(null);
                }
                parameters.set(at - 1, method.getName().equals("setNull") ? null : arguments[1]);
            }
            Listener listener = listening;
            if (listener != null
                    && method.getName().startsWith("execute")
                    && !Thread.currentThread().getName().equals(BACKGROUND)) {
                listener.about(connection, sql, parameters);
            }
            return call(statement, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SqlTap.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
