package cn.zhirong.document;

import static cn.zhirong.document.ParseFixture.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

    private static DocumentFacts measure(String last) {
        return parse("""
                云溪市金融工作局关于印发《云溪市贴息办法》的通知
                云金发[2024]7号
                各有关单位：
                现将《云溪市贴息办法》印发给你们。
                云溪市金融工作局　云溪市财政局
                二〇二四年三月五日
                云溪市贴息办法
                第一条　根据《云溪市融资条例》和云政发（2023）2号文件，制定本办法。
                第二条　%s
                """.formatted(last)).facts();
    }

    @Test
    void number_issuers_and_day_of_signing_are_the_papers_own() {
        DocumentFacts facts = measure("本办法自印发之日起施行。");

        assertThat(facts.title()).isEqualTo("云溪市金融工作局关于印发《云溪市贴息办法》的通知");
        assertThat(facts.documentNumber()).isEqualTo("云金发〔2024〕7号");
        assertThat(facts.issuers()).containsExactly("云溪市金融工作局", "云溪市财政局");
        assertThat(facts.signedOn()).isEqualTo("2024-03-05");
        assertThat(facts.citedNumbers()).containsExactly("云政发〔2023〕2号");
        assertThat(facts.kind()).isEqualTo(DocumentKind.MEASURE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "本办法自2024年5月1日起施行，有效期3年。|2024-05-01|2027-04-30",
                "本办法自印发之日起施行,有效期三年。|2024-03-05|2027-03-04",
                "本办法自印发之日起施行，试行两年。|2024-03-05|2026-03-04",
                "本办法自2024年5月1日起施行，有效期至2025年12月31日。|2024-05-01|2025-12-31",
                "本办法自2024年2月29日起施行，有效期1年。|2024-02-29|2025-02-27",
                "本办法自２０２４年５月１日起实施。|2024-05-01|"
            })
    void days_in_force_are_read_or_computed(String sentence, String from, String last) {
        DocumentFacts facts = measure(sentence);

        assertThat(facts.effectiveFrom()).isEqualTo(from);
        assertThat(facts.expiresOn()).isEqualTo(last == null ? null : java.time.LocalDate.parse(last));
    }

    @ParameterizedTest
    @CsvSource({"企业资质有效期三年。", "对小企业减半收费，自2024年1月1日起执行。", "《云溪市登记办法》自2023年1月1日起施行，已有规定。"})
    void what_is_said_of_other_things_is_not_taken(String sentence) {
        DocumentFacts facts = measure(sentence.replace(",", "，"));

        assertThat(facts.effectiveFrom()).isNull();
        assertThat(facts.expiresOn()).isNull();
    }

    @Test
    void repealed_papers_are_those_of_the_clause_that_repeals() {
        DocumentFacts facts = measure("本办法由市金融局依照《云溪市条例》解释，自印发之日起施行，《旧贴息办法》（云金发〔2020〕1号）和《补充规定》同时废止。");

        assertThat(facts.repealedNumbers()).containsExactly("云金发〔2020〕1号", "《补充规定》");
    }

    @Test
    void a_title_broken_over_lines_is_joined() {
        DocumentFacts facts = parse("""
                云溪市人民政府文件
                云政发〔2024〕8号
                云溪市人民政府关于促进质押融资
                高质量发展的若干意见
                各区人民政府：
                一、扩大规模
                三年翻番。
                """).facts();

        assertThat(facts.title()).isEqualTo("云溪市人民政府关于促进质押融资高质量发展的若干意见");
        assertThat(facts.documentNumber()).isEqualTo("云政发〔2024〕8号");
        assertThat(facts.issuers()).containsExactly("云溪市人民政府");
        assertThat(facts.kind()).isEqualTo(DocumentKind.PLAN);
    }

    @Test
    void a_page_says_when_it_was_published() {
        DocumentFacts facts = parse("""
                云溪市关于组织申报贴息的通知
                发布日期: 2024-09-14 16:54      来源: 市金融局
                各企业：
                请于月底前申报。
                """).facts();

        assertThat(facts.publishedOn()).isEqualTo("2024-09-14");
        assertThat(facts.signedOn()).isNull();
        assertThat(facts.documentNumber()).isNull();
    }

    @Test
    void a_date_header_is_local_time_whatever_zone_it_names() {
        DocumentText news = ParseFixture.text(
                "近日，云溪市举办质押融资沙龙，记者从会上获悉，资金池扩容。",
                Map.of("title", "云溪：沙龙助力企业融资", "date", "Fri, 24 Jun 2022 18:08:00 GMT"));

        DocumentFacts facts = ParseFixture.PARSER.parse(news, List.of()).facts();

        assertThat(facts.publishedOn()).isEqualTo("2022-06-24");
        assertThat(facts.title()).isEqualTo("云溪：沙龙助力企业融资");
        assertThat(facts.kind()).isEqualTo(DocumentKind.NEWS);
    }

    @Test
    void a_statute_is_dated_by_its_last_passing_and_made_by_that_congress() {
        DocumentFacts facts = parse("""
                云溪市融资条例
                2019年5月6日 云溪市第二届人民代表大会常务委员会第七次会议通过
                2023年7月8日 云溪市第三届人民代表大会常务委员会第九次会议修订
                第一条 为了促进融资，制定本条例。
                第二条 本条例自2023年10月1日起施行。
                """).facts();

        assertThat(facts.signedOn()).isEqualTo("2023-07-08");
        assertThat(facts.issuers()).containsExactly("云溪市人民代表大会常务委员会");
        assertThat(facts.effectiveFrom()).isEqualTo("2023-10-01");
        assertThat(facts.kind()).isEqualTo(DocumentKind.REGULATION);
    }

    @ParameterizedTest
    @CsvSource({
        "关于《云溪市贴息办法（征求意见稿）》公开征求意见的公告,DRAFT_FOR_COMMENT",
        "《云溪市贴息办法》政策解读,INTERPRETATION",
        "云溪市贴息申报指南,GUIDE",
        "云溪市关于公布合作银行的公告,NOTICE",
        "云溪市贴息实施细则,MEASURE",
        "云溪市融资三年行动计划（2024－2026年）,PLAN"
    })
    void the_kind_follows_the_title(String title, DocumentKind kind) {
        assertThat(parse(title + "\n企业可以申请贴息。").facts().kind()).isEqualTo(kind);
    }

    @Test
    void nothing_is_guessed_from_a_text_that_says_nothing() {
        ParsedDocument document = parse("企业可以向窗口咨询，窗口当场答复。");

        assertThat(document.facts().title()).isNull();
        assertThat(document.facts().issuers()).isEmpty();
        assertThat(document.facts().effectiveFrom()).isNull();
        assertThat(ParseFixture.codes(document)).containsExactly("title-missing");
    }
}
