package cn.zhirong.document;

import static cn.zhirong.document.ParseFixture.at;
import static cn.zhirong.document.ParseFixture.parse;
import static cn.zhirong.document.ParseFixture.paths;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnexTest {

    @Test
    void annexes_are_numbered_anew_and_named_in_the_path() {
        ParsedDocument document = parse("""
                云溪区金融工作局关于做好质押登记工作的通知
                云金发〔2024〕9号
                各有关单位：
                一、登记免费
                各窗口不得收费。
                二、限时办结
                两日内办结。
                附件：1．云溪区质押登记规则
                2．申请表
                云溪区金融工作局
                2024年4月1日
                附件1
                云溪区质押登记规则
                第一条　登记按申请先后办理。
                第二条　申请人应当提交下列材料：
                （一）申请表；
                （二）权利证书。
                附件2：
                申请表
                申请人名称填写全称。
                """);

        assertThat(paths(document))
                .containsExactly(
                        "主送",
                        "一、",
                        "二、",
                        "附件说明",
                        "落款",
                        "附件1",
                        "附件1 第一条",
                        "附件1 第二条",
                        "附件1 第二条第一项",
                        "附件1 第二条第二项",
                        "附件2",
                        "附件2 第1段");
        assertThat(at(document, "附件1").heading()).isEqualTo("云溪区质押登记规则");
        assertThat(at(document, "附件1 第二条第二项").anchor()).isEqualTo("x1-a2-1-2");
    }

    @Test
    void two_enclosed_papers_are_kept_apart() {
        ParsedDocument document = parse("""
                云溪市人民政府办公室关于印发质押融资两个办法的通知
                云政办发〔2024〕3号
                各区人民政府：
                《云溪市质押登记办法》和《云溪市质押补偿办法》已经同意，现印发给你们。
                云溪市人民政府办公室
                2024年2月2日
                云溪市质押登记办法
                第一条　登记免费。
                云溪市质押
                补偿办法
                第一条　不良贷款按比例补偿。
                """);

        assertThat(paths(document)).containsExactly("通知主送", "通知第1段", "通知落款", "附件1", "附件1 第一条", "附件2", "附件2 第一条");
        assertThat(at(document, "附件2").heading()).isEqualTo("云溪市质押补偿办法");
    }

    @Test
    void the_paper_a_letter_brings_is_plain_even_when_called_an_annex() {
        ParsedDocument document = parse("""
                关于印发《云溪市质押登记办法》的通知
                云金发〔2024〕10号
                各有关单位：
                现将《云溪市质押登记办法》印发给你们。
                附件：云溪市质押登记办法
                云溪市金融工作局
                2024年2月2日
                附件
                云溪市质押登记办法
                第一条　登记免费。
                """);

        assertThat(paths(document)).contains("通知第1段", "第一条").doesNotContain("附件 第一条");
    }

    @Test
    void an_order_brings_its_statute() {
        ParsedDocument document = parse("""
                云溪市人民政府令
                第12号
                《云溪市质押登记规定》已经市人民政府常务会议通过，现予公布，自2024年9月1日起施行。
                市长 陈云
                2024年7月3日
                云溪市质押登记规定
                第一章 总则
                第一条 登记免费。
                """);

        assertThat(paths(document)).containsExactly("令第1段", "令落款", "正文", "第一章", "第一条");
        DocumentFacts facts = document.facts();
        assertThat(facts.title()).isEqualTo("云溪市质押登记规定");
        assertThat(facts.documentNumber()).isEqualTo("云溪市人民政府令第12号");
        assertThat(facts.issuers()).containsExactly("云溪市人民政府");
        assertThat(facts.effectiveFrom()).isEqualTo("2024-09-01");
        assertThat(facts.kind()).isEqualTo(DocumentKind.REGULATION);
    }

    @Test
    void decimal_numbers_of_an_emergency_plan_make_its_tree() {
        ParsedDocument document = parse("""
                云溪市风险处置预案
                1 总则
                1.1 目的
                防范风险。
                1.2 原则
                （1）统一领导。全市一盘棋。
                2 职责
                2.1 市金融局
                2.1.1 收集信息
                每月一次，逾期1.5倍计。
                """);

        assertThat(paths(document)).containsExactly("1", "1.1", "1.2", "1.2(1)", "2", "2.1", "2.1.1");
        assertThat(at(document, "2.1.1").anchor()).isEqualTo("n2-1-1");
    }
}
