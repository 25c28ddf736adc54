package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhirong.assistant.AnswerCase.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerEvaluationTest {
    private final AnswerEvaluation evaluation = new AnswerEvaluation(() -> 0);

    @Test
    void a_right_answer_with_its_provision_counts() {
        AnswerResult result = judge(
                known(Expectation.GROUNDED, List.of("五十%"), null, "第三条"), answer("按50%给予贴息。", "第三条第一款", "按50%给予贴息"));
        assertThat(result.correct()).isTrue();
        assertThat(result.provisionCorrect()).isTrue();
        assertThat(result.unsupported()).isEmpty();
    }

    @Test
    void a_missing_or_forbidden_word_and_a_foreign_provision_do_not() {
        Answer said = answer("按50%给予贴息。", "第三条", "按50%给予贴息");
        assertThat(judge(known(Expectation.GROUNDED, List.of("20万"), null, null), said)
                        .problem())
                .isEqualTo("lacks: 20万");
        assertThat(judge(known(Expectation.GROUNDED, null, List.of("50%"), null), said)
                        .correct())
                .isFalse();
        assertThat(judge(known(Expectation.GROUNDED, null, null, "第四条"), said).provisionCorrect())
                .isFalse();
    }

    @Test
    void a_figure_that_no_quote_holds_is_counted() {
        assertThat(judge(known(Expectation.GROUNDED, null, null, null), answer("最高20万元。", "第三条", "最高2万元"))
                        .unsupported())
                .containsExactly("20万");
    }

    @Test
    void a_figure_where_nothing_is_stated_is_wrong() {
        AnswerCase each = known(Expectation.NOT_STATED, null, null, null);
        assertThat(judge(each, answer("按50%给予贴息。", "第三条", "按50%")).correct()).isFalse();
        assertThat(judge(each, refused(Answer.Reason.NOT_STATED)).correct()).isTrue();
    }

    @Test
    void out_of_scope_must_be_declined() {
        AnswerCase each = known(Expectation.OUT_OF_SCOPE, null, null, null);
        assertThat(judge(each, refused(Answer.Reason.OUT_OF_SCOPE)).correct()).isTrue();
        assertThat(judge(each, answer("春天来了。", "第三条", "春天来了")).correct()).isFalse();
    }

    @Test
    void the_summary_adds_up() {
        Answer said = answer("按50%给予贴息。", "第三条", "按50%给予贴息");
        AnswerSummary summary = AnswerEvaluation.summarise(
                List.of(
                        judge(known(Expectation.GROUNDED, null, null, "第三条"), said),
                        judge(known(Expectation.GROUNDED, null, null, null), refused(Answer.Reason.NOT_STATED)),
                        judge(known(Expectation.OUT_OF_SCOPE, null, null, null), said)),
                0);
        assertThat(summary.questions()).isEqualTo(3);
        assertThat(summary.answered()).isEqualTo(2);
        assertThat(summary.correct()).isEqualTo(1);
        assertThat(summary.provisionCorrect()).isEqualTo(1);
        assertThat(summary.unsupportedFigures()).isZero();
        assertThat(summary.wronglyRefused()).isEqualTo(1);
        assertThat(summary.wronglyAnswered()).isEqualTo(1);
        assertThat(summary.meanCharacters()).isEqualTo(9);
        assertThat(summary.outOfScopeDeclinedPpm()).isZero();
    }

    @Test
    void a_labelled_answer_is_found_whatever_its_width_punctuation_and_spaces() {
        AnswerResult result = judge(labelled("５０ %，给予"), answer("按50%给予贴息。", "第三条", "按50%给予贴息"));
        assertThat(result.contained()).isTrue();
        assertThat(result.correct()).isTrue();
        // 50给予 and 按50给予贴息: four characters shared of four and seven.
        assertThat(result.characterF1()).isEqualTo(8.0 / 11);

        AnswerResult other = judge(labelled("50%给予补贴"), answer("按50%给予贴息。", "第三条", "按50%给予贴息"));
        assertThat(other.contained()).isFalse();
        assertThat(other.problem()).isEqualTo("lacks the labelled answer");
        assertThat(judge(labelled("50%"), refused(Answer.Reason.NOT_STATED)).characterF1())
                .isZero();
    }

    @Test
    void what_no_document_says_must_be_refused() {
        AnswerCase each =
                new AnswerCase("A1", null, "贴息多少", Expectation.UNANSWERABLE, List.of(), List.of(), null, null);
        assertThat(judge(each, refused(Answer.Reason.NOT_STATED)).correct()).isTrue();
        assertThat(judge(each, answer("按百分之五十。", "第三条", "按百分之五十")).correct()).isFalse();
    }

    @Test
    void the_curve_tells_what_other_confidences_would_refuse() {
        List<AnswerResult> results = new ArrayList<>();
        for (double confidence : new double[] {0.2, 0.6, 0.7, 0.8, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9}) {
            results.add(asked(Expectation.GROUNDED, confidence));
        }
        for (double confidence : new double[] {0, 0.3, 0.5, 0.95}) {
            results.add(asked(Expectation.UNANSWERABLE, confidence));
        }
        RefusalCurve curve = AnswerEvaluation.summarise(results, 0.25).refusals();
        assertThat(curve.points()).hasSize(41).contains(new RefusalCurve.Point(250_000, 100_000, 250_000));
        assertThat(curve.points().getFirst()).isEqualTo(new RefusalCurve.Point(0, 0, 0));
        assertThat(curve.best()).isEqualTo(new RefusalCurve.Point(600_000, 100_000, 750_000));
        assertThat(curve.operating()).isEqualTo(new RefusalCurve.Point(250_000, 0, 0));
    }

    @Test
    void the_report_lists_what_was_missed() {
        List<AnswerCase> cases = List.of(labelled("40%"), known(Expectation.OUT_OF_SCOPE, null, null, null));
        Answer said = answer("按50%给予贴息。", "第三条", "按50%给予贴息");
        String report = AnswerReport.of(
                cases, cases.stream().map(each -> judge(each, said)).toList());
        assertThat(report).contains("答而不对（1）", "不应答而答（1）", "应答而未答（0）", "应：40%", "lacks the labelled answer");
    }

    @Test
    void questions_are_read_line_by_line(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("q.jsonl"), """
                {"id":"A1","tenant":"yunxi","text":"贴息多少","expect":"grounded","must":["50%"],"provision":"第三条","note":"x"}

                {"id":"A2","tenant":"yunxi","text":"写诗","expect":"out-of-scope"}
                {"id":"A3","text":"天气","kind":"news","expect":"decline-or-redirect"}
                """);
        List<AnswerCase> read = AnswerCases.questions(file);
        assertThat(read).extracting(AnswerCase::id).containsExactly("A1", "A2", "A3");
        assertThat(read.getFirst().must()).containsExactly("50%");
        assertThat(read.getLast().expect()).isEqualTo(Expectation.OUT_OF_SCOPE);
        assertThat(AnswerCases.unanswerable(Files.writeString(folder.resolve("u.jsonl"), """
                {"id":"U1","text":"贴息多少","answer":"60%"}
                """)))
                .containsExactly(
                        new AnswerCase("U1", null, "贴息多少", Expectation.UNANSWERABLE, List.of(), List.of(), null, null));
    }

    @Test
    void questions_of_a_corpus_are_asked_where_their_answer_is_labelled(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("queries.jsonl"), """
                {"_id":"q1","text":"贴息多少","answer":"50%"}
                {"_id":"q2","text":"谁受理"}
                """);
        assertThat(AnswerCases.ofCorpus(folder))
                .extracting(AnswerCase::id, AnswerCase::answer)
                .containsExactly(tuple("q1", "50%"));
    }

    @Test
    void an_unknown_expectation_is_a_mistake_of_the_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("q.jsonl"), """
                {"id":"A1","text":"贴息多少","expect":"maybe"}
                """);
        assertThatThrownBy(() -> AnswerCases.questions(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maybe");
    }

    private AnswerResult asked(Expectation expect, double confidence) {
        AnswerCase each = new AnswerCase("A1", null, "贴息多少", expect, List.of(), List.of(), null, null);
        return evaluation
                .run(List.of(each), (ignored, progress) -> {
                    progress.confidence(confidence);
                    return answer("按五成给予贴息。", "第三条", "按五成给予贴息");
                })
                .getFirst();
    }

    private static AnswerCase labelled(String answer) {
        return new AnswerCase("A1", null, "贴息多少", Expectation.GROUNDED, List.of(), List.of(), null, answer);
    }

    private AnswerResult judge(AnswerCase each, Answer answer) {
        return evaluation.run(List.of(each), (ignored, progress) -> answer).getFirst();
    }

    private static AnswerCase known(
            Expectation expect,
            @Nullable List<String> must,
            @Nullable List<String> mustNot,
            @Nullable String provision) {
        return new AnswerCase(
                "A1",
                "yunxi",
                "贴息多少",
                expect,
                must == null ? List.of() : must,
                mustNot == null ? List.of() : mustNot,
                provision,
                null);
    }

    private static Answer answer(String text, String path, String quote) {
        Citation citation = new Citation(1, 1, 1, "yunxi", "", "办法", 1, path, "a1", quote, 0, "现行有效", List.of());
        return new Answer.Grounded(
                List.of(new Sentence(text, List.of(1))),
                List.of(citation),
                List.of(),
                Provenance.of(Town.TODAY, List.of(citation)));
    }

    private static Answer refused(Answer.Reason reason) {
        return new Answer.Refused(reason, "现有文件没有写明。", List.of(), "", List.of(), Provenance.of(Town.TODAY, List.of()));
    }
}
