package cn.zhirong.document;

import static cn.zhirong.document.ParseFixture.at;
import static cn.zhirong.document.ParseFixture.codes;
import static cn.zhirong.document.ParseFixture.parse;
import static cn.zhirong.document.ParseFixture.paths;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTreeTest {
    private static final String NOTICE = """
            关于印发《云溪区质押融资行动方案（2024－2026年）》的通知
            云金发〔2024〕6号
            各有关单位：
            现将《云溪区质押融资行动方案（2024－2026年）》印发给你们，请照此办理。
            执行中的问题请告知区金融局。
            云溪区金融工作局
            云溪区市场监督管理局
            2024年3月5日
            （此件主动公开）
            云溪区质押融资行动方案（2024－2026年）
            为了让小企业用专利借到钱，制定本方案。
            一、总体要求
            （一）工作思路
            坚持企业自愿、风险共担。
            每年回头看一次。
            二、主要任务
            （一）扩大规模
            1.设立补偿资金
            区里出资三百万元。
            2．推广质押登记
            登记免费。
            （二）改善服务
            3、培训专员
            各行至少一名。
            三、保障措施
            （一）加强组织领导。建立联席会议，按季调度。
            （二）压实责任
            """;

    @Test
    void a_single_enclosed_plan_is_cited_plainly_and_the_letter_by_its_own_paragraphs() {
        ParsedDocument document = parse(NOTICE);

        assertThat(paths(document))
                .containsExactly(
                        "通知主送",
                        "通知第1段",
                        "通知第2段",
                        "通知落款",
                        "通知附注",
                        "正文",
                        "第1段",
                        "一、",
                        "一、(一)",
                        "一、(一)第2段",
                        "二、",
                        "二、(一)",
                        "二、(一)1.",
                        "二、(一)2.",
                        "二、(二)",
                        "二、(二)3.",
                        "三、",
                        "三、(一)",
                        "三、(二)");
        assertThat(codes(document)).isEmpty();
    }

    @Test
    void a_heading_line_takes_the_first_paragraph_below_it_as_its_text() {
        Provision point = at(parse(NOTICE), "二、(二)3.");

        assertThat(point.kind()).isEqualTo(ProvisionKind.POINT);
        assertThat(point.label()).isEqualTo("3.");
        assertThat(point.heading()).isEqualTo("培训专员");
        assertThat(point.text()).isEqualTo("各行至少一名。");
        assertThat(point.anchor()).isEqualTo("h2-2-3");
    }

    @Test
    void a_short_first_sentence_is_the_heading_of_what_follows_it() {
        Provision measure = at(parse(NOTICE), "三、(一)");

        assertThat(measure.heading()).isEqualTo("加强组织领导");
        assertThat(measure.text()).isEqualTo("建立联席会议，按季调度。");
    }

    @Test
    void a_numbered_line_with_nothing_below_it_is_text() {
        Provision measure = at(parse(NOTICE), "三、(二)");

        assertThat(measure.heading()).isEmpty();
        assertThat(measure.text()).isEqualTo("压实责任");
    }

    @Test
    void a_parent_stands_before_its_children() {
        ParsedDocument document = parse(NOTICE);

        Provision point = at(document, "二、(一)2.");
        assertThat(document.provisions().get(point.parent()).path()).isEqualTo("二、(一)");
        assertThat(document.provisions())
                .allSatisfy(provision -> assertThat(provision.parent()).isLessThan(provision.ordinal()));
    }
}
