package cn.zhirong.assistant;

import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PolicySearch;
import cn.zhirong.knowledge.SearchQuery;
import cn.zhirong.knowledge.SearchResult;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what a search found while one answer was made, so that cited words can be shown with those around them. */
final class Clauses {
    private final Map<String, Passage> passages = new LinkedHashMap<>();

    /** The same search; what it finds is remembered here. */
    PolicySearch of(PolicySearch search) {
        return new PolicySearch() {
            @Override
            public SearchResult search(SearchQuery query) {
                SearchResult result = search.search(query);
                result.hits().forEach(hit -> remember(hit.passage()));
                return result;
            }

            @Override
            public List<Passage> passagesOf(String shelf, long versionId) {
                List<Passage> all = search.passagesOf(shelf, versionId);
                all.forEach(Clauses.this::remember);
                return all;
            }

            @Override
            public Frequencies frequencies(String tenant, Collection<String> pairs) {
                return search.frequencies(tenant, pairs);
            }
        };
    }

    synchronized void remember(Passage passage) {
        passages.putIfAbsent(passage.id(), passage);
    }

    /** The passage in which the cited words stand; the words alone where it is not known. */
    synchronized String around(Citation citation) {
        return passages.values().stream()
                .filter(passage -> passage.versionId() == citation.versionId()
                        && passage.path().equals(citation.path()))
                .map(Passage::text)
                .filter(text -> text.startsWith(citation.quote(), citation.quoteStart()))
                .findFirst()
                .orElse(citation.quote());
    }
}
