package cn.zhirong.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.util.IOUtils;

/**
 * Passages a second until each can be found by its meaning, against the model alone on as many threads. Each round takes other
 * passages, the same ones for both, into an empty index.
 */
final class IndexingRate {
    /** As many as the product embeds with. */
    private static final int THREADS = 2;

    private final List<CutVersion> versions;
    private final int slice;
    private final int rounds;
    private final Embedder embedder;
    private final Report report;

    IndexingRate(List<CutVersion> versions, int slice, int rounds, Embedder embedder, Report report) {
        this.versions = versions;
        this.slice = slice;
        this.rounds = rounds;
        this.embedder = embedder;
        this.report = report;
    }

    void run(Path folder) throws IOException, InterruptedException {
        embedder.embed("预热");
        List<List<CutVersion>> slices = slices();
        if (slices.isEmpty()) {
            Report.say("too few passages for a round of indexing");
            return;
        }
        model(slices.getFirst()); // warms up
        var alone = new ArrayList<Figures>();
        var product = new ArrayList<Figures>();
        for (int round = 0; round < slices.size(); round++) {
            IOUtils.rm(folder);
            List<CutVersion> versions = slices.get(round);
            if (round % 2 == 0) {
                product.add(timed(() -> product(versions, folder)));
                alone.add(timed(() -> model(versions)));
            } else {
                alone.add(timed(() -> model(versions)));
                product.add(timed(() -> product(versions, folder)));
            }
        }
        tell("product", product);
        tell("model alone", alone);
        report.goal("indexing / model alone: passages/s", ratio(product, alone, Figures::perSecond), 0.9, true);
        Report.say("in processor time: %s of the model's", ratio(product, alone, Figures::cpuMillis));
        report.line(
                "indexing / model alone: processor time",
                java.util.Map.of("figure", ratio(product, alone, Figures::cpuMillis)));
    }

    /** Passages a second, and the milliseconds of processor that each took in the whole process. */
    private record Figures(double perSecond, double cpuMillis) {}

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private Figures timed(Work work) throws IOException, InterruptedException {
        long cpu = cpuNanos();
        long began = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Figures(slice / seconds, (cpuNanos() - cpu) / 1e6 / slice);
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private void tell(String name, List<Figures> rounds) {
        Spread rate = Spread.of(rounds.stream().map(Figures::perSecond).toList());
        Spread cpu = Spread.of(rounds.stream().map(Figures::cpuMillis).toList());
        Report.say("indexing, %s: %s passages/s, %s ms of processor each", name, rate, cpu);
        report.line("indexing, " + name, java.util.Map.of("perSecond", rate, "cpuMillis", cpu));
    }

    private static Spread ratio(List<Figures> product, List<Figures> alone, ToDoubleFunction<Figures> figure) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < product.size(); i++) {
            ratios.add(figure.applyAsDouble(product.get(i)) / figure.applyAsDouble(alone.get(i)));
        }
        return Spread.of(ratios);
    }

    /** Whole versions in turn, cut so that each slice has its size. */
    private List<List<CutVersion>> slices() {
        var slices = new ArrayList<List<CutVersion>>();
        var current = new ArrayList<CutVersion>();
        int count = 0;
        for (CutVersion version : versions) {
            List<Passage> passages = version.passages()
                    .subList(0, Math.min(slice - count, version.passages().size()));
            current.add(new CutVersion(version.versionId(), version.title(), passages));
            count += passages.size();
            if (count == slice) {
                slices.add(List.copyOf(current));
                current.clear();
                count = 0;
            }
            if (slices.size() == rounds) {
                break;
            }
        }
        return slices;
    }

    private void product(List<CutVersion> versions, Path folder) throws IOException, InterruptedException {
        try (var indexes = new PolicyIndexes(folder, embedder)) {
            indexes.rebuild(HybridSearch.SHELF, versions, 1, false);
            if (!indexes.awaitVectors(Duration.ofHours(1))) {
                throw new IOException("the embedding model cannot be used");
            }
        }
    }

    private void model(List<CutVersion> versions) throws IOException, InterruptedException {
        List<Callable<float[]>> work = versions.stream()
                .flatMap(version -> version.passages().stream())
                .<Callable<float[]>>map(passage -> () -> embedder.embed(EmbeddedText.of(passage)))
                .toList();
        try (var workers = Executors.newFixedThreadPool(THREADS)) {
            for (Future<float[]> each : workers.invokeAll(work)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("embedding failed", e);
        }
    }
}
