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
import org.jspecify.annotations.Nullable;

/** Goes through all documents of an index and keeps the best by their grams. */
final class PassageScan {
    private final @Nullable Weight filter;
    private final List<LeafReaderContext> leaves;
    private final ScoreWindow window;

    private PassageScan(List<LeafReaderContext> leaves, ScoreWindow window, @Nullable Weight filter) {
        this.leaves = leaves;
        this.window = window;
        this.filter = filter;
    }

    static PassageScan of(IndexSearcher searcher, Optional<Query> filter) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int largest = 0;
        for (LeafReaderContext leaf : leaves) {
            largest = Math.max(largest, leaf.reader().maxDoc());
        }
        Weight weight = filter.isEmpty()
                ? null
                : searcher.createWeight(searcher.rewrite(filter.get()), ScoreMode.COMPLETE_NO_SCORES, 1);
        return new PassageScan(leaves, new ScoreWindow(largest), weight);
    }

    /** The same over all documents; not to be used at the same time. */
    PassageScan unfiltered() {
        return new PassageScan(leaves, window, null);
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
        var best = new BestDocs(most);
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
                best.take(window::score, from, window.end(), leaf.docBase, kept);
                matching = matching || (enough < Integer.MAX_VALUE && matches(from, enough, kept));
                for (; next < also.length && also[next] < leaf.docBase + window.end(); next++) {
                    wanted[next] = window.score(also[next] - leaf.docBase);
                }
            }
        }
        return joined(best.entries(), also, wanted, matching);
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

    private boolean matches(int from, int enough, @Nullable Bits kept) {
        for (int doc = from; doc < window.end(); doc++) {
            if (window.held(doc) >= enough && (kept == null || kept.get(doc))) {
                return true;
            }
        }
        return false;
    }

    private static Scored joined(long[] best, int[] also, float[] wanted, boolean matching) {
        int found = best.length;
        // Document first, so that they can be sorted.
        var entries = new long[found + also.length];
        for (int i = 0; i < found; i++) {
            entries[i] = entry(BestDocs.doc(best[i]), BestDocs.score(best[i]));
        }
        for (int i = 0; i < also.length; i++) {
            entries[found + i] = entry(also[i], wanted[i]);
        }
        Arrays.sort(entries);
        int different = 0;
        for (int i = 0; i < entries.length; i++) {
            if (i == 0 || entries[i] != entries[i - 1]) {
                entries[different++] = entries[i];
            }
        }
        var docs = new int[different];
        var scores = new double[different];
        for (int i = 0; i < different; i++) {
            docs[i] = (int) (entries[i] >>> Integer.SIZE);
            scores[i] = Float.intBitsToFloat((int) entries[i]);
        }
        return new Scored(docs, scores, found, matching);
    }

    private static long entry(int doc, float score) {
        return (long) doc << Integer.SIZE | Float.floatToIntBits(score);
    }
}
