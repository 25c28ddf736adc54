package cn.zhirong.knowledge;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Orders passages by words, by how much their whole document speaks of what is asked, and by meaning:
 *
 * <pre>score = known · (lexical / best lexical + whole)
 *       + SEMANTIC · (cosine − least) / (most − least) + FELLOW · the same of the document's best candidate</pre>
 *
 * over the candidates of words and of vectors together. Every candidate gets all of them, whichever of the searches found it.
 * {@code known} is how much of the question's own words the best passage has: official wording goes by words, lay wording by meaning.
 * Where the documents are long, their wholes and titles hardly count.
 */
final class Ranking {
    private static final int CANDIDATES = 200;
    /** Lucene's k is also the search beam: below 100 near vectors are missed. */
    private static final int NEIGHBOURS = 150;

    /** Half a second of one core. */
    private static final int MADE_AT_ONCE = 40;

    private static final double SEMANTIC = 0.7;
    private static final double FELLOW = 0.15;
    private static final double NOT_HOLDING = 0.5;
    /** From here on titles count whole: damping them is not worth reading them again. */
    private static final double NEARLY_ALL = 0.99;

    private final IndexSearcher searcher;
    private final int firstOfShared;
    private final double semantic;
    private final Vectors vectors;

    /** The vector of a document that the index holds none for; null where there can be none. */
    @FunctionalInterface
    interface Vectors {
        float @Nullable [] of(int doc) throws IOException;
    }

    /**
     * @param firstOfShared the first document number that belongs to the shared shelf
     * @param meaningPercent the weight of meaning that a bureau chose, 100 for ours
     * @param vectors makes those that are still missing for the best candidates
     */
    Ranking(IndexSearcher searcher, int firstOfShared, int meaningPercent, Vectors vectors) {
        this.searcher = searcher;
        this.vectors = vectors;
        this.firstOfShared = firstOfShared;
        semantic = SEMANTIC * meaningPercent / 100;
    }

    /** A candidate with what it was ordered by. */
    record Ranked(int doc, double score, double lexical, double cosine, long version, long position) {}

    /**
     * What was found.
     *
     * @param ranked all candidates, best first
     * @param matching whether any passage has enough of the pairs asked for; empty where that was not counted
     */
    record Found(List<Ranked> ranked, Optional<Boolean> matching) {}

    /**
     * Finds and orders.
     *
     * @param day what does not hold then is put below what does, unless it is by far the better match; null to order by merit alone
     */
    Found rank(Words words, Optional<Query> filter, float @Nullable [] meaning, @Nullable LocalDate day)
            throws IOException {
        AskedGrams asked = words.in(searcher.getIndexReader());
        PassageScan scan = PassageScan.of(searcher, filter);
        PassageScan.Scored scored = candidates(asked, scan, Words.enough(words.pairs()), filter, meaning);
        Wholes wholes = Wholes.of(asked, scan.unfiltered(), searcher, firstOfShared);
        dampTitles(scored, asked, wholes.telling());
        boolean counted = words.pairs() > 0 && words.pairs() <= ScoreWindow.MARKED;
        return new Found(
                fused(scored.docs(), scored.scores(), asked, wholes, meaning, day),
                counted ? Optional.of(scored.matching()) : Optional.empty());
    }

    /** The document numbers of what words and vectors find, ascending. */
    int[] candidates(Words words, Optional<Query> filter, float @Nullable [] meaning) throws IOException {
        AskedGrams asked = words.in(searcher.getIndexReader());
        return candidates(asked, PassageScan.of(searcher, filter), 0, filter, meaning)
                .docs();
    }

    private PassageScan.Scored candidates(
            AskedGrams asked, PassageScan scan, int enough, Optional<Query> filter, float @Nullable [] meaning)
            throws IOException {
        int[] near = meaning == null ? new int[0] : near(meaning, filter);
        PassageScan.Scored found = scan.best(asked.pairs(), CANDIDATES, near, enough);
        if (found.found() < CANDIDATES) {
            PassageScan.Scored all = scan.best(asked.all(), CANDIDATES, found.docs(), enough);
            return new PassageScan.Scored(all.docs(), all.scores(), all.found(), found.matching());
        }
        for (GramField field : asked.rest()) {
            eachLeaf(found.docs(), (leaf, from, to) -> field.addTo(found.docs(), from, to, found.scores(), leaf.ord));
        }
        return found;
    }

    /** The title of a notice names what each of its passages is about, that of a code of a thousand articles does not. */
    private void dampTitles(PassageScan.Scored scored, AskedGrams asked, double telling) throws IOException {
        if (telling >= NEARLY_ALL) {
            return;
        }
        int[] docs = scored.docs();
        var titles = new double[docs.length];
        eachLeaf(docs, (leaf, from, to) -> asked.titles().addTo(docs, from, to, titles, leaf.ord));
        for (int i = 0; i < docs.length; i++) {
            scored.scores()[i] = Math.max(0, scored.scores()[i] - (1 - telling) * titles[i]);
        }
    }

    private int[] near(float[] meaning, Optional<Query> filter) throws IOException {
        var near = new KnnFloatVectorQuery(Fields.VECTOR, meaning, NEIGHBOURS, filter.orElse(null));
        return Arrays.stream(searcher.search(near, NEIGHBOURS).scoreDocs)
                .mapToInt(each -> each.doc)
                .sorted()
                .toArray();
    }

    /** What is done with the documents of a leaf, from one place among all to before another. */
    private interface Slice {
        void use(LeafReaderContext leaf, int from, int to) throws IOException;
    }

    private void eachLeaf(int[] docs, Slice slice) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int from = 0; from < docs.length; ) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[from], leaves));
            int to = from;
            while (to < docs.length && docs[to] < leaf.docBase + leaf.reader().maxDoc()) {
                to++;
            }
            slice.use(leaf, from, to);
            from = to;
        }
    }

    private List<Ranked> fused(
            int[] docs,
            double[] lexical,
            AskedGrams asked,
            Wholes wholes,
            float @Nullable [] meaning,
            @Nullable LocalDate day)
            throws IOException {
        int count = docs.length;
        var cosine = new double[count];
        Arrays.fill(cosine, Double.NaN);
        var versions = new long[count];
        var positions = new long[count];
        var holds = new boolean[count];
        eachLeaf(docs, (leaf, from, to) -> {
            NumericDocValues version = Matches.values(leaf.reader(), Fields.VERSION);
            NumericDocValues position = Matches.values(leaf.reader(), Fields.POSITION);
            TermColumns terms = day == null ? null : new TermColumns(leaf.reader());
            for (int i = from; i < to; i++) {
                int doc = docs[i] - leaf.docBase;
                versions[i] = Matches.value(version, doc);
                positions[i] = Matches.value(position, doc);
                boolean sameVersion = i > from && versions[i] == versions[i - 1];
                holds[i] = sameVersion ? holds[i - 1] : day == null || terms == null || terms.holds(doc, day);
            }
            if (meaning != null) {
                cosines(leaf, docs, from, to, meaning, cosine);
            }
        });
        double bestLexical = max(lexical);
        var worded = new double[count];
        for (int i = 0; i < count; i++) {
            worded[i] = share(lexical[i], 0, bestLexical) + wholes.score(docs[i], versions[i]);
        }
        if (meaning != null) {
            makeMissing(docs, worded, meaning, cosine);
        }
        fillUnknown(cosine);
        double mostCosine = max(cosine);
        double leastCosine = Arrays.stream(cosine).min().orElse(0);
        double rarity = asked.rarity(searcher.getIndexReader().maxDoc());
        double known = rarity <= 0 ? 1 : Math.min(1, bestLexical / rarity);
        var fellows = new HashMap<Long, Double>();
        for (int i = 0; i < count && mostCosine > leastCosine; i++) {
            fellows.merge(wholes.key(docs[i], versions[i]), share(cosine[i], leastCosine, mostCosine), Math::max);
        }
        var ranked = new ArrayList<Ranked>(count);
        for (int i = 0; i < count; i++) {
            double score = known * worded[i]
                    + semantic * share(cosine[i], leastCosine, mostCosine)
                    + (fellows.isEmpty() ? 0 : FELLOW * fellows.getOrDefault(wholes.key(docs[i], versions[i]), 0d));
            ranked.add(new Ranked(
                    docs[i],
                    holds[i] ? score : score * NOT_HOLDING,
                    share(lexical[i], 0, bestLexical),
                    cosine[i],
                    versions[i],
                    positions[i]));
        }
        ranked.sort(order());
        return ranked;
    }

    /** Whether anything matches; stops at the first that does. */
    boolean any(Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            Bits live = leaf.reader().getLiveDocs();
            if (scorer != null) {
                DocIdSetIterator matching = scorer.iterator();
                for (int doc = matching.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matching.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Comparator<Ranked> order() {
        Comparator<Ranked> equals = Comparator.comparing((Ranked r) -> r.doc() >= firstOfShared)
                .thenComparingLong(Ranked::version)
                .thenComparingLong(Ranked::position);
        return (one, other) -> {
            int byScore = Double.compare(other.score(), one.score());
            return byScore != 0 ? byScore : equals.compare(one, other);
        };
    }

    /** Vectors follow in the background: the best by words that have none are not made to wait for them. */
    private void makeMissing(int[] docs, double[] worded, float[] meaning, double[] cosines) throws IOException {
        List<Integer> missing = IntStream.range(0, cosines.length)
                .filter(i -> Double.isNaN(cosines[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -worded[i]))
                .limit(MADE_AT_ONCE)
                .toList();
        for (int i : missing) {
            float[] vector = vectors.of(docs[i]);
            if (vector != null) {
                cosines[i] = VectorUtil.dotProduct(meaning, vector);
            }
        }
    }

    /** What has no vector yet is neither near nor far: it stands in the middle, or its place would depend on the moment. */
    private static void fillUnknown(double[] cosines) {
        double middle =
                Arrays.stream(cosines).filter(c -> !Double.isNaN(c)).average().orElse(0);
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = Double.isNaN(cosines[i]) ? middle : cosines[i];
        }
    }

    private static void cosines(LeafReaderContext leaf, int[] docs, int from, int to, float[] meaning, double[] cosines)
            throws IOException {
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
        if (vectors == null) {
            return;
        }
        KnnVectorValues.DocIndexIterator iterator = vectors.iterator();
        for (int i = from; i < to; i++) {
            int wanted = docs[i] - leaf.docBase;
            int doc = iterator.docID() < wanted ? iterator.advance(wanted) : iterator.docID();
            if (doc == wanted) {
                cosines[i] = VectorUtil.dotProduct(meaning, vectors.vectorValue(iterator.index()));
            }
        }
    }

    private static double share(double value, double least, double most) {
        return most <= least ? 0 : (value - least) / (most - least);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }
}
