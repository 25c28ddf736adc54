package cn.zhirong.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Decides what a file is by its bytes, and refuses one whose name says otherwise. */
final class FileSniffer {
    private static final int HEAD = 4096;
    /** Longest end record of a ZIP archive: 22 bytes and a comment of 64 KB. */
    private static final int TAIL = 22 + 0xFFFF;

    private static final int DIRECTORY = 1 << 20;

    private static final Set<String> TEXT_ENDINGS =
            Set.of("txt", "text", "md", "markdown", "html", "htm", "xhtml", "shtml");
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("doc", "Word 97-2003 文档（.doc）"),
            Map.entry("dot", "Word 97-2003 模板（.dot）"),
            Map.entry("rtf", "RTF 文档（.rtf）"),
            Map.entry("wps", "WPS 文字文档（.wps）"),
            Map.entry("wpt", "WPS 文字模板（.wpt）"),
            Map.entry("et", "WPS 表格（.et）"),
            Map.entry("dps", "WPS 演示（.dps）"),
            Map.entry("xls", "Excel 表格（.xls）"),
            Map.entry("xlsx", "Excel 表格（.xlsx）"),
            Map.entry("xlsm", "Excel 表格（.xlsm）"),
            Map.entry("csv", "CSV 表格（.csv）"),
            Map.entry("ppt", "PowerPoint 演示（.ppt）"),
            Map.entry("pptx", "PowerPoint 演示（.pptx）"),
            Map.entry("odt", "ODT 文档（.odt）"),
            Map.entry("docm", "含宏的 Word 文档（.docm）"),
            Map.entry("ceb", "方正 CEB 版式文件（.ceb）"),
            Map.entry("caj", "CAJ 文件（.caj）"),
            Map.entry("mht", "网页归档（.mht）"),
            Map.entry("mhtml", "网页归档（.mhtml）"),
            Map.entry("svg", "SVG 图片（.svg）"),
            Map.entry("xml", "XML 文件（.xml）"),
            Map.entry("zip", "压缩包（.zip）"),
            Map.entry("rar", "压缩包（.rar）"),
            Map.entry("7z", "压缩包（.7z）"),
            Map.entry("jpg", "图片（.jpg）"),
            Map.entry("jpeg", "图片（.jpeg）"),
            Map.entry("png", "图片（.png）"),
            Map.entry("tif", "图片（.tif）"),
            Map.entry("tiff", "图片（.tiff）"));

    private FileSniffer() {}

    static SourceFormat formatOf(Path file, String name) throws IOException, UnreadableDocument {
        String ending = ending(name);
        var refused = REFUSED.get(ending);
        if (refused != null) {
            throw unsupported(refused);
        }
        byte[] head = head(file);
        var found = isPdf(head)
                ? pdf(file, head)
                : isZip(head) ? zip(file) : isOle(head) ? ole(file, name) : text(head, ending);
        if (!agrees(found, ending)) {
            throw mismatch("文件名是“." + ending + "”，内容却是 " + label(found) + "。请用正确的格式重新导出后上传。");
        }
        return found;
    }

    /** The part of a name after its last dot, in lower case, or empty. */
    static String ending(String name) {
        String clean = Words.clean(name);
        int dot = clean.lastIndexOf('.');
        String ending = dot < 0 ? "" : clean.substring(dot + 1).toLowerCase(Locale.ROOT);
        return ending.length() <= 8 && ending.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c))
                ? ending
                : "";
    }

    private static SourceFormat pdf(Path file, byte[] head) throws IOException, UnreadableDocument {
        if (isZip(head) || endsAsZip(file)) {
            throw mismatch("文件同时是 PDF 和压缩包，来源可疑，已拒绝。请重新导出为普通 PDF 后上传。");
        }
        return SourceFormat.PDF;
    }

    /** By the names in the directory at its end: opening it is left to a process that may fail. */
    private static SourceFormat zip(Path file) throws IOException, UnreadableDocument {
        String directory = tail(file, DIRECTORY);
        if (!endsAsZip(file)) {
            throw FormatReader.broken();
        }
        if (directory.contains("word/document.xml")) {
            return SourceFormat.DOCX;
        }
        if (directory.contains("OFD.xml")) {
            return SourceFormat.OFD;
        }
        throw unsupported(
                directory.contains("xl/workbook.xml")
                        ? "Excel 表格"
                        : directory.contains("ppt/presentation.xml") ? "PowerPoint 演示" : "压缩包");
    }

    /** The old compound format holds .doc, .xls and .wps, and also every DOCX that was given a password. */
    private static SourceFormat ole(Path file, String name) throws IOException, UnreadableDocument {
        if (contains(file, wide("EncryptedPackage"))) {
            throw new UnreadableDocument("encrypted", "文件设置了打开密码，无法读取。请去除密码后重新上传。");
        }
        if (!ending(name).isEmpty()) {
            throw mismatch("文件名是“." + ending(name) + "”，内容却是旧版 Office 或 WPS 文件。请另存为 DOCX 或 PDF 后上传。");
        }
        throw unsupported("旧版 Office 或 WPS 文件");
    }

    private static boolean contains(Path file, String wanted) throws IOException {
        try (var in = Files.newInputStream(file)) {
            String before = "";
            for (byte[] part = in.readNBytes(1 << 20); part.length > 0; part = in.readNBytes(1 << 20)) {
                String text = before + new String(part, StandardCharsets.ISO_8859_1);
                if (text.contains(wanted)) {
                    return true;
                }
                before = text.substring(Math.max(0, text.length() - wanted.length()));
            }
            return false;
        }
    }

    private static String wide(String ascii) {
        return new String(ascii.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static SourceFormat text(byte[] head, String ending) throws UnreadableDocument {
        String start = Charsets.decode(head).text().strip();
        if (looksBinary(start)) {
            throw ending.isEmpty() || TEXT_ENDINGS.contains(ending)
                    ? unsupported("无法识别的文件")
                    : mismatch("文件内容与文件名“." + ending + "”不符，也不是可以读取的格式。请重新导出为 DOCX 或 PDF 后上传。");
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<svg") || (lower.startsWith("<?xml") && !lower.contains("<html"))) {
            throw unsupported("XML 或 SVG 文件");
        }
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<?xml")) {
            return SourceFormat.HTML;
        }
        return switch (ending) {
            case "html", "htm", "xhtml", "shtml" -> SourceFormat.HTML;
            case "md", "markdown" -> SourceFormat.MARKDOWN;
            case "txt", "text" -> SourceFormat.TEXT;
            default ->
                start.startsWith("---\n") || start.startsWith("---\r\n") ? SourceFormat.MARKDOWN : SourceFormat.TEXT;
        };
    }

    private static boolean agrees(SourceFormat found, String ending) {
        return switch (ending) {
            case "pdf" -> found == SourceFormat.PDF;
            case "docx" -> found == SourceFormat.DOCX;
            case "ofd" -> found == SourceFormat.OFD;
            default ->
                !TEXT_ENDINGS.contains(ending)
                        || switch (found) {
                            case HTML -> ending.contains("htm") || ending.startsWith("m");
                            case MARKDOWN, TEXT -> true;
                            case PDF, DOCX, OFD -> false;
                        };
        };
    }

    private static String label(SourceFormat format) {
        return switch (format) {
            case PDF -> "PDF";
            case DOCX -> "Word 文档（DOCX）";
            case OFD -> "OFD";
            case HTML -> "网页（HTML）";
            case MARKDOWN -> "Markdown 文本";
            case TEXT -> "纯文本";
        };
    }

    private static boolean looksBinary(String start) {
        long odd = start.chars()
                .filter(c -> c == 0xFFFD || (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'))
                .count();
        return odd * 10 > start.length();
    }

    /** A PDF may begin after a byte order mark or blank bytes, but not after something else that opens as a file. */
    private static boolean isPdf(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1);
        int at = start.indexOf("%PDF-");
        return at == 0 || (at > 0 && !start.substring(0, at).contains("<"));
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 || head[2] == 5)
                && head[3] == head[2] + 1;
    }

    private static boolean isOle(byte[] head) {
        return head.length >= 4
                && (head[0] & 0xFF) == 0xD0
                && (head[1] & 0xFF) == 0xCF
                && (head[2] & 0xFF) == 0x11
                && (head[3] & 0xFF) == 0xE0;
    }

    private static boolean endsAsZip(Path file) throws IOException {
        return tail(file, TAIL).contains("PK\5\6");
    }

    private static String tail(Path file, int most) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(most, raw.length())];
            raw.seek(raw.length() - tail.length);
            raw.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static UnreadableDocument unsupported(String what) {
        return new UnreadableDocument("unsupported-format", "暂不支持" + what + "。请另存为 DOCX 或 PDF 后上传。");
    }

    private static UnreadableDocument mismatch(String message) {
        return new UnreadableDocument("type-mismatch", message);
    }
}
