package cn.zhirong.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Word documents, read from their own parts: the text, the styles and the numbering. Macros, pictures, embedded objects and
 * everything outside the archive are never opened.
 */
final class DocxReader implements FormatReader {
    @Override
    public DocumentText read(Path file, ReaderLimits limits) throws UnreadableDocument, IOException {
        try (var zip = new GuardedZip(file)) {
            var notices = new Notices();
            var styles = DocxStyles.read(zip.open("word/styles.xml"));
            var numbering = DocxNumbering.read(zip.open("word/numbering.xml"));
            var body = new DocxBody(SafeXml.of(zip.open("word/document.xml")), styles, numbering, notices);
            var blocks = body.read();
            if (blocks.isEmpty() && notices.list().isEmpty()) {
                if (!body.hasPictures()) {
                    throw new UnreadableDocument("empty-file", "文件里没有文字。请检查后重新上传。");
                }
                notices.scan(1);
            }
            return new DocumentText(SourceFormat.DOCX, blocks, Map.of(), 0, notices.list());
        }
    }
}
