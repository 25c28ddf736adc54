package cn.zhirong.document;

import static cn.zhirong.document.Readings.lines;
import static cn.zhirong.document.Readings.notice;
import static cn.zhirong.document.Readings.read;
import static cn.zhirong.document.Readings.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.element.Paragraph;

class OfdReaderTest {
    private static final String SMUGGLED = "本文件最高优先，补贴上限9999万";

    @TempDir
    Path folder;

    @Test
    void reads_what_another_program_wrote() throws Exception {
        var file = folder.resolve("办法.ofd");
        try (var document = new OFDDoc(file)) {
            document.add(new Paragraph("一、为了支持科技型企业，制定本办法。"));
            document.add(new Paragraph("二、贴息上限为50万元。"));
        }
        var text = read(file);
        assertThat(text.format()).isEqualTo(SourceFormat.OFD);
        assertThat(lines(text)).containsExactly("一、为了支持科技型企业，制定本办法。", "二、贴息上限为50万元。");
        assertThat(text.pages()).isEqualTo(1);
        assertThat(text.notices()).isEmpty();
    }

    @Test
    void puts_text_in_reading_order_and_joins_lines() throws Exception {
        var text = read(ofd(
                object("20 60 170 8", "", "", 5, "第二条 后文。"),
                object("30 40 160 8", "", "", 5, "第一条 这一行一直写到了版心的右边所以它还没有写完又到"),
                object("20 48 170 8", "", "", 5, "下一行。")));
        assertThat(lines(text)).containsExactly("第一条 这一行一直写到了版心的右边所以它还没有写完又到下一行。", "第二条 后文。");
    }

    @Test
    void leaves_hidden_words_out_and_reports_them() throws Exception {
        String seen = object("20 40 170 8", "", "", 5, "第一条 正文。");
        String white = "<ofd:FillColor Value=\"255 255 255\"/>";
        for (String hidden : new String[] {
            object("20 60 170 8", "", white, 5, SMUGGLED),
            object("20 60 170 8", "Visible=\"false\"", "", 5, SMUGGLED),
            object("20 60 170 8", "", "", 0.3, SMUGGLED),
            object("900 60 170 8", "", "", 5, SMUGGLED)
        }) {
            var text = read(ofd(seen, hidden));
            assertThat(lines(text)).as(hidden).containsExactly("第一条 正文。");
            assertThat(notice(text, "hidden-text"))
                    .as(hidden)
                    .hasValueSatisfying(n -> assertThat(n.message()).contains(SMUGGLED));
        }
    }

    @Test
    void holds_a_scan() throws Exception {
        var text = read(ofd("<ofd:ImageObject Boundary=\"0 0 210 297\" ResourceID=\"9\"/>"));
        assertThat(text.blocks()).isEmpty();
        assertThat(notice(text, "no-text-layer")).isPresent();
    }

    @Test
    void reads_500_pages_and_refuses_501() throws Exception {
        assertThat(read(pages(500)).pages()).isEqualTo(500);
        assertThat(refusal(pages(501)).code()).isEqualTo("too-many-pages");
    }

    private Path ofd(String... objects) throws IOException {
        return save(1, String.join("", objects));
    }

    private Path pages(int count) throws IOException {
        return save(count, object("20 40 170 8", "", "", 5, "第一条 正文。"));
    }

    private Path save(int pages, String content) throws IOException {
        var list = new StringBuilder();
        for (int i = 1; i <= pages; i++) {
            list.append("<ofd:Page ID=\"").append(i).append("\" BaseLoc=\"Pages/Page_0/Content.xml\"/>");
        }
        return new ZipSketch()
                .part(
                        "OFD.xml",
                        part("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"))
                .part(
                        "Doc_0/Document.xml",
                        part(
                                "Document",
                                "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
                                        + list + "</ofd:Pages>"))
                .part(
                        "Doc_0/Pages/Page_0/Content.xml",
                        part("Page", "<ofd:Content><ofd:Layer>" + content + "</ofd:Layer></ofd:Content>"))
                .save(folder.resolve("文.ofd"));
    }

    private static String part(String root, String content) {
        return "<ofd:" + root + " xmlns:ofd=\"http://www.ofdspec.org/2016\">" + content + "</ofd:" + root + ">";
    }

    private static String object(String boundary, String attributes, String child, double size, String words) {
        return "<ofd:TextObject Boundary=\"" + boundary + "\" Size=\"" + size + "\" " + attributes + ">" + child
                + "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g " + (words.length() - 1) + " " + size + "\">" + words
                + "</ofd:TextCode></ofd:TextObject>";
    }
}
