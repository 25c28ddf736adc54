package cn.zhirong.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How index, memory and time of a hybrid search grow with the passages of a tenant and the tenants of an installation. Texts are
 * a corpus over and over; vectors are those of its first passages, or random ones, with noise. The time of embedding the
 * question is left out: it does not grow. Each size is a JVM of its own; rounds are interleaved.
 */
@Command(name = "ScaleBench", mixinStandardHelpOptions = true)
public final class ScaleBench implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MEGABYTE = 1L << 20;
    private static final int WARM_UPS = 6;

    @Option(names = "--corpus", required = true, description = "folder in the BEIR layout")
    @SuppressWarnings("NullAway.Init") // picocli fills these before anything runs
    private Path corpus;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "10000x1,100000x1,1000000x50",
            description = "passages in all x tenants; the first is what the others are compared with")
    @SuppressWarnings("NullAway.Init")
    private List<String> sizes;

    @Option(
            names = "--distinct",
            defaultValue = "50",
            description = "tenants of a size that are filled; the others are copies of them")
    private int distinct;

    @Option(names = "--rounds", defaultValue = "7")
    private int rounds;

    @Option(names = "--queries", defaultValue = "600", description = "of a round")
    private int queries;

    @Option(names = "--model", description = "noise on the vectors of the real model, instead of random ones")
    private boolean model;

    @Option(names = "--base", defaultValue = "10000", description = "how many vectors the others are made of")
    private int base;

    @Option(names = "--heap", defaultValue = "2g", description = "of each size")
    @SuppressWarnings("NullAway.Init")
    private String heap;

    @Option(names = "--most-gigabytes", defaultValue = "20", description = "of disk for one size")
    private long mostGigabytes;

    @Option(names = "--most-minutes", defaultValue = "120", description = "for building one size")
    private long mostMinutes;

    @Option(names = "--work", description = "folder for indexes and logs; kept where it is named, and used again")
    private @Nullable Path work;

    @Option(names = "--json", description = "file to which the JSON lines are appended")
    private @Nullable Path json;

    /** One row of the table. */
    private static final class Size {
        final int passages;
        final int tenants;
        final Path folder;
        final List<Double> p50 = new ArrayList<>();
        final List<Double> p99 = new ArrayList<>();
        final List<Double> cpu = new ArrayList<>();
        double buildSeconds = Double.NaN;
        int port;

        Size(String written, Path folder) {
            String[] parts = written.split("x", -1);
            passages = Integer.parseInt(parts[0]);
            tenants = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
            this.folder = folder.resolve(written);
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ScaleBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = BenchFolder.of(work);
        var report = new Report("scale", json);
        Report.say(
                "%s, %d tenants of each size distinct; vectors: noise on %,d %s; %d rounds of %d searches on one thread, heap %s",
                sizes, distinct, base, model ? "of the real model" : "random ones", rounds, queries, heap);
        List<Size> measured = sizes.stream().map(size -> new Size(size, folder)).toList();
        for (Size size : measured) {
            build(size, folder);
        }
        var children = new ArrayList<Child>();
        try {
            for (Size size : measured) {
                Child child = node(size, folder, false);
                children.add(child);
                size.port = child.port();
                for (int warm = 0; warm < WARM_UPS; warm++) {
                    ask(size, "/round?queries=" + queries);
                }
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < measured.size(); i++) {
                    Size size = measured.get((i + round) % measured.size());
                    JsonNode figures = ask(size, "/round?queries=" + queries);
                    size.p50.add(figures.path("p50").asDouble());
                    size.p99.add(figures.path("p99").asDouble());
                    size.cpu.add(figures.path("cpu").asDouble());
                }
            }
            tell(measured, report);
        } finally {
            IOUtils.close(children);
        }
        BenchFolder.leave(folder, work);
        return 0;
    }

    private void build(Size size, Path folder) throws IOException, InterruptedException {
        if (Files.exists(size.folder.resolve("data/tenants"))) {
            Report.say("%s is there", size.folder.getFileName());
            return;
        }
        IOUtils.rm(size.folder);
        long began = System.nanoTime();
        try (Child child = node(size, folder, true)) {
            child.join();
        }
        size.buildSeconds = (System.nanoTime() - began) / 1e9;
        Report.say("%s built in %.0f s", size.folder.getFileName(), size.buildSeconds);
    }

    private Child node(Size size, Path folder, boolean build) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--data",
                size.folder.resolve("data").toString(),
                "--corpus",
                corpus.toString(),
                "--tenants",
                Integer.toString(size.tenants),
                "--passages",
                Integer.toString(size.passages / size.tenants),
                "--distinct",
                Integer.toString(distinct),
                "--base",
                Integer.toString(base),
                "--most-bytes",
                Long.toString(mostGigabytes * 1_000_000_000),
                "--most-minutes",
                Long.toString(mostMinutes),
                "--ready",
                Child.readyFile(size.folder).toString()));
        if (model) {
            arguments.addAll(List.of("--model", folder.resolve("model").toString()));
        }
        if (build) {
            arguments.add("--build");
        }
        return Child.start(
                size.folder.getFileName().toString(),
                size.folder,
                Child.productClasspath(),
                List.of("-Xmx" + heap),
                "cn.zhirong.knowledge.ScaleNode",
                arguments);
    }

    private static JsonNode ask(Size size, String path) throws IOException {
        return JSON.readTree(
                new HttpLoad(size.port, List.of(HttpLoad.get(path))).once().getFirst());
    }

    private static void tell(List<Size> sizes, Report report) throws IOException {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "passages",
                "tenants",
                "index MB",
                "kept vectors MB",
                "build s",
                "open s",
                "heap MB",
                "resident MB",
                "anonymous MB",
                "p50 ms",
                "p99 ms",
                "CPU ms, p50",
                "p50 / first",
                "p99 / first",
                "CPU / first"));
        Size first = sizes.getFirst();
        for (Size size : sizes) {
            JsonNode memory = ask(size, "/memory");
            int tenants = memory.path("tenants").asInt();
            long all = BenchFolder.bytes(size.folder.resolve("data/index"));
            long kept = 0;
            for (int tenant = 0; tenant < tenants; tenant++) {
                kept += Files.size(size.folder.resolve("data/index/" + ScaleBuild.slug(tenant) + "/vectors.bin"));
            }
            Spread p50 = Spread.of(size.p50);
            Spread p99 = Spread.of(size.p99);
            Spread growth = ratio(size.p50, first.p50);
            Spread growth99 = ratio(size.p99, first.p99);
            long passages = (long) tenants * (size.passages / size.tenants);
            rows.add(List.of(
                    "%,d".formatted(passages),
                    Integer.toString(tenants),
                    Long.toString((all - kept) / MEGABYTE),
                    Long.toString(kept / MEGABYTE),
                    Spread.shown(size.buildSeconds),
                    Spread.shown(memory.path("openSeconds").asDouble()),
                    Spread.shown(memory.path("heapMegabytes").asDouble()),
                    Spread.shown(memory.path("residentMegabytes").asDouble()),
                    Spread.shown(memory.path("anonymousMegabytes").asDouble()),
                    p50.toString(),
                    p99.toString(),
                    Spread.of(size.cpu).toString(),
                    growth.toString(),
                    growth99.toString(),
                    ratio(size.cpu, first.cpu).toString()));
            var figures = new java.util.LinkedHashMap<String, Object>();
            figures.put("passages", passages);
            figures.put("indexBytes", all - kept);
            figures.put("keptVectorsBytes", kept);
            memory.properties().forEach(entry -> figures.put(entry.getKey(), entry.getValue()));
            figures.put("p50Millis", p50);
            figures.put("p99Millis", p99);
            figures.put("cpuMillis", Spread.of(size.cpu));
            report.line(size.folder.getFileName().toString(), figures);
        }
        Report.table(rows);
        for (Size size : sizes.subList(1, sizes.size())) {
            report.goal(
                    size.folder.getFileName() + " / " + first.folder.getFileName() + ": p50",
                    ratio(size.p50, first.p50),
                    3.0,
                    false);
            report.goal(
                    size.folder.getFileName() + " / " + first.folder.getFileName() + ": processor time",
                    ratio(size.cpu, first.cpu),
                    3.0,
                    false);
        }
    }

    private static Spread ratio(List<Double> own, List<Double> other) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i) / other.get(i));
        }
        return Spread.of(ratios);
    }
}
