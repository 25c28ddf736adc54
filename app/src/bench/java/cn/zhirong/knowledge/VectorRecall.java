package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.VectorUtil;

/**
 * How many of the ten passages truly nearest to a question the product's vectors find: its format and its beam, once ordered by
 * the quantised vectors as Lucene returns them, once by the exact cosines that the product computes for all candidates.
 */
final class VectorRecall {
    private static final int DEPTH = 10;

    private record Near(int doc, double cosine) {}

    private VectorRecall() {}

    static void measure(IndexSearcher searcher, List<String> questions, Embedder embedder, Report report)
            throws IOException {
        var quantised = new ArrayList<Double>();
        var exact = new ArrayList<Double>();
        for (String question : questions) {
            float[] meaning = embedder.embedQuestion(TextForm.normal(question));
            List<Near> all = all(searcher, meaning);
            var truth = new HashSet<>(first(all));
            var query = new KnnFloatVectorQuery(Fields.VECTOR, meaning, BareQuery.NEIGHBOURS);
            var found = new ArrayList<Integer>();
            for (ScoreDoc each : searcher.search(query, BareQuery.NEIGHBOURS).scoreDocs) {
                found.add(each.doc);
            }
            var within = new HashSet<>(found);
            List<Near> rescored =
                    all.stream().filter(near -> within.contains(near.doc())).toList();
            quantised.add(share(found.subList(0, Math.min(DEPTH, found.size())), truth));
            exact.add(share(first(rescored), truth));
        }
        double rescored = mean(exact);
        report.line("recall@10, as Lucene orders", Map.of("figure", mean(quantised), "k", BareQuery.NEIGHBOURS));
        Report.say("vector recall@10 as Lucene orders, k=%d: %.4f", BareQuery.NEIGHBOURS, mean(quantised));
        report.goal("vector recall@10 by exact cosine", new Spread(rescored, rescored, rescored), 0.95, true);
    }

    private static List<Near> all(IndexSearcher searcher, float[] meaning) throws IOException {
        var all = new ArrayList<Near>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
            if (vectors == null) {
                continue;
            }
            KnnVectorValues.DocIndexIterator iterator = vectors.iterator();
            while (iterator.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                float[] vector = vectors.vectorValue(iterator.index());
                all.add(new Near(leaf.docBase + iterator.docID(), VectorUtil.dotProduct(meaning, vector)));
            }
        }
        return all;
    }

    /** The nearest of them. */
    private static List<Integer> first(List<Near> all) {
        var best = new PriorityQueue<Near>(Comparator.comparingDouble(Near::cosine));
        for (Near each : all) {
            best.add(each);
            if (best.size() > DEPTH) {
                best.poll();
            }
        }
        return best.stream().map(Near::doc).toList();
    }

    private static double share(List<Integer> found, Set<Integer> truth) {
        return found.stream().filter(truth::contains).count() / (double) Math.max(1, truth.size());
    }

    private static double mean(List<Double> shares) {
        return shares.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
