package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.SmallFloat;

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
    private static final double LONG = 3_500;

    private final Map<Long, Float> scores = new HashMap<>();
    private final IndexSearcher searcher;
    private final int firstOfShared;
    private double best;
    private double weight;

    private Wholes(IndexSearcher searcher, int firstOfShared) {
        this.searcher = searcher;
        this.firstOfShared = firstOfShared;
    }

    /** @param firstOfShared the first document number that belongs to the shared shelf */
    static Wholes of(Words words, IndexSearcher searcher, int firstOfShared) throws IOException {
        var wholes = new Wholes(searcher, firstOfShared);
        wholes.read(searcher.search(words.wholes(), MOST).scoreDocs);
        return wholes;
    }

    /** What a passage gets for its whole, 0 to about {@link #WEIGHT}. */
    double score(int doc, long version) {
        return best <= 0 ? 0 : weight * scores.getOrDefault(key(doc, version), 0f) / best;
    }

    /** Version numbers are unique on a shelf; the sign tells the two shelves apart. */
    long key(int doc, long version) {
        return doc >= firstOfShared ? ~version : version;
    }

    private void read(ScoreDoc[] found) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        double magnitude = 0;
        for (int i = 0; i < found.length; i++) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found[i].doc, leaves));
            int doc = found[i].doc - leaf.docBase;
            long version = Matches.value(Matches.values(leaf.reader(), Fields.VERSION), doc);
            scores.put(key(found[i].doc, version), found[i].score);
            best = Math.max(best, found[i].score);
            magnitude += i < JUDGED ? Math.log(length(leaf.reader(), doc)) : 0;
        }
        double length = Math.exp(magnitude / Math.clamp(found.length, 1, JUDGED));
        weight = WEIGHT / (1 + Math.pow(length / LONG, 2));
    }

    /** In pairs of characters, as roughly as the index keeps it. */
    private static int length(LeafReader reader, int doc) throws IOException {
        NumericDocValues norms = reader.getNormValues(Fields.WHOLE_2);
        return norms != null && norms.advanceExact(doc)
                ? Math.max(1, SmallFloat.byte4ToInt((byte) norms.longValue()))
                : 1;
    }
}
