package cn.zhirong.drafting;

import java.util.List;

/**
 * A version to be read: the rule as one sentence, and each row beside the words of its clause.
 *
 * @param sentence empty while it is not a rule
 * @param problems what keeps it from being one
 */
public record RuleView(
        RuleHead head,
        String sentence,
        String basis,
        String basisHref,
        List<Row> rows,
        List<Remark> remarks,
        List<String> problems) {
    /** A row. */
    public record Row(String section, String words, String clause, String href, String text, List<String> remarks) {}

    /** What the checks say. */
    public record Remark(boolean stops, String words) {}
}
