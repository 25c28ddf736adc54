package cn.zhirong.document;

import cn.zhirong.document.ImportNotice.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Plain text: each line is a paragraph; the chrome of a page saved as text is taken off. */
final class PlainTextReader implements FormatReader {
    @Override
    public DocumentText read(Path file, ReaderLimits limits) throws UnreadableDocument, IOException {
        var notices = new Notices();
        var decoded = Charsets.decode(Files.readAllBytes(file));
        doubt(decoded, notices);
        var lines = new ArrayList<Block>();
        for (var raw : decoded.text().split("[\\n\\r\\f\\x0B\u0085\u2028\u2029]")) {
            String line = Words.clean(raw);
            if (!line.isEmpty()) {
                lines.add(new Block.Line(line, 0, Block.Look.PLAIN));
            }
        }
        if (lines.isEmpty()) {
            throw new UnreadableDocument("empty-file", "文件里没有文字。请检查后重新上传。");
        }
        var page = Chrome.strip(lines);
        return new DocumentText(SourceFormat.TEXT, page.blocks(), page.hints(), 0, notices.list());
    }

    /** Passes on a doubt about the encoding. */
    static void doubt(Charsets.Decoded decoded, Notices notices) {
        var doubt = decoded.doubt();
        if (doubt != null) {
            notices.add(Severity.WARNING, "charset-doubt", doubt);
        }
    }
}
