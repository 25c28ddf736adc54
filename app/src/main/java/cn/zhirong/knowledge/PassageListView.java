package cn.zhirong.knowledge;

import cn.zhirong.policy.PageTab;
import java.util.List;

/**
 * The documents whose passages can be looked at.
 *
 * @param tabs the pages beside this one
 */
public record PassageListView(List<PageTab> tabs, List<Row> rows) {

    /** A document. */
    public record Row(String title, String href, String number, String version, int passages, long corrected) {}
}
