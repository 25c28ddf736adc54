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
        var alone = new ArrayList<Double>();
        var product = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < slices.size(); round++) {
            IOUtils.rm(folder);
            boolean productFirst = round % 2 == 0;
            double indexed = productFirst ? product(slices.get(round), folder) : 0;
            double embedded = model(slices.get(round));
            indexed = productFirst ? indexed : product(slices.get(round), folder);
            alone.add(embedded);
            product.add(indexed);
            ratios.add(indexed / embedded);
        }
        Spread aloneRate = Spread.of(alone);
        Spread productRate = Spread.of(product);
        Report.say("indexing, passages/s: product %s, model alone %s", productRate, aloneRate);
        report.line("indexing", java.util.Map.of("productPerSecond", productRate, "modelPerSecond", aloneRate));
        report.goal("indexing / model alone: passages/s", Spread.of(ratios), 0.9, true);
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

    private double product(List<CutVersion> versions, Path folder) throws IOException, InterruptedException {
        try (var indexes = new PolicyIndexes(folder, embedder)) {
            long began = System.nanoTime();
            indexes.rebuild(HybridSearch.SHELF, versions, 1, false);
            if (!indexes.awaitVectors(Duration.ofHours(1))) {
                throw new IOException("the embedding model cannot be used");
            }
            return slice / ((System.nanoTime() - began) / 1e9);
        }
    }

    private double model(List<CutVersion> versions) throws IOException, InterruptedException {
        List<Callable<float[]>> work = versions.stream()
                .flatMap(version -> version.passages().stream())
                .<Callable<float[]>>map(passage -> () -> embedder.embed(EmbeddedText.of(passage)))
                .toList();
        long began = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(THREADS)) {
            for (Future<float[]> each : workers.invokeAll(work)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("embedding failed", e);
        }
        return work.size() / ((System.nanoTime() - began) / 1e9);
    }
}
