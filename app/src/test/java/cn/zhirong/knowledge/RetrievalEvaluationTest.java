package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalEvaluationTest {
    @TempDir
    Path folder;

    private Path corpus() throws Exception {
        Path corpus = folder.resolve("corpus");
        Files.createDirectories(corpus.resolve("qrels"));
        Files.writeString(corpus.resolve("corpus.jsonl"), """
                {"_id": "a-00", "title": "贴息办法", "text": "贷款贴息比例为利息的一半。"}
                {"_id": "a-01", "title": "贴息办法", "text": "申请时间为每年三月。"}
                {"_id": "b", "title": "登记条例第二条", "text": "商标注册证应当妥善保管。"}
                {"_id": "c", "title": "登记条例第三条", "text": "印章样式另行规定。"}
                """);
        Files.writeString(corpus.resolve("queries.jsonl"), """
                {"_id": "q1", "text": "贷款贴息比例是多少"}
                {"_id": "q2", "text": "商标注册证如何保管"}
                {"_id": "q3", "text": "印章样式"}
                {"_id": "unjudged", "text": "别的"}
                """);
        // The label of q3 is wrong on purpose: c is found first.
        Files.writeString(
                corpus.resolve("qrels/test.tsv"),
                "query-id\tcorpus-id\tscore\nq1\ta-00\t2\nq1\ta-01\t1\nq2\tb\t1\nq2\tc\t0\nq3\tmissing\t1\n");
        return corpus;
    }

    @Test
    void figures_follow_from_ranks_and_grades() throws Exception {
        var missed = new ArrayList<RetrievalEvaluation.Missed>();
        Map<String, Number> figures =
                new RetrievalEvaluation(new CharacterEmbedder(), missed::add).run(corpus(), folder.resolve("work"));

        assertThat(figures.keySet())
                .containsExactly(
                        "queries",
                        "hit@1",
                        "hit@3",
                        "mrr@10",
                        "ndcg@10",
                        "recall@5",
                        "recall@10",
                        "passagesPerSecond",
                        "queryMillisP50",
                        "queryMillisP99",
                        "indexBytesPerPassage");
        assertThat(figures.get("queries")).isEqualTo(3);
        assertThat(figure(figures, "hit@1")).isEqualTo(2 / 3.0, within(0.0001));
        assertThat(figure(figures, "mrr@10")).isEqualTo(2 / 3.0, within(0.0001));
        assertThat(figure(figures, "recall@10")).isEqualTo(2 / 3.0, within(0.0001));
        assertThat(figure(figures, "ndcg@10")).isBetween(0.6, 0.6667);
        assertThat(missed).extracting(RetrievalEvaluation.Missed::question).isEqualTo(List.of("q3"));
        assertThat(missed.getFirst().rank()).isZero();
    }

    @Test
    void questions_of_another_file_have_the_grades_of_the_question_they_put_differently() throws Exception {
        Path queries = Files.writeString(folder.resolve("queries.jsonl"), """
                {"id": "q1#trad", "base": "q1", "text": "貸款貼息比例是多少"}
                {"id": "q2", "text": "印章样式"}
                {"id": "q9#typo", "base": "q9", "text": "没有标准答案的题"}
                """);
        var missed = new ArrayList<RetrievalEvaluation.Missed>();
        Map<String, Number> figures = new RetrievalEvaluation(new CharacterEmbedder(), missed::add)
                .run(corpus(), Optional.of(queries), folder.resolve("work"));

        assertThat(figures.get("queries")).isEqualTo(2);
        assertThat(figure(figures, "hit@1")).isEqualTo(0.5, within(0.0001));
        assertThat(missed).singleElement().satisfies(one -> {
            assertThat(one.question()).isEqualTo("q2");
            assertThat(one.expected()).containsExactly("b");
            assertThat(one.found()).startsWith("c");
        });
    }

    private static double figure(Map<String, Number> figures, String name) {
        return java.util.Objects.requireNonNull(figures.get(name)).doubleValue();
    }

    @Test
    void lines_are_grouped_into_documents_by_id_or_by_law() throws Exception {
        BeirCorpus beir = BeirCorpus.read(corpus(), "evaluation");

        assertThat(beir.versions()).extracting(CutVersion::title).containsExactly("贴息办法", "登记条例");
        assertThat(beir.versions().get(1).passages()).extracting(Passage::path).containsExactly("第二条", "第三条");
        assertThat(beir.grades()).containsEntry("q2", Map.of("b", 1));
    }

    @Test
    void two_runs_give_the_same_quality() throws Exception {
        Path corpus = corpus();
        var evaluation = new RetrievalEvaluation(new CharacterEmbedder(), missed -> {});

        Map<String, Number> first = evaluation.run(corpus, folder.resolve("first"));
        Map<String, Number> second = evaluation.run(corpus, folder.resolve("second"));

        for (String figure : List.of("hit@1", "hit@3", "mrr@10", "ndcg@10", "recall@5", "recall@10")) {
            assertThat(second.get(figure)).as(figure).isEqualTo(first.get(figure));
        }
    }
}
