package cn.zhirong.drafting;

import cn.zhirong.policy.PageTab;
import java.util.List;

/**
 * What stands at the top of every page of a version of a programme.
 *
 * @param state in Chinese, with its tone
 * @param history who wrote it and put it in force, in words
 * @param here the version's address
 * @param revision of what is shown
 */
public record ProgrammeHead(
        String title,
        String code,
        String state,
        String tone,
        List<String> history,
        List<PageTab> tabs,
        String here,
        String list,
        boolean open,
        int revision) {
    public ProgrammeHead {
        history = List.copyOf(history);
        tabs = List.copyOf(tabs);
    }
}
