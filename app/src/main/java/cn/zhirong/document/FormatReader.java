package cn.zhirong.document;

import java.io.IOException;
import java.nio.file.Path;

/** Reads files of one format; the content is already known to look like it. */
interface FormatReader {
    /** An IOException means that the file is damaged. */
    DocumentText read(Path file, ReaderLimits limits) throws UnreadableDocument, IOException;

    /** The reader of a format. */
    static FormatReader of(SourceFormat format) {
        return switch (format) {
            case PDF -> new PdfReader();
            case DOCX -> new DocxReader();
            case OFD -> new OfdReader();
            case HTML -> new HtmlReader();
            case MARKDOWN -> new MarkdownReader();
            case TEXT -> new PlainTextReader();
        };
    }

    /** What is said of a file that is damaged. */
    static UnreadableDocument broken() {
        return new UnreadableDocument("broken-file", "文件已损坏或不完整，无法读取。请重新导出或重新下载后再上传。");
    }
}
