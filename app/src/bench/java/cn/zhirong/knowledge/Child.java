package cn.zhirong.knowledge;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A contestant in a JVM of its own; what it prints goes to a log in its folder. Once it serves it writes its port to the file
 * {@code ready} beside that log, or prints {@code ready http://localhost:PORT} as the product does.
 */
public final class Child implements Closeable {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Pattern SERVING = Pattern.compile("^ready http://localhost:(\\d+)", Pattern.MULTILINE);

    private final String name;
    private final Path folder;
    private final Process process;

    private Child(String name, Path folder, Process process) {
        this.name = name;
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param folder its own, made if need be
     * @param flags of the JVM
     * @param arguments of the main class
     */
    public static Child start(
            String name, Path folder, String classpath, List<String> flags, String main, List<String> arguments)
            throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(readyFile(folder));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--add-modules=jdk.incubator.vector");
        command.addAll(flags);
        command.add("-classpath");
        command.add(classpath);
        command.add(main);
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Child child = new Child(name, folder, process);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-" + name));
        return child;
    }

    /** The benches, the product and its own jars, nothing else. */
    public static String productClasspath() throws IOException {
        return String.join(File.pathSeparator, home(Child.class), home(PolicyIndexes.class), written("bench.product"));
    }

    /** The same with what the rivals of rules need. */
    public static String rivalClasspath() throws IOException {
        return String.join(File.pathSeparator, home(Child.class), home(PolicyIndexes.class), written("bench.rivals"));
    }

    /** The same with all that OpenSearch asks for before it. */
    static String openSearchClasspath() throws IOException {
        return String.join(
                File.pathSeparator,
                home(Child.class),
                home(PolicyIndexes.class),
                written("bench.opensearch"),
                written("bench.product"));
    }

    /** A class path that the build has written to the file which a system property names. */
    private static String written(String property) throws IOException {
        String file = System.getProperty(property);
        if (file == null) {
            throw new IOException("-D" + property + " must name the file with the class path; the profile bench does");
        }
        return Files.readString(Path.of(file)).strip();
    }

    /** In a contestant: tells whoever started it the port, and ends with it. */
    @SuppressWarnings("FutureReturnValueIgnored") // it comes when this process goes
    public static void ready(Path file, int port) throws IOException {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        Path draft = file.resolveSibling("ready.new");
        Files.writeString(draft, Integer.toString(port));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The file in which a contestant of this folder says that it serves. */
    public static Path readyFile(Path folder) {
        return folder.resolve("ready");
    }

    /** Waits until it serves. */
    public int port() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (Files.exists(readyFile(folder))) {
                return Integer.parseInt(Files.readString(readyFile(folder)));
            }
            Matcher serving = SERVING.matcher(Files.readString(folder.resolve("log")));
            if (serving.find()) {
                return Integer.parseInt(serving.group(1));
            }
            Thread.sleep(50);
        }
        throw new IOException(name + " does not serve, see " + folder.resolve("log"));
    }

    /** Waits until it has ended by itself. */
    void join() throws IOException, InterruptedException {
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(name + " ended with " + status + ", see " + folder.resolve("log"));
        }
    }

    /** Waits until it uses less than a tenth of a processor. */
    void awaitIdle() throws InterruptedException {
        Duration before = cpu();
        while (true) {
            Thread.sleep(3000);
            Duration now = cpu();
            if (now.minus(before).toMillis() < 300) {
                return;
            }
            before = now;
        }
    }

    /** Processor time that it and its own children have used so far. */
    Duration cpu() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Resident memory of the JVM alone, in megabytes. */
    double residentMegabytes() throws IOException {
        return resident(process.pid(), "VmRSS");
    }

    /** The most that it ever was. */
    public double mostResidentMegabytes() throws IOException {
        return resident(process.pid(), "VmHWM");
    }

    /** A line of what the kernel says of a process, in megabytes. */
    public static double resident(long pid, String line) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(each -> each.startsWith(line + ":"))
                    .mapToDouble(each -> Double.parseDouble(each.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String home(Class<?> type) throws IOException {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IOException("classes of " + type + " lie nowhere", e);
        }
    }
}
