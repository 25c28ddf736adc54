package cn.zhirong.knowledge;

import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures retrieval on a folder in the BEIR layout with the product's own pipeline: the same analysis, index, vectors and
 * ranking as for a tenant. Deterministic but for the times: one writer, one segment.
 */
public final class RetrievalEvaluation {
    private static final String SHELF = "evaluation";
    private static final int DEPTH = 10;

    /** Any day will do: everything is in force always. */
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final Embedder embedder;
    private final Consumer<Missed> missed;

    /** A question whose labelled passages were not among the first ten, or not first, with what was found in their place. */
    @Serdeable
    public record Missed(String question, String text, int rank, List<String> expected, List<String> found) {}

    /** @param missed is told of each question whose first hit was not labelled; {@code rank} is 0 when none of ten was */
    public RetrievalEvaluation(Embedder embedder, Consumer<Missed> missed) {
        this.embedder = embedder;
        this.missed = missed;
    }

    /** Asks the corpus's own questions; see {@link #run(Path, Optional, Path)}. */
    public Map<String, Number> run(Path corpus, Path work) throws IOException, InterruptedException {
        return run(corpus, Optional.empty(), work);
    }

    /**
     * Indexes the corpus under {@code work} and asks every question that has a label.
     *
     * @param corpus folder in BEIR layout
     * @param queries questions to ask in place of the corpus's own, a JSON object a line: {@code id, text} and, for a question put in
     *     other words, the id of the labelled one as {@code base}
     * @param work an empty folder; vectors found there from an earlier run of the same corpus are used again
     * @return the figures by their names, in the order in which they are printed
     */
    public Map<String, Number> run(Path corpus, Optional<Path> queries, Path work)
            throws IOException, InterruptedException {
        BeirCorpus beir = BeirCorpus.read(corpus, SHELF);
        if (queries.isPresent()) {
            beir = beir.asked(queries.get());
        }
        try (var indexes = new PolicyIndexes(work, embedder)) {
            long began = System.nanoTime();
            indexes.rebuild(SHELF, beir.versions(), 1, true);
            if (!indexes.awaitVectors(Duration.ofHours(12))) {
                throw new IOException("the embedding model cannot be used");
            }
            indexes.compact(SHELF);
            double seconds = (System.nanoTime() - began) / 1e9;
            return measure(beir, indexes, seconds, bytes(work));
        }
    }

    private Map<String, Number> measure(BeirCorpus beir, PolicyIndexes indexes, double seconds, long bytes) {
        int count = 0;
        var sums = new LinkedHashMap<String, Double>();
        var millis = new double[beir.grades().size()];
        for (Map.Entry<String, Map<String, Integer>> judged : beir.grades().entrySet()) {
            String question = beir.questions().get(judged.getKey());
            if (question == null) {
                continue;
            }
            long asked = System.nanoTime();
            List<String> found = indexes.search(SearchQuery.citable(SHELF, question, DAY, DEPTH)).hits().stream()
                    .map(hit -> hit.passage().id())
                    .toList();
            millis[count++] = (System.nanoTime() - asked) / 1e6;
            Map<String, Integer> grades = judged.getValue();
            int rank = 1 + firstRelevant(found, grades);
            sums.merge("hit@1", rank == 1 ? 1.0 : 0, Double::sum);
            sums.merge("hit@3", rank >= 1 && rank <= 3 ? 1.0 : 0, Double::sum);
            sums.merge("mrr@10", rank == 0 ? 0 : 1.0 / rank, Double::sum);
            sums.merge("ndcg@10", gain(found, grades) / ideal(grades), Double::sum);
            sums.merge("recall@5", recall(found, grades, 5), Double::sum);
            sums.merge("recall@10", recall(found, grades, DEPTH), Double::sum);
            if (rank != 1) {
                missed.accept(new Missed(judged.getKey(), question, rank, List.copyOf(grades.keySet()), found));
            }
        }
        var figures = new LinkedHashMap<String, Number>();
        figures.put("queries", count);
        int queries = Math.max(1, count);
        sums.forEach((name, sum) -> figures.put(name, rounded(sum / queries, 4)));
        double[] times = Arrays.copyOf(millis, count);
        Arrays.sort(times);
        figures.put("passagesPerSecond", rounded(beir.passages() / seconds, 1));
        figures.put("queryMillisP50", rounded(percentile(times, 0.50), 2));
        figures.put("queryMillisP99", rounded(percentile(times, 0.99), 2));
        figures.put("indexBytesPerPassage", Math.round(bytes / (double) Math.max(1, beir.passages())));
        return figures;
    }

    private static int firstRelevant(List<String> found, Map<String, Integer> grades) {
        for (int i = 0; i < found.size(); i++) {
            if (grades.containsKey(found.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Σ grade / log2(rank + 1). */
    private static double gain(List<String> found, Map<String, Integer> grades) {
        double gain = 0;
        for (int i = 0; i < found.size(); i++) {
            gain += discounted(grades.getOrDefault(found.get(i), 0), i);
        }
        return gain;
    }

    private static double ideal(Map<String, Integer> grades) {
        int[] best =
                grades.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        double gain = 0;
        for (int i = 0; i < Math.min(DEPTH, best.length); i++) {
            gain += discounted(best[best.length - 1 - i], i);
        }
        return gain;
    }

    private static double discounted(int grade, int index) {
        return grade * Math.log(2) / Math.log(index + 2);
    }

    private static double recall(List<String> found, Map<String, Integer> grades, int depth) {
        long hits = found.stream().limit(depth).filter(grades::containsKey).count();
        return hits / (double) grades.size();
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    private static double rounded(double value, int digits) {
        return Double.parseDouble(String.format(Locale.ROOT, "%." + digits + "f", value));
    }

    /** Of the indexes alone: the kept vectors are no part of them. */
    private static long bytes(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work.resolve(SHELF))) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("vectors.bin"))
                    .toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
