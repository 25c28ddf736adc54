package cn.zhirong.drafting;

import java.util.List;
import java.util.Map;

/**
 * Somebody else kept a change of a programme meanwhile.
 *
 * @param who changed it last
 * @param data what was sent, to be sent again
 * @param rows from the kept one to the sent one
 */
public record ProgrammeConflictView(
        ProgrammeHead head, String who, Map<String, String> data, List<ComparisonView.Row> rows) {}
