package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a rule in a situation.
 *
 * @param verdict of the conditions of the firm and, where records are paid for, of at least one of them
 * @param refusal why there is no amount whatever the facts are; null when there may be one
 * @param list what is known of the list of records; null when the firm itself is paid for
 * @param lines the amounts; of those whose conditions are not met only what is to be returned
 */
public record Evaluation(
        Rule rule,
        LocalDate asked,
        Verdict verdict,
        @Nullable Refusal refusal,
        Finding conditions,
        @Nullable Input list,
        List<Item> items,
        List<Line> lines) {

    /** Why a rule yields no amount whatever the facts are. */
    public enum Refusal {
        DRAFT_FOR_COMMENT("依据的是征求意见稿，不能据此计算金额"),
        NOT_YET_IN_FORCE("该规则在这一天还没有施行"),
        NO_LONGER_IN_FORCE("该规则在这一天已经失效");

        private final String words;

        Refusal(String words) {
            this.words = words;
        }

        /** In Chinese. */
        public String words() {
            return words;
        }
    }

    /** What is granted for certain; empty when it is refused, not met, or not yet certain, as where only some of the records were told. */
    public Optional<Money> payable() {
        List<Line> met =
                lines.stream().filter(line -> line.verdict() == Verdict.MET).toList();
        boolean certain = refusal == null
                && verdict == Verdict.MET
                && (list == null || list.isWhole())
                && met.stream().allMatch(Line::known);
        return certain ? Optional.of(sum(met)) : Optional.empty();
    }

    /** What would be granted if all that is open were decided well; empty when an amount is not known. */
    public Optional<Money> possible() {
        boolean thinkable = refusal == null
                && verdict != Verdict.NOT_MET
                && !lines.isEmpty()
                && lines.stream().allMatch(Line::known);
        return thinkable ? Optional.of(sum(lines)) : Optional.empty();
    }

    /** What is to be given back, as a positive amount, whatever comes of the conditions. */
    public Money toReturn() {
        return new Money(
                -lines.stream().mapToLong(line -> Math.min(0, line.fen())).reduce(0, Math::addExact));
    }

    /** Who gets how much, divided as the rule says, by stage where there are stages. */
    public List<Payout> payouts() {
        if (payable().isEmpty()) {
            return List.of();
        }
        List<Payout> payouts = new ArrayList<>();
        for (Line line : lines) {
            if (line.verdict() == Verdict.MET && line.fen() > 0) {
                payouts.addAll(Payouts.of(line));
            }
        }
        return payouts;
    }

    private static Money sum(List<Line> lines) {
        return new Money(
                lines.stream().mapToLong(line -> Math.max(0, line.fen())).reduce(0, Math::addExact));
    }
}
