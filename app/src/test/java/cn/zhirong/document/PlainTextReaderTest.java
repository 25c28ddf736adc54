package cn.zhirong.document;

import static cn.zhirong.document.Readings.lines;
import static cn.zhirong.document.Readings.notice;
import static cn.zhirong.document.Readings.read;
import static cn.zhirong.document.Readings.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextReaderTest {
    private static final String TEXT = "第一条 为了支持科技型企业融资，制定本办法。\n第二条 贴息的上限为50万元，由市财政局审核。\n";
    private static final String TRADITIONAL = "第一條 為了支持科技型企業融資，制定本辦法。\n第二條 補貼的上限為50萬元，由財政機關審核。\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE"})
    void finds_the_encoding_without_being_told(String charset) throws Exception {
        var text = read(file(TEXT.getBytes(Charset.forName(charset))));
        assertThat(String.join("\n", lines(text)) + "\n").isEqualTo(TEXT);
        assertThat(text.notices()).isEmpty();
    }

    @Test
    void finds_big5() throws Exception {
        var text = read(file(TRADITIONAL.getBytes(Charset.forName("Big5"))));
        assertThat(String.join("\n", lines(text)) + "\n").isEqualTo(TRADITIONAL);
        assertThat(text.notices()).isEmpty();
    }

    @Test
    void finds_utf16_without_a_single_ascii_character() throws Exception {
        String chinese = "为了支持科技型企业融资，制定本办法。贴息的上限由市财政局审核，申请人应当按照规定报送。";
        var text = read(file(chinese.getBytes(StandardCharsets.UTF_16LE)));
        assertThat(lines(text)).containsExactly(chinese);
    }

    @Test
    void believes_a_byte_order_mark() throws Exception {
        for (var mark : Map.of("UTF-8", "\uFEFF", "UTF-16LE", "\uFEFF", "UTF-16BE", "\uFEFF")
                .entrySet()) {
            var text = read(file((mark.getValue() + "短").getBytes(Charset.forName(mark.getKey()))));
            assertThat(lines(text)).as(mark.getKey()).containsExactly("短");
        }
    }

    @Test
    void keeps_rare_characters_of_gb18030() throws Exception {
        String rare = "负责人𬀩㐂，联系人䶮先生，由市知识产权局审核并公布。";
        assertThat(lines(read(file(rare.getBytes(Charset.forName("GB18030")))))).containsExactly(rare);
    }

    @Test
    void says_so_when_the_encoding_is_doubtful() throws Exception {
        var text = read(file("翡翠".getBytes(Charset.forName("GBK"))));
        assertThat(notice(text, "charset-doubt")).isPresent();
    }

    @Test
    void reads_a_mixture_line_by_line_and_says_so() throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.write("第一条 前半部分的规定。\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("第二条 后半部分的规定。\n".getBytes(Charset.forName("GBK")));
        var text = read(file(bytes.toByteArray()));
        assertThat(lines(text)).containsExactly("第一条 前半部分的规定。", "第二条 后半部分的规定。");
        assertThat(notice(text, "charset-doubt")).isPresent();
    }

    @Test
    void reads_utf8_that_was_cut_inside_a_character() throws Exception {
        byte[] whole = "第一条 本办法自发布之日起施行".getBytes(StandardCharsets.UTF_8);
        assertThat(lines(read(file(Arrays.copyOf(whole, whole.length - 1))))).containsExactly("第一条 本办法自发布之日起施");
    }

    @Test
    void drops_characters_that_nobody_sees() throws Exception {
        var text = read(file("第一条\u200B 上限\u202E50\u0000万元\uDB40\uDC41。".getBytes(StandardCharsets.UTF_8)));
        assertThat(lines(text)).containsExactly("第一条 上限50万元。");
    }

    @Test
    void leaves_template_syntax_alone() throws Exception {
        String literal = "${7*7} <#assign x=\"freemarker.template.utility.Execute\"?new()> {{x}} <b>粗</b>";
        assertThat(lines(read(file(literal.getBytes(StandardCharsets.UTF_8))))).containsExactly(literal);
    }

    @Test
    void refuses_nothing_at_all_and_nothing_but_blanks() throws Exception {
        assertThat(refusal(file(new byte[0])).code()).isEqualTo("empty-file");
        assertThat(refusal(file(" \n\u3000\n".getBytes(StandardCharsets.UTF_8))).code())
                .isEqualTo("empty-file");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("办法.txt"), bytes);
    }
}
