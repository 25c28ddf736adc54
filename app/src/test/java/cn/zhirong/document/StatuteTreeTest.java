package cn.zhirong.document;

import static cn.zhirong.document.ParseFixture.at;
import static cn.zhirong.document.ParseFixture.codes;
import static cn.zhirong.document.ParseFixture.parse;
import static cn.zhirong.document.ParseFixture.paths;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatuteTreeTest {
    private static final String STATUTE = """
            云溪市质押融资促进条例
            （2024年5月6日云溪市第三届人民代表大会常务委员会第七次会议通过）
            目　录
            第一章　总　则
            第二章　补偿资金
            第一节　来源
            附则
            第一章　总　则
            第一条　为了帮助小企业用知识产权融资，制定本条例。
            第二条　本条例所称质押物，包括下列权利：
            （一）专利权；
            （二）商标权。
            市人民政府可以增补其他权利。
            第三条规定的权利由登记机构公布。
            第二章　补偿资金
            第一节　来源
            第 3 条　补偿资金来自下列渠道：
            （一）市级财政；
            （二）区级财政，其中：
            １．东区出两成；
            ２．西区出一成。
            第三条之一　补偿资金可以接受捐赠。
            第四条
            补偿资金专户存储。
            第五条　本条例自2024年7月1日起施行。
            """;

    @Test
    void chapters_sections_articles_clauses_and_items_have_their_paths() {
        ParsedDocument document = parse(STATUTE);

        assertThat(paths(document))
                .containsExactly(
                        "题注",
                        "第一章",
                        "第一条",
                        "第二条",
                        "第二条第一款",
                        "第二条第一款第一项",
                        "第二条第一款第二项",
                        "第二条第二款",
                        "第二条第三款",
                        "第二章",
                        "第二章第一节",
                        "第三条",
                        "第三条第一项",
                        "第三条第二项",
                        "第三条第二项第一目",
                        "第三条第二项第二目",
                        "第三条之一",
                        "第四条",
                        "第五条");
        assertThat(codes(document)).isEmpty();
    }

    @Test
    void an_article_of_one_clause_holds_its_words_and_one_of_several_none() {
        ParsedDocument document = parse(STATUTE);

        assertThat(at(document, "第一条").text()).isEqualTo("为了帮助小企业用知识产权融资，制定本条例。");
        assertThat(at(document, "第二条").text()).isEmpty();
        assertThat(at(document, "第四条").text()).isEqualTo("补偿资金专户存储。");
        assertThat(at(document, "第二条第二款").text()).isEqualTo("市人民政府可以增补其他权利。");
    }

    @Test
    void a_sentence_that_begins_with_the_number_of_an_article_is_no_article() {
        assertThat(at(parse(STATUTE), "第二条第三款").text()).isEqualTo("第三条规定的权利由登记机构公布。");
    }

    @Test
    void anchors_name_the_numbers_and_do_not_move_when_a_clause_is_added() {
        ParsedDocument document = parse(STATUTE);

        assertThat(at(document, "第二条第一款第二项").anchor()).isEqualTo("a2-1-2");
        assertThat(at(document, "第三条第二项").anchor()).isEqualTo("a3-1-2");
        assertThat(at(document, "第三条第二项第一目").anchor()).isEqualTo("a3-1-2-1");
        assertThat(at(document, "第三条之一").anchor()).isEqualTo("a3z1");
        assertThat(at(document, "第二章第一节").anchor()).isEqualTo("c2-s1");
    }

    @Test
    void headings_of_chapters_lose_their_letter_spacing() {
        Provision chapter = at(parse(STATUTE), "第一章");

        assertThat(chapter.label()).isEqualTo("第一章");
        assertThat(chapter.heading()).isEqualTo("总则");
        assertThat(chapter.text()).isEmpty();
    }

    @Test
    void articles_set_without_a_space_are_found_by_their_order() {
        ParsedDocument document = parse("""
                云溪市登记办法
                第一条为了规范登记，制定本办法。
                第一条所称登记，指质押登记。
                第二条登记不收费。
                第三条本办法自2024年7月1日起施行。
                """);

        assertThat(paths(document)).containsExactly("第一条", "第一条第一款", "第一条第二款", "第二条", "第三条");
    }

    @Test
    void a_heading_in_brackets_after_the_number_is_the_articles_heading() {
        ParsedDocument document = parse("""
                云溪市登记办法
                第一条 【目的】为了规范登记，制定本办法。
                第二条 （适用范围）全市适用。
                """);

        assertThat(at(document, "第一条").heading()).isEqualTo("目的");
        assertThat(at(document, "第二条").heading()).isEqualTo("适用范围");
        assertThat(at(document, "第二条").text()).isEqualTo("全市适用。");
    }

    @Test
    void chapters_that_begin_anew_in_each_part_are_cited_with_it() {
        ParsedDocument document = parse("""
                云溪市融资法典
                第一编 总则
                第一章 一般规定
                第一条 全市适用。
                第二编 质押
                第一章 登记
                第二条 登记不收费。
                """);

        assertThat(paths(document)).containsExactly("第一编", "第一编第一章", "第一条", "第二编", "第二编第一章", "第二条");
    }

    @Test
    void enumerations_within_a_sentence_are_text() {
        ParsedDocument document = parse("""
                云溪市登记办法
                第一条 登记机构做好三件事。
                一是公开，二是便民，三是免费。
                第一，不得收费。
                一、二级机构分工办理。
                """);

        assertThat(paths(document)).containsExactly("第一条", "第一条第一款", "第一条第二款", "第一条第三款", "第一条第四款");
    }
}
