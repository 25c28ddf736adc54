package cn.zhirong.application;

import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.Payout;
import cn.zhirong.rule.Settlement;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.Verdict;
import cn.zhirong.subsidy.RuleVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reviewer decides on: the engine's evaluation of what the firm said and what officers found.
 *
 * @param version the one it is decided under
 * @param said the rule as it is evaluated, with what was overruled
 * @param outcomes what is left of each amount after what was granted before
 */
record Sheet(
        RuleVersion version,
        Findings findings,
        Overruled said,
        Evaluation evaluation,
        List<Settlement.Outcome> outcomes) {
    Sheet {
        outcomes = List.copyOf(outcomes);
    }

    Trace trace() {
        return Trace.of(evaluation);
    }

    /** Whether it is certain that something is due. */
    boolean grants() {
        return evaluation.payable().isPresent() && amount().fen() > 0;
    }

    Verdict verdict() {
        return evaluation.verdict();
    }

    /** What is due, after what was granted before; zero where nothing is certain. */
    Money amount() {
        return new Money(
                payouts().stream().mapToLong(payout -> payout.amount().fen()).reduce(0, Math::addExact));
    }

    /** Who gets how much; what earlier grants take away is taken from the last payouts of the same thing. */
    List<Payout> payouts() {
        List<Payout> left = new ArrayList<>(evaluation.payouts());
        for (Settlement.Outcome outcome : outcomes) {
            long less = outcome.before().minus(outcome.after()).fen();
            for (int at = left.size() - 1; at >= 0 && less > 0; at--) {
                Payout payout = left.get(at);
                if (payout.key().equals(outcome.key())) {
                    long part = Math.min(less, payout.amount().fen());
                    less -= part;
                    left.set(at, with(payout, payout.amount().fen() - part));
                }
            }
        }
        left.removeIf(payout -> payout.amount().fen() == 0);
        return List.copyOf(left);
    }

    /** What earlier grants took away, in Chinese. */
    List<String> taken() {
        return outcomes.stream()
                .filter(outcome -> !outcome.because().isEmpty())
                .map(outcome -> (outcome.key().isEmpty() ? "" : outcome.key() + "：")
                        + outcome.before().words() + " 减为 " + outcome.after().words() + "，" + outcome.because())
                .toList();
    }

    private static Payout with(Payout payout, long fen) {
        return new Payout(payout.benefit(), payout.to(), payout.payee(), payout.key(), payout.stage(), new Money(fen));
    }
}
