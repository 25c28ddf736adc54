package cn.zhirong.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The product as its users start it: a process of its own on a data folder of its own, with the embedded database. */
public final class Product implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final List<String> said = new ArrayList<>();

    private Product(Process process) {
        this.process = process;
    }

    /** Starts {@code serve} with these further arguments and waits until it says that it is ready. */
    public static Product serve(Path data, String... more) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0", "--data", data.toString()));
        arguments.addAll(List.of(more));
        Product product = launch(arguments.toArray(String[]::new));
        product.url();
        return product;
    }

    /** Starts any command and does not wait. */
    public static Product launch(String... arguments) {
        List<String> call = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-Xmx600m",
                "-cp",
                System.getProperty("java.class.path"),
                "cn.zhirong.command.Main"));
        call.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(call).redirectErrorStream(true);
            builder.environment().remove("ZHIRONG_DATASOURCE_URL");
            Product product = new Product(builder.start());
            Thread.ofVirtual().start(product::listen);
            return product;
        } catch (IOException e) {
            throw new IllegalStateException("the product cannot be started", e);
        }
    }

    /** Where it serves. */
    public String url() {
        try {
            return ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the product did not become ready; it said:\n" + output(), e);
        }
    }

    /** The process itself, to be killed. */
    public Process process() {
        return process;
    }

    /** All that it printed so far. */
    public synchronized String output() {
        return String.join("\n", said);
    }

    /** Waits for its end and gives the exit status. */
    public int exit() {
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the product does not end; it said:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to stop and waits. */
    @Override
    public void close() {
        process.destroy();
        exit();
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
            ready.completeExceptionally(new IllegalStateException("it ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private synchronized void hear(String line) {
        said.add(line);
        if (line.startsWith("ready http://")) {
            ready.complete(line.substring("ready ".length()));
        }
    }
}
