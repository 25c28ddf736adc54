package cn.zhirong.assistant;

import cn.zhirong.knowledge.PolicySearch;
import cn.zhirong.knowledge.SearchQuery;
import cn.zhirong.policy.Validity;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import java.util.Set;

/** Finds passages of documents in the given states. */
final class ProvisionRetriever implements ContentRetriever {
    static final Set<Validity> CITABLE = Set.of(Validity.IN_FORCE, Validity.INFORMATION);
    static final Set<Validity> NOT_CITABLE = Set.of(
            Validity.EXPIRED,
            Validity.REPEALED,
            Validity.SUPERSEDED,
            Validity.NOT_YET_IN_FORCE,
            Validity.DRAFT_FOR_COMMENT);

    private static final int PASSAGES = 40;

    private final PolicySearch search;
    private final Set<Validity> validities;

    ProvisionRetriever(PolicySearch search, Set<Validity> validities) {
        this.search = search;
        this.validities = validities;
    }

    @Override
    public List<Content> retrieve(Query query) {
        PartQuery part = PartQuery.from(query);
        SearchQuery wanted = new SearchQuery(
                part.question().bureau().slug(),
                part.text() + part.part().type().searchWords(),
                part.question().asOf(),
                Set.of(),
                Set.of(),
                validities,
                0,
                PASSAGES,
                false);
        return search.search(wanted).hits().stream()
                .map(hit -> (Content) new PassageContent(hit))
                .toList();
    }
}
