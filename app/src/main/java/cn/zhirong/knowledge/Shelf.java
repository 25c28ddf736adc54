package cn.zhirong.knowledge;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one tenant: generations of its index ({@code g1}, {@code g2}, …), the file {@code current} that names the one
 * in use, and the vectors, which outlive generations. A rebuild fills the next generation while the present one serves.
 */
final class Shelf implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final String slug;
    private final Path folder;
    private final VectorCache vectors;
    private final Storage storage;
    private volatile @Nullable ShelfIndex current;

    private Shelf(String slug, Path folder, VectorCache vectors, Storage storage) {
        this.slug = slug;
        this.folder = folder;
        this.vectors = vectors;
        this.storage = storage;
    }

    /** How a folder becomes a directory of Lucene's. */
    @FunctionalInterface
    interface Storage {
        Directory open(Path folder) throws IOException;
    }

    static Shelf open(String slug, Path folder, Embedder embedder, Storage storage) throws IOException {
        Files.createDirectories(folder);
        var vectors = new VectorCache(folder.resolve("vectors.bin"), embedder.name(), embedder.dimensions());
        var shelf = new Shelf(slug, folder, vectors, storage);
        shelf.openCurrent();
        return shelf;
    }

    /** How far the shelf of a folder has come, by its last commit alone; -1 where only opening it tells. */
    static long closedPosition(Path folder, Storage storage) {
        try {
            Path index = folder.resolve("g" + generation(folder));
            if (!Files.isDirectory(index)) {
                return -1;
            }
            try (Directory directory = storage.open(index)) {
                return ShelfIndex.closedPosition(directory);
            }
        } catch (IOException | IllegalArgumentException e) {
            return -1;
        }
    }

    String slug() {
        return slug;
    }

    /** Whether it can be searched; if not it must be rebuilt. */
    boolean isSound() {
        return current != null;
    }

    long position() {
        ShelfIndex index = current;
        return index == null ? 0 : index.position();
    }

    synchronized void apply(List<IndexChange> changes) throws IOException {
        ShelfIndex index = sound();
        try {
            index.apply(changes);
        } catch (IOException | AlreadyClosedException e) {
            reopenIfClosed(index);
            throw e;
        }
    }

    synchronized void rebuild(Iterable<CutVersion> versions, long position, boolean compact) throws IOException {
        Path next = folder.resolve("g" + (generation() + 1));
        IOUtils.rm(next);
        MergeScheduler merges =
                compact ? new org.apache.lucene.index.SerialMergeScheduler() : new ConcurrentMergeScheduler();
        ShelfIndex built = ShelfIndex.open(storage.open(next), vectors, merges);
        try {
            built.fill(versions, position);
        } catch (IOException | RuntimeException e) {
            built.close();
            IOUtils.rm(next);
            throw e;
        }
        pointTo(next);
        ShelfIndex old = current;
        current = built;
        if (old != null) {
            old.close();
        }
        removeOthers(next);
        LOG.info("index of {} rebuilt up to position {}", slug, position);
    }

    /** Passages without a vector, and the index in which they wait for it. */
    record Waiting(@Nullable ShelfIndex index, List<Passage> passages) {}

    /** Some of the passages that wait for a vector, none of them in {@code but}. */
    Waiting waiting(int most, Set<String> but) throws IOException {
        ShelfIndex index = current;
        if (index == null) {
            return new Waiting(null, List.of());
        }
        try {
            return new Waiting(
                    index,
                    index.pending(most + but.size()).stream()
                            .filter(passage -> !but.contains(passage.id()))
                            .limit(most)
                            .toList());
        } catch (AlreadyClosedException e) {
            if (index == current) {
                throw e;
            }
            // A rebuild put another in its place between the two lines: take that one.
            return waiting(most, but);
        }
    }

    /** Gives passages their vectors, unless their index was replaced meanwhile: then they wait in the new one. */
    synchronized void addVectors(@Nullable ShelfIndex index, Map<Passage, float[]> found) throws IOException {
        if (index != null && index == current) {
            index.addVectors(found);
            if (index.pending(1).isEmpty()) {
                index.commit();
            }
        }
    }

    /** The vector of a passage: the one kept, or made and kept now. */
    float[] vector(Passage passage, Embedder embedder) throws IOException {
        String words = EmbeddedText.of(passage);
        Optional<float[]> known = vectors.find(words);
        return known.isPresent() ? known.get() : vectors.put(words, embedder.embed(words));
    }

    synchronized void compact() throws IOException {
        sound().compact();
    }

    /** A searcher with the index it came from, or empty when the shelf is damaged. */
    Optional<Lease> lease() throws IOException {
        while (true) {
            ShelfIndex index = current;
            if (index == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Lease(index, index.acquire()));
            } catch (AlreadyClosedException e) {
                if (index == current) {
                    return Optional.empty();
                }
                // A rebuild put another in its place between the two lines: take that one.
            }
        }
    }

    /** Reads everything against its checksums; from then on a damaged shelf is not searched. */
    synchronized void verify() throws IOException {
        ShelfIndex index = current;
        if (index != null) {
            try {
                index.verify();
            } catch (DamagedIndexException e) {
                damaged(e);
                index.close();
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        ShelfIndex index = current;
        current = null;
        IOUtils.close(index, vectors);
    }

    /** A searcher on loan. */
    record Lease(ShelfIndex index, IndexSearcher searcher) implements Closeable {
        @Override
        public void close() throws IOException {
            index.release(searcher);
        }
    }

    private ShelfIndex sound() {
        ShelfIndex index = current;
        if (index == null) {
            throw new IllegalStateException("the index of " + slug + " is damaged and must be rebuilt");
        }
        return index;
    }

    private void openCurrent() throws IOException {
        Path path = folder.resolve("g" + generation());
        removeOthers(path);
        try {
            current = ShelfIndex.open(storage.open(path), vectors, new ConcurrentMergeScheduler());
        } catch (DamagedIndexException e) {
            damaged(e);
        }
    }

    private void damaged(DamagedIndexException e) {
        current = null;
        LOG.warn("index of {} is damaged and will be rebuilt: {}", slug, e.getMessage());
    }

    /** A full disk closes Lucene's writer for good: what was not committed is gone, and a new one is opened. */
    private void reopenIfClosed(ShelfIndex index) throws IOException {
        if (!index.isOpen()) {
            index.close();
            openCurrent();
        }
    }

    private int generation() throws IOException {
        return generation(folder);
    }

    private static int generation(Path folder) throws IOException {
        Path pointer = folder.resolve("current");
        String name = Files.exists(pointer) ? Files.readString(pointer).strip() : "g1";
        if (!name.matches("g[0-9]{1,9}")) {
            return 1;
        }
        return Integer.parseInt(name.substring(1));
    }

    private void pointTo(Path index) throws IOException {
        Path draft = folder.resolve("current.new");
        Files.writeString(draft, index.getFileName().toString(), StandardCharsets.UTF_8);
        IOUtils.fsync(draft, false);
        Files.move(
                draft, folder.resolve("current"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(folder, true);
    }

    /** What a rebuild that was broken off, or the one before, left behind. */
    private void removeOthers(Path kept) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                if (!entry.equals(kept)) {
                    IOUtils.rm(entry);
                }
            }
        }
    }
}
