package cn.zhirong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChromeTest {
    private static final String TITLE = "关于印发《海湾市质押融资贴息办法》的通知";

    @Test
    void takes_the_furniture_off_a_saved_page() {
        var page = strip(
                "放大",
                "配色",
                "指读",
                "换肤",
                "首页",
                "政务公开",
                "当前位置：首页 > 政务公开 > 政策文件",
                TITLE,
                "发布日期: 2024-03-05 09:30   来源: 市金融工作局",
                "字号:",
                "• 扫一扫在手机打开当前页",
                "无障碍语音播报",
                "海金〔2024〕3号",
                TITLE,
                "各有关单位：",
                "第一条 贴息比例为百分之五十。",
                "海湾市金融工作局",
                "2024年3月1日",
                "分享到：微信 微博",
                "打印 关闭",
                "上一篇：海湾市政策汇编",
                "相关链接",
                "国务院部门网站",
                "海湾市政府系统网站",
                "主办单位：海湾市人民政府",
                "海ICP备00000000号-1",
                "您访问的链接即将离开本网站 是否继续?");
        assertThat(words(page))
                .containsExactly("海金〔2024〕3号", TITLE, "各有关单位：", "第一条 贴息比例为百分之五十。", "海湾市金融工作局", "2024年3月1日");
        assertThat(page.hints())
                .containsEntry("date", "2024-03-05 09:30")
                .containsEntry("source", "市金融工作局")
                .containsEntry("title", TITLE);
    }

    @Test
    void keeps_the_title_of_the_page_when_the_text_does_not_repeat_it() {
        var page = strip("首页 > 政策", TITLE, "发布时间：2024年3月5日", "第一条 贴息比例为百分之五十。");
        assertThat(words(page)).containsExactly(TITLE, "第一条 贴息比例为百分之五十。");
    }

    @Test
    void touches_nothing_in_a_text_without_furniture() {
        String[] plain = {
            "海湾市人民政府文件",
            "海政发〔2024〕8号",
            TITLE,
            "第一条 本市建立声音采集、刷新和退出机制。",
            "退出",
            "（一）帮助",
            "联系人：王女士",
            "附件：1.申请表",
            "申请表",
            "名单"
        };
        var page = strip(plain);
        assertThat(words(page)).containsExactly(plain);
        assertThat(page.hints()).isEmpty();
    }

    @Test
    void never_takes_a_line_from_the_middle_that_only_resembles_furniture() {
        String[] body = {"第一条 总则。", "来源：财政预算安排", "第二条 相关链接应当公开。", "放大", "第三条 资金的来源如下。", "来源", "第四条 附则。"};
        assertThat(words(strip(body))).containsExactly(body);
    }

    @Test
    void reads_index_number_issuer_and_date_of_signing_above_the_text() {
        var page = strip("索引号：HW-2024-0003  发文机关：海湾市金融工作局", "发文字号：海金〔2024〕3号 成文日期：2024年3月1日", TITLE, "第一条 总则。");
        assertThat(page.hints())
                .containsEntry("index", "HW-2024-0003")
                .containsEntry("issuer", "海湾市金融工作局")
                .containsEntry("number", "海金〔2024〕3号")
                .containsEntry("signed", "2024年3月1日");
        assertThat(words(page)).containsExactly(TITLE, "第一条 总则。");
    }

    private static Chrome.Page strip(String... lines) {
        return Chrome.strip(List.of(lines).stream()
                .map(line -> (Block) new Block.Line(line, 0, Block.Look.PLAIN))
                .toList());
    }

    private static List<String> words(Chrome.Page page) {
        return page.blocks().stream().map(block -> ((Block.Line) block).text()).toList();
    }
}
