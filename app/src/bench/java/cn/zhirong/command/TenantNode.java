package cn.zhirong.command;

import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.knowledge.PolicySearch;
import cn.zhirong.knowledge.SearchQuery;
import cn.zhirong.policy.PolicyDesk;
import cn.zhirong.policy.UploadHints;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * The product on its own database with so many bureaus, each with one published document: makes them, or starts with them and
 * says how long that took and how much memory it holds, idle, after a page of each, and after a search in each. The model is
 * never loaded.
 */
public final class TenantNode implements Callable<Integer> {
    private static final String TEXT = """
            # 测量市第%1$d号补贴办法

            测金〔2026〕%1$d号

            第一条　为了测量，制定本办法。

            第二条　按照保费的%2$d%%给予补贴，每家企业每年不超过%2$d万元。

            第三条　申请补贴应当提交申请表和保险单。

            第四条　本办法自2026年3月1日起施行。
            """;

    @Option(names = "--data", required = true)
    @SuppressWarnings("NullAway.Init") // picocli fills these before anything runs
    private Path data;

    @Option(names = "--tenants", required = true)
    private int count;

    @Option(names = "--build")
    private boolean build;

    @Option(names = "--figures", required = true, description = "where a line of numbers goes")
    @SuppressWarnings("NullAway.Init")
    private Path figures;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TenantNode()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Application application = Application.start(data, Map.of("micronaut.server.port", -1))) {
            Files.writeString(figures, build ? built(application) : measured(application));
        }
        return 0;
    }

    /** Milliseconds of making all tenants, and of filling them. */
    private String built(Application application) throws IOException {
        Tenants tenants = application.bean(Tenants.class);
        long began = System.nanoTime();
        for (int i = 1; i <= count; i++) {
            tenants.create(TenantProfile.named("bench-" + i, "测量用租户" + i), false);
        }
        long made = System.nanoTime();
        PolicyDesk desk = application.bean(PolicyDesk.class);
        Path file = Files.createTempFile("tenant", ".md");
        for (Tenant tenant : tenants.all()) {
            int number = Integer.parseInt(tenant.slug().substring("bench-".length()));
            Files.writeString(file, TEXT.formatted(number, number % 89 + 10));
            desk.importAndPublish(tenant, "办法.md", file, UploadHints.none());
        }
        Files.delete(file);
        application.bean(IndexFollower.class).catchUp();
        return (made - began) / 1_000_000 + " " + (System.nanoTime() - made) / 1_000_000;
    }

    /**
     * Milliseconds from the start of this process to serving; bytes of heap idle, after pages, and after searches; microseconds of
     * a look of the follower; milliseconds of processor until it served.
     */
    private String measured(Application application) throws IOException, InterruptedException {
        IndexFollower follower = application.bean(IndexFollower.class);
        follower.catchUp();
        EmbeddedServer server = application.bean(EmbeddedServer.class);
        server.start();
        long start = ManagementFactory.getRuntimeMXBean().getUptime();
        long processor = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        try (HttpClient client = HttpClient.newHttpClient()) {
            // What only the first page of all needs is not counted to any tenant.
            for (int i = 1; i <= 10; i++) {
                page(client, server, i);
                search(application, i);
            }
            long idle = heap();
            long began = System.nanoTime();
            follower.catchUp();
            long look = (System.nanoTime() - began) / 1_000;
            for (int i = 11; i <= count; i++) {
                page(client, server, i);
            }
            long visited = heap();
            for (int i = 11; i <= count; i++) {
                search(application, i);
            }
            return start + " " + idle + " " + visited + " " + heap() + " " + look + " " + processor;
        }
    }

    private static void page(HttpClient client, EmbeddedServer server, int number)
            throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + server.getPort() + "/bench-" + number);
        int status = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
        if (status != 200) {
            throw new IOException(address + " answers " + status);
        }
    }

    private static void search(Application application, int number) {
        int found = application
                .bean(PolicySearch.class)
                .search(new SearchQuery(
                        "bench-" + number, "保费补贴", LocalDate.of(2026, 11, 22), Set.of(), Set.of(), Set.of(), 0, 5))
                .hits()
                .size();
        if (found == 0) {
            throw new IllegalStateException("bench-" + number + " finds nothing");
        }
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
