package cn.zhirong.knowledge;

import cn.zhirong.policy.Validity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;

/**
 * The product's search with a question it has not embedded before, against embedding the question and the hybrid search of a
 * tutorial on the very same index. One thread; the contestants take turns at each question.
 */
final class HybridSearch {
    static final String SHELF = "bench";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final int SIZE = 10;
    private static final String ASSISTANT = "product, as the assistant asks";

    /** What an answer may rest on. */
    private static final Set<Validity> CITABLE = Set.of(Validity.IN_FORCE, Validity.INFORMATION);

    private final BenchCorpus corpus;
    private final List<String> questions;
    private final int rounds;
    private final Embedder embedder;
    private final Report report;
    private final Map<String, List<Double>> medians = new LinkedHashMap<>();
    private final Map<String, List<Double>> slowest = new LinkedHashMap<>();

    HybridSearch(BenchCorpus corpus, int questions, int rounds, Embedder embedder, Report report) {
        this.corpus = corpus;
        this.questions = corpus.questions()
                .subList(0, Math.min(questions, corpus.questions().size()));
        this.rounds = rounds;
        this.embedder = embedder;
        this.report = report;
    }

    /** @param folder of the index; its vectors are used again */
    void run(Path folder) throws IOException, InterruptedException {
        try (var indexes = new PolicyIndexes(folder, embedder)) {
            indexes.rebuild(SHELF, corpus.versions(), 1, true);
            if (!indexes.awaitVectors(Duration.ofHours(12))) {
                throw new IOException("the embedding model cannot be used");
            }
            indexes.compact(SHELF);
            try (var directory = FSDirectory.open(BenchIndex.current(folder.resolve(SHELF)));
                    var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(ShelfIndex.SIMILARITY);
                round(indexes, searcher, -1); // warms up
                for (int round = 0; round < rounds; round++) {
                    round(indexes, searcher, round);
                }
                tell();
                VectorRecall.measure(searcher, questions, embedder, report);
            }
        }
    }

    private void round(PolicyIndexes indexes, IndexSearcher searcher, int round) throws IOException {
        int count = questions.size();
        var product = new double[count];
        var citable = new double[count];
        var embedding = new double[count];
        var raw = new double[count];
        for (int i = 0; i < count; i++) {
            for (int turn = 0; turn < 3; turn++) {
                switch ((turn + i + rounds + round) % 3) {
                    case 0 -> {
                        String text = unseen(questions.get(i), round, "？");
                        var query = new SearchQuery(SHELF, text, DAY, Set.of(), Set.of(), Set.of(), 0, SIZE);
                        long began = System.nanoTime();
                        indexes.search(query);
                        product[i] = millis(began);
                    }
                    case 1 -> {
                        String text = unseen(questions.get(i), round, "！");
                        var query = new SearchQuery(SHELF, text, DAY, Set.of(), Set.of(), CITABLE, 0, SIZE, false);
                        long began = System.nanoTime();
                        indexes.search(query);
                        citable[i] = millis(began);
                    }
                    default -> {
                        String text = unseen(questions.get(i), round, "…");
                        long began = System.nanoTime();
                        float[] meaning = embedder.embedQuestion(text);
                        embedding[i] = millis(began);
                        began = System.nanoTime();
                        for (int doc : BareQuery.hybrid(searcher, text, meaning, SIZE)) {
                            ShelfIndex.stored(searcher, doc);
                        }
                        raw[i] = millis(began);
                    }
                }
            }
        }
        if (round >= 0) {
            keep("product", product);
            keep(ASSISTANT, citable);
            keep("embedding", embedding);
            keep("raw hybrid", raw);
            var both = new double[count];
            java.util.Arrays.setAll(both, i -> embedding[i] + raw[i]);
            keep("embedding + raw hybrid", both);
        }
    }

    /** The product remembers the vectors of questions: each round asks with other marks at the end. */
    private static String unseen(String question, int round, String mark) {
        return question + mark.repeat(2 + round);
    }

    private void keep(String name, double[] millis) {
        double[] sorted = Spread.sorted(millis, millis.length);
        medians.computeIfAbsent(name, key -> new ArrayList<>()).add(Spread.quantile(sorted, 0.5));
        slowest.computeIfAbsent(name, key -> new ArrayList<>()).add(Spread.quantile(sorted, 0.99));
    }

    private void tell() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("one question, one thread", "p50 ms", "p99 ms"));
        medians.forEach((name, rounds) -> {
            Spread p50 = Spread.of(rounds);
            Spread p99 = Spread.of(slowest.getOrDefault(name, List.of()));
            rows.add(List.of(name, p50.toString(), p99.toString()));
            report.line(name, Map.of("p50Millis", p50, "p99Millis", p99));
        });
        Report.table(rows);
        report.goal("product / (embedding + raw hybrid): p50", ratio("product"), 2.0, false);
        report.goal("product, as the assistant asks / (the same): p50", ratio(ASSISTANT), 2.0, false);
    }

    private Spread ratio(String name) {
        List<Double> own = medians.getOrDefault(name, List.of());
        List<Double> floor = medians.getOrDefault("embedding + raw hybrid", List.of());
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i) / floor.get(i));
        }
        return Spread.of(ratios);
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
