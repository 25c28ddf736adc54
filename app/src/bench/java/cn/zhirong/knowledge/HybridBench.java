package cn.zhirong.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Search by words and meaning with the real model: what the product adds to embedding a question and asking Lucene, how many of
 * the exact neighbours its vectors find, how fast it indexes beside the model alone, and how long an answer without a language
 * model takes.
 */
@Command(name = "HybridBench", mixinStandardHelpOptions = true)
public final class HybridBench implements Callable<Integer> {
    /** What can be measured. */
    enum Part {
        SEARCH,
        INDEXING,
        ANSWER
    }

    @Option(names = "--corpus", required = true, description = "folder in the BEIR layout")
    @SuppressWarnings("NullAway.Init") // picocli fills these before anything runs
    private Path corpus;

    @Option(names = "--passages", defaultValue = "10000", description = "at most so many")
    private int passages;

    @Option(names = "--questions", defaultValue = "300", description = "at most so many")
    private int questions;

    @Option(names = "--rounds", defaultValue = "5")
    private int rounds;

    @Option(names = "--slice", defaultValue = "600", description = "passages that a round of indexing takes")
    private int slice;

    @Option(names = "--seconds", defaultValue = "10", description = "of a round of answers")
    private double seconds;

    @Option(names = "--parts", split = ",", description = "search, indexing, answer; all by default")
    private Set<Part> parts = new LinkedHashSet<>();

    @Option(
            names = "--answers",
            description = "JSON lines with tenant and text; by default the bureaus' own suggestions")
    private @Nullable Path answers;

    @Option(names = "--work", description = "folder for indexes, vectors and logs; kept where it is named")
    private @Nullable Path work;

    @Option(names = "--json", description = "file to which the JSON lines are appended")
    private @Nullable Path json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HybridBench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = BenchFolder.of(work);
        var report = new Report("hybrid", json);
        var embedder = new BgeEmbedder();
        BenchCorpus read = BenchCorpus.read(corpus, HybridSearch.SHELF, passages);
        Report.say(
                "%,d passages, %,d questions, %d rounds, model %s, %d processors",
                read.passages().size(),
                Math.min(questions, read.questions().size()),
                rounds,
                embedder.name(),
                Runtime.getRuntime().availableProcessors());
        if (isWanted(Part.SEARCH)) {
            new HybridSearch(read, questions, rounds, embedder, report).run(folder.resolve("index"));
        }
        if (isWanted(Part.INDEXING)) {
            new IndexingRate(read.versions(), slice, rounds, embedder, report).run(folder.resolve("indexing"));
        }
        if (isWanted(Part.ANSWER)) {
            AnswerTime.measure(folder.resolve("answer"), answers, rounds, seconds, report);
        }
        BenchFolder.leave(folder, work);
        return 0;
    }

    private boolean isWanted(Part part) {
        return parts.isEmpty() || parts.contains(part);
    }
}
