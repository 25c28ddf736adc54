package cn.zhirong.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes archives part by part, honest and otherwise. */
final class ZipSketch {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private String link = "";
    private String bomb = "";
    private long bombBytes;

    /** A Word document with this in its body. */
    static ZipSketch docx(String body) {
        return new ZipSketch()
                .part(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
                .part("word/document.xml", word("document", "<w:body>" + body + "</w:body>"));
    }

    /** A part of a Word document. */
    static String word(String root, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + root
                + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + content + "</w:" + root
                + ">";
    }

    /** A plain paragraph. */
    static String p(String words) {
        return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    ZipSketch part(String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The part becomes a symbolic link. */
    ZipSketch link(String name, String target) {
        link = name;
        return part(name, target);
    }

    /** A part of so many spaces. */
    ZipSketch swollen(String name, long bytes) {
        bomb = name;
        bombBytes = bytes;
        return this;
    }

    Path save(Path file) throws IOException {
        try (var zip = new ZipArchiveOutputStream(file)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipArchiveEntry(part.getKey());
                if (part.getKey().equals(link)) {
                    entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
                }
                zip.putArchiveEntry(entry);
                zip.write(part.getValue());
                zip.closeArchiveEntry();
            }
            if (!bomb.isEmpty()) {
                zip.putArchiveEntry(new ZipArchiveEntry(bomb));
                byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                for (long written = 0; written < bombBytes; written += block.length) {
                    zip.write(block);
                }
                zip.closeArchiveEntry();
            }
        }
        return file;
    }
}
