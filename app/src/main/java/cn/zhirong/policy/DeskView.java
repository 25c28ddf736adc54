package cn.zhirong.policy;

import java.util.List;

/**
 * The officers' list of policy versions.
 *
 * @param console address of this page
 * @param tabs by state, with counts
 * @param rows those of the chosen state
 */
public record DeskView(String console, List<PageTab> tabs, List<Row> rows) {

    /** A version in the list. */
    public record Row(
            String title,
            String href,
            String number,
            String kind,
            String version,
            Validity validity,
            String uploaded) {}
}
