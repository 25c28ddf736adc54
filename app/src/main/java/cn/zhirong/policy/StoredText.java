package cn.zhirong.policy;

import cn.zhirong.document.Block;
import cn.zhirong.document.DocumentText;
import cn.zhirong.document.ImportNotice;
import cn.zhirong.document.SourceFormat;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link DocumentText} as it is kept in a JSON column, whatever becomes of that record later. */
@Serdeable
record StoredText(
        SourceFormat format,
        List<StoredBlock> blocks,
        Map<String, String> hints,
        int pages,
        List<StoredNotice> notices) {

    @Serdeable
    record StoredBlock(
            @Nullable String text,
            int page,
            Block.@Nullable Look look,
            @Nullable StoredTable table) {}

    @Serdeable
    record StoredTable(String caption, String unit, List<String> header, List<List<String>> rows) {}

    @Serdeable
    record StoredNotice(ImportNotice.Severity severity, String code, String message) {}

    static StoredText of(DocumentText text) {
        return new StoredText(
                text.format(),
                text.blocks().stream().map(StoredText::block).toList(),
                text.hints(),
                text.pages(),
                text.notices().stream()
                        .map(notice -> new StoredNotice(notice.severity(), notice.code(), notice.message()))
                        .toList());
    }

    DocumentText text() {
        return new DocumentText(
                format,
                blocks.stream().map(StoredText::block).toList(),
                hints,
                pages,
                notices.stream()
                        .map(notice -> new ImportNotice(notice.severity(), notice.code(), notice.message()))
                        .toList());
    }

    private static StoredBlock block(Block block) {
        return switch (block) {
            case Block.Line line -> new StoredBlock(line.text(), line.page(), line.look(), null);
            case Block.Table table ->
                new StoredBlock(
                        null,
                        table.page(),
                        null,
                        new StoredTable(table.caption(), table.unit(), table.header(), table.rows()));
        };
    }

    private static Block block(StoredBlock block) {
        StoredTable table = block.table();
        if (table != null) {
            return new Block.Table(table.caption(), table.unit(), table.header(), table.rows(), block.page());
        }
        Block.Look look = block.look();
        String text = block.text();
        return new Block.Line(text == null ? "" : text, block.page(), look == null ? Block.Look.PLAIN : look);
    }
}
