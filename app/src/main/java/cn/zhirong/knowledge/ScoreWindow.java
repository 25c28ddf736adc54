package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.jspecify.annotations.Nullable;

/** Scores of so many neighbouring documents of a leaf as fit into the nearer caches, and which grams each of them holds. */
final class ScoreWindow {
    private static final int MOST = 1 << 16;

    /** Of so many grams it is known whether a document holds them. */
    static final int MARKED = Long.SIZE;

    private final float[] scores;
    private final long[] held;
    private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    private long[] lengths = {};
    private @Nullable PostingsEnum postings;
    private int from;
    private int to;
    private boolean used;

    /** @param documents of the largest leaf */
    ScoreWindow(int documents) {
        int size = Math.min(documents, MOST);
        scores = new float[size];
        held = new long[size];
    }

    /** Begins at a document of a leaf that ends before another. */
    void open(int first, int end) {
        from = first;
        to = (int) Math.min(end, (long) first + scores.length);
        if (used) {
            Arrays.fill(scores, 0, to - from, 0);
            Arrays.fill(held, 0, to - from, 0);
        }
        used = true;
    }

    /** After its last document. */
    int end() {
        return to;
    }

    float score(int doc) {
        return scores[doc - from];
    }

    /** How many of the first {@link #MARKED} grams a document holds, in whichever field. */
    int held(int doc) {
        return Long.bitCount(held[doc - from]);
    }

    /**
     * Adds what a term gives.
     *
     * @param ordinal of the gram in the question
     */
    void add(TermsEnum term, NumericDocValues norms, float weight, float[] inverse, int ordinal) throws IOException {
        PostingsEnum read = term.postings(postings, PostingsEnum.FREQS);
        postings = read;
        long mark = ordinal < MARKED ? 1L << ordinal : 0;
        read.advance(from);
        for (read.nextPostings(to, buffer); buffer.size > 0; read.nextPostings(to, buffer)) {
            if (lengths.length < buffer.size) {
                lengths = new long[buffer.docs.length];
            }
            norms.longValues(buffer.size, buffer.docs, lengths, 1);
            for (int i = 0; i < buffer.size; i++) {
                int at = buffer.docs[i] - from;
                scores[at] += GramField.score(weight, buffer.features[i], inverse[(int) lengths[i] & 0xff]);
                held[at] |= mark;
            }
        }
    }
}
