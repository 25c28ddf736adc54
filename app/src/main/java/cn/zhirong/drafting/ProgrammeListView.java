package cn.zhirong.drafting;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/**
 * The programmes as officers keep them.
 *
 * @param typed of a new one
 */
public record ProgrammeListView(
        String here, String rules, List<Line> lines, Map<String, String> typed, List<Refusal.Field> problems) {
    /**
     * A programme.
     *
     * @param id 0 while it is only a draft
     * @param page where firms read it; empty while it is only a draft
     * @param version the version in force; empty while there is none
     * @param draft the address of its draft; empty where none is begun
     * @param who is writing it
     */
    public record Line(
            long id,
            String title,
            String code,
            String page,
            String kind,
            String state,
            String tone,
            String version,
            String changed,
            String draft,
            String who) {}
}
