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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A contestant in a JVM of its own. It writes its port to a file once it serves; what it prints goes to a log beside it. */
public final class Child implements Closeable {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

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
     * @param arguments of the main class; {@code --ready FILE} is added
     */
    static Child start(
            String name, Path folder, String classpath, List<String> flags, String main, List<String> arguments)
            throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("ready"));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--add-modules=jdk.incubator.vector");
        command.addAll(flags);
        command.add("-classpath");
        command.add(classpath);
        command.add(main);
        command.addAll(arguments);
        command.add("--ready");
        command.add(folder.resolve("ready").toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Child child = new Child(name, folder, process);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-" + name));
        return child;
    }

    /** The product's own jars and nothing else, where the build has written them down; the benches' otherwise. */
    static String productClasspath() throws IOException {
        String file = System.getProperty("bench.product");
        if (file == null) {
            return everything();
        }
        return Stream.of(home(Child.class), home(PolicyIndexes.class), Files.readString(Path.of(file)).strip())
                .collect(Collectors.joining(File.pathSeparator));
    }

    static String everything() {
        return System.getProperty("java.class.path");
    }

    /** In a contestant: tells whoever started it the port, and ends with it. */
    public static void ready(Path file, int port) throws IOException {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        Path draft = file.resolveSibling("ready.new");
        Files.writeString(draft, Integer.toString(port));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until it serves. */
    int port() throws IOException, InterruptedException {
        Path ready = folder.resolve("ready");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(ready)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException(name + " does not serve, see " + folder.resolve("log"));
            }
            Thread.sleep(50);
        }
        return Integer.parseInt(Files.readString(ready));
    }

    /** Processor time that it and its own children have used so far. */
    Duration cpu() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Resident memory of the JVM alone, in megabytes. */
    double residentMegabytes() throws IOException {
        return resident(process.pid());
    }

    static double resident(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
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
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IOException("classes of " + type + " lie nowhere", e);
        }
    }
}
