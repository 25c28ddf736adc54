package cn.zhirong.document;

import java.util.List;
import java.util.Map;

/**
 * What a reader took out of a file.
 *
 * @param format what the file turned out to be
 * @param blocks lines and tables in reading order
 * @param hints facts stated by the format itself rather than by the text: {@code title}, {@code date}, {@code source},
 *     {@code author} of front matter, {@code meta} elements or page chrome, as written
 * @param pages how many pages, or 0 where the format has none
 * @param notices what the reader noticed
 */
public record DocumentText(
        SourceFormat format, List<Block> blocks, Map<String, String> hints, int pages, List<ImportNotice> notices) {
    public DocumentText {
        blocks = List.copyOf(blocks);
        hints = Map.copyOf(hints);
        notices = List.copyOf(notices);
    }
}
