package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What was typed, as grams to be looked for. Punctuation, operators and wildcards mean nothing here. */
final class Words {
    /** A question has some twenty units; whatever comes after these is not looked for. */
    private static final int MOST_UNITS = 150;

    private static final float SINGLES = 0.3f;
    private static final float PAIRS = 1f;
    private static final float TRIPLES = 0.4f;
    private static final float TITLE = 0.35f;
    private static final float TRAIL = 0.35f;

    private final Map<String, Integer> singles;
    private final Map<String, Integer> pairs;
    private final Map<String, Integer> triples;

    Words(String typed) {
        // Nothing that long is a question: only its beginning is normalised at all.
        List<List<String>> runs = Grams.runs(typed.substring(0, Math.min(typed.length(), 2_000)), MOST_UNITS);
        singles = once(Grams.of(runs, 1));
        pairs = once(Grams.of(runs, 2));
        triples = once(Grams.of(runs, 3));
    }

    /** Nothing in it can be looked for. */
    boolean isEmpty() {
        return singles.isEmpty();
    }

    /** Looks everything up that passages and whole versions are scored by. */
    AskedGrams in(IndexReader reader) throws IOException {
        return new AskedGrams(
                List.of(
                        GramField.of(reader, Fields.TEXT_2, pairs, PAIRS),
                        GramField.of(reader, Fields.TITLE_2, pairs, TITLE),
                        GramField.of(reader, Fields.TRAIL_2, pairs, TRAIL)),
                List.of(
                        GramField.of(reader, Fields.TEXT_1, singles, SINGLES),
                        GramField.of(reader, Fields.TEXT_3, triples, TRIPLES)),
                GramField.of(reader, Fields.WHOLE_2, pairs, 1));
    }

    /** How many pairs are looked for, each counted once. */
    int pairs() {
        return pairs.size();
    }

    /** How many different pairs a passage must have to match: all of up to four, then about half of them. */
    static int enough(int looked) {
        return looked <= 4 ? looked : Math.max(4, (looked + 1) / 2);
    }

    /** Passages that match in a reader's sense: that have {@link #enough} of the pairs in text, title or headings together. */
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
        most.setMinimumNumberShouldMatch(enough(looked.size()));
        return most.build();
    }

    /** The pairs looked for, or the single units when there are none: what a snippet marks. */
    java.util.Set<String> marks() {
        return pairs.isEmpty() ? singles.keySet() : pairs.keySet();
    }

    /** Each counts once: what people repeat in a question is how they speak rather than what they look for. */
    private static Map<String, Integer> once(List<String> grams) {
        var once = new LinkedHashMap<String, Integer>();
        grams.forEach(gram -> once.put(gram, 1));
        return once;
    }
}
