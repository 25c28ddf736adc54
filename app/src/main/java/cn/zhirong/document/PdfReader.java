package cn.zhirong.document;

import cn.zhirong.document.ImportNotice.Severity;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * PDF: the text layer as a person sees it, line by line, joined into paragraphs. Forms (XFA among them), annotations, scripts
 * and attachments are never opened, and no picture is ever decoded.
 */
final class PdfReader implements FormatReader {
    /** 200 inches as the format allows, twice over; a longer side serves only to exhaust whoever draws it. */
    private static final float LONGEST_SIDE = 28_800;

    private static final int TAIL = 4096;

    @Override
    public DocumentText read(Path file, ReaderLimits limits) throws UnreadableDocument, IOException {
        if (!tail(file).contains("%%EOF")) {
            throw FormatReader.broken();
        }
        FontMappers.set(new AnyFont());
        try (var document = Loader.loadPDF(
                new RandomAccessReadBufferedFile(file.toFile()),
                "",
                null,
                null,
                IOUtils.createMemoryOnlyStreamCache())) {
            return read(document, limits);
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument("encrypted", "文件设置了打开密码，无法读取。请去除密码后重新上传。");
        }
    }

    private static DocumentText read(PDDocument document, ReaderLimits limits) throws UnreadableDocument, IOException {
        int pages = document.getNumberOfPages();
        if (pages > limits.pages()) {
            throw tooManyPages(pages, limits);
        }
        if (pages == 0) {
            throw FormatReader.broken();
        }
        for (PDPage page : document.getPages()) {
            PDRectangle box = page.getMediaBox();
            if (Math.max(box.getWidth(), box.getHeight()) * Math.max(1, page.getUserUnit()) > LONGEST_SIDE) {
                throw new UnreadableDocument("page-too-large", "文件的页面尺寸异常（边长超过 10 米）。请按常规纸张重新导出后上传。");
            }
        }
        var notices = new Notices();
        var pageText = new PdfPageText(notices);
        var lines = pageText.lines(document);
        if (lines.isEmpty() && notices.list().isEmpty()) {
            notices.scan(pages);
        }
        if (pageText.recognised()) {
            notices.add(Severity.HOLD, "ocr-text", "文件是带识别文字的扫描件，文字由机器识别，可能有错。请对照原件核对，尤其是金额和日期。");
        }
        if (pageText.slanted() > 0) {
            notices.add(Severity.INFO, "watermark-dropped", "斜排的水印文字没有收入正文。");
        }
        return new DocumentText(
                SourceFormat.PDF, Paragraphs.of(RunningHeads.drop(lines, pages)), Map.of(), pages, notices.list());
    }

    static UnreadableDocument tooManyPages(int pages, ReaderLimits limits) {
        return new UnreadableDocument("too-many-pages", "文件有 " + pages + " 页，超过 " + limits.pages() + " 页的上限。请拆分后上传。");
    }

    private static String tail(Path file) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, raw.length())];
            raw.seek(raw.length() - tail.length);
            raw.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1);
        }
    }
}
