package cn.zhirong.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingTest {
    @ParameterizedTest
    @CsvSource({
        "1, 一",
        "9, 九",
        "10, 十",
        "11, 十一",
        "19, 十九",
        "20, 二十",
        "21, 二十一",
        "99, 九十九",
        "100, 一百",
        "101, 一百零一",
        "110, 一百一十",
        "111, 一百一十一",
        "200, 二百",
        "999, 九百九十九"
    })
    void numbers_are_written_as_articles_are(int number, String words) {
        assertThat(Numbering.inChinese(number)).isEqualTo(words);
    }

    @Test
    void numbers_beyond_1_to_999_are_refused() {
        assertThatThrownBy(() -> Numbering.inChinese(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Numbering.inChinese(1000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void articles_run_on_across_chapters_and_items_begin_anew() {
        assertThat(problems("## 第一章　总则\n第一条　甲：\n（一）乙\n（二）丙\n## 第二章　附则\n第二条　丁：\n（一）戊"))
                .isEmpty();
    }

    @Test
    void a_missing_article_chapter_heading_or_item_is_told_once_each_with_its_line() {
        Problems problems = check("第二条　甲\n## 第二章　乙\n## 二、丙\n（二）丁");
        assertThat(problems.errors()).extracting(Problem::line).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_reference_to_an_article_at_the_start_of_a_line_is_no_number() {
        assertThat(problems("第一条　甲\n第九条规定的情形除外。")).isEmpty();
    }

    private static List<Problem> problems(String text) {
        return check(text).errors();
    }

    private static Problems check(String text) {
        Problems problems = new Problems();
        Numbering.check("text.md", text, problems);
        return problems;
    }
}
