package cn.zhirong.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The MariaDB server that the product brings along, under {@code DATA/database}: unpacked once, installed once, started with
 * the application and stopped with it. One application a folder, held by a file lock; a server left over by a killed
 * application is ended first; InnoDB recovers what was committed.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** Held here, since a lock that only a local variable knows is collected and so given up. */
    private static final Map<Path, EmbeddedDatabase> RUNNING = new ConcurrentHashMap<>();

    private final Path home;
    private final FileChannel lockFile;
    private final DatabaseSettings settings;
    private final MariaDbProcess server;

    private EmbeddedDatabase(Path home, FileChannel lockFile, DatabaseSettings settings, MariaDbProcess server) {
        this.home = home;
        this.lockFile = lockFile;
        this.settings = settings;
        this.server = server;
    }

    /** Starts the server of this data folder, or gives the one that this application already started there. */
    public static EmbeddedDatabase start(Path data) {
        EmbeddedDatabase database = begin(data);
        database.await();
        return database;
    }

    /** As {@link #start}, but returns while the server is still coming up: {@link #await} before the first connection. */
    static synchronized EmbeddedDatabase begin(Path data) {
        Path home = data.toAbsolutePath().normalize().resolve("database");
        EmbeddedDatabase running = RUNNING.get(home);
        if (running != null) {
            return running;
        }
        try {
            Files.createDirectories(home);
            FileChannel lockFile = lock(data, home);
            MariaDbProcess.endOrphan(home);
            EmbeddedBinaries.unpack(home.resolve("base"));
            install(home);
            String password = password(home);
            MariaDbProcess server = MariaDbProcess.start(home, initFile(home, password));
            EmbeddedDatabase database =
                    new EmbeddedDatabase(home, lockFile, DatabaseSettings.embedded(server.port(), password), server);
            RUNNING.put(home, database);
            return database;
        } catch (IOException e) {
            throw unavailable(home, e);
        }
    }

    /** Ends the server of this data folder, if this application started one there. */
    public static void closeAt(Path data) {
        EmbeddedDatabase running = RUNNING.get(data.toAbsolutePath().normalize().resolve("database"));
        if (running != null) {
            running.close();
        }
    }

    /** Waits until the server takes connections. */
    void await() {
        try {
            server.awaitPort();
        } catch (IOException e) {
            throw unavailable(home, e);
        }
    }

    /** How to reach it. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** The process number of the server, for tests that kill it. */
    public long serverPid() {
        return server.pid();
    }

    /** Leaves the folder as a killed application does: unlocked, its server running. For tests. */
    void abandon() throws IOException {
        RUNNING.remove(home, this);
        server.abandon();
        lockFile.close();
    }

    /** Ends the server cleanly and gives the folder free. */
    @Override
    public void close() {
        if (RUNNING.remove(home, this)) {
            server.stop();
            try {
                lockFile.close();
            } catch (IOException e) {
                throw new DatabaseUnavailable("cannot release the lock of " + home, e);
            }
        }
    }

    private static FileChannel lock(Path data, Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new DataFolderBusy(data);
        }
        channel.close();
        throw new DataFolderBusy(data);
    }

    private static DatabaseUnavailable unavailable(Path home, IOException cause) {
        return new DatabaseUnavailable("内置数据库无法在 " + home + " 启动：" + cause.getMessage(), cause);
    }

    /** Installs beside and renames, so that a kill in between leaves nothing that looks finished. */
    private static void install(Path home) throws IOException {
        Path data = home.resolve("data");
        if (Files.exists(data)) {
            return;
        }
        Path fresh = home.resolve("data.new");
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        MariaDbProcess.bootstrap(home, fresh);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            writePrivately(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    private static Path initFile(Path home, String password) throws IOException {
        Path file = home.resolve("init.sql");
        // One statement a line: the server reads this file line by line, with all rights and before anybody may
        // connect. The
        // installation's root and nameless users have no password and are taken away.
        writePrivately(file, """
                CREATE DATABASE IF NOT EXISTS zhirong CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                CREATE USER IF NOT EXISTS 'zhirong'@'127.0.0.1' IDENTIFIED BY '%1$s';
                ALTER USER 'zhirong'@'127.0.0.1' IDENTIFIED BY '%1$s';
                GRANT ALL ON zhirong.* TO 'zhirong'@'127.0.0.1';
                DELETE FROM mysql.global_priv WHERE User NOT IN ('zhirong', 'mariadb.sys');
                FLUSH PRIVILEGES;
                """.formatted(password));
        return file;
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
