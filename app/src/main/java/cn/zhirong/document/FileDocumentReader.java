package cn.zhirong.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads PDF, DOCX, OFD, HTML, Markdown and plain text. The format is decided by the content; a name that promises another one
 * is refused. Formats that can hurt are read in a process of their own with bounded memory and time, so that the worst a file
 * can do is to fail. Safe for use by several threads.
 *
 * <p>Codes of refusals: {@code empty-file}, {@code too-large}, {@code too-many-pages}, {@code page-too-large},
 * {@code type-mismatch}, {@code unsupported-format}, {@code encrypted}, {@code broken-file}, {@code unsafe-archive},
 * {@code reader-busy}, {@code reader-failed}. Codes of notices: {@code no-text-layer}, {@code ocr-text}, {@code hidden-text},
 * {@code charset-doubt}, {@code watermark-dropped}.
 */
public final class FileDocumentReader implements DocumentReader {
    /** Text above this is read in a process of its own. */
    private static final long SMALL = 2L << 20;

    private final ReaderLimits limits;
    private final ReaderProcesses processes;

    public FileDocumentReader(ReaderLimits limits) {
        this(limits, new ReaderProcesses(limits));
    }

    FileDocumentReader(ReaderLimits limits, ReaderProcesses processes) {
        this.limits = limits;
        this.processes = processes;
    }

    @Override
    public DocumentText read(Path file, String name) throws UnreadableDocument {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new UnreadableDocument("empty-file", "文件是空的（0 字节）。请检查后重新上传。");
            }
            if (size > limits.fileBytes()) {
                throw new UnreadableDocument(
                        "too-large", "文件超过 " + (limits.fileBytes() >> 20) + " MB 的上限。请拆分或压缩图片后再上传。");
            }
            var format = FileSniffer.formatOf(file, name);
            return needsItsOwnProcess(format, size)
                    ? processes.read(format, file)
                    : FormatReader.of(format).read(file, limits);
        } catch (IOException e) {
            throw FormatReader.broken();
        }
    }

    private static boolean needsItsOwnProcess(SourceFormat format, long size) {
        return switch (format) {
            case PDF, DOCX, OFD -> true;
            case HTML, MARKDOWN, TEXT -> size > SMALL;
        };
    }
}
