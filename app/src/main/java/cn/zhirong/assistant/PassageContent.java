package cn.zhirong.assistant;

import cn.zhirong.knowledge.PassageHit;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import java.util.Map;

/** A found passage as LangChain4j passes it on. */
record PassageContent(PassageHit hit) implements Content {

    @Override
    public TextSegment textSegment() {
        return TextSegment.from(hit.passage().text());
    }

    @Override
    public Map<ContentMetadata, Object> metadata() {
        return Map.of(ContentMetadata.SCORE, hit.score());
    }
}
