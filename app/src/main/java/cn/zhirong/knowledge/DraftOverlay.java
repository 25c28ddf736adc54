package cn.zhirong.knowledge;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a shelf that were not made: what they would put into its index stands in memory, what they would take out is hidden.
 * Searched together with the shelf by the same ranking, it finds what the shelf would find after them.
 */
final class DraftOverlay implements Closeable {
    private final String slug;
    private final Set<Long> hidden;
    private final ByteBuffersDirectory directory;
    private final DirectoryReader reader;
    private @Nullable IndexReader shelf;
    private @Nullable IndexReader overShelf;

    private DraftOverlay(String slug, Set<Long> hidden, ByteBuffersDirectory directory, DirectoryReader reader) {
        this.slug = slug;
        this.hidden = Set.copyOf(hidden);
        this.directory = directory;
        this.reader = reader;
    }

    /** The vector of a passage, or null where it goes by words alone. */
    @FunctionalInterface
    interface Vectors {
        float @Nullable [] of(Passage passage) throws IOException;
    }

    static DraftOverlay of(String slug, List<IndexChange> changes, Vectors vectors) throws IOException {
        var hidden = new HashSet<Long>();
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, ShelfIndex.configuration(new SerialMergeScheduler()))) {
            for (IndexChange change : changes) {
                switch (change) {
                    case IndexChange.Put put -> {
                        hidden.add(put.version().versionId());
                        CutVersion cut = CutVersion.of(put.version());
                        for (Passage passage : cut.passages()) {
                            writer.addDocument(Fields.passage(passage, vectors.of(passage)));
                        }
                        writer.addDocument(Fields.whole(cut));
                    }
                    case IndexChange.Remove remove -> hidden.add(remove.versionId());
                }
            }
            writer.commit();
        }
        return new DraftOverlay(slug, hidden, directory, DirectoryReader.open(directory));
    }

    String slug() {
        return slug;
    }

    /** The shelf's reader without what the changes replace. */
    synchronized IndexReader over(IndexReader present) throws IOException {
        IndexReader known = overShelf;
        if (known == null || shelf != present) {
            known = new HiddenVersions((DirectoryReader) present, hidden);
            shelf = present;
            overShelf = known;
        }
        return known;
    }

    IndexReader reader() {
        return reader;
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(reader, directory);
    }
}
