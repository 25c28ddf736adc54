package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
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
    record Ranked(int doc, double score, double lexical, double cosine, long version, long position) {
        private Ranked times(double factor) {
            return new Ranked(doc, score * factor, lexical, cosine, version, position);
        }
    }

    /** All candidates, best first. */
    List<Ranked> rank(Words words, Optional<Query> filter, float @Nullable [] meaning) throws IOException {
        return fused(new ArrayList<>(candidates(words, filter, meaning)), words, meaning);
    }

    /** The document numbers of what words and vectors find, in no order of merit. */
    SortedSet<Integer> candidates(Words words, Optional<Query> filter, float @Nullable [] meaning) throws IOException {
        var candidates = new TreeSet<Integer>();
        add(candidates, searcher.search(filtered(words.candidates(), filter), CANDIDATES));
        if (candidates.size() < CANDIDATES) {
            add(candidates, searcher.search(filtered(words.passages(), filter), CANDIDATES));
        }
        if (meaning != null) {
            var near = new KnnFloatVectorQuery(Fields.VECTOR, meaning, NEIGHBOURS, filter.orElse(null));
            add(candidates, searcher.search(near, NEIGHBOURS));
        }
        return candidates;
    }

    private static void add(SortedSet<Integer> candidates, TopDocs found) {
        for (ScoreDoc one : found.scoreDocs) {
            candidates.add(one.doc);
        }
    }

    private List<Ranked> fused(List<Integer> docs, Words words, float @Nullable [] meaning) throws IOException {
        int count = docs.size();
        var lexical = new double[count];
        var cosine = new double[count];
        Arrays.fill(cosine, Double.NaN);
        var versions = new long[count];
        var positions = new long[count];
        Weight weight = searcher.createWeight(searcher.rewrite(words.passages()), ScoreMode.COMPLETE, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int from = 0; from < count; ) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs.get(from), leaves));
            int to = from;
            while (to < count && docs.get(to) < leaf.docBase + leaf.reader().maxDoc()) {
                to++;
            }
            var slice = new int[to - from];
            for (int i = from; i < to; i++) {
                slice[i - from] = docs.get(i) - leaf.docBase;
            }
            lexical(weight, leaf, slice, lexical, from);
            cosines(leaf, slice, meaning, cosine, from);
            numbers(leaf, slice, Fields.VERSION, versions, from);
            numbers(leaf, slice, Fields.POSITION, positions, from);
            from = to;
        }
        double bestLexical = max(lexical);
        Wholes wholes = Wholes.of(words, searcher, firstOfShared);
        if (meaning != null) {
            var worded = new double[count];
            for (int i = 0; i < count; i++) {
                worded[i] = share(lexical[i], 0, bestLexical) + wholes.score(docs.get(i), versions[i]);
            }
            makeMissing(docs, worded, meaning, cosine);
        }
        fillUnknown(cosine);
        double mostCosine = max(cosine);
        double leastCosine = Arrays.stream(cosine).min().orElse(0);
        double rarity = words.rarity(searcher.getIndexReader());
        double known = rarity <= 0 ? 1 : Math.min(1, bestLexical / rarity);
        var fellows = new HashMap<Long, Double>();
        for (int i = 0; i < count; i++) {
            fellows.merge(wholes.key(docs.get(i), versions[i]), share(cosine[i], leastCosine, mostCosine), Math::max);
        }
        var ranked = new ArrayList<Ranked>(count);
        for (int i = 0; i < count; i++) {
            double worded = share(lexical[i], 0, bestLexical);
            double score = known * (worded + wholes.score(docs.get(i), versions[i]))
                    + semantic * share(cosine[i], leastCosine, mostCosine)
                    + FELLOW * fellows.getOrDefault(wholes.key(docs.get(i), versions[i]), 0d);
            ranked.add(new Ranked(docs.get(i), score, worded, cosine[i], versions[i], positions[i]));
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

    /** The same with what does not hold on the day below what does, unless it is by far the better match. */
    List<Ranked> demoted(List<Ranked> ranked, Matches matches) {
        return ranked.stream()
                .map(each -> matches.holds(each.doc()) ? each : each.times(NOT_HOLDING))
                .sorted(order())
                .toList();
    }

    private Comparator<Ranked> order() {
        return Comparator.comparingDouble((Ranked r) -> -r.score())
                .thenComparing(r -> r.doc() >= firstOfShared)
                .thenComparingLong(Ranked::version)
                .thenComparingLong(Ranked::position);
    }

    private static Query filtered(Query query, Optional<Query> filter) {
        return filter.<Query>map(only -> new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(only, Occur.FILTER)
                        .build())
                .orElse(query);
    }

    private static void lexical(Weight weight, LeafReaderContext leaf, int[] docs, double[] scores, int at)
            throws IOException {
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null) {
            return;
        }
        DocIdSetIterator iterator = scorer.iterator();
        for (int i = 0; i < docs.length; i++) {
            int doc = iterator.docID() < docs[i] ? iterator.advance(docs[i]) : iterator.docID();
            scores[at + i] = doc == docs[i] ? scorer.score() : 0;
        }
    }

    /** Vectors follow in the background: the best by words that have none are not made to wait for them. */
    private void makeMissing(List<Integer> docs, double[] worded, float[] meaning, double[] cosines)
            throws IOException {
        List<Integer> missing = IntStream.range(0, cosines.length)
                .filter(i -> Double.isNaN(cosines[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -worded[i]))
                .limit(MADE_AT_ONCE)
                .toList();
        for (int i : missing) {
            float[] vector = vectors.of(docs.get(i));
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

    private static void cosines(
            LeafReaderContext leaf, int[] docs, float @Nullable [] meaning, double[] cosines, int at)
            throws IOException {
        FloatVectorValues vectors = meaning == null ? null : leaf.reader().getFloatVectorValues(Fields.VECTOR);
        if (vectors == null || meaning == null) {
            return;
        }
        KnnVectorValues.DocIndexIterator iterator = vectors.iterator();
        for (int i = 0; i < docs.length; i++) {
            int doc = iterator.docID() < docs[i] ? iterator.advance(docs[i]) : iterator.docID();
            if (doc == docs[i]) {
                cosines[at + i] = VectorUtil.dotProduct(meaning, vectors.vectorValue(iterator.index()));
            }
        }
    }

    private static void numbers(LeafReaderContext leaf, int[] docs, String field, long[] numbers, int at)
            throws IOException {
        var values = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), field));
        for (int i = 0; i < docs.length; i++) {
            if (values != null && values.advanceExact(docs[i])) {
                numbers[at + i] = values.longValue();
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
