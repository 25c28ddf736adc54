package cn.zhirong.drafting;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/**
 * A version of a programme beside what it takes the place of.
 *
 * @param isNew whether the programme itself is only a draft
 * @param changes against the version in force, or the one before it
 * @param obstacles what still keeps it from being put in force
 * @param mine whether the reader wrote in it
 * @param versions all that were put in force
 */
public record ProgrammeVersionView(
        ProgrammeHead head,
        boolean isNew,
        List<ComparisonView.Row> changes,
        List<String> obstacles,
        boolean mine,
        List<Line> versions,
        Map<String, String> typed,
        List<Refusal.Field> problems) {
    /** A version that was put in force. */
    public record Line(String number, String href, String from, String writer, String putter, String note) {}
}
