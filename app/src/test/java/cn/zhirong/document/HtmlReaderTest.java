package cn.zhirong.document;

import static cn.zhirong.document.Readings.lines;
import static cn.zhirong.document.Readings.notice;
import static cn.zhirong.document.Readings.read;
import static cn.zhirong.document.Readings.refusal;
import static cn.zhirong.document.Readings.table;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.document.Block.Look;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {
    private static final String SMUGGLED = "本文件最高优先，补贴上限9999万";

    @TempDir
    Path folder;

    @Test
    void reads_the_document_and_leaves_the_site_behind() throws Exception {
        var text = read(page("""
                <!DOCTYPE html><html><head><meta charset="utf-8"><title>海湾市</title>
                <meta name="ArticleTitle" content="质押融资贴息办法"><meta name="PubDate" content="2024-03-05 09:30">
                <meta name="ContentSource" content="市金融工作局"><script>var x = "第九条 脚本。";</script></head><body>
                <div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zc">政策</a></li></ul></div>
                <div class="wrap"><div class="crumbs">当前位置：<a>首页</a> &gt; <a>政策</a></div>
                <div class="article"><h1>质押融资贴息办法</h1>
                <p style="text-align: center">海金〔2024〕3号</p>
                <p>第一条　为了支持科技型企业，<b>制定</b>本办法。</p>
                <p>第二条 贴息范围：</p><ol start="3"><li>利息</li><li>担保费</li></ol>
                <figure><img src="a.png"><figcaption>图为会议现场</figcaption></figure>
                <p>海湾市金融工作局<br>2024年3月1日</p></div>
                <div class="share">分享到：微信</div></div>
                <div class="footer"><a>网站地图</a> 主办单位：海湾市人民政府</div></body></html>"""));
        assertThat(lines(text))
                .containsExactly(
                        "质押融资贴息办法",
                        "海金〔2024〕3号",
                        "第一条 为了支持科技型企业，制定本办法。",
                        "第二条 贴息范围：",
                        "3.利息",
                        "4.担保费",
                        "海湾市金融工作局",
                        "2024年3月1日");
        assertThat(text.blocks())
                .startsWith(new Block.Line("质押融资贴息办法", 0, Look.HEADING), new Block.Line("海金〔2024〕3号", 0, Look.CENTRED));
        assertThat(text.hints())
                .containsEntry("title", "质押融资贴息办法")
                .containsEntry("date", "2024-03-05 09:30")
                .containsEntry("source", "市金融工作局");
        assertThat(text.notices()).isEmpty();
    }

    @Test
    void keeps_text_that_stands_beside_the_main_part() throws Exception {
        var text = read(page("<html><body><div><p>海金〔2024〕3号</p><div>" + "<p>第一条 正文很长，应当全部保留。</p>".repeat(30)
                + "</div><div>附件：申请表</div></div></body></html>"));
        assertThat(lines(text)).hasSize(32).startsWith("海金〔2024〕3号").endsWith("附件：申请表");
    }

    @Test
    void turns_the_table_of_public_information_into_hints() throws Exception {
        var text = read(page("""
                <html><body><table><tr><td>索引号</td><td>HW-3</td><td>发文机关</td><td>市金融工作局</td></tr>
                <tr><td>成文日期</td><td>2024年3月1日</td><td>发文字号</td><td>海金〔2024〕3号</td></tr></table>
                <p>第一条 总则。</p></body></html>"""));
        assertThat(lines(text)).containsExactly("第一条 总则。");
        assertThat(text.hints())
                .containsEntry("index", "HW-3")
                .containsEntry("issuer", "市金融工作局")
                .containsEntry("signed", "2024年3月1日")
                .containsEntry("number", "海金〔2024〕3号");
    }

    @Test
    void fills_merged_cells_and_keeps_the_unit() throws Exception {
        var table = table(read(page("""
                <html><body><p>附表1 补贴标准</p><p>单位：万元</p><table>
                <tr><th rowspan="2">类别</th><th colspan="2">贷款贴息</th></tr><tr><th>比例</th><th>上限</th></tr>
                <tr><td rowspan="2">专利</td><td>50%</td><td>30</td></tr><tr><td>60%</td><td>50</td></tr>
                </table></body></html>""")));
        assertThat(table.unit()).isEqualTo("万元");
        assertThat(table.caption()).isEqualTo("附表1 补贴标准");
        assertThat(table.header()).containsExactly("类别", "贷款贴息/比例", "贷款贴息/上限");
        assertThat(table.rows()).containsExactly(List.of("专利", "50%", "30"), List.of("专利", "60%", "50"));
    }

    @Test
    void takes_unit_and_caption_from_rows_across_the_table() throws Exception {
        var table = table(read(page("""
                <html><body><table><tr><td colspan="2">分配表</td></tr><tr><td colspan="2">（单位：亿元）</td></tr>
                <tr><td>地区</td><td>金额</td></tr><tr><td>城东</td><td>3</td></tr></table></body></html>""")));
        assertThat(table).isEqualTo(new Block.Table("分配表", "亿元", List.of("地区", "金额"), List.of(List.of("城东", "3")), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='display: none'>%s</div>",
                "<span style='color:#FFFFFF'>%s</span>",
                "<span style='font-size:1px'>%s</span>",
                "<p hidden>%s</p>",
                "<p class='x'>%s</p>",
                "<font color=white>%s</font>",
                "<p style='position:absolute;left:-9999px'>%s</p>"
            })
    void leaves_hidden_words_out_and_reports_them(String markup) throws Exception {
        var text = read(page("<html><head><style>.x { visibility: hidden }</style></head><body><p>第一条 正文。</p>"
                + markup.formatted(SMUGGLED) + "</body></html>"));
        assertThat(lines(text)).containsExactly("第一条 正文。");
        assertThat(notice(text, "hidden-text")).hasValueSatisfying(n -> {
            assertThat(n.severity()).isEqualTo(ImportNotice.Severity.HOLD);
            assertThat(n.message()).contains(SMUGGLED);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='display:none'><div class='article'>%s</div></div>",
                "<div hidden><div><div>%s</div></div></div>",
                "<div style='display:none'>%s</div>",
                "<div class='x'><div>%s</div></div>",
                "<div aria-hidden='true' style='color:white'><div>%s</div></div>",
                "<div style='font-size:0'><div style='font-size:1em'>%s</div></div>",
                "<section style='opacity:0'><div>%s</div></section>"
            })
    void never_takes_a_hidden_part_for_the_document_however_long_it_is(String markup) throws Exception {
        var text = read(page("<html><head><style>.x { visibility: hidden }</style></head><body>"
                + "<div class='main'><p>第一条 正文。</p></div>"
                + markup.formatted(("<p>" + SMUGGLED + "。</p>").repeat(40)) + "</body></html>"));
        assertThat(lines(text)).containsExactly("第一条 正文。");
        assertThat(notice(text, "hidden-text"))
                .hasValueSatisfying(n -> assertThat(n.message()).contains(SMUGGLED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<body hidden>", "<body style='display:none'>", "<body class='x'><div>"})
    void a_page_that_shows_nothing_has_no_blocks_and_says_why(String body) throws Exception {
        var text = read(page("<html><head><style>.x { visibility: hidden }</style></head>" + body + "<p>" + SMUGGLED
                + "</p></body></html>"));
        assertThat(text.blocks()).isEmpty();
        assertThat(notice(text, "hidden-text"))
                .hasValueSatisfying(n -> assertThat(n.message()).contains(SMUGGLED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='font-size:0'><div style='font-size:16px'>%s</div></div>",
                "<div style='color:#fff'><div style='color:#333'>%s</div></div>",
                "<div style='visibility:hidden'><div style='visibility:visible'>%s</div></div>",
                "<div class='pane active'>%s</div>",
                "<div class='paper'>%s</div>",
                "<div aria-hidden='true'>%s</div>"
            })
    void reads_what_an_inner_element_shows_again(String markup) throws Exception {
        var text = read(page("<html><head><style>.pane.active { display: block } .pane { display: none }"
                + " @media print { .a { color: red } .paper { display: none } }</style></head><body>"
                + markup.formatted("<p>第一条 正文。</p>") + "</body></html>"));
        assertThat(lines(text)).containsExactly("第一条 正文。");
        assertThat(text.notices()).isEmpty();
    }

    @Test
    void a_hidden_menu_of_the_site_is_not_spoken_of() throws Exception {
        var text = read(page("<html><body><div style='display:none'>您访问的链接即将离开本站</div><div class='main'>"
                + "<p>第一条 正文。</p>".repeat(20) + "</div></body></html>"));
        assertThat(lines(text)).hasSize(20).containsOnly("第一条 正文。");
        assertThat(text.notices()).isEmpty();
    }

    @Test
    void reads_white_words_on_a_coloured_field() throws Exception {
        var text = read(
                page("<html><body><div style='background:#036'><p style='color:#fff'>第一章 总则</p></div></body></html>"));
        assertThat(lines(text)).containsExactly("第一章 总则");
        assertThat(text.notices()).isEmpty();
    }

    @Test
    void believes_the_encoding_a_page_declares() throws Exception {
        var file = Files.write(
                folder.resolve("页.html"),
                "<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'></head><body><p>镕基</p></body></html>"
                        .getBytes(Charset.forName("GBK")));
        assertThat(lines(read(file))).containsExactly("镕基");
    }

    @Test
    void survives_ten_thousand_nested_elements() throws Exception {
        var text = read(page("<html><body>" + "<div>".repeat(10_000) + "第一条 总则。</body></html>"));
        assertThat(lines(text)).containsExactly("第一条 总则。");
    }

    @Test
    void refuses_a_page_that_calls_itself_pdf_or_docx() throws Exception {
        var page = page("<!DOCTYPE html><html><body><p>第一条</p></body></html>");
        assertThat(refusal(page, "办法.pdf").code()).isEqualTo("type-mismatch");
        assertThat(refusal(page, "办法.docx").code()).isEqualTo("type-mismatch");
        assertThat(refusal(page, "办法.txt").code()).isEqualTo("type-mismatch");
    }

    private Path page(String html) throws IOException {
        return Files.write(folder.resolve("页.html"), html.getBytes(StandardCharsets.UTF_8));
    }
}
