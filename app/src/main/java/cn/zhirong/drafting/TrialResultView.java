package cn.zhirong.drafting;

import cn.zhirong.policy.PageFact;
import cn.zhirong.policy.PageTab;
import java.util.List;

/**
 * What came of a trial.
 *
 * @param here address of this page
 * @param unit what is counted: 家 or 件
 * @param running whether it has not ended; then there is nothing else
 * @param failed whether it was broken off
 * @param stale whether the draft was changed since
 * @param compared whether a version in force was tried too
 * @param note what the reader must know of how it was reckoned
 * @param budget in words, or empty
 * @param curve the sum asked, as points of a line in a box of 1000 × 400; empty where there is nothing
 * @param budgetLine the height of the budget in that box; below 0 where it lies outside
 * @param curveWords what the line says, in one sentence
 * @param tabs which firms are listed
 */
public record TrialResultView(
        RuleHead head,
        String here,
        String unit,
        List<PageFact> facts,
        boolean running,
        boolean failed,
        boolean stale,
        boolean compared,
        String note,
        List<Figure> figures,
        List<Bar> classes,
        List<Bar> brackets,
        List<Change> changes,
        String budget,
        String curve,
        int budgetLine,
        String curveWords,
        String curveMost,
        String curveEnd,
        List<Rationing> rationings,
        List<Reason> hurdles,
        List<Reason> missing,
        List<PageTab> tabs,
        String listed,
        String shown,
        List<Firm> firms,
        int page,
        int pages,
        String pageHref) {

    /** One number worth knowing. */
    public record Figure(String label, String value, String note) {}

    /**
     * A bar of the draft and one of the version in force.
     *
     * @param share of the longest bar, in thousandths
     * @param amount in words; empty where bars are not about money
     */
    public record Bar(
            String label,
            String value,
            int share,
            String amount,
            String before,
            int beforeShare,
            String beforeAmount) {}

    /** What changes for how many. */
    public record Change(String label, String tone, String firms, String difference, String href) {}

    /** What a way of rationing leaves. */
    public record Rationing(
            String way,
            boolean chosen,
            String note,
            String full,
            String reduced,
            String none,
            String granted,
            String left,
            String usedUp) {}

    /** Why firms get nothing. */
    public record Reason(String words, String clause, String firms, String alone) {}

    /** One firm. */
    public record Firm(
            String name,
            String code,
            String href,
            String now,
            String tone,
            String amount,
            String before,
            String beforeAmount,
            String difference) {}
}
