package cn.zhirong.knowledge;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

/**
 * The passages of a folder in the BEIR layout as a library that can be searched: cut, indexed and ranked as those of a tenant. It
 * is for measuring; everything in it holds on every day.
 */
public final class CorpusLibrary implements Closeable {
    /** The tenant under which it is asked. */
    public static final String TENANT = "evaluation";

    /** The day on which it is asked; any would do. */
    public static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final PolicyIndexes indexes;

    private CorpusLibrary(PolicyIndexes indexes) {
        this.indexes = indexes;
    }

    /**
     * Indexes the corpus under {@code work}, words and vectors, in one segment, so that every run gives the same.
     *
     * @param corpus folder in BEIR layout
     * @param work vectors found there from an earlier run of the same corpus are used again
     * @throws IOException where the corpus cannot be read or the embedding model cannot be used
     */
    public static CorpusLibrary open(Path corpus, Path work, Embedder embedder)
            throws IOException, InterruptedException {
        BeirCorpus beir = BeirCorpus.read(corpus, TENANT);
        var indexes = new PolicyIndexes(work, embedder);
        try {
            indexes.rebuild(TENANT, beir.versions(), 1, true);
            if (!indexes.awaitVectors(Duration.ofHours(12))) {
                throw new IOException("the embedding model cannot be used");
            }
            indexes.compact(TENANT);
            return new CorpusLibrary(indexes);
        } catch (IOException | InterruptedException | RuntimeException e) {
            indexes.close();
            throw e;
        }
    }

    /** Searches it. */
    public PolicySearch search() {
        return indexes;
    }

    @Override
    public void close() throws IOException {
        indexes.close();
    }
}
