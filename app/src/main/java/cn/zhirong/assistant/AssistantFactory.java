package cn.zhirong.assistant;

import cn.zhirong.knowledge.AdoptedSettings;
import cn.zhirong.knowledge.PolicySearch;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** The assistant on the application's index. */
@Factory
class AssistantFactory {
    @Singleton
    Assistant assistant(PolicySearch search) {
        return new Assistant(search);
    }

    @Singleton
    Answering answering(PolicySearch search, AdoptedSettings settings) {
        Thread.ofPlatform().daemon().name("assistant-warm-up").start(AssistantFactory::warmUp);
        return (question, progress, seen) ->
                new Assistant(seen.of(search)).answer(inDocumentsWords(question, settings), progress);
    }

    /** A bureau's 俗称 are read as what its documents call them: not only finding, choosing the sentence needs it too. */
    private static Question inDocumentsWords(Question question, AdoptedSettings settings) {
        String text = settings.of(question.bureau().slug()).formal(question.text());
        return new Question(question.bureau(), text, question.asOf(), question.earlier());
    }

    /** Reads word lists and character tables, so that the first question does not wait for them. */
    private static void warmUp() {
        String text = QuestionText.clean("貼息比例是多少？");
        Synonyms.in(QuestionText.normal(text));
        Places.foreign(text, List.of(), List.of());
        Part.of(text, List.of());
        Intent.of(text);
    }
}
