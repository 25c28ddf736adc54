package cn.zhirong.assistant;

import cn.zhirong.knowledge.Passage;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found for one part of a question: passages in order, best first. */
record Evidence(Part part, List<PassageHit> hits, PolicySearch search, String tenant) {
    Evidence {
        hits = List.copyOf(hits);
    }

    /** The same evidence for a part that is known better. */
    Evidence with(Part part) {
        return new Evidence(part, hits, search, tenant);
    }

    /** Only what stands in one document. */
    Evidence ofPolicy(Passage passage) {
        return new Evidence(
                part,
                hits.stream()
                        .filter(hit -> hit.passage().policyId() == passage.policyId()
                                && hit.passage().shelf().equals(passage.shelf()))
                        .toList(),
                search,
                tenant);
    }

    /** How common pairs of characters are in everything this tenant may read. */
    PolicySearch.Frequencies frequencies(Collection<String> pairs) {
        return search.frequencies(tenant, pairs);
    }

    /** Other passages for another part, of the same library. */
    Evidence of(Part part, List<PassageHit> hits) {
        return new Evidence(part, hits, search, tenant);
    }

    /** All passages of the version in which a hit stands, in reading order. */
    List<PassageHit> ofVersion(PassageHit hit) {
        Passage found = hit.passage();
        List<Passage> all = search.passagesOf(found.shelf(), found.versionId());
        return all.isEmpty()
                ? hits.stream()
                        .filter(other -> other.passage().versionId() == found.versionId()
                                && other.passage().shelf().equals(found.shelf()))
                        .sorted(Comparator.comparingInt(other -> other.passage().position()))
                        .toList()
                : all.stream()
                        .map(passage -> new PassageHit(
                                passage, hit.score(), hit.lexical(), hit.semantic(), hit.validity(), List.of()))
                        .toList();
    }

    /** Transform, route, retrieve, aggregate. */
    static final class Search {
        private final PolicySearch search;
        private final QueryTransformer transformer = new PartTransformer();
        private final ContentAggregator aggregator = Search::merge;
        private final QueryRouter router;
        private final ContentRetriever outOfForce;

        Search(PolicySearch search) {
            this.search = search;
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

        private Evidence of(Query query, List<Content> contents) {
            return new Evidence(
                    PartQuery.from(query).part(),
                    contents.stream()
                            .map(content -> ((PassageContent) content).hit())
                            .toList(),
                    search,
                    PartQuery.from(query).question().bureau().slug());
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
