package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What was typed, as queries over the gram fields. Punctuation, operators and wildcards mean nothing here. */
final class Words {
    /** A question has some twenty units; whatever comes after these is not looked for. */
    private static final int MOST_UNITS = 150;

    private static final float SINGLES = 0.3f;
    private static final float PAIRS = 1f;
    private static final float TRIPLES = 0.5f;
    private static final float TITLE = 0.35f;
    private static final float TRAIL = 0.35f;

    private final Map<String, Integer> singles;
    private final Map<String, Integer> pairs;
    private final Map<String, Integer> triples;

    Words(String typed) {
        // Nothing that long is a question: only its beginning is normalised at all.
        List<List<String>> runs = Grams.runs(typed.substring(0, Math.min(typed.length(), 2_000)), MOST_UNITS);
        singles = counted(Grams.of(runs, 1));
        pairs = counted(Grams.of(runs, 2));
        triples = counted(Grams.of(runs, 3));
    }

    /** Nothing in it can be looked for. */
    boolean isEmpty() {
        return singles.isEmpty();
    }

    /** Scores passages; whoever shares anything is a candidate. */
    Query passages() {
        var any = new BooleanQuery.Builder();
        add(any, Fields.TEXT_1, singles, SINGLES);
        add(any, Fields.TEXT_2, pairs, PAIRS);
        add(any, Fields.TEXT_3, triples, TRIPLES);
        add(any, Fields.TITLE_2, pairs, TITLE);
        add(any, Fields.TRAIL_2, pairs, TRAIL);
        return any.build();
    }

    /**
     * Finds candidates by pairs alone, at a third of the cost of {@link #passages}: single characters stand nearly everywhere and
     * triples say little that pairs do not, so that both matter for the order only. Measured: the same figures.
     */
    Query candidates() {
        if (pairs.isEmpty()) {
            return passages();
        }
        var any = new BooleanQuery.Builder();
        add(any, Fields.TEXT_2, pairs, PAIRS);
        add(any, Fields.TITLE_2, pairs, TITLE);
        add(any, Fields.TRAIL_2, pairs, TRAIL);
        return any.build();
    }

    /** Scores whole versions. */
    Query wholes() {
        var any = new BooleanQuery.Builder();
        add(any, Fields.WHOLE_2, pairs, 1);
        return any.build();
    }

    /** How much all pairs together would weigh in a passage that has nothing else: each by its rarity. */
    double rarity(IndexReader reader) throws IOException {
        double sum = 0;
        for (String pair : pairs.keySet()) {
            int holding = reader.docFreq(new Term(Fields.TEXT_2, pair));
            sum += Math.log(1 + (reader.maxDoc() - holding + 0.5) / (holding + 0.5));
        }
        return sum;
    }

    /**
     * Passages that match in a reader's sense: all pairs of up to four, then about half of them, in text,
     * title or headings together.
     */
    Query matching() {
        var most = new BooleanQuery.Builder();
        Map<String, Integer> looked = pairs.isEmpty() ? singles : pairs;
        boolean paired = !pairs.isEmpty();
        for (String gram : looked.keySet()) {
            var anywhere = new BooleanQuery.Builder();
            anywhere.add(new TermQuery(new Term(paired ? Fields.TEXT_2 : Fields.TEXT_1, gram)), Occur.SHOULD);
            if (paired) {
                anywhere.add(new TermQuery(new Term(Fields.TITLE_2, gram)), Occur.SHOULD);
                anywhere.add(new TermQuery(new Term(Fields.TRAIL_2, gram)), Occur.SHOULD);
            }
            most.add(anywhere.build(), Occur.SHOULD);
        }
        int count = looked.size();
        most.setMinimumNumberShouldMatch(count <= 4 ? count : Math.max(4, (count + 1) / 2));
        return most.build();
    }

    /** The pairs looked for, or the single units when there are none: what a snippet marks. */
    java.util.Set<String> marks() {
        return pairs.isEmpty() ? singles.keySet() : pairs.keySet();
    }

    private static void add(BooleanQuery.Builder any, String field, Map<String, Integer> grams, float weight) {
        grams.forEach((gram, times) ->
                any.add(new BoostQuery(new TermQuery(new Term(field, gram)), weight * times), Occur.SHOULD));
    }

    private static Map<String, Integer> counted(List<String> grams) {
        var counted = new LinkedHashMap<String, Integer>();
        grams.forEach(gram -> counted.merge(gram, 1, Integer::sum));
        return counted;
    }
}
