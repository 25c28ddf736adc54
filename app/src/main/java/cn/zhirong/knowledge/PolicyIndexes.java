package cn.zhirong.knowledge;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The indexes of all tenants under one folder, and the search over a tenant's own and the shared one. It follows the database:
 * whoever writes there calls {@link #apply} with what the outbox holds after {@link #position}, and {@link #rebuild} when
 * {@link #isSound} says no. Nothing else is written to the folder by anybody.
 */
public final class PolicyIndexes implements PolicySearch, Closeable {
    /** The shelf that every tenant reads. */
    public static final String SHARED = "shared";

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int MOST_PASSAGES = 100_000;

    private final Path root;
    private final Embedder embedder;
    private final Function<String, SearchSettings> settings;
    private final Shelf.Storage storage;
    private final ConcurrentHashMap<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final VectorFiller filler;
    private final Meanings meanings;

    /** Opens the folder; the model is loaded and vectors are made in the background from now on. */
    public PolicyIndexes(Path root, Embedder embedder) {
        this(root, embedder, slug -> SearchSettings.USUAL, FSDirectory::open, false);
    }

    PolicyIndexes(Path root, Embedder embedder, Shelf.Storage storage, boolean held) {
        this(root, embedder, slug -> SearchSettings.USUAL, storage, held);
    }

    private PolicyIndexes(
            Path root,
            Embedder embedder,
            Function<String, SearchSettings> settings,
            Shelf.Storage storage,
            boolean held) {
        this.root = root;
        this.storage = storage;
        this.embedder = embedder;
        this.settings = settings;
        filler = new VectorFiller(embedder, shelves::values, held);
        meanings = new Meanings(embedder, filler);
    }

    /**
     * The same, but words alone are searched until {@link #makeVectors}: at a start, loading the model beside everything else would
     * only make both slower.
     *
     * @param settings what each bureau goes by, by its slug
     */
    static PolicyIndexes held(Path root, Embedder embedder, Function<String, SearchSettings> settings) {
        return new PolicyIndexes(root, embedder, settings, FSDirectory::open, true);
    }

    /** From now on the model is loaded and vectors are made in the background. */
    public void makeVectors() {
        filler.release();
    }

    /** Takes the index of a tenant away with all its files: for one that leaves. */
    public void remove(String slug) {
        if (!SLUG.matcher(slug).matches() || slug.equals(SHARED)) {
            throw new IllegalArgumentException("no tenant's slug: " + slug);
        }
        try {
            Shelf shelf = shelves.remove(slug);
            if (shelf != null) {
                shelf.close();
            }
            IOUtils.rm(root.resolve(slug));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the index of a tenant can be trusted; opening it the first time reads it against its checksums. */
    public boolean isSound(String slug) {
        return shelf(slug).isSound();
    }

    /** Whether every index that is open can be trusted. */
    boolean areSound() {
        return shelves.values().stream().allMatch(Shelf::isSound);
    }

    /** Whether the index of a tenant takes memory: it was asked for since the start. */
    boolean isOpen(String slug) {
        return shelves.containsKey(slug);
    }

    /** How far an index that is not open has followed, by its last commit alone; -1 where it must be looked at. */
    long closedPosition(String slug) {
        return Shelf.closedPosition(root.resolve(slug), storage);
    }

    /** Reads the index of a tenant against its checksums again; false when it must be rebuilt. */
    public boolean verify(String slug) {
        try {
            shelf(slug).verify();
            return isSound(slug);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far the index of a tenant has followed, 0 for a new or damaged one. */
    public long position(String slug) {
        return shelf(slug).position();
    }

    /**
     * Takes changes in, in their order; they are durable and found when this returns. Changes up to {@link #position} are passed
     * over. After an exception ask for the position anew.
     *
     * @throws IllegalStateException when the index is damaged
     * @throws UncheckedIOException when the disk fails; the index stays as it was
     */
    public void apply(String slug, List<IndexChange> changes) {
        for (IndexChange change : changes) {
            if (!change.shelf().equals(slug)) {
                throw new IllegalArgumentException("a change of " + change.shelf() + " was sent to " + slug);
            }
        }
        try {
            shelf(slug).apply(changes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        filler.wake();
    }

    /** Builds the index of a tenant from zero, while the present one serves, and puts it in its place. */
    public void rebuild(String slug, Iterable<VersionText> versions, long position) {
        Iterable<CutVersion> cut = () -> StreamSupport.stream(versions.spliterator(), false)
                .map(CutVersion::of)
                .iterator();
        rebuild(slug, cut, position, false);
    }

    void rebuild(String slug, Iterable<CutVersion> versions, long position, boolean compact) {
        try {
            shelf(slug).rebuild(versions, position, compact);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        filler.wake();
    }

    void compact(String slug) throws IOException {
        shelf(slug).compact();
    }

    /** Waits until every passage has its vector; false when the time is up or the model cannot be loaded. */
    public boolean awaitVectors(Duration most) throws InterruptedException {
        return filler.await(most);
    }

    /** Waits for vectors that are being made, where any are: then a measure of the index does not depend on the moment. */
    void settle(Duration most) {
        if (embedder.isReady()) {
            try {
                filler.await(most);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The shelf of a tenant as it would be after these changes; to be closed. */
    DraftOverlay overlay(String slug, List<IndexChange> changes) {
        Shelf shelf = shelf(slug);
        try {
            return DraftOverlay.of(
                    slug, changes, passage -> embedder.isReady() ? shelf.vector(passage, embedder) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SearchResult search(SearchQuery query) {
        return search(query, settings.apply(query.tenant()), null);
    }

    /** The same search by other settings, or over a shelf as it would be. */
    SearchResult search(SearchQuery query, SearchSettings with, @Nullable DraftOverlay overlay) {
        long began = System.nanoTime();
        AskedWords asked = AskedWords.of(query.text(), with);
        if (asked.words().isEmpty()) {
            return new SearchResult(List.of(), 0, Map.of(), 0);
        }
        float[] meaning = with.meaningPercent() == 0 ? null : meanings.of(asked.meant());
        var search = new ShelfSearch(query, asked, meaning, with.meaningPercent(), overlay, began);
        try {
            return searched(search);
        } catch (CorruptIndexException e) {
            // A file went bad under us: whichever shelf it is goes out of service, the other still answers.
            verify(query.tenant());
            verify(SHARED);
            return again(search);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A passage by its id, for citations. */
    public Optional<Passage> passage(String shelf, String id) {
        return passages(shelf, new TermQuery(new Term(Fields.ID, id)), 1).stream()
                .findFirst();
    }

    @Override
    public List<Passage> passagesOf(String shelf, long versionId) {
        return passages(shelf, LongField.newExactQuery(Fields.VERSION, versionId), MOST_PASSAGES);
    }

    /** All passages of a document in all its versions, as the shelf is or as it would be. */
    List<Passage> passagesOfPolicy(String shelf, long policyId, @Nullable DraftOverlay overlay) {
        return passages(shelf, LongField.newExactQuery(Fields.POLICY, policyId), MOST_PASSAGES, overlay);
    }

    @Override
    public Frequencies frequencies(String tenant, Collection<String> pairs) {
        int passages = 0;
        var holding = new HashMap<String, Integer>();
        for (String slug : tenant.equals(SHARED) ? List.of(SHARED) : List.of(tenant, SHARED)) {
            try (Shelf.Lease lease = shelf(slug).lease().orElse(null)) {
                if (lease != null) {
                    IndexReader reader = lease.searcher().getIndexReader();
                    passages += reader.getDocCount(Fields.TEXT_2);
                    for (String pair : pairs) {
                        holding.merge(pair, reader.docFreq(new Term(Fields.TEXT_2, pair)), Integer::sum);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Frequencies(passages, holding);
    }

    /** The passages of the same version at most {@code radius} places away, itself included, in reading order. */
    public List<Passage> neighbours(Passage passage, int radius) {
        Query near = new BooleanQuery.Builder()
                .add(LongField.newExactQuery(Fields.VERSION, passage.versionId()), Occur.FILTER)
                .add(
                        LongField.newRangeQuery(
                                Fields.POSITION,
                                passage.position() - (long) radius,
                                passage.position() + (long) radius),
                        Occur.FILTER)
                .build();
        return passages(passage.shelf(), near, 2 * radius + 1);
    }

    @Override
    public void close() throws IOException {
        filler.close();
        IOUtils.close(shelves.values());
    }

    private SearchResult again(ShelfSearch search) {
        try {
            return searched(search);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SearchResult searched(ShelfSearch search) throws IOException {
        var leases = new ArrayList<Shelf.Lease>();
        try {
            int firstOfShared = 0;
            var readers = new ArrayList<IndexReader>();
            String tenant = search.query().tenant();
            for (String slug : tenant.equals(SHARED) ? List.of(SHARED) : List.of(tenant, SHARED)) {
                Optional<Shelf.Lease> lease = shelf(slug).lease();
                if (lease.isPresent()) {
                    leases.add(lease.get());
                    for (IndexReader reader : ShelfReaders.of(lease.get(), slug, search.overlay())) {
                        readers.add(reader);
                        firstOfShared += slug.equals(SHARED) ? 0 : reader.maxDoc();
                    }
                }
            }
            // One reader over both shelves: how rare a word is must mean the same in both, or scores could not be
            // compared. It holds on to those below it until it is closed.
            try (var both = new MultiReader(readers.toArray(IndexReader[]::new), false)) {
                var searcher = new IndexSearcher(both);
                searcher.setSimilarity(ShelfIndex.SIMILARITY);
                return search.over(searcher, firstOfShared, doc -> vector(ShelfIndex.stored(searcher, doc)));
            }
        } finally {
            IOUtils.close(leases);
        }
    }

    private List<Passage> passages(String slug, Query query, int most) {
        return passages(slug, query, most, null);
    }

    private List<Passage> passages(String slug, Query query, int most, @Nullable DraftOverlay overlay) {
        Query passagesOnly = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(LongField.newRangeQuery(Fields.POSITION, 0, Long.MAX_VALUE), Occur.FILTER)
                .build();
        try (Shelf.Lease lease = shelf(slug).lease().orElse(null)) {
            if (lease == null) {
                return List.of();
            }
            return ShelfReaders.passages(ShelfReaders.of(lease, slug, overlay), passagesOnly, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The vector of a passage to which none was given yet: right after a start or a publication. Null where the model fails. */
    private float @Nullable [] vector(Passage passage) throws IOException {
        try {
            return EmbeddedText.of(passage).isBlank()
                    ? null
                    : shelf(passage.shelf()).vector(passage, embedder);
        } catch (RuntimeException e) {
            // Whoever makes vectors in the background has told of it; a search goes on by words alone.
            return null;
        }
    }

    private Shelf shelf(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("no slug: " + slug);
        }
        Shelf open = shelves.get(slug);
        if (open != null) {
            return open;
        }
        Shelf opened = shelves.computeIfAbsent(slug, name -> {
            try {
                return Shelf.open(name, root.resolve(name), embedder, storage);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        // Vectors that it lacked when it was closed are made now.
        filler.wake();
        return opened;
    }
}
