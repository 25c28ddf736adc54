package cn.zhirong.command;

import cn.zhirong.assistant.AnswerCase;
import cn.zhirong.assistant.AnswerCases;
import cn.zhirong.assistant.AnswerEvaluation;
import cn.zhirong.assistant.AnswerReport;
import cn.zhirong.assistant.AnswerResult;
import cn.zhirong.assistant.Assistant;
import cn.zhirong.knowledge.BgeEmbedder;
import cn.zhirong.knowledge.RetrievalEvaluation;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

    @Command(name = "answers", description = "提问并评判回答，每题打印一行 JSON，最后一行是汇总", mixinStandardHelpOptions = true)
    int answers(
            @Mixin DataFolder data,
            @Option(names = "--tenant", description = "只问这个租户的题") @Nullable String slug,
            @Option(names = "--questions", paramLabel = "FILE", description = "题目文件") @Nullable Path questions,
            @Option(names = "--corpus", paramLabel = "DIR", description = "不问租户，以 BEIR 格式资料的段落为文件，问其中有答案的题") @Nullable
                    Path corpus,
            @Option(names = "--unanswerable", paramLabel = "FILE", description = "所依据的文件不在资料里、应当拒答的题") @Nullable
                    Path unanswerable,
            @Option(names = "--work", paramLabel = "DIR", description = "保留索引和向量的目录，再次评测时不必重算") @Nullable Path work,
            @Option(names = "--confidence", paramLabel = "0..1", description = "答题所要求的把握，代替产品的设定") @Nullable
                    Double confidence,
            @Option(names = "--report", paramLabel = "FILE", description = "把未答对的题写入这个文件") @Nullable Path report)
            throws IOException, InterruptedException {
        List<AnswerCase> cases = new ArrayList<>();
        if (corpus != null) {
            for (String file : List.of("corpus.jsonl", "queries.jsonl", "qrels/test.tsv")) {
                readable(corpus.resolve(file));
            }
            cases.addAll(AnswerCases.ofCorpus(corpus));
        }
        if (unanswerable != null) {
            cases.addAll(AnswerCases.unanswerable(readable(unanswerable)));
        }
        if (questions != null) {
            cases.addAll(AnswerCases.questions(readable(questions)).stream()
                    .filter(each -> slug == null || each.tenant() == null || slug.equals(each.tenant()))
                    .toList());
        }
        if (cases.isEmpty()) {
            throw new CommandRefused("没有要问的题，请用 --questions 或 --corpus 指定。");
        }
        double least = confidence == null ? Assistant.LEAST_CONFIDENCE : confidence;
        List<AnswerResult> results;
        if (corpus == null) {
            results = AnswerRuns.ofTenants(data.path, slug, cases, least);
        } else {
            Path folder =
                    work == null ? Files.createTempDirectory("zhirong-evaluation") : Files.createDirectories(work);
            try {
                results = AnswerRuns.ofCorpus(corpus, folder, cases, least);
            } finally {
                if (work == null) {
                    delete(folder);
                }
            }
        }
        ObjectMapper json = ObjectMapper.getDefault();
        for (AnswerResult result : results) {
            System.out.println(json.writeValueAsString(result));
        }
        System.out.println(json.writeValueAsString(AnswerEvaluation.summarise(results, least)));
        if (report != null) {
            Files.writeString(report, AnswerReport.of(cases, results));
        }
        return 0;
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandRefused("没有文件“" + file + "”。");
        }
        return file;
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
