package cn.zhirong.command;

import cn.zhirong.assistant.Answer;
import cn.zhirong.assistant.AnswerEvaluation;
import cn.zhirong.assistant.Assistant;
import cn.zhirong.assistant.Bureaus;
import cn.zhirong.assistant.Progress;
import cn.zhirong.assistant.Question;
import cn.zhirong.database.Json;
import cn.zhirong.knowledge.BgeEmbedder;
import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.knowledge.PolicyIndexes;
import cn.zhirong.knowledge.RetrievalEvaluation;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how well is found and how well is answered, by questions whose answers are known. */
@Command(name = "evaluate", description = "评测检索和回答", mixinStandardHelpOptions = true)
final class EvaluateCommand {

    @Command(name = "retrieval", description = "用 BEIR 格式的资料评测检索，打印一行 JSON", mixinStandardHelpOptions = true)
    int retrieval(
            @Option(names = "--corpus", required = true, paramLabel = "DIR") Path corpus,
            @Option(
                            names = "--queries",
                            paramLabel = "FILE",
                            description = "改问这个文件里的题，每行一个 JSON：id、text，换了说法的题另写原题 base")
                    @Nullable
                    Path queries,
            @Option(names = "--report", paramLabel = "FILE", description = "把第一条不是标准条款的题写到这个文件，每行一个 JSON") @Nullable
                    Path report,
            @Option(names = "--work", paramLabel = "DIR", description = "保留索引和向量的目录，再次评测时不必重算") @Nullable Path work)
            throws IOException, InterruptedException {
        for (String file : List.of("corpus.jsonl", "queries.jsonl", "qrels/test.tsv")) {
            if (!Files.isRegularFile(corpus.resolve(file))) {
                throw new CommandRefused("目录“" + corpus + "”里没有 " + file + "。");
            }
        }
        if (queries != null && !Files.isRegularFile(queries)) {
            throw new CommandRefused("没有文件“" + queries + "”。");
        }
        Path folder = work == null ? Files.createTempDirectory("zhirong-evaluation") : Files.createDirectories(work);
        try {
            var missed = new ArrayList<RetrievalEvaluation.Missed>();
            Map<String, Number> figures = new RetrievalEvaluation(new BgeEmbedder(), missed::add)
                    .run(corpus, Optional.ofNullable(queries), folder);
            System.out.println(ObjectMapper.getDefault().writeValueAsString(figures));
            if (report != null) {
                writeLines(report, missed);
            }
            return 0;
        } finally {
            if (work == null) {
                delete(folder);
            }
        }
    }

    @Command(name = "answers", description = "向各租户提问并评判回答，每题打印一行 JSON，最后一行是汇总", mixinStandardHelpOptions = true)
    int answers(
            @Mixin DataFolder data,
            @Option(names = "--tenant", description = "只问这个租户的题") @Nullable String slug,
            @Option(names = "--questions", required = true, paramLabel = "FILE") Path questions)
            throws InterruptedException {
        if (!Files.isRegularFile(questions)) {
            throw new CommandRefused("没有文件“" + questions + "”。");
        }
        List<AnswerEvaluation.Case> cases = AnswerEvaluation.read(questions).stream()
                .filter(each -> slug == null || each.tenant() == null || slug.equals(each.tenant()))
                .toList();
        if (cases.isEmpty()) {
            throw new CommandRefused("文件里没有要问的题。");
        }
        try (Application application = Application.start(data.path, Map.of())) {
            application.bean(IndexFollower.class).catchUp();
            awaitVectors(application.bean(PolicyIndexes.class));
            Assistant assistant = application.bean(Assistant.class);
            LocalDate today = LocalDate.ofInstant(application.bean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"));
            Map<String, Question.Bureau> bureaus = new HashMap<>();
            for (AnswerEvaluation.Case each : cases) {
                bureaus.computeIfAbsent(
                        name(each, slug),
                        name -> Bureaus.of(UserCommand.tenant(application, name).profile()));
            }
            List<AnswerEvaluation.Result> results =
                    new AnswerEvaluation().run(cases, each -> answer(assistant, bureaus, each, slug, today));
            Json json = application.bean(Json.class);
            results.forEach(result -> System.out.println(json.write(result)));
            System.out.println(json.write(AnswerEvaluation.summarise(results)));
            return 0;
        }
    }

    /** What is measured is the whole search, not the first seconds by words alone. */
    private static void awaitVectors(PolicyIndexes indexes) throws InterruptedException {
        if (!indexes.awaitVectors(Duration.ofHours(1))) {
            throw new CommandRefused("向量模型不能使用，无法评测。");
        }
    }

    private static Answer answer(
            Assistant assistant,
            Map<String, Question.Bureau> bureaus,
            AnswerEvaluation.Case each,
            @Nullable String slug,
            LocalDate today) {
        Question.Bureau bureau = bureaus.get(name(each, slug));
        if (bureau == null) {
            throw new IllegalStateException("a case whose bureau was not looked up: " + each.id());
        }
        return assistant.answer(new Question(bureau, each.text(), today), Progress.SILENT);
    }

    private static String name(AnswerEvaluation.Case each, @Nullable String slug) {
        String name = each.tenant() == null ? slug : each.tenant();
        if (name == null) {
            throw new CommandRefused("题目 " + each.id() + " 没有写租户，请用 --tenant 指定。");
        }
        return name;
    }

    private static void writeLines(Path report, List<RetrievalEvaluation.Missed> missed) throws IOException {
        var lines = new ArrayList<String>();
        for (RetrievalEvaluation.Missed each : missed) {
            lines.add(ObjectMapper.getDefault().writeValueAsString(each));
        }
        Files.write(report, lines);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
