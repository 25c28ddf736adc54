package cn.zhirong.knowledge;

import cn.zhirong.policy.Validity;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
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
    private static final int REMEMBERED_QUESTIONS = 1_000;
    private static final int MOST_PASSAGES = 100_000;

    private final Path root;
    private final Embedder embedder;
    private final Shelf.Storage storage;
    private final ConcurrentHashMap<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final VectorFiller filler;
    private final Map<String, float[]> meanings = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED_QUESTIONS;
        }
    };

    /** Opens the folder; the model is loaded and vectors are made in the background from now on. */
    public PolicyIndexes(Path root, Embedder embedder) {
        this(root, embedder, FSDirectory::open, false);
    }

    PolicyIndexes(Path root, Embedder embedder, Shelf.Storage storage, boolean held) {
        this.root = root;
        this.storage = storage;
        this.embedder = embedder;
        filler = new VectorFiller(embedder, shelves::values, held);
    }

    /**
     * The same, but words alone are searched until {@link #makeVectors}: at a start, loading the model beside everything else would
     * only make both slower.
     */
    static PolicyIndexes held(Path root, Embedder embedder) {
        return new PolicyIndexes(root, embedder, FSDirectory::open, true);
    }

    /** From now on the model is loaded and vectors are made in the background. */
    public void makeVectors() {
        filler.release();
    }

    /** Whether the index of a tenant can be trusted; opening it the first time reads it against its checksums. */
    public boolean isSound(String slug) {
        return shelf(slug).isSound();
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

    @Override
    public SearchResult search(SearchQuery query) {
        long began = System.nanoTime();
        var words = new Words(query.text());
        if (words.isEmpty()) {
            return new SearchResult(List.of(), 0, Map.of(), 0);
        }
        float[] meaning = meaning(query.text());
        try {
            return search(query, words, meaning, began);
        } catch (CorruptIndexException e) {
            // A file went bad under us: whichever shelf it is goes out of service, the other still answers.
            verify(query.tenant());
            verify(SHARED);
            return again(query, words, meaning, began);
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

    private SearchResult again(SearchQuery query, Words words, float @Nullable [] meaning, long began) {
        try {
            return search(query, words, meaning, began);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SearchResult search(SearchQuery query, Words words, float @Nullable [] meaning, long began)
            throws IOException {
        var leases = new ArrayList<Shelf.Lease>();
        try {
            int firstOfShared = 0;
            var readers = new ArrayList<IndexReader>();
            for (String slug : query.tenant().equals(SHARED) ? List.of(SHARED) : List.of(query.tenant(), SHARED)) {
                Optional<Shelf.Lease> lease = shelf(slug).lease();
                if (lease.isPresent()) {
                    leases.add(lease.get());
                    readers.add(lease.get().searcher().getIndexReader());
                    firstOfShared += slug.equals(SHARED) ? 0 : readers.getLast().maxDoc();
                }
            }
            // One reader over both shelves: how rare a word is must mean the same in both, or scores could not be
            // compared.
            var searcher = new IndexSearcher(new MultiReader(readers.toArray(IndexReader[]::new), false));
            searcher.setSimilarity(ShelfIndex.SIMILARITY);
            return found(query, words, meaning, searcher, firstOfShared, began);
        } finally {
            IOUtils.close(leases);
        }
    }

    private static SearchResult found(
            SearchQuery query,
            Words words,
            float @Nullable [] meaning,
            IndexSearcher searcher,
            int firstOfShared,
            long began)
            throws IOException {
        Optional<Query> filter = TermFilters.of(query);
        var ranking = new Ranking(searcher, firstOfShared);
        List<Ranking.Ranked> ranked = ranking.rank(words, filter, meaning);
        Set<Integer> candidates = docs(ranked);
        if (query.facets() && filter.isPresent()) {
            // What another choice would give is not among what this one gives.
            candidates.addAll(ranking.candidates(words, Optional.empty(), meaning));
        }
        Matches matches = Matches.of(query, candidates, searcher, firstOfShared);
        if (query.validities().isEmpty()) {
            ranked = ranking.demoted(ranked, matches);
        }
        var hits = new ArrayList<PassageHit>();
        for (Ranking.Ranked one : ranked.subList(
                Math.min(query.from(), ranked.size()), Math.min(query.from() + query.size(), ranked.size()))) {
            Passage passage = ShelfIndex.stored(searcher, one.doc());
            Validity validity = passage.term().on(query.asOf());
            hits.add(new PassageHit(
                    passage,
                    one.score(),
                    one.lexical(),
                    one.cosine(),
                    validity,
                    Snippets.of(passage.text(), words.marks())));
        }
        var literal = new BooleanQuery.Builder().add(words.matching(), Occur.FILTER);
        filter.ifPresent(only -> literal.add(only, Occur.FILTER));
        return new SearchResult(
                hits,
                ranking.any(literal.build()) ? ranked.size() : 0,
                query.facets() ? matches.facets() : Map.of(),
                (System.nanoTime() - began) / 1_000_000);
    }

    private static Set<Integer> docs(List<Ranking.Ranked> ranked) {
        var docs = new HashSet<Integer>();
        ranked.forEach(each -> docs.add(each.doc()));
        return docs;
    }

    private List<Passage> passages(String slug, Query query, int most) {
        Query passagesOnly = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(LongField.newRangeQuery(Fields.POSITION, 0, Long.MAX_VALUE), Occur.FILTER)
                .build();
        try (Shelf.Lease lease = shelf(slug).lease().orElse(null)) {
            if (lease == null) {
                return List.of();
            }
            IndexSearcher searcher = lease.searcher();
            Sort byPosition = new Sort(
                    LongField.newSortField(
                            Fields.POSITION, false, org.apache.lucene.search.SortedNumericSelector.Type.MIN),
                    SortField.FIELD_DOC);
            var passages = new ArrayList<Passage>();
            for (ScoreDoc found : searcher.search(passagesOnly, most, byPosition).scoreDocs) {
                passages.add(ShelfIndex.stored(searcher, found.doc));
            }
            return passages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The vector of a question, or null while the model is not loaded. */
    private float @Nullable [] meaning(String text) {
        if (!embedder.isReady()) {
            return null;
        }
        String words = TextForm.normal(text.substring(0, Math.min(text.length(), 400)));
        synchronized (meanings) {
            float[] known = meanings.get(words);
            if (known != null) {
                return known;
            }
        }
        float[] meaning = embedder.embedQuestion(words);
        synchronized (meanings) {
            meanings.put(words, meaning);
        }
        return meaning;
    }

    private Shelf shelf(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("no slug: " + slug);
        }
        return shelves.computeIfAbsent(slug, name -> {
            try {
                return Shelf.open(name, root.resolve(name), embedder, storage);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
