package cn.zhirong.drafting;

import java.util.List;
import java.util.Map;

/**
 * Somebody else kept a change meanwhile.
 *
 * @param who changed it last
 * @param data what was sent, to be sent again
 * @param target where it is sent again
 * @param rows what the sent rule says otherwise than the kept one; none when one of them is no rule yet
 * @param lines the lines of the texts that differ, for that case
 */
public record ConflictView(
        RuleHead head,
        String who,
        Map<String, String> data,
        String target,
        List<ComparisonView.Row> rows,
        List<TextLine> lines) {
    /** A line that only one of them has. */
    public record TextLine(boolean mine, String text) {}
}
