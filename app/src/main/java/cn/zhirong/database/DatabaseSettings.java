package cn.zhirong.database;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the database.
 *
 * @param url JDBC address, always of Connector/J
 * @param username who connects
 * @param password never empty: an empty default in a configuration file is read as "no password given"
 */
public record DatabaseSettings(String url, String username, String password) {

    private static final String OPTIONS =
            "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&characterEncoding=UTF-8"
                    + "&rewriteBatchedStatements=true&allowPublicKeyRetrieval=true&sslMode=PREFERRED"
                    + "&connectTimeout=5000&socketTimeout=60000";

    /** The MySQL that the environment names by {@code ZHIRONG_DATASOURCE_URL}, or null: then it is the embedded one. */
    static @Nullable DatabaseSettings find(Map<String, String> environment) {
        String url = environment.get("ZHIRONG_DATASOURCE_URL");
        if (url == null || url.isBlank()) {
            return null;
        }
        return external(
                url,
                environment.getOrDefault("ZHIRONG_DATASOURCE_USERNAME", "zhirong"),
                environment.getOrDefault("ZHIRONG_DATASOURCE_PASSWORD", ""));
    }

    /** A MySQL of somebody else's; our connection options are added where the address names none. */
    public static DatabaseSettings external(String url, String username, String password) {
        return new DatabaseSettings(url.contains("?") ? url : url + "?" + OPTIONS, username, password);
    }

    static DatabaseSettings embedded(int port, String password) {
        // The server listens on loopback only and has no certificate: it is started without TLS on purpose.
        String options = OPTIONS.replace("sslMode=PREFERRED", "sslMode=DISABLED");
        return new DatabaseSettings("jdbc:mysql://127.0.0.1:" + port + "/zhirong?" + options, "zhirong", password);
    }
}
