package cn.zhirong.command;

import cn.zhirong.assistant.AnswerCase;
import cn.zhirong.assistant.AnswerEvaluation;
import cn.zhirong.assistant.AnswerResult;
import cn.zhirong.assistant.Assistant;
import cn.zhirong.assistant.Bureaus;
import cn.zhirong.assistant.Question;
import cn.zhirong.knowledge.BgeEmbedder;
import cn.zhirong.knowledge.CorpusLibrary;
import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.knowledge.PolicyIndexes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the questions of an evaluation of the assistant that serves: on the tenants of a data folder, or on a corpus. */
final class AnswerRuns {
    private AnswerRuns() {}

    /** Each question is asked of its own tenant, or of {@code slug}. */
    static List<AnswerResult> ofTenants(Path data, @Nullable String slug, List<AnswerCase> cases, double confidence)
            throws InterruptedException {
        try (Application application = Application.start(data, Map.of())) {
            application.bean(IndexFollower.class).catchUp();
            PolicyIndexes indexes = application.bean(PolicyIndexes.class);
            // What is measured is the whole search, not the first seconds by words alone.
            if (!indexes.awaitVectors(Duration.ofHours(1))) {
                throw new CommandRefused("向量模型不能使用，无法评测。");
            }
            Assistant assistant = new Assistant(indexes, confidence);
            LocalDate today = LocalDate.ofInstant(application.bean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"));
            Map<String, Question.Bureau> bureaus = new HashMap<>();
            for (AnswerCase each : cases) {
                bureaus.computeIfAbsent(
                        name(each, slug),
                        name -> Bureaus.of(UserCommand.tenant(application, name).profile()));
            }
            return new AnswerEvaluation().run(cases, (each, progress) -> {
                Question.Bureau bureau = Objects.requireNonNull(bureaus.get(name(each, slug)), "looked up above");
                return assistant.answer(new Question(bureau, each.text(), today), progress);
            });
        }
    }

    /** The passages of the corpus are the documents of a bureau that answers for no place of its own. */
    static List<AnswerResult> ofCorpus(Path corpus, Path work, List<AnswerCase> cases, double confidence)
            throws IOException, InterruptedException {
        Question.Bureau bureau = new Question.Bureau(CorpusLibrary.TENANT, "", List.of(), "");
        try (CorpusLibrary library = CorpusLibrary.open(corpus, work, new BgeEmbedder())) {
            Assistant assistant = new Assistant(library.search(), confidence);
            return new AnswerEvaluation()
                    .run(
                            cases,
                            (each, progress) ->
                                    assistant.answer(new Question(bureau, each.text(), CorpusLibrary.DAY), progress));
        }
    }

    private static String name(AnswerCase each, @Nullable String slug) {
        String name = each.tenant() == null ? slug : each.tenant();
        if (name == null) {
            throw new CommandRefused("题目 " + each.id() + " 没有写租户，请用 --tenant 指定。");
        }
        return name;
    }
}
