package cn.zhirong.knowledge;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * One shelf's Lucene directory: takes changes in, hands searchers out. The outbox position is part of each commit, so that
 * content and position can never disagree, whenever the process dies.
 */
final class ShelfIndex implements Closeable {
    /** Raised when fields or their form change: an index of another format is rebuilt, never read. */
    static final String FORMAT = "4";

    /** By measuring: less saturation and less length normalisation than Lucene's defaults suit short provisions. */
    static final float K = 0.9f;

    static final float B = 0.5f;

    static final Similarity SIMILARITY = new BM25Similarity(K, B);

    private static final String POSITION = "position";
    private static final int LINKS_PER_NODE = 16;
    private static final int BUILD_BEAM = 100;

    /** Some twenty thousand passages with their vectors go to the disk at once, rather than in parts that have to be merged. */
    private static final double BUFFER_MEGABYTES = 64;

    private static final int MOST_FILL_MEGABYTES = 512;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final VectorCache vectors;
    private long position;

    private ShelfIndex(Directory directory, VectorCache vectors, MergeScheduler merges) throws IOException {
        this.directory = directory;
        this.vectors = vectors;
        writer = new IndexWriter(directory, configuration(merges));
        position = positionOf(writer.getLiveCommitData());
        searchers = new SearcherManager(writer, null);
    }

    /**
     * Opens or creates it. Every byte of the last commit is read against its checksum first.
     *
     * @throws DamagedIndexException when it must be rebuilt
     */
    static ShelfIndex open(Path path, VectorCache vectors, MergeScheduler merges) throws IOException {
        return open(FSDirectory.open(path), vectors, merges);
    }

    /** The same in a directory, which is closed with it, or at once when it cannot be opened. */
    static ShelfIndex open(Directory directory, VectorCache vectors, MergeScheduler merges) throws IOException {
        try {
            verify(directory);
            return new ShelfIndex(directory, vectors, merges);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Reads every file of the last commit against its checksum. */
    static void verify(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        try {
            SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
            for (String file : commit.files(true)) {
                try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
                    CodecUtil.checksumEntireFile(input);
                }
            }
            String format = commit.getUserData().getOrDefault("format", "none");
            if (!format.equals(FORMAT)) {
                throw new DamagedIndexException("format is " + format + ", not " + FORMAT);
            }
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | FileNotFoundException
                | NoSuchFileException
                | IllegalArgumentException e) {
            throw new DamagedIndexException("segment files are damaged: " + e.getMessage(), e);
        }
    }

    /** The position in the last commit of a directory that nobody has open; -1 where there is none in our format. */
    static long closedPosition(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return -1;
        }
        Map<String, String> commit = SegmentInfos.readLatestCommit(directory).getUserData();
        return FORMAT.equals(commit.get("format")) ? positionOf(commit.entrySet()) : -1;
    }

    /** The outbox position of the last change applied, 0 when none was. */
    synchronized long position() {
        return position;
    }

    /** Takes changes in and commits them with their position. What was applied before is passed over. */
    synchronized void apply(List<IndexChange> changes) throws IOException {
        boolean changed = false;
        for (IndexChange change : changes) {
            if (change.position() <= position) {
                continue;
            }
            switch (change) {
                case IndexChange.Put put -> put(CutVersion.of(put.version()));
                case IndexChange.Remove remove -> remove(remove.versionId());
            }
            position = change.position();
            changed = true;
        }
        if (changed) {
            commit();
        }
    }

    /**
     * Fills a new index: many versions, one commit at the end. Nobody searches it meanwhile, so more is kept in memory: each part
     * that goes to the disk is a graph of neighbours of its own, and a search for meaning visits them all.
     */
    synchronized void fill(Iterable<CutVersion> versions, long position) throws IOException {
        writer.getConfig().setRAMBufferSizeMB(fillMegabytes(Runtime.getRuntime().maxMemory()));
        for (CutVersion version : versions) {
            put(version);
        }
        this.position = position;
        commit();
        writer.getConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES);
    }

    /** An eighth of the heap, within reason: a rebuild is one at a time, and answers go on beside it. */
    static double fillMegabytes(long heapBytes) {
        return Math.clamp(heapBytes >> 23, (long) BUFFER_MEGABYTES, MOST_FILL_MEGABYTES);
    }

    /** Passages still without a vector, at most {@code limit}. */
    List<Passage> pending(int limit) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            Query waiting = new TermQuery(new Term(Fields.PENDING, "1"));
            var passages = new ArrayList<Passage>();
            for (ScoreDoc found : searcher.search(waiting, limit).scoreDocs) {
                passages.add(stored(searcher, found.doc));
            }
            return passages;
        } finally {
            searchers.release(searcher);
        }
    }

    /** Gives passages their vectors; those removed or replaced meanwhile are passed over. */
    synchronized void addVectors(Map<Passage, float[]> found) throws IOException {
        searchers.maybeRefreshBlocking();
        IndexSearcher searcher = searchers.acquire();
        try {
            for (Map.Entry<Passage, float[]> entry : found.entrySet()) {
                Term id = new Term(Fields.ID, entry.getKey().id());
                if (searcher.count(new TermQuery(id)) > 0) {
                    writer.updateDocument(id, Fields.passage(entry.getKey(), entry.getValue()));
                }
            }
        } finally {
            searchers.release(searcher);
        }
        searchers.maybeRefreshBlocking();
    }

    /** Makes durable and visible what was applied. */
    synchronized void commit() throws IOException {
        writer.setLiveCommitData(
                Map.of(POSITION, Long.toString(position), "format", FORMAT).entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** Merges into one segment: for indexes that will not change again. */
    synchronized void compact() throws IOException {
        writer.forceMerge(1);
        commit();
    }

    /** To be given back with {@link #release}. */
    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    /** Reads every file of the last commit against its checksum, as at opening. */
    void verify() throws IOException {
        verify(directory);
    }

    /** Whether it still takes changes: a full disk closes the writer for good. */
    boolean isOpen() {
        return writer.isOpen();
    }

    /** Closes without committing: what was not committed never happened. */
    @Override
    public synchronized void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }

    static Passage stored(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        BinaryDocValues stored = leaf.reader().getBinaryDocValues(Fields.STORED);
        if (stored == null || !stored.advanceExact(doc - leaf.docBase)) {
            throw new IllegalArgumentException("no passage: " + doc);
        }
        return PassageCodec.decode(stored.binaryValue());
    }

    private void put(CutVersion version) throws IOException {
        remove(version.versionId());
        for (Passage passage : version.passages()) {
            float[] vector = vectors.find(EmbeddedText.of(passage)).orElse(null);
            writer.addDocument(Fields.passage(passage, vector));
        }
        writer.addDocument(Fields.whole(version));
    }

    private void remove(long versionId) throws IOException {
        writer.deleteDocuments(LongPoint.newExactQuery(Fields.VERSION, versionId));
    }

    private static long positionOf(Iterable<Map.Entry<String, String>> commitData) {
        if (commitData != null) {
            for (Map.Entry<String, String> entry : commitData) {
                if (entry.getKey().equals(POSITION)) {
                    return Long.parseLong(entry.getValue());
                }
            }
        }
        return 0;
    }

    static IndexWriterConfig configuration(MergeScheduler merges) {
        KnnVectorsFormat sevenBits =
                new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.SEVEN_BIT, LINKS_PER_NODE, BUILD_BEAM);
        return new IndexWriterConfig()
                .setSimilarity(SIMILARITY)
                .setMergeScheduler(merges)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false)
                .setCodec(new Lucene104Codec() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return sevenBits;
                    }
                });
    }
}
