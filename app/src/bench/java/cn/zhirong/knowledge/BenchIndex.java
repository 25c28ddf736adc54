package cn.zhirong.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.FSDirectory;

/** Fills the product's index folder by its own code, before the product is started on it. */
public final class BenchIndex {
    /** A tenant that holds the corpus. */
    public static final String WHOLE = "whole";

    /** The same without the entries of whole versions, so that passages are ordered by their own words alone. */
    public static final String PLAIN = "plain";

    private BenchIndex() {}

    /** Makes both tenants' indexes, without vectors, one segment each. */
    public static void fill(Path index, Path folder, int passages) throws IOException {
        try (var indexes = PolicyIndexes.held(index, new NoEmbedder(), slug -> SearchSettings.USUAL)) {
            for (String slug : new String[] {WHOLE, PLAIN}) {
                indexes.rebuild(slug, BenchCorpus.read(folder, slug, passages).versions(), 1, true);
                indexes.compact(slug);
            }
        }
        dropWholes(current(index.resolve(PLAIN)));
    }

    /** The generation in use of a tenant's index. */
    static Path current(Path shelf) throws IOException {
        return shelf.resolve(Files.readString(shelf.resolve("current")).strip());
    }

    private static void dropWholes(Path generation) throws IOException {
        try (var directory = FSDirectory.open(generation);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.deleteDocuments(new BooleanQuery.Builder()
                    .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                    .add(LongField.newRangeQuery(Fields.POSITION, 0, Long.MAX_VALUE), Occur.MUST_NOT)
                    .build());
            writer.forceMerge(1);
            writer.setLiveCommitData(writer.getLiveCommitData());
            writer.commit();
        }
    }
}
