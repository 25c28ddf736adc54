package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * The grams of a question in one field of an index, each looked up once, and BM25 over them as Lucene computes it. Scores are added
 * up a gram at a time: a question has some sixty grams, and keeping that many postings in step costs more than reading them.
 */
final class GramField {
    private static final float[] LENGTHS = new float[256];

    static {
        for (int i = 0; i < LENGTHS.length; i++) {
            LENGTHS[i] = SmallFloat.byte4ToInt((byte) i);
        }
    }

    private final String field;
    private final List<LeafReaderContext> leaves;
    private final @Nullable TermsEnum[] terms;
    private final List<Gram> grams;
    /** {@code 1 / (k · (1 − b + b · length / mean length))} by the length as the index keeps it. */
    private final float[] inverse = new float[256];

    /**
     * @param ordinal its place in the question
     * @param weight of the field, times its rarity, times how often it was asked for
     * @param holding how many documents hold it
     * @param places where its postings stand in each leaf
     */
    @SuppressWarnings("ArrayRecordComponent") // read here only and never compared
    private record Gram(
            BytesRef bytes,
            int ordinal,
            float weight,
            int holding,
            @Nullable TermState[] places) {}

    private GramField(String field, List<LeafReaderContext> leaves, int grams) {
        this.field = field;
        this.leaves = leaves;
        this.terms = new TermsEnum[leaves.size()];
        this.grams = new ArrayList<>(grams);
    }

    /**
     * Looks grams up.
     *
     * @param counted how often each is asked for, in the order of the question
     * @param weight of the field
     */
    static GramField of(IndexReader reader, String field, Map<String, Integer> counted, float weight)
            throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        var found = new GramField(field, leaves, counted.size());
        if (counted.isEmpty()) {
            return found;
        }
        long documents = 0;
        long length = 0;
        for (LeafReaderContext leaf : leaves) {
            Terms inLeaf = leaf.reader().terms(field);
            if (inLeaf != null) {
                documents += inLeaf.getDocCount();
                length += inLeaf.getSumTotalTermFreq();
                found.terms[leaf.ord] = inLeaf.iterator();
            }
        }
        var ordinals = new TreeMap<String, Integer>();
        for (String gram : counted.keySet()) {
            ordinals.put(gram, ordinals.size());
        }
        // In the order of the dictionary: neighbours are found by the same steps.
        for (Map.Entry<String, Integer> gram : ordinals.entrySet()) {
            float boost = weight * counted.getOrDefault(gram.getKey(), 1);
            found.look(gram.getKey(), gram.getValue(), boost, documents);
        }
        float mean = documents == 0 ? 1 : (float) (length / (double) documents);
        for (int i = 0; i < LENGTHS.length; i++) {
            found.inverse[i] = 1f / (ShelfIndex.K * (1 - ShelfIndex.B + ShelfIndex.B * LENGTHS[i] / mean));
        }
        return found;
    }

    private void look(String gram, int ordinal, float boost, long documents) throws IOException {
        var bytes = new BytesRef(gram);
        var places = new TermState[leaves.size()];
        int holding = 0;
        for (int leaf = 0; leaf < places.length; leaf++) {
            TermsEnum inLeaf = terms[leaf];
            if (inLeaf != null && inLeaf.seekExact(bytes)) {
                places[leaf] = inLeaf.termState();
                holding += inLeaf.docFreq();
            }
        }
        float idf = (float) Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
        grams.add(new Gram(bytes, ordinal, boost * idf, holding, places));
    }

    /** How much all grams together would weigh in a document that has nothing else: each by its rarity among all. */
    double rarity(int documents) {
        double sum = 0;
        for (Gram gram : grams) {
            sum += Math.log(1 + (documents - gram.holding() + 0.5) / (gram.holding() + 0.5));
        }
        return sum;
    }

    /** Adds to the scores of all documents of a window. */
    void addTo(ScoreWindow window, int leaf) throws IOException {
        LeafReader reader = leaves.get(leaf).reader();
        for (Gram gram : grams) {
            TermsEnum term = at(gram, leaf);
            if (term != null) {
                window.add(term, norms(reader), gram.weight(), inverse, gram.ordinal());
            }
        }
    }

    /**
     * Adds to the scores of some documents of a leaf.
     *
     * @param docs of the whole index, ascending
     * @param from the first of the leaf
     * @param to after the last of the leaf
     */
    void addTo(int[] docs, int from, int to, double[] scores, int leaf) throws IOException {
        LeafReaderContext context = leaves.get(leaf);
        PostingsEnum postings = null;
        for (Gram gram : grams) {
            TermsEnum term = at(gram, leaf);
            if (term == null) {
                continue;
            }
            postings = term.postings(postings, PostingsEnum.FREQS);
            NumericDocValues norms = norms(context.reader());
            int doc = -1;
            for (int i = from; i < to && doc != DocIdSetIterator.NO_MORE_DOCS; i++) {
                int wanted = docs[i] - context.docBase;
                doc = doc < wanted ? postings.advance(wanted) : doc;
                if (doc == wanted && norms.advanceExact(doc)) {
                    scores[i] += score(gram.weight(), postings.freq(), inverse[(int) norms.longValue() & 0xff]);
                }
            }
        }
    }

    static float score(float weight, float frequency, float inverse) {
        return weight - weight / (1 + frequency * inverse);
    }

    private @Nullable TermsEnum at(Gram gram, int leaf) throws IOException {
        TermState place = gram.places()[leaf];
        TermsEnum inLeaf = terms[leaf];
        if (place == null || inLeaf == null) {
            return null;
        }
        inLeaf.seekExact(gram.bytes(), place);
        return inLeaf;
    }

    private NumericDocValues norms(LeafReader reader) throws IOException {
        return Objects.requireNonNull(reader.getNormValues(field), "grams have lengths");
    }
}
