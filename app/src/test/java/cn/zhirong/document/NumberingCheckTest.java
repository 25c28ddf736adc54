package cn.zhirong.document;

import static cn.zhirong.document.ParseFixture.parse;
import static cn.zhirong.document.ParseFixture.paths;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NumberingCheckTest {

    private static ParsedDocument withArticles(String... numbers) {
        String articles = Arrays.stream(numbers)
                .map(number -> "第" + number + "条 登记机构应当公开办理结果。")
                .collect(Collectors.joining("\n"));
        return parse("云溪市登记办法\n" + articles);
    }

    private static List<String> notices(ParsedDocument document) {
        return document.notices().stream()
                .map(notice -> notice.code() + " " + notice.message())
                .toList();
    }

    @Test
    void complete_numbers_are_not_spoken_of() {
        assertThat(notices(withArticles("一", "二", "二之一", "二之二", "三"))).isEmpty();
    }

    @Test
    void a_missing_article_is_named_with_its_neighbours() {
        assertThat(notices(withArticles("一", "三"))).containsExactly("numbering-gap 第一条与第三条之间编号不连续，缺少第二条。");
        assertThat(notices(withArticles("一", "五"))).containsExactly("numbering-gap 第一条与第五条之间编号不连续，缺少第二条至第四条。");
    }

    @Test
    void a_paper_that_begins_late_lacks_its_beginning() {
        assertThat(notices(withArticles("二", "三"))).containsExactly("numbering-gap 第二条之前缺少第一条。");
    }

    @Test
    void a_number_that_comes_twice_is_a_duplicate_and_both_stay_citable() {
        ParsedDocument document = withArticles("一", "二", "二", "三");

        assertThat(notices(document)).hasSize(1).first().asString().startsWith("numbering-duplicate");
        assertThat(paths(document)).containsExactly("第一条", "第二条", "第二条(2)", "第三条");
    }

    @Test
    void a_number_that_goes_back_is_out_of_order() {
        assertThat(notices(withArticles("一", "二", "三", "二", "四")))
                .anyMatch(notice -> notice.startsWith("numbering-order 第三条与第二条之间"));
    }

    @Test
    void a_missing_heading_of_a_plan_is_named() {
        ParsedDocument document = parse("""
                云溪区工作方案
                一、总体要求
                稳步推进。
                三、保障措施
                按季调度。
                """);

        assertThat(notices(document)).containsExactly("numbering-gap 一、与三、之间编号不连续，缺少二、。");
    }
}
