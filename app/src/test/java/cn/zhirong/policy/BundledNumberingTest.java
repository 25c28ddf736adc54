package cn.zhirong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundledNumberingTest {
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
        BundledNumbering.check("text.md", text, problems);
        return problems;
    }
}
