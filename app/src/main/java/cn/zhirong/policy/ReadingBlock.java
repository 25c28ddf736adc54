package cn.zhirong.policy;

import cn.zhirong.document.ProvisionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the reading page: one provision, or the rows of one table.
 *
 * @param kind its rank
 * @param label its number, or empty
 * @param heading its heading, or empty
 * @param anchor its id on the page
 * @param path what is cited
 * @param paragraphs its words
 * @param table the table, or null for a provision
 */
public record ReadingBlock(
        ProvisionKind kind,
        String label,
        String heading,
        String anchor,
        String path,
        List<List<TextPiece>> paragraphs,
        @Nullable ReadingTable table) {
    public ReadingBlock {
        paragraphs = List.copyOf(paragraphs);
    }
}
