package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * How much whole documents speak of what is asked, and how much that says of one of their passages: that a notice of two pages does
 * says nearly all, that a code of a thousand articles does says little.
 */
final class Wholes {
    private static final int MOST = 200;
    private static final double WEIGHT = 1.6;

    /** The length is judged by so many of the best. */
    private static final int JUDGED = 10;

    /** At this length, in pairs of characters, a whole counts half. */
    private static final double LONG = 2_500;

    private final Map<Long, Double> scores = new HashMap<>();
    private final IndexSearcher searcher;
    private final int firstOfShared;
    private double best;
    private double telling;

    private Wholes(IndexSearcher searcher, int firstOfShared) {
        this.searcher = searcher;
        this.firstOfShared = firstOfShared;
    }

    /**
     * @param all goes through every document
     * @param firstOfShared the first document number that belongs to the shared shelf
     */
    static Wholes of(AskedGrams asked, PassageScan all, IndexSearcher searcher, int firstOfShared) throws IOException {
        var wholes = new Wholes(searcher, firstOfShared);
        wholes.read(all.best(List.of(asked.wholes()), MOST, new int[0], Integer.MAX_VALUE));
        return wholes;
    }

    /** What a passage gets for its whole, 0 to about {@link #WEIGHT}. */
    double score(int doc, long version) {
        return best <= 0 ? 0 : WEIGHT * telling * scores.getOrDefault(key(doc, version), 0d) / best;
    }

    /** How much documents say of their passages: nearly 1 where the best of them are short, nearly 0 where they are codes. */
    double telling() {
        return telling;
    }

    /** Version numbers are unique on a shelf; the sign tells the two shelves apart. */
    long key(int doc, long version) {
        return doc >= firstOfShared ? ~version : version;
    }

    private void read(PassageScan.Scored found) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int[] docs = found.docs();
        var lengths = new double[docs.length];
        for (int i = 0; i < docs.length; ) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[i], leaves));
            NumericDocValues versions = Matches.values(leaf.reader(), Fields.VERSION);
            NumericDocValues norms = leaf.reader().getNormValues(Fields.WHOLE_2);
            for (int end = leaf.docBase + leaf.reader().maxDoc(); i < docs.length && docs[i] < end; i++) {
                scores.put(key(docs[i], Matches.value(versions, docs[i] - leaf.docBase)), found.scores()[i]);
                lengths[i] = Math.log(length(norms, docs[i] - leaf.docBase));
                best = Math.max(best, found.scores()[i]);
            }
        }
        double length = Math.exp(meanOfBest(found.scores(), lengths));
        telling = 1 / (1 + Math.pow(length / LONG, 4));
    }

    /** Of equal ones the first. */
    private static double meanOfBest(double[] scores, double[] lengths) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double least = sorted.length > JUDGED ? sorted[sorted.length - JUDGED] : 0;
        double sum = 0;
        int judged = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > least) {
                sum += lengths[i];
                judged++;
            }
        }
        for (int i = 0; i < scores.length && judged < JUDGED; i++) {
            if (scores[i] == least) {
                sum += lengths[i];
                judged++;
            }
        }
        return sum / Math.max(1, judged);
    }

    /** In pairs of characters, as roughly as the index keeps it. */
    private static int length(@Nullable NumericDocValues norms, int doc) throws IOException {
        return norms != null && norms.advanceExact(doc)
                ? Math.max(1, SmallFloat.byte4ToInt((byte) norms.longValue()))
                : 1;
    }
}
