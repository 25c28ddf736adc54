package cn.zhirong.assistant;

import cn.zhirong.knowledge.PolicySearch;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The assistant on the application's index. */
@Factory
class AssistantFactory {
    @Singleton
    Assistant assistant(PolicySearch search) {
        return new Assistant(search);
    }

    @Singleton
    Answering answering(PolicySearch search) {
        return (question, progress, seen) -> new Assistant(seen.of(search)).answer(question, progress);
    }
}
