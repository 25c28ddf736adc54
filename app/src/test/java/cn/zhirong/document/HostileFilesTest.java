package cn.zhirong.document;

import static cn.zhirong.document.Readings.lines;
import static cn.zhirong.document.Readings.notice;
import static cn.zhirong.document.Readings.read;
import static cn.zhirong.document.Readings.refusal;
import static cn.zhirong.document.ZipSketch.docx;
import static cn.zhirong.document.ZipSketch.p;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to hurt, and what becomes of them. */
class HostileFilesTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void refuses_a_part_that_swells_beyond_512_megabytes() throws Exception {
        // By the sizes the directory declares: nothing is inflated, so a part of 5 GB costs no more.
        var file = docx(p("第一条")).swollen("word/media/image1.png", 600L << 20).save(folder.resolve("弹.docx"));
        assertRefused(file, "unsafe-archive");
    }

    @Test
    void refuses_text_that_swells_when_it_is_read() throws Exception {
        var file = new ZipSketch().swollen("word/document.xml", 80L << 20).save(folder.resolve("弹.docx"));
        assertRefused(file, "unsafe-archive");
    }

    @Test
    void refuses_an_archive_inside_a_document() throws Exception {
        var file = docx(p("第一条")).part("word/embeddings/42.zip", "PK").save(folder.resolve("套.docx"));
        assertRefused(file, "unsafe-archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../app.jar", "/etc/cron.d/x", "word/../../x.xml", "..\\x.xml", "C:/x.xml"})
    void refuses_parts_that_lead_out_of_the_archive(String name) throws Exception {
        assertThat(refusal(docx(p("第一条")).part(name, "x").save(folder.resolve("径.docx")))
                        .code())
                .isEqualTo("unsafe-archive");
    }

    @Test
    void refuses_a_link() throws Exception {
        var file = docx(p("第一条")).link("word/settings.xml", "/etc/passwd").save(folder.resolve("链.docx"));
        assertThat(refusal(file).code()).isEqualTo("unsafe-archive");
    }

    @Test
    void neither_reads_nor_calls_what_a_form_names() throws Exception {
        var calls = new AtomicInteger();
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var pdf = new PdfSketch()) {
            Thread.ofVirtual().start(() -> count(server, calls));
            String xfa = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b SYSTEM \"http://127.0.0.1:"
                    + server.getLocalPort() + "/\">]><xdp>&a;&b;</xdp>";
            pdf.page().text(90, 200, 16, "第一条 正文。");
            var form = new PDAcroForm(pdf.document());
            var stream = new PDStream(pdf.document());
            try (var out = stream.createOutputStream()) {
                out.write(xfa.getBytes(StandardCharsets.UTF_8));
            }
            form.getCOSObject().setItem(COSName.XFA, stream);
            pdf.document().getDocumentCatalog().setAcroForm(form);
            assertThat(lines(read(pdf.save(folder.resolve("表单.pdf"))))).containsExactly("第一条 正文。");
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void refuses_a_file_that_is_pdf_and_archive_at_once() throws Exception {
        byte[] archive = Files.readAllBytes(docx(p("第一条")).save(folder.resolve("a.zip")));
        byte[] head = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(head, head.length + archive.length);
        System.arraycopy(archive, 0, both, head.length, archive.length);
        var file = Files.write(folder.resolve("双.pdf"), both);
        assertThat(refusal(file).code()).isEqualTo("type-mismatch");
        assertThat(refusal(file, "双.docx").code()).isEqualTo("type-mismatch");
    }

    @ParameterizedTest
    @CsvSource({"办法.doc,.doc", "办法.wps,.wps", "台账.et,.et", "台账.xlsx,.xlsx", "台账.csv,.csv", "图.svg,.svg"})
    void refuses_other_formats_by_name_with_advice(String name, String named) throws Exception {
        var refused = refusal(Files.writeString(folder.resolve(name), "=cmd|'/C calc'!A0"));
        assertThat(refused.code()).isEqualTo("unsupported-format");
        assertThat(refused).hasMessageContaining(named).hasMessageContaining("另存为 DOCX 或 PDF");
    }

    @Test
    void refuses_an_old_word_file_called_docx() throws Exception {
        byte[] old = new byte[2048];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        assertThat(refusal(Files.write(folder.resolve("旧.docx"), old)).code()).isEqualTo("type-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"空.pdf", "空.docx", "空.ofd", "空.txt", "空.html", "空"})
    void refuses_zero_bytes(String name) throws Exception {
        assertThat(refusal(Files.write(folder.resolve(name), new byte[0])).code())
                .isEqualTo("empty-file");
    }

    @Test
    void refuses_a_word_file_cut_in_half() throws Exception {
        byte[] whole = Files.readAllBytes(docx(p("第一条".repeat(1000))).save(folder.resolve("整.docx")));
        var file = Files.write(folder.resolve("半.docx"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal(file).code()).isEqualTo("broken-file");
    }

    @Test
    void refuses_one_byte_above_the_limit_and_reads_at_it() throws Exception {
        var small = new ReaderLimits(9, 1, LONG, 64, 1, LONG, 1000);
        var reader = new FileDocumentReader(small);
        var at = Files.writeString(folder.resolve("九.txt"), "第一条");
        assertThat(lines(reader.read(at, "九.txt"))).containsExactly("第一条");
        var above = Files.writeString(folder.resolve("十.txt"), "第一条a");
        assertThat(catchThrowableOfType(UnreadableDocument.class, () -> reader.read(above, "十.txt"))
                        .code())
                .isEqualTo("too-large");
    }

    @Test
    void kills_a_reader_that_takes_too_long_and_leaves_nothing_behind() throws Exception {
        var before = temporaryFiles();
        // No process begins and ends within a millisecond.
        var reader = new FileDocumentReader(new ReaderLimits(1 << 20, 1, Duration.ofMillis(1), 64, 1, LONG, 1000));
        try (var pdf = new PdfSketch()) {
            var file = pdf.page().text(90, 200, 16, "第一条").save(folder.resolve("慢.pdf"));
            var refused = catchThrowableOfType(UnreadableDocument.class, () -> reader.read(file, "慢.pdf"));
            assertThat(refused.code()).isEqualTo("reader-failed");
            assertThat(refused).hasMessageContaining("仍未完成");
        }
        assertThat(ProcessHandle.current()
                        .descendants()
                        .map(ProcessHandle::info)
                        .map(i -> i.commandLine().orElse("")))
                .noneMatch(line -> line.contains("ReaderMain") && line.contains("慢.pdf"));
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void a_reader_that_answers_too_much_is_cut_off() throws Exception {
        var reader = new FileDocumentReader(new ReaderLimits(1 << 20, 1, LONG, 64, 1, LONG, 1000));
        var file = docx(p("第一条".repeat(1000))).save(folder.resolve("长.docx"));
        var refused = catchThrowableOfType(UnreadableDocument.class, () -> reader.read(file, "长.docx"));
        assertThat(refused.code()).isEqualTo("too-large");
    }

    @Test
    void a_reader_out_of_memory_is_a_refusal_and_the_next_file_is_read() throws Exception {
        var limits = new ReaderLimits(50 << 20, 500, LONG, 32, 1, LONG, 32 << 20);
        var reader = new FileDocumentReader(limits);
        var big = docx(p("一".repeat(12 << 20))).save(folder.resolve("巨.docx"));
        var refused = catchThrowableOfType(UnreadableDocument.class, () -> reader.read(big, "巨.docx"));
        assertThat(refused.code()).isEqualTo("reader-failed");
        var small = docx(p("第一条")).save(folder.resolve("小.docx"));
        assertThat(lines(reader.read(small, "小.docx"))).containsExactly("第一条");
    }

    @Test
    void without_a_free_turn_it_says_so_and_with_one_it_reads_and_gives_it_back() throws Exception {
        var limits = new ReaderLimits(1 << 20, 500, LONG, 64, 1, Duration.ofMillis(1), 1 << 20);
        var turns = new Semaphore(0);
        var reader = new FileDocumentReader(limits, new ReaderProcesses(limits, turns));
        var file = docx(p("第一条")).save(folder.resolve("忙.docx"));
        var busy = catchThrowableOfType(UnreadableDocument.class, () -> reader.read(file, "忙.docx"));
        assertThat(busy.code()).isEqualTo("reader-busy");
        turns.release();
        assertThat(lines(reader.read(file, "忙.docx"))).containsExactly("第一条");
        assertThat(lines(reader.read(file, "忙.docx"))).containsExactly("第一条");
        assertThat(turns.availablePermits()).isOne();
    }

    @Test
    void no_notice_speaks_of_hidden_words_where_there_are_none() throws Exception {
        var text = read(docx(p("第一条")).save(folder.resolve("平.docx")));
        assertThat(notice(text, "hidden-text")).isEmpty();
    }

    private static void assertRefused(Path file, String code) {
        assertThat(refusal(file).code()).isEqualTo(code);
    }

    private static List<String> temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::toString)
                    .filter(f -> f.contains("zhirong") || f.contains("hsperf") || f.contains("pdfbox"))
                    .sorted()
                    .toList();
        }
    }

    private static void count(ServerSocket server, AtomicInteger calls) {
        try {
            while (true) {
                server.accept().close();
                calls.incrementAndGet();
            }
        } catch (IOException e) {
            // The test is over.
        }
    }
}
