package cn.zhirong.bureau;

import cn.zhirong.web.Refusal;
import java.util.List;

/**
 * Taking everything out, and asking for deletion.
 *
 * @param here address of this page
 * @param exports those that were made lately
 * @param running whether one is being made
 * @param deletion how far a deletion is, in a sentence; empty where none was asked for
 * @param name what must be typed to ask for it
 */
public record LeaveView(
        String here,
        List<BureauTabs.Tab> tabs,
        List<Refusal.Field> problems,
        List<Export> exports,
        boolean running,
        String deletion,
        String name,
        String reason) {

    /** An export; {@code href} is empty while it cannot be fetched. */
    public record Export(String when, String who, String state, String size, String href) {}
}
