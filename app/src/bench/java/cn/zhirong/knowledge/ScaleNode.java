package cn.zhirong.knowledge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Some tenants of one size in a JVM of their own: builds their indexes, or opens them and measures when it is told to. */
public final class ScaleNode implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Option(names = "--data", required = true)
    @SuppressWarnings("NullAway.Init") // picocli fills these before anything runs
    private Path data;

    @Option(names = "--corpus", required = true)
    @SuppressWarnings("NullAway.Init")
    private Path corpus;

    @Option(names = "--tenants", required = true)
    private int tenants;

    @Option(names = "--passages", required = true, description = "of each tenant")
    private int passages;

    @Option(names = "--model", description = "folder for vectors of the real model; random ones without it")
    private @org.jspecify.annotations.Nullable Path model;

    @Option(names = "--base", defaultValue = "10000", description = "how many vectors the others are made of")
    private int base;

    @Option(
            names = "--distinct",
            required = true,
            description = "tenants that are filled; the others are copies of them")
    private int distinct;

    @Option(names = "--build", description = "builds and ends")
    private boolean build;

    @Option(names = "--most-bytes", defaultValue = "20000000000")
    private long mostBytes;

    @Option(names = "--most-minutes", defaultValue = "120")
    private long mostMinutes;

    @Option(names = "--ready", required = true)
    @SuppressWarnings("NullAway.Init")
    private Path ready;

    private int asked;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ScaleNode()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (build) {
            var limits = new ScaleBuild.Limits(mostBytes, mostMinutes);
            int filled = new ScaleBuild(texts().versions(), vectors())
                    .fill(data.resolve("index"), tenants, distinct, passages, limits);
            Files.writeString(data.resolve("tenants"), Integer.toString(filled));
            return 0;
        }
        // Nothing here may hold the texts: they would be counted with the memory.
        serve(texts().questions(), vectors());
        return 0;
    }

    private BenchCorpus texts() throws IOException {
        return BenchCorpus.read(corpus, "scale", Integer.MAX_VALUE);
    }

    private Embedder vectors() throws IOException {
        if (model == null) {
            return ScaleVectors.random(base);
        }
        List<Passage> passages = texts().passages();
        return ScaleVectors.model(passages.subList(0, Math.min(base, passages.size())), model);
    }

    private void serve(List<String> questions, Embedder vectors) throws IOException, InterruptedException {
        int filled = Integer.parseInt(Files.readString(data.resolve("tenants")));
        try (var indexes = PolicyIndexes.held(data.resolve("index"), vectors, slug -> SearchSettings.USUAL)) {
            long began = System.nanoTime();
            for (int tenant = 0; tenant < filled; tenant++) {
                if (!indexes.isSound(ScaleBuild.slug(tenant))) {
                    throw new IOException("the index of " + ScaleBuild.slug(tenant) + " is damaged");
                }
            }
            double opened = (System.nanoTime() - began) / 1e9;
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.createContext("/round", exchange -> answer(exchange, round(indexes, questions, filled, exchange)));
            server.createContext("/memory", exchange -> answer(exchange, memory(opened, filled)));
            server.start();
            Child.ready(ready, server.getAddress().getPort());
            new CountDownLatch(1).await();
        }
    }

    /** Asks one question after the other, each of the next tenant. */
    private Map<String, Object> round(
            PolicyIndexes indexes, List<String> questions, int tenants, HttpExchange exchange) {
        int count = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll("\\D", ""));
        var millis = new double[count];
        var cpu = new double[count];
        var clock = ManagementFactory.getThreadMXBean();
        long hits = 0;
        for (int i = 0; i < count; i++) {
            String question = questions.get(asked % questions.size());
            var query = new SearchQuery(
                    ScaleBuild.slug(asked++ % tenants), question, DAY, Set.of(), Set.of(), Set.of(), 0, 10);
            long used = clock.getCurrentThreadCpuTime();
            long began = System.nanoTime();
            hits += indexes.search(query).hits().size();
            millis[i] = (System.nanoTime() - began) / 1e6;
            cpu[i] = (clock.getCurrentThreadCpuTime() - used) / 1e6;
        }
        double[] sorted = Spread.sorted(millis, count);
        return Map.of(
                "p50",
                Spread.quantile(sorted, 0.5),
                "p99",
                Spread.quantile(sorted, 0.99),
                "cpu",
                Spread.quantile(Spread.sorted(cpu, count), 0.5),
                "hits",
                hits);
    }

    private static Map<String, Object> memory(double opened, int tenants) throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return Map.of(
                "openSeconds",
                opened,
                "tenants",
                tenants,
                "heapMegabytes",
                heap / 1048576.0,
                "residentMegabytes",
                Child.resident(ProcessHandle.current().pid(), "VmRSS"),
                "anonymousMegabytes",
                Child.resident(ProcessHandle.current().pid(), "RssAnon"));
    }

    private static void answer(HttpExchange exchange, Map<String, Object> figures) throws IOException {
        byte[] body = JSON.writeValueAsBytes(figures);
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
