package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "缺少“effective-from” | 还没有填写“施行日期”",
                "缺少“rule” | 还没有填写“规则编码”",
                "“label”的值是空的 | 还没有填写“名称”",
                "“to”的值“x”不对，可以是：bank、enterprise、team | “付给”还没有选，或者选的不在可选的范围里",
                "“draft-for-comment”只能是true或者false | “征求意见稿”要选是或者否",
                "“benefits”应当是列表，至少有一项 | “补助内容”至少要有一项",
                "不认识的键“foo”，这里可以用：a、b | 这里不能写“foo”",
                "“专利”是清单，要用count | “专利”是一份清单，条件里请选它的个数",
                "没有名为“foo”的事实 | 企业资料里没有“foo”这一项",
                "“on”的值“昨天”不是日期，应当写成2026-01-31的形式，或者写asked（申请日） | “取哪一天的”的值“昨天”不是日期，应当写成2026-01-31的形式，或者选申请日",
                "不是算式：需要有fact、field | 还没有选算法",
                "“”不对：应当是比例，例如30% | 还没有填写，应当是比例，例如30%"
            })
    void an_officer_is_told_in_the_words_of_the_form(String said, String plainly) {
        assertThat(ProblemWords.of(said)).isEqualTo(plainly);
    }

    @Test
    void an_empty_rule_is_told_without_a_word_of_the_text() {
        RuleForm form = RuleForm.ofData(FormData.nothing().with("rule", "award"), GoldenTexts.VOCABULARY);
        assertThat(form.problems())
                .isNotEmpty()
                .allSatisfy(problem ->
                        assertThat(problem.words()).doesNotContain("缺少").doesNotContainPattern("[a-z]{3,}"));
    }
}
