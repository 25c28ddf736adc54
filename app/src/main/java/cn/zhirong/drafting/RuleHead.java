package cn.zhirong.drafting;

import cn.zhirong.policy.PageTab;
import java.util.List;

/**
 * What stands at the top of every page of a version.
 *
 * @param state in Chinese, with its tone
 * @param days for which it holds, in words
 * @param history who wrote, tested and published it, in words
 * @param here the version's address
 * @param open whether it may still be changed
 * @param revision of what is shown
 */
public record RuleHead(
        String programme,
        int number,
        String state,
        String tone,
        String days,
        List<String> history,
        List<PageTab> tabs,
        String here,
        String list,
        boolean open,
        int revision) {
    public RuleHead {
        history = List.copyOf(history);
        tabs = List.copyOf(tabs);
    }

    /** The same as it was opened: a page goes on from there, not from the newest. */
    RuleHead at(int shown) {
        return new RuleHead(programme, number, state, tone, days, history, tabs, here, list, open, shown);
    }
}
