package cn.zhirong.drafting;

import cn.zhirong.web.Refusal;
import java.util.List;

/**
 * All programmes with the versions of their rules.
 *
 * @param here the address of the list
 * @param chosen the number of the programme that a refused table was for; empty for none
 */
public record RuleListView(String here, List<Group> groups, String chosen, List<Refusal.Field> problems) {
    public RuleListView {
        groups = List.copyOf(groups);
        problems = List.copyOf(problems);
    }

    /**
     * A programme.
     *
     * @param inForce the number in the table of the version that holds today; 0 for none
     */
    public record Group(long id, String title, String kind, boolean illustrative, long inForce, List<Line> lines) {}

    /** A version. */
    public record Line(String number, String href, String state, String tone, String days, String who, String note) {}
}
