package cn.zhirong.knowledge;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the best documents of many. A heap of two hundred is turned over a thousand times before it has them; here a window's
 * scores are counted by their size first, which tells about where the best begin.
 */
final class BestDocs {
    /** Leaves of a score its exponent and four digits: steps of six per cent and less. */
    private static final int ROUGH = 19;

    private static final int SAMPLED = 8;

    private final int most;
    private final int[] counts = new int[Integer.MAX_VALUE >>> ROUGH];
    private long[] entries;
    private int size;
    private float least;

    BestDocs(int most) {
        this.most = most;
        entries = new long[3 * most];
    }

    /** The score of a document of the leaf that is gone through; 0 where it has none. */
    @FunctionalInterface
    interface Scores {
        float of(int doc);
    }

    /**
     * Takes the documents of a window that are as good as those it has; windows come in the order of documents.
     */
    void take(Scores scores, int from, int to, int base, @Nullable Bits kept) {
        int before = size;
        // Every eighth tells where the best begin in nearly all cases; if it was too hopeful, all are counted.
        if (!collect(scores, from, to, base, kept, edge(scores, from, to, kept, SAMPLED), before + most)) {
            size = before;
            collect(scores, from, to, base, kept, edge(scores, from, to, kept, 1), 0);
        }
        if (size > most) {
            Arrays.sort(entries, 0, size);
            System.arraycopy(entries, size - most, entries, 0, most);
            size = most;
            // Of those as good as the last one kept, only the first are wanted.
            least = score(entries[0]);
        }
    }

    /** A score that enough documents reach, or 0 where there are not so many, judged by one in some. */
    private float edge(Scores scores, int from, int to, @Nullable Bits kept, int step) {
        Arrays.fill(counts, 0);
        for (int doc = from; doc < to; doc += step) {
            float score = scores.of(doc);
            if (score > least && (kept == null || kept.get(doc))) {
                counts[Float.floatToIntBits(score) >>> ROUGH]++;
            }
        }
        int wanted = step == 1 ? most : most / step + most / step / 2;
        int rough = counts.length - 1;
        int above = counts[rough];
        while (rough > 0 && above < wanted) {
            above += counts[--rough];
        }
        return Float.intBitsToFloat(rough << ROUGH);
    }

    /** Whether so many were there, or all that there are. */
    private boolean collect(Scores scores, int from, int to, int base, @Nullable Bits kept, float edge, int expected) {
        for (int doc = from; doc < to; doc++) {
            float score = scores.of(doc);
            if (score >= edge && score > least && (kept == null || kept.get(doc))) {
                if (size == entries.length) {
                    entries = ArrayUtil.grow(entries, size + most);
                }
                entries[size++] = entry(score, base + doc);
            }
        }
        return edge == 0 || size >= expected;
    }

    /** To be read with {@link #doc} and {@link #score}, in no order. */
    long[] entries() {
        return Arrays.copyOf(entries, size);
    }

    static float score(long entry) {
        return Float.intBitsToFloat((int) (entry >>> Integer.SIZE));
    }

    static int doc(long entry) {
        return Integer.MAX_VALUE - (int) entry;
    }

    /** Ordered by score, then by document, the first ones higher; scores are positive, so their bits are in their order. */
    private static long entry(float score, int doc) {
        return (long) Float.floatToIntBits(score) << Integer.SIZE | (Integer.MAX_VALUE - doc);
    }
}
