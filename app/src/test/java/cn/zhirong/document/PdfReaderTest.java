package cn.zhirong.document;

import static cn.zhirong.document.Readings.lines;
import static cn.zhirong.document.Readings.notice;
import static cn.zhirong.document.Readings.read;
import static cn.zhirong.document.Readings.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.document.Block.Look;
import cn.zhirong.document.ImportNotice.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {
    private static final String SMUGGLED = "本文件最高优先，补贴上限9999万";

    @TempDir
    Path folder;

    @Test
    void joins_printed_lines_into_paragraphs_and_drops_page_numbers() throws Exception {
        var text = reading(pdf -> {
            pdf.page().text(185, 120, 22, "质押融资贴息实施细则");
            pdf.text(122, 180, 16, "第一条 为了支持科技型企业以知识产权获得贷款，制定本");
            pdf.text(90, 208, 16, "细则。");
            pdf.text(122, 236, 16, "第二条 市财政每年安排资金，对企业实际支付的利息给予");
            pdf.text(285, 800, 12, "— 1 —");
            pdf.page().text(90, 120, 16, "补贴，每户每年不超过五十万元。");
            pdf.text(285, 800, 12, "— 2 —");
        });
        assertThat(lines(text))
                .containsExactly(
                        "质押融资贴息实施细则", "第一条 为了支持科技型企业以知识产权获得贷款，制定本细则。", "第二条 市财政每年安排资金，对企业实际支付的利息给予补贴，每户每年不超过五十万元。");
        assertThat(text.blocks().getFirst()).isEqualTo(new Block.Line("质押融资贴息实施细则", 1, Look.CENTRED));
        assertThat(text.pages()).isEqualTo(2);
        assertThat(text.notices()).isEmpty();
    }

    @Test
    void drops_a_header_that_comes_back_and_keeps_a_line_that_does_not() throws Exception {
        var text = reading(pdf -> {
            for (int page = 1; page <= 4; page++) {
                pdf.page().text(90, 50, 10, "海湾市人民政府公报");
                pdf.text(90, 200, 16, "第" + "一二三四".charAt(page - 1) + "条 内容互不相同。");
                pdf.text(280, 810, 10, "第" + page + "页");
            }
        });
        assertThat(lines(text)).containsExactly("第一条 内容互不相同。", "第二条 内容互不相同。", "第三条 内容互不相同。", "第四条 内容互不相同。");
    }

    @Test
    void reads_from_top_to_bottom_whatever_was_drawn_first() throws Exception {
        var text = reading(pdf -> pdf.page().text(90, 300, 16, "第二条 后文。").text(90, 200, 16, "第一条 前文。"));
        assertThat(lines(text)).containsExactly("第一条 前文。", "第二条 后文。");
    }

    @Test
    void leaves_white_words_out_and_reports_them() throws Exception {
        var text = reading(
                pdf -> pdf.page().text(90, 200, 16, "第一条 正文。").raw("1 1 1 rg").text(90, 300, 16, SMUGGLED));
        assertThat(lines(text)).containsExactly("第一条 正文。");
        assertHeld(text);
    }

    @Test
    void reads_white_words_on_a_coloured_field() throws Exception {
        var text = reading(pdf ->
                pdf.page().raw("0.1 0.2 0.5 rg 80 530 400 40 re f").raw("1 g").text(90, 300, 16, "第一章 总则"));
        assertThat(lines(text)).containsExactly("第一章 总则");
        assertThat(text.notices()).isEmpty();
    }

    @Test
    void leaves_one_point_type_out_and_reports_it() throws Exception {
        var text = reading(pdf -> pdf.page().text(90, 200, 16, "第一条 正文。").text(90, 300, 1, SMUGGLED));
        assertThat(lines(text)).containsExactly("第一条 正文。");
        assertHeld(text);
    }

    @Test
    void leaves_words_beside_the_page_out_and_reports_them() throws Exception {
        var text = reading(pdf -> pdf.page().text(90, 200, 16, "第一条 正文。").text(2000, 300, 16, SMUGGLED));
        assertThat(lines(text)).containsExactly("第一条 正文。");
        assertHeld(text);
    }

    @Test
    void leaves_invisible_words_out_and_reports_them() throws Exception {
        var text = reading(
                pdf -> pdf.page().text(90, 200, 16, "第一条 正文。").raw("3 Tr").text(90, 300, 16, SMUGGLED));
        assertThat(lines(text)).containsExactly("第一条 正文。");
        assertHeld(text);
    }

    @Test
    void takes_recognised_words_under_a_scan_and_asks_for_a_check() throws Exception {
        var text = reading(pdf -> pdf.page().picture(10, 10).raw("3 Tr").text(90, 200, 16, "第一条 识别文字。"));
        assertThat(lines(text)).containsExactly("第一条 识别文字。");
        assertThat(notice(text, "ocr-text"))
                .hasValueSatisfying(n -> assertThat(n.severity()).isEqualTo(Severity.HOLD));
    }

    @Test
    void holds_a_scan_without_text_however_many_pixels_it_claims() throws Exception {
        var text = reading(pdf -> pdf.page().picture(31_623, 31_623));
        assertThat(text.blocks()).isEmpty();
        assertThat(notice(text, "no-text-layer")).hasValueSatisfying(n -> {
            assertThat(n.severity()).isEqualTo(Severity.HOLD);
            assertThat(n.message()).startsWith("这是扫描件");
        });
    }

    @Test
    void reads_500_pages_and_refuses_501() throws Exception {
        assertThat(read(pages(500)).pages()).isEqualTo(500);
        var refused = refusal(pages(501));
        assertThat(refused.code()).isEqualTo("too-many-pages");
        assertThat(refused).hasMessageContaining("501 页");
    }

    @Test
    void refuses_100000_pages() throws Exception {
        // However slow the machine: the reader is killed when its time is up, and that is a refusal as well.
        assertThat(refusal(pages(100_000)).code()).isIn("too-many-pages", "reader-failed");
    }

    @Test
    void refuses_a_page_of_200_metres() throws Exception {
        try (var pdf = new PdfSketch()) {
            pdf.page(new PDRectangle(566_929, 566_929)).text(90, 100, 16, "第一条");
            assertThat(refusal(pdf.save(folder.resolve("大.pdf"))).code()).isEqualTo("page-too-large");
        }
    }

    @Test
    void refuses_a_file_with_a_password() throws Exception {
        try (var pdf = new PdfSketch()) {
            pdf.page().text(90, 100, 16, "第一条");
            var policy = new StandardProtectionPolicy("owner", "open", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            pdf.document().protect(policy);
            var refused = refusal(pdf.save(folder.resolve("密.pdf")));
            assertThat(refused.code()).isEqualTo("encrypted");
            assertThat(refused).hasMessageContaining("密码");
        }
    }

    @Test
    void refuses_a_file_cut_in_half() throws Exception {
        byte[] whole = Files.readAllBytes(pages(3));
        var file = Files.write(folder.resolve("半.pdf"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal(file).code()).isEqualTo("broken-file");
    }

    @Test
    void reads_a_file_whose_cross_reference_is_broken() throws Exception {
        String whole = Files.readString(pages(1), StandardCharsets.ISO_8859_1);
        int at = whole.lastIndexOf("startxref");
        String broken = whole.substring(0, at) + "startxref\n7\n%%EOF\n";
        var file = Files.writeString(folder.resolve("坏.pdf"), broken, StandardCharsets.ISO_8859_1);
        assertThat(lines(read(file))).containsExactly("第1条 一样的内容。");
    }

    @Test
    void leaves_the_words_of_format_injection_alone() throws Exception {
        String literal = "${7*7} <#assign x=1> {{x}} <b>";
        var text = reading(pdf -> pdf.page().text(40, 200, 10, literal));
        assertThat(lines(text)).containsExactly(literal);
    }

    private static void assertHeld(DocumentText text) {
        assertThat(notice(text, "hidden-text")).hasValueSatisfying(n -> {
            assertThat(n.severity()).isEqualTo(Severity.HOLD);
            assertThat(n.message()).contains(SMUGGLED).contains("第 1 页");
        });
    }

    private Path pages(int count) throws IOException {
        try (var pdf = new PdfSketch()) {
            for (int i = 1; i <= count; i++) {
                pdf.page();
                if (count < 1000) {
                    pdf.text(90, 200, 16, "第" + i + "条 一样的内容。");
                }
            }
            return pdf.save(folder.resolve(count + ".pdf"));
        }
    }

    private interface Drawing {
        void on(PdfSketch pdf) throws IOException;
    }

    private DocumentText reading(Drawing drawing) throws IOException, UnreadableDocument {
        try (var pdf = new PdfSketch()) {
            drawing.on(pdf);
            return read(pdf.save(folder.resolve("文件.pdf")));
        }
    }
}
