package cn.zhirong.drafting;

import java.util.List;

/**
 * What changed between two versions.
 *
 * @param with the number in the table of the older one; 0 while none is chosen
 * @param others versions to choose from
 * @param why why they cannot be compared; empty when they can
 */
public record ComparisonView(
        RuleHead head, long with, String withLabel, List<Choice> others, List<Row> rows, String why) {
    /** A version. */
    public record Choice(String value, String text) {}

    /** A row that changed. */
    public record Row(String section, String way, String tone, String before, String after) {
        static List<Row> of(List<RuleDifferences.Difference> differences) {
            return differences.stream()
                    .map(one -> new Row(one.section(), one.way().label(), tone(one.way()), one.before(), one.after()))
                    .toList();
        }

        private static String tone(RuleDifferences.Way way) {
            return switch (way) {
                case ADDED -> "ok";
                case REMOVED -> "bad";
                case CHANGED -> "wait";
                case MOVED_CLAUSE -> "info";
            };
        }
    }
}
