package cn.zhirong.assistant;

import cn.zhirong.knowledge.AdoptedSettings;
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
    Answering answering(
            PolicySearch search, AdoptedSettings settings, Computing computing, ProgrammeAnswers programmes) {
        return (question, progress, seen) -> {
            Question read = inDocumentsWords(question, settings);
            Assistant documents = new Assistant(seen.of(search));
            return computing
                    .answer(read, progress)
                    .or(() -> programmes.answer(read, progress, () -> documents.answer(read, Progress.SILENT)))
                    .orElseGet(() -> documents.answer(read, progress));
        };
    }

    /** A bureau's 俗称 are read as what its documents call them: not only finding, choosing the sentence needs it too. */
    private static Question inDocumentsWords(Question question, AdoptedSettings settings) {
        String text = settings.of(question.bureau().slug()).formal(question.text());
        return new Question(question.bureau(), text, question.asOf(), question.earlier());
    }
}
