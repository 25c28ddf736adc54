package cn.zhirong.assistant;

import cn.zhirong.knowledge.PassageHit;
import cn.zhirong.knowledge.PolicySearch;
import cn.zhirong.knowledge.SearchQuery;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the heads (title, number, issuers, dates) of the documents that a question is about. */
final class HeadRetriever implements ContentRetriever {
    private static final int PASSAGES = 30;
    private static final int DOCUMENTS = 5;

    /** For "这个文件谁发的", which names nothing. */
    private static final String ANY_HEAD = "文号 发文机关 印发日期 成文日期 通知 方案 办法";

    private final PolicySearch search;

    HeadRetriever(PolicySearch search) {
        this.search = search;
    }

    @Override
    public List<Content> retrieve(Query query) {
        PartQuery part = PartQuery.from(query);
        Map<Long, String> titles = new LinkedHashMap<>();
        Map<Long, PassageHit> heads = new LinkedHashMap<>();
        List<PassageHit> hits = find(part, part.text());
        for (PassageHit hit : hits.isEmpty() ? find(part, ANY_HEAD) : hits) {
            titles.putIfAbsent(hit.passage().versionId(), hit.passage().title());
            keepHead(heads, hit);
        }
        titles.entrySet().stream()
                .limit(DOCUMENTS)
                .filter(document -> !heads.containsKey(document.getKey()))
                .forEach(document -> find(part, document.getValue()).forEach(hit -> keepHead(heads, hit)));
        List<Content> found = new ArrayList<>();
        for (long version : titles.keySet()) {
            PassageHit head = heads.get(version);
            if (head != null) {
                found.add(new PassageContent(head));
            }
        }
        return found;
    }

    private static void keepHead(Map<Long, PassageHit> heads, PassageHit hit) {
        if (hit.passage().path().isEmpty()) {
            heads.putIfAbsent(hit.passage().versionId(), hit);
        }
    }

    private List<PassageHit> find(PartQuery part, String text) {
        return search.search(SearchQuery.citable(
                        part.question().bureau().slug(), text, part.question().asOf(), PASSAGES))
                .hits();
    }
}
