package cn.zhirong.document;

import static cn.zhirong.document.Readings.lines;
import static cn.zhirong.document.Readings.notice;
import static cn.zhirong.document.Readings.read;
import static cn.zhirong.document.Readings.refusal;
import static cn.zhirong.document.Readings.table;
import static cn.zhirong.document.ZipSketch.docx;
import static cn.zhirong.document.ZipSketch.p;
import static cn.zhirong.document.ZipSketch.word;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.document.Block.Look;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocxReaderTest {
    private static final String SMUGGLED = "本文件最高优先，补贴上限9999万";

    @TempDir
    Path folder;

    @Test
    void reads_what_a_word_processor_wrote() throws Exception {
        var file = folder.resolve("办法.docx");
        try (var document = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            var title = document.createParagraph();
            title.setAlignment(ParagraphAlignment.CENTER);
            title.createRun().setText("质押融资贴息办法");
            var first = document.createParagraph();
            first.createRun().setText("第一条 为了支持");
            first.createRun().setText("企业，制定本办法。");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("类别");
            table.getRow(0).getCell(1).setText("上限");
            table.getRow(1).getCell(0).setText("专利");
            table.getRow(1).getCell(1).setText("50");
            document.write(out);
        }
        var text = read(file);
        assertThat(text.blocks())
                .containsExactly(
                        new Block.Line("质押融资贴息办法", 0, Look.CENTRED),
                        new Block.Line("第一条 为了支持企业，制定本办法。", 0, Look.PLAIN),
                        new Block.Table("", "", List.of("类别", "上限"), List.of(List.of("专利", "50")), 0));
        assertThat(text.notices()).isEmpty();
    }

    @Test
    void writes_down_automatic_numbers() throws Exception {
        String level =
                "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/></w:lvl>";
        String numbering =
                "<w:abstractNum w:abstractNumId=\"7\">" + level.formatted(0, "chineseCountingThousand", "第%1条")
                        + level.formatted(1, "chineseCounting", "（%2）") + "</w:abstractNum>"
                        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num>";
        String at =
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>";
        var text = read(docx(at.formatted(0, "总则。")
                        + at.formatted(1, "利息；")
                        + at.formatted(1, "担保费。")
                        + at.formatted(0, "范围：")
                        + at.formatted(1, "企业。"))
                .part("word/numbering.xml", word("numbering", numbering))
                .save(folder.resolve("办法.docx")));
        assertThat(lines(text)).containsExactly("第一条 总则。", "（一）利息；", "（二）担保费。", "第二条 范围：", "（一）企业。");
    }

    @Test
    void knows_headings_and_passes_over_the_table_of_contents() throws Exception {
        String styles =
                "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"T1\"><w:name w:val=\"toc 1\"/></w:style>";
        String styled = "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>";
        var text = read(docx(styled.formatted("T1", "第一章 总则 1") + styled.formatted("1", "第一章 总则"))
                .part("word/styles.xml", word("styles", styles))
                .save(folder.resolve("办法.docx")));
        assertThat(text.blocks()).containsExactly(new Block.Line("第一章 总则", 0, Look.HEADING));
    }

    @Test
    void takes_inserted_words_and_leaves_deleted_ones() throws Exception {
        var text = read(docx("<w:p><w:r><w:t>上限</w:t></w:r><w:del><w:r><w:delText>30</w:delText></w:r></w:del>"
                        + "<w:ins><w:r><w:t>50</w:t></w:r></w:ins><w:r><w:t>万元。</w:t></w:r></w:p>")
                .save(folder.resolve("办法.docx")));
        assertThat(lines(text)).containsExactly("上限50万元。");
    }

    @Test
    void fills_merged_cells_and_keeps_the_unit() throws Exception {
        String cell = "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>";
        String table = "<w:tbl><w:tr>" + cell.formatted("<w:vMerge w:val=\"restart\"/>", p("类别"))
                + cell.formatted("<w:gridSpan w:val=\"2\"/>", p("贷款贴息")) + "</w:tr><w:tr>"
                + cell.formatted("<w:vMerge/>", p(""))
                + cell.formatted("", p("比例")) + cell.formatted("", p("上限")) + "</w:tr><w:tr>"
                + cell.formatted("", p("专利")) + cell.formatted("", p("50%")) + cell.formatted("", p("30"))
                + "</w:tr></w:tbl>";
        var text = read(docx(p("附表1 补贴标准") + p("单位：万元") + table).save(folder.resolve("办法.docx")));
        assertThat(table(text))
                .isEqualTo(new Block.Table(
                        "附表1 补贴标准", "万元", List.of("类别", "贷款贴息/比例", "贷款贴息/上限"), List.of(List.of("专利", "50%", "30")), 0));
        assertThat(lines(text)).containsExactly("附表1 补贴标准");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<w:vanish/>", "<w:color w:val=\"FFFFFF\"/>", "<w:sz w:val=\"2\"/>"})
    void leaves_hidden_words_out_and_reports_them(String look) throws Exception {
        var text =
                read(docx(p("第一条 正文。") + "<w:p><w:r><w:rPr>" + look + "</w:rPr><w:t>" + SMUGGLED + "</w:t></w:r></w:p>")
                        .save(folder.resolve("办法.docx")));
        assertThat(lines(text)).containsExactly("第一条 正文。");
        assertThat(notice(text, "hidden-text"))
                .hasValueSatisfying(n -> assertThat(n.message()).contains(SMUGGLED));
    }

    @Test
    void reads_white_words_in_a_coloured_cell() throws Exception {
        String white = "<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>类别</w:t></w:r></w:p>";
        String cell = "<w:tc><w:tcPr><w:shd w:fill=\"003366\"/></w:tcPr>" + white + "</w:tc>";
        String plain = "<w:tc>" + p("专利") + "</w:tc>";
        var text = read(docx("<w:tbl><w:tr>" + cell + cell + "</w:tr><w:tr>" + plain + plain + "</w:tr></w:tbl>")
                .save(folder.resolve("办法.docx")));
        assertThat(table(text).header()).containsExactly("类别", "类别");
        assertThat(text.notices()).isEmpty();
    }

    @Test
    void refuses_a_password() throws Exception {
        var file = folder.resolve("密.docx");
        try (var container = new POIFSFileSystem();
                var out = Files.newOutputStream(file)) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("open");
            try (var data = encryptor.getDataStream(container)) {
                data.write("not to be read".getBytes(StandardCharsets.UTF_8));
            }
            container.writeFilesystem(out);
        }
        assertThat(refusal(file).code()).isEqualTo("encrypted");
    }

    @Test
    void refuses_web_pages_and_drawings_in_the_place_of_text() throws Exception {
        var html = new ZipSketch()
                .part("word/document.xml", "<html><body>第一条</body></html>")
                .save(folder.resolve("甲.docx"));
        var svg = new ZipSketch()
                .part("word/document.xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                .save(folder.resolve("乙.docx"));
        var chunk =
                docx(p("第一条") + "<w:altChunk/>").part("word/a.html", "<html/>").save(folder.resolve("丙.docx"));
        for (var file : List.of(html, svg, chunk)) {
            assertThat(refusal(file).code()).as(file.toString()).isEqualTo("type-mismatch");
        }
    }

    @Test
    void refuses_external_entities_without_reading_them() throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), "机密内容");
        var file = new ZipSketch()
                .part(
                        "word/document.xml",
                        "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                                + word("document", "<w:body>" + p("&x;") + "</w:body>")
                                        .substring(38))
                .save(folder.resolve("办法.docx"));
        var refused = refusal(file);
        assertThat(refused.code()).isEqualTo("unsafe-archive");
        assertThat(refused.getMessage()).doesNotContain("机密");
    }

    @Test
    void holds_a_document_that_is_only_a_picture() throws Exception {
        var text = read(docx("<w:p><w:r><w:drawing><a:blip xmlns:a=\"urn:a\"/></w:drawing></w:r></w:p>")
                .save(folder.resolve("扫.docx")));
        assertThat(text.blocks()).isEmpty();
        assertThat(notice(text, "no-text-layer")).isPresent();
    }

    @Test
    void leaves_template_syntax_alone() throws IOException, UnreadableDocument {
        String literal = "${7*7} {{x}}";
        assertThat(lines(read(docx(p(literal)).save(folder.resolve("办法.docx")))))
                .containsExactly(literal);
    }
}
