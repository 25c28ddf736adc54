package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/**
 * What one would write with Lucene and nothing else: the product's analysis, fields and weights, without its ranking, filters,
 * facets and snippets. The weights are those of {@code Words}; that answers agree shows whether they still are.
 */
final class BareQuery {
    /** Weights by field, in the form that OpenSearch reads. */
    static final Map<String, Float> WEIGHTS = weights();

    private static final int MOST_UNITS = 150;

    /** As many as the product takes from words, and from whole versions. */
    static final int CANDIDATES = 200;

    /** As many as the product takes from vectors. */
    static final int NEIGHBOURS = 150;

    private BareQuery() {}

    private static Map<String, Float> weights() {
        var weights = new LinkedHashMap<String, Float>();
        weights.put(Fields.TEXT_1, 0.3f);
        weights.put(Fields.TEXT_2, 1f);
        weights.put(Fields.TEXT_3, 0.4f);
        weights.put(Fields.TITLE_2, 0.35f);
        weights.put(Fields.TRAIL_2, 0.35f);
        return weights;
    }

    /** The grams that a field holds: its name ends with how long they are. */
    static int gramsOf(String field) {
        return field.charAt(field.length() - 1) - '0';
    }

    /** Over the passages. */
    static Query passages(String question) {
        List<List<String>> runs = Grams.runs(question, MOST_UNITS);
        var any = new BooleanQuery.Builder();
        WEIGHTS.forEach((field, weight) -> add(any, field, runs, weight));
        return any.build();
    }

    /** Over whole versions. */
    static Query wholes(String question) {
        var any = new BooleanQuery.Builder();
        add(any, Fields.WHOLE_2, Grams.runs(question, MOST_UNITS), 1);
        return any.build();
    }

    /** The best passages by their words. */
    static List<Integer> byWords(IndexSearcher searcher, String question, int size) throws IOException {
        return docs(searcher.search(passages(question), size).scoreDocs);
    }

    /** The best passages by their words and the words of their whole versions, each as a share of the best. */
    static List<Integer> byWholes(IndexSearcher searcher, String question, int size) throws IOException {
        SortedNumericDocValues versions =
                MultiDocValues.getSortedNumericValues(searcher.getIndexReader(), Fields.VERSION);
        ScoreDoc[] wholes = searcher.search(wholes(question), CANDIDATES).scoreDocs;
        var scores = new LinkedHashMap<Long, Float>();
        for (ScoreDoc whole : wholes) {
            // Of these the best come first, but a column is read forwards only.
            SortedNumericDocValues column =
                    MultiDocValues.getSortedNumericValues(searcher.getIndexReader(), Fields.VERSION);
            column.advanceExact(whole.doc);
            scores.put(column.nextValue(), whole.score / wholes[0].score);
        }
        ScoreDoc[] found = searcher.search(passages(question), CANDIDATES).scoreDocs;
        float best = found.length == 0 ? 1 : found[0].score;
        java.util.Arrays.sort(found, Comparator.comparingInt(each -> each.doc));
        for (ScoreDoc each : found) {
            versions.advanceExact(each.doc);
            each.score = each.score / best + scores.getOrDefault(versions.nextValue(), 0f);
        }
        java.util.Arrays.sort(
                found,
                Comparator.comparingDouble((ScoreDoc each) -> -each.score).thenComparingInt(each -> each.doc));
        return docs(found).subList(0, Math.min(size, found.length));
    }

    /** The best passages by words and meaning, by reciprocal ranks: the hybrid search that a tutorial shows. */
    static List<Integer> hybrid(IndexSearcher searcher, String question, float[] meaning, int size) throws IOException {
        TopDocs words = searcher.search(passages(question), CANDIDATES);
        TopDocs near = searcher.search(new KnnFloatVectorQuery(Fields.VECTOR, meaning, NEIGHBOURS), NEIGHBOURS);
        return docs(TopDocs.rrf(size, 60, new TopDocs[] {words, near}).scoreDocs);
    }

    private static void add(BooleanQuery.Builder any, String field, List<List<String>> runs, float weight) {
        var counted = new LinkedHashMap<String, Integer>();
        Grams.of(runs, gramsOf(field)).forEach(gram -> counted.merge(gram, 1, Integer::sum));
        counted.forEach((gram, times) ->
                any.add(new BoostQuery(new TermQuery(new Term(field, gram)), weight * times), Occur.SHOULD));
    }

    private static List<Integer> docs(ScoreDoc[] found) {
        var docs = new ArrayList<Integer>();
        for (ScoreDoc each : found) {
            docs.add(each.doc);
        }
        return docs;
    }
}
