package cn.zhirong.knowledge;

import cn.zhirong.policy.Validity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * One search, wherever it is made.
 *
 * @param meaning of the question, or null to go by words alone
 * @param meaningPercent the weight of meaning that the bureau chose, 100 for ours
 * @param overlay what the tenant's shelf would be, or null for what it is
 * @param began by the clock of nanoseconds
 */
@SuppressWarnings("ArrayRecordComponent") // a vector, never compared
record ShelfSearch(
        SearchQuery query,
        AskedWords asked,
        float @Nullable [] meaning,
        int meaningPercent,
        @Nullable DraftOverlay overlay,
        long began) {
    /**
     * Searches.
     *
     * @param firstOfShared the first document number that belongs to the shared shelf
     * @param vectors makes those that are still missing
     */
    SearchResult over(IndexSearcher searcher, int firstOfShared, Ranking.Vectors vectors) throws IOException {
        Words words = asked.words();
        Optional<Query> filter = TermFilters.of(query);
        var ranking = new Ranking(searcher, firstOfShared, meaningPercent, vectors);
        Ranking.Found found =
                ranking.rank(words, filter, meaning, query.validities().isEmpty() ? query.asOf() : null);
        List<Ranking.Ranked> ranked = found.ranked();
        var hits = new ArrayList<PassageHit>();
        for (Ranking.Ranked one : ranked.subList(
                Math.min(query.from(), ranked.size()), Math.min(query.from() + query.size(), ranked.size()))) {
            Passage passage = ShelfIndex.stored(searcher, one.doc());
            Validity validity = passage.term().on(query.asOf());
            hits.add(new PassageHit(
                    passage,
                    one.score(),
                    one.lexical(),
                    one.cosine(),
                    validity,
                    Snippets.of(passage.text(), words.marks())));
        }
        return new SearchResult(
                hits,
                matching(found, ranking, filter) ? ranked.size() : 0,
                query.facets() ? facets(ranked, ranking, filter, searcher, firstOfShared) : Map.of(),
                (System.nanoTime() - began) / 1_000_000);
    }

    /** Whether anything matches one of the readings, in a reader's sense. */
    private boolean matching(Ranking.Found found, Ranking ranking, Optional<Query> filter) throws IOException {
        if (asked.readings().size() == 1 && found.matching().isPresent()) {
            return found.matching().get();
        }
        var literal = new BooleanQuery.Builder().add(asked.matching(), Occur.FILTER);
        filter.ifPresent(only -> literal.add(only, Occur.FILTER));
        return ranking.any(literal.build());
    }

    private Map<String, Map<String, Long>> facets(
            List<Ranking.Ranked> ranked,
            Ranking ranking,
            Optional<Query> filter,
            IndexSearcher searcher,
            int firstOfShared)
            throws IOException {
        var candidates = new TreeSet<Integer>();
        ranked.forEach(each -> candidates.add(each.doc()));
        if (filter.isPresent()) {
            // What another choice would give is not among what this one gives.
            for (int doc : ranking.candidates(asked.words(), Optional.empty(), meaning)) {
                candidates.add(doc);
            }
        }
        return Matches.of(query, candidates, searcher, firstOfShared).facets();
    }
}
