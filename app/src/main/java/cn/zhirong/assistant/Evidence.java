package cn.zhirong.assistant;

import cn.zhirong.knowledge.PassageHit;
import cn.zhirong.knowledge.PolicySearch;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ContentAggregator;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.router.QueryRouter;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found for one part of a question: passages in order, best first. */
record Evidence(Part part, List<PassageHit> hits) {
    Evidence {
        hits = List.copyOf(hits);
    }

    /** Transform, route, retrieve, aggregate. */
    static final class Search {
        private final QueryTransformer transformer = new PartTransformer();
        private final ContentAggregator aggregator = Search::merge;
        private final QueryRouter router;
        private final ContentRetriever outOfForce;

        Search(PolicySearch search) {
            ContentRetriever provisions = new ProvisionRetriever(search, ProvisionRetriever.CITABLE);
            ContentRetriever heads = new HeadRetriever(search);
            router = query -> PartQuery.from(query).part().type().isOfDocument()
                    ? List.of(heads, provisions)
                    : List.of(provisions);
            outOfForce = new ProvisionRetriever(search, ProvisionRetriever.NOT_CITABLE);
        }

        /** Evidence in force for each part of a cleaned question. */
        List<Evidence> find(Question question, String cleaned) {
            List<Evidence> found = new ArrayList<>();
            for (Query part : transformer.transform(new PartTransformer.Whole(question, cleaned))) {
                Collection<List<Content>> lists = router.route(part).stream()
                        .map(retriever -> retriever.retrieve(part))
                        .toList();
                found.add(of(part, aggregator.aggregate(Map.of(part, lists))));
            }
            return found;
        }

        /** Evidence for the same part that does not hold on the day asked. */
        Evidence outOfForce(Question question, Part part) {
            PartQuery query = new PartQuery(question, part);
            return of(query, outOfForce.retrieve(query));
        }

        private static Evidence of(Query query, List<Content> contents) {
            return new Evidence(
                    PartQuery.from(query).part(),
                    contents.stream()
                            .map(content -> ((PassageContent) content).hit())
                            .toList());
        }

        /** One list after the other, each passage once. */
        private static List<Content> merge(Map<Query, Collection<List<Content>>> lists) {
            Map<String, Content> once = new LinkedHashMap<>();
            lists.values()
                    .forEach(all -> all.forEach(list -> list.forEach(content -> once.putIfAbsent(
                            ((PassageContent) content).hit().passage().id(), content))));
            return List.copyOf(once.values());
        }
    }
}
