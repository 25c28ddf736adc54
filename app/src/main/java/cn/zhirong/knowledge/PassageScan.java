package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/** Goes through all documents of an index and keeps the best by their grams. */
final class PassageScan {
    private final IndexSearcher searcher;
    private final @Nullable Weight filter;
    private final List<LeafReaderContext> leaves;
    private final ScoreWindow window;

    PassageScan(IndexSearcher searcher, Optional<Query> filter) throws IOException {
        this.searcher = searcher;
        leaves = searcher.getIndexReader().leaves();
        window = new ScoreWindow(leaves.stream()
                .mapToInt(leaf -> leaf.reader().maxDoc())
                .max()
                .orElse(0));
        this.filter = filter.isEmpty()
                ? null
                : searcher.createWeight(searcher.rewrite(filter.get()), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /**
     * Documents with their scores.
     *
     * @param docs ascending
     * @param scores of each
     * @param found how many of them were found, and not merely asked about
     * @param matching whether any document at all holds enough grams
     */
    @SuppressWarnings("ArrayRecordComponent") // a few hundred numbers, never compared
    record Scored(int[] docs, double[] scores, int found, boolean matching) {}

    /**
     * The best documents; of equal ones the first.
     *
     * @param also documents that are wanted in any case, ascending
     * @param enough how many grams a document must hold to count as matching
     */
    Scored best(List<GramField> fields, int most, int[] also, int enough) throws IOException {
        var heap = new LongHeap(most);
        var wanted = new float[also.length];
        boolean matching = false;
        int next = 0;
        for (LeafReaderContext leaf : leaves) {
            Bits kept = kept(leaf);
            int documents = leaf.reader().maxDoc();
            for (int from = 0; from < documents; from = window.end()) {
                window.open(from, documents);
                for (GramField field : fields) {
                    field.addTo(window, leaf.ord);
                }
                keep(heap, most, from, leaf.docBase, kept);
                matching = matching || matches(from, enough, kept);
                for (; next < also.length && also[next] < leaf.docBase + window.end(); next++) {
                    wanted[next] = window.score(also[next] - leaf.docBase);
                }
            }
        }
        return joined(heap, also, wanted, matching);
    }

    /** The documents of a leaf that may be found, or null where all may. */
    private @Nullable Bits kept(LeafReaderContext leaf) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        if (filter == null) {
            return live;
        }
        var kept = new FixedBitSet(leaf.reader().maxDoc());
        Scorer scorer = filter.scorer(leaf);
        if (scorer != null) {
            DocIdSetIterator passing = scorer.iterator();
            passing.nextDoc();
            passing.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, kept, 0);
        }
        if (live != null) {
            live.applyMask(kept, 0);
        }
        return kept;
    }

    private void keep(LongHeap heap, int most, int from, int base, @Nullable Bits kept) {
        float least = heap.size() < most ? 0 : score(heap.top());
        for (int doc = from; doc < window.end(); doc++) {
            float score = window.score(doc);
            if (score > least && (kept == null || kept.get(doc))) {
                heap.insertWithOverflow(entry(score, base + doc));
                least = heap.size() < most ? 0 : score(heap.top());
            }
        }
    }

    private boolean matches(int from, int enough, @Nullable Bits kept) {
        for (int doc = from; doc < window.end(); doc++) {
            if (window.held(doc) >= enough && (kept == null || kept.get(doc))) {
                return true;
            }
        }
        return false;
    }

    private static Scored joined(LongHeap heap, int[] also, float[] wanted, boolean matching) {
        int found = heap.size();
        // Document first, so that they can be sorted.
        var entries = new long[found + also.length];
        for (int i = 0; i < found; i++) {
            long entry = heap.get(i + 1);
            entries[i] = (long) doc(entry) << Integer.SIZE | Float.floatToIntBits(score(entry));
        }
        for (int i = 0; i < also.length; i++) {
            entries[found + i] = (long) also[i] << Integer.SIZE | Float.floatToIntBits(wanted[i]);
        }
        long[] sorted = Arrays.stream(entries).sorted().distinct().toArray();
        int[] docs = Arrays.stream(sorted)
                .mapToInt(entry -> (int) (entry >>> Integer.SIZE))
                .toArray();
        double[] scores = Arrays.stream(sorted)
                .mapToDouble(entry -> Float.intBitsToFloat((int) entry))
                .toArray();
        return new Scored(docs, scores, found, matching);
    }

    /** Ordered by score, then by document, the first ones higher; scores are positive, so their bits are in their order. */
    private static long entry(float score, int doc) {
        return (long) Float.floatToIntBits(score) << Integer.SIZE | (Integer.MAX_VALUE - doc);
    }

    private static float score(long entry) {
        return Float.intBitsToFloat((int) (entry >>> Integer.SIZE));
    }

    private static int doc(long entry) {
        return Integer.MAX_VALUE - (int) entry;
    }
}
