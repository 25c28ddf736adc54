package cn.zhirong.command;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.testing.Patience;
import cn.zhirong.testing.Product;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starting, stopping and being killed, as it happens to the process on a machine. */
class ServeTest {
    private Path data;

    @BeforeEach
    void an_empty_data_folder() throws IOException {
        Path below = Files.createDirectories(Path.of("target", "products"));
        data = Files.createTempDirectory(below.toAbsolutePath(), "data");
    }

    @Test
    void answers_the_first_question_with_a_citation_once_it_says_ready_and_again_after_a_kill() throws Exception {
        Product first = Product.serve(data, "--demo");
        assertThat(first.output()).contains("登录");
        assertThat(ask(first)).contains("\"kind\":\"grounded\"").contains("\"provision\"");
        ProcessHandle database = database(first);
        first.process().destroyForcibly().waitFor(5, TimeUnit.MINUTES);
        database.destroyForcibly();
        database.onExit().get(5, TimeUnit.MINUTES);
        // Half an upload, as the server keeps it.
        Path half = Files.createFile(data.resolve("tmp/FUp_1.tmp"));
        try (Product second = Product.serve(data, "--demo")) {
            assertThat(half).doesNotExist();
            assertThat(ask(second)).contains("\"kind\":\"grounded\"");
            ProcessHandle its = database(second);
            second.close();
            assertThat(its.isAlive())
                    .as("the database ends with the application")
                    .isFalse();
        }
    }

    @Test
    void leaves_nothing_half_there_when_an_import_is_killed() throws Exception {
        assertThat(Product.launch("tenant", "create", "--data", data.toString(), "--slug", "town", "--name", "某镇")
                        .exit())
                .isEqualTo(0);
        Path files = Files.createDirectories(data.resolveSibling(data.getFileName() + "-files"));
        for (int n = 0; n < 40; n++) {
            Files.writeString(files.resolve("办法" + n + ".txt"), document(n));
        }
        String[] call = importing(files);
        Product killed = Product.launch(call);
        // Somewhere in the middle: as soon as the first documents are told.
        Patience.until("documents are told", () -> killed.output().contains("办法1"));
        killed.process().destroyForcibly().waitFor(5, TimeUnit.MINUTES);
        Product again = Product.launch(call);
        again.exit();
        assertThat(again.output()).contains("办法39");
        try (Product served = Product.serve(data)) {
            HttpResponse<String> list = get(served.url() + "/api/v1/town/policies?size=100");
            for (int n = 0; n < 40; n++) {
                assertThat(list.body().split("某镇第" + n + "号补贴办法", -1))
                        .as("document %s is there exactly once", n)
                        .hasSize(2);
            }
        }
    }

    @Test
    void stops_with_the_process_that_started_it() throws Exception {
        // A shell between us and the product stands for Maven.
        String command = ProcessHandle.current().info().command().orElseThrow();
        Process parent = new ProcessBuilder(
                        "sh",
                        "-c",
                        "'" + command + "' -cp '" + System.getProperty("java.class.path")
                                + "' cn.zhirong.command.Main serve --port 0 --stop-with-parent --data '" + data
                                + "' > '" + data + ".log' 2>&1 & sleep 600")
                .start();
        Path log = Path.of(data + ".log");
        Patience.until(
                "it is ready", () -> Files.exists(log) && Files.readString(log).contains("ready "));
        List<ProcessHandle> family = parent.descendants().toList();
        assertThat(family).hasSizeGreaterThanOrEqualTo(3);
        parent.destroyForcibly();
        for (ProcessHandle handle : family) {
            if (handle.info().arguments().map(List::of).orElse(List.of()).contains("600")) {
                handle.destroy();
            } else {
                handle.onExit().get(5, TimeUnit.MINUTES);
            }
        }
    }

    private String[] importing(Path files) throws IOException {
        try (var paths = Files.list(files)) {
            List<String> call =
                    paths.map(Path::toString).sorted().collect(Collectors.toCollection(java.util.ArrayList::new));
            call.addAll(0, List.of("import", "--data", data.toString(), "--tenant", "town", "--publish"));
            return call.toArray(String[]::new);
        }
    }

    private static String document(int n) {
        return "某镇第" + n + "号补贴办法\n"
                + IntStream.rangeClosed(1, 9)
                        .mapToObj(article ->
                                "第" + "一二三四五六七八九".charAt(article - 1) + "条 企业可以申请第" + n + "类补贴的第" + article + "项。")
                        .collect(Collectors.joining("\n"));
    }

    private static ProcessHandle database(Product product) {
        return product.process()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("mariadbd"))
                .findFirst()
                .orElseThrow();
    }

    private static String ask(Product product) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(product.url() + "/api/v1/zhaoqing/ask"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"question\":\"风险补偿资金池托管给谁运营？\"}"))
                        .build())
                .body();
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
