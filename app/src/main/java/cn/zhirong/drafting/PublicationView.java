package cn.zhirong.drafting;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/**
 * What is left to do before a version holds.
 *
 * @param obstacles what keeps it from being tested; none when nothing does
 * @param remarks what one should look at once more
 * @param seenCases tells these cases from what they are after a change
 * @param mine whether the reader wrote in it and so does not publish it
 * @param waiting the days gone by that wait for one more person, in words; empty when none do
 * @param waitingMark tells what was looked at from what waits later
 * @param asker whether the reader asked for them
 * @param affected the applications they touch
 * @param changes against the version in force
 */
public record PublicationView(
        RuleHead head,
        boolean tested,
        List<String> obstacles,
        List<String> remarks,
        List<CaseLine> cases,
        String seenCases,
        boolean mine,
        String waiting,
        String waitingNote,
        String waitingMark,
        boolean asker,
        List<AffectedApplications.Affected> affected,
        List<ComparisonView.Row> changes,
        Map<String, String> typed,
        List<Refusal.Field> problems) {
    /** A case and what came of it. */
    public record CaseLine(String name, String href, boolean passes, String expected, String result) {}
}
