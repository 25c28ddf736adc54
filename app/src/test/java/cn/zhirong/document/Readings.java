package cn.zhirong.document;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What tests of readers ask of a reading. */
final class Readings {
    /** One for all tests: it keeps no state between files. */
    static final FileDocumentReader READER = new FileDocumentReader(ReaderLimits.usual());

    private Readings() {}

    static DocumentText read(Path file) throws UnreadableDocument {
        return READER.read(file, String.valueOf(file.getFileName()));
    }

    static List<String> lines(DocumentText text) {
        return text.blocks().stream()
                .filter(Block.Line.class::isInstance)
                .map(block -> ((Block.Line) block).text())
                .toList();
    }

    static Block.Table table(DocumentText text) {
        return text.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table in " + text.blocks()));
    }

    static Optional<ImportNotice> notice(DocumentText text, String code) {
        return text.notices().stream()
                .filter(notice -> notice.code().equals(code))
                .findFirst();
    }

    static UnreadableDocument refusal(Path file, String name) {
        return catchThrowableOfType(UnreadableDocument.class, () -> READER.read(file, name));
    }

    static UnreadableDocument refusal(Path file) {
        return refusal(file, String.valueOf(file.getFileName()));
    }
}
