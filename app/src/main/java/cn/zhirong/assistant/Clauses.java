package cn.zhirong.assistant;

import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import cn.zhirong.knowledge.PolicySearch;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what a search found while one answer was made, so that cited words can be shown with those around them. */
final class Clauses {
    private final Map<String, Passage> passages = new LinkedHashMap<>();

    /** The same search; what it finds is remembered here. */
    PolicySearch of(PolicySearch search) {
        return query -> {
            var result = search.search(query);
            for (PassageHit hit : result.hits()) {
                remember(hit.passage());
            }
            return result;
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
