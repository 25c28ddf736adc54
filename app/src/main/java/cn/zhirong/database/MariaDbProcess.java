package cn.zhirong.database;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process: its arguments, and how it is begun and ended. */
final class MariaDbProcess {
    private static final Logger LOG = LoggerFactory.getLogger(MariaDbProcess.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path home;
    private final Path initFile;
    private final int port;
    private volatile Process process;
    private boolean stopping;

    private MariaDbProcess(Path home, Path initFile, int port, Process process) {
        this.home = home;
        this.initFile = initFile;
        this.port = port;
        this.process = process;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Launches the server; it takes connections when {@link #awaitPort} returns. */
    static MariaDbProcess start(Path home, Path initFile) throws IOException {
        int port = freePort();
        MariaDbProcess server = new MariaDbProcess(home, initFile, port, launch(home, initFile, port));
        server.keepAlive();
        return server;
    }

    /** A server that dies while nobody asked it to is started again, on the same port and data; at most once a second. */
    private void keepAlive() {
        process.onExit().thenRunAsync(this::revive);
    }

    private synchronized void revive() {
        if (stopping) {
            return;
        }
        LOG.warn("the embedded database ended unexpectedly and is started again");
        try {
            Thread.sleep(1000);
            process = launch(home, initFile, port);
            awaitPort();
            keepAlive();
        } catch (IOException | DatabaseUnavailable e) {
            LOG.error("the embedded database does not start again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void abandon() {
        stopping = true;
    }

    /** SIGTERM is a clean shutdown for this server. */
    synchronized void stop() {
        stopping = true;
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Makes the system tables: the statements of the distribution, without its help texts, read by a server of its own. */
    static void bootstrap(Path home, Path data) throws IOException {
        Path share = home.resolve("base/share");
        List<String> arguments = arguments(home, data);
        arguments.add("--bootstrap");
        arguments.add("--log-warnings=0");
        Process process = processBuilder(home, arguments).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (String script : List.of(
                    "mariadb_system_tables.sql",
                    "mariadb_performance_tables.sql",
                    "mariadb_system_tables_data.sql",
                    "maria_add_gis_sp_bootstrap.sql")) {
                Files.copy(share.resolve(script), in);
                in.write('\n');
            }
        }
        await(process, home);
    }

    /** Ends the server that an application killed before us left on this folder; a process of anyone else is not touched. */
    static void endOrphan(Path home) throws IOException {
        Path pidFile = home.resolve("pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        String written = Files.readString(pidFile).strip();
        Optional<ProcessHandle> orphan = written.matches("[0-9]{1,10}")
                ? ProcessHandle.of(Long.parseLong(written)).filter(handle -> worksOn(handle, home))
                : Optional.empty();
        if (orphan.isPresent()) {
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                orphan.get().destroyForcibly();
            } catch (ExecutionException e) {
                throw new IOException("cannot wait for the server left over", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the server left over ended", e);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean worksOn(ProcessHandle handle, Path home) {
        return handle.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains("--datadir=" + home.resolve("data")))
                .orElse(false);
    }

    private static Process launch(Path home, Path initFile, int port) throws IOException {
        List<String> arguments = arguments(home, home.resolve("data"));
        arguments.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                // Keys for TLS would cost up to fifteen seconds at the first start, for a server on loopback.
                "--skip-ssl",
                "--socket=" + socket(home),
                "--pid-file=" + home.resolve("server.pid"),
                "--init-file=" + initFile,
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--max-allowed-packet=64M",
                "--max-connections=60",
                "--innodb-log-file-size=48M",
                "--performance-schema=OFF"));
        Process process = processBuilder(home, arguments)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        Files.writeString(home.resolve("pid"), Long.toString(process.pid()));
        return process;
    }

    private static List<String> arguments(Path home, Path data) {
        List<String> arguments = new ArrayList<>(List.of(
                home.resolve("base/bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home.resolve("base"),
                "--datadir=" + data,
                "--lc-messages-dir=" + home.resolve("base/share"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--innodb-buffer-pool-size=96M"));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--user=root");
        }
        return arguments;
    }

    private static ProcessBuilder processBuilder(Path home, List<String> arguments) {
        return new ProcessBuilder(arguments)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("server.log").toFile()));
    }

    /** A socket's path may hold 107 bytes only: where the folder is deep, a relative one is used from the data folder. */
    private static String socket(Path home) {
        String path = home.resolve("socket").toString();
        return path.getBytes(StandardCharsets.UTF_8).length <= 100 ? path : "socket";
    }

    /** Waits until connections are taken. */
    void awaitPort() throws IOException {
        Process process = this.process;
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new DatabaseUnavailable("内置数据库启动失败，日志在 " + home.resolve("server.log"), null);
            }
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                // The greeting comes once connections are taken; its first bytes are length and sequence number.
                socket.setSoTimeout(2000);
                if (socket.getInputStream().read() >= 0) {
                    return;
                }
            } catch (IOException notYet) {
                pause();
            }
        }
        process.destroyForcibly();
        throw new DatabaseUnavailable("内置数据库在 90 秒内没有就绪，日志在 " + home.resolve("server.log"), null);
    }

    private static void await(Process process, Path home) throws IOException {
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new DatabaseUnavailable("内置数据库初始化失败，日志在 " + home.resolve("server.log"), null);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database was installed", e);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database started", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
