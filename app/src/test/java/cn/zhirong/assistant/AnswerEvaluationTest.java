package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.assistant.AnswerEvaluation.Case;
import cn.zhirong.assistant.AnswerEvaluation.Result;
import cn.zhirong.assistant.AnswerEvaluation.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerEvaluationTest {
    private final AnswerEvaluation evaluation = new AnswerEvaluation(() -> 0);

    @Test
    void a_right_answer_with_its_provision_counts() {
        Result result =
                judge(known("grounded", List.of("五十%"), null, "第三条"), answer("按50%给予贴息。", "第三条第一款", "按50%给予贴息"));
        assertThat(result.correct()).isTrue();
        assertThat(result.provisionCorrect()).isTrue();
        assertThat(result.unsupported()).isEmpty();
    }

    @Test
    void a_missing_or_forbidden_word_and_a_foreign_provision_do_not() {
        Answer said = answer("按50%给予贴息。", "第三条", "按50%给予贴息");
        assertThat(judge(known("grounded", List.of("20万"), null, null), said).problem())
                .isEqualTo("lacks: 20万");
        assertThat(judge(known("grounded", null, List.of("50%"), null), said).correct())
                .isFalse();
        assertThat(judge(known("grounded", null, null, "第四条"), said).provisionCorrect())
                .isFalse();
    }

    @Test
    void a_figure_that_no_quote_holds_is_counted() {
        assertThat(judge(known("grounded", null, null, null), answer("最高20万元。", "第三条", "最高2万元"))
                        .unsupported())
                .containsExactly("20万");
    }

    @Test
    void a_figure_where_nothing_is_stated_is_wrong() {
        Case each = known("not-stated", null, null, null);
        assertThat(judge(each, answer("按50%给予贴息。", "第三条", "按50%")).correct()).isFalse();
        assertThat(judge(each, refused(Answer.Reason.NOT_STATED)).correct()).isTrue();
    }

    @Test
    void out_of_scope_must_be_declined() {
        Case each = known("out-of-scope", null, null, null);
        assertThat(judge(each, refused(Answer.Reason.OUT_OF_SCOPE)).correct()).isTrue();
        assertThat(judge(each, answer("春天来了。", "第三条", "春天来了")).correct()).isFalse();
    }

    @Test
    void the_summary_adds_up() {
        Answer said = answer("按50%给予贴息。", "第三条", "按50%给予贴息");
        Summary summary = AnswerEvaluation.summarise(List.of(
                judge(known("grounded", null, null, "第三条"), said),
                judge(known("grounded", null, null, null), refused(Answer.Reason.NOT_STATED)),
                judge(known("out-of-scope", null, null, null), said)));
        assertThat(summary).isEqualTo(new Summary(3, 2, 1, 1, 0, 1, 1, 0, 0));
    }

    @Test
    void questions_are_read_line_by_line(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("q.jsonl"), """
                {"id":"A1","tenant":"yunxi","text":"贴息多少","expect":"grounded","must":["50%"],"provision":"第三条","note":"x"}

                {"id":"A2","tenant":"yunxi","text":"写诗","expect":"out-of-scope"}
                """);
        assertThat(AnswerEvaluation.read(file)).extracting(Case::id).containsExactly("A1", "A2");
        assertThat(AnswerEvaluation.read(file).getFirst().must()).containsExactly("50%");
    }

    @Test
    void an_unknown_expectation_is_a_mistake_of_the_file() {
        Case odd = known("maybe", null, null, null);
        assertThatThrownBy(() -> judge(odd, refused(Answer.Reason.NOT_STATED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maybe");
    }

    private Result judge(Case each, Answer answer) {
        return evaluation.run(List.of(each), ignored -> answer).getFirst();
    }

    private static Case known(
            String expect, @Nullable List<String> must, @Nullable List<String> mustNot, @Nullable String provision) {
        return new Case("A1", "yunxi", "贴息多少", expect, must, mustNot, provision);
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
