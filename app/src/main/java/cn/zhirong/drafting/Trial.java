package cn.zhirong.drafting;

import cn.zhirong.kernel.DateRange;
import cn.zhirong.rule.Basis;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Parameters;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleEvaluator;
import cn.zhirong.rule.Settlement;
import cn.zhirong.rule.Situation;
import cn.zhirong.rule.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries a draft on firms that come one by one, beside the version in force: what each gets, and what that sums to. Of a firm only
 * its outcome is kept. Both versions are taken to hold on the day asked, a draft for comment too: a trial is no promise to
 * anybody. Caps of institutions count what was paid, not what other firms of the trial would bring them.
 */
final class Trial {
    private final Rule draft;
    private final @Nullable Rule inForce;
    private final LocalDate asked;
    private final Parameters parameters;
    private final List<TrialOutcome> outcomes = new ArrayList<>();
    private final TrialShares shares = new TrialShares();
    private final TrialReasons reasons = new TrialReasons();
    private final Totals now = new Totals();
    private final Totals before = new Totals();

    Trial(Rule draft, @Nullable Rule inForce, LocalDate asked, Parameters parameters) {
        this.draft = holding(draft, asked);
        this.inForce = inForce == null ? null : holding(inForce, asked);
        this.asked = asked;
        this.parameters = parameters;
    }

    /** Tries it on one more firm. */
    void accept(TrialFirm firm) {
        Situation situation = new Situation(firm.facts(), asked, parameters, firm.paid());
        Evaluation evaluation = RuleEvaluator.evaluate(draft, situation);
        TrialClass here = TrialClass.of(evaluation);
        long fen = granted(evaluation, situation);
        now.add(here, fen, evaluation);
        reasons.add(evaluation);
        if (fen > 0) {
            shares.add(firm, fen, score(firm));
        }
        TrialClass there = null;
        long beforeFen = 0;
        if (inForce != null) {
            Evaluation other = RuleEvaluator.evaluate(inForce, situation);
            there = TrialClass.of(other);
            beforeFen = granted(other, situation);
            before.add(there, beforeFen, other);
        }
        outcomes.add(new TrialOutcome(firm.id(), here, fen, there, beforeFen));
    }

    /** What came of each firm, in the order in which they came. */
    List<TrialOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** What came of all of them. */
    TrialResult result(@Nullable TrialBudget budget) {
        return new TrialResult(
                now.side(),
                inForce == null ? null : before.side(),
                inForce == null ? List.of() : changes(),
                reasons.hurdles(),
                reasons.missing(),
                budget == null ? List.of() : shares.rationed(budget),
                shares.curve());
    }

    private List<TrialResult.Change> changes() {
        Map<TrialChange, long[]> sums = new EnumMap<>(TrialChange.class);
        for (TrialOutcome outcome : outcomes) {
            long[] sum = sums.computeIfAbsent(outcome.change(), change -> new long[2]);
            sum[0]++;
            sum[1] = Math.addExact(sum[1], outcome.differenceFen());
        }
        return Arrays.stream(TrialChange.values())
                .filter(change -> change != TrialChange.NONE)
                .map(change -> {
                    long[] sum = sums.getOrDefault(change, new long[2]);
                    return new TrialResult.Change(change, Math.toIntExact(sum[0]), sum[1]);
                })
                .toList();
    }

    /** What is left beside what was had under other rules, as a reviewer's sheet reckons it. */
    private static long granted(Evaluation evaluation, Situation situation) {
        return evaluation.payable().isEmpty()
                ? 0
                : Settlement.settle(List.of(evaluation), situation.paid()).stream()
                        .mapToLong(outcome -> outcome.after().fen())
                        .sum();
    }

    private static @Nullable Long score(TrialFirm firm) {
        Fact score = firm.facts().get("score");
        return score != null && score.value() instanceof Value.Numeric numeric ? numeric.number() : null;
    }

    private static Rule holding(Rule rule, LocalDate asked) {
        Basis basis = rule.basis();
        return new Rule(
                rule.id(),
                rule.name(),
                new Basis(basis.policy(), basis.title(), basis.version(), false, new DateRange(asked, null)),
                rule.each(),
                rule.conditions(),
                rule.itemConditions(),
                rule.benefits(),
                rule.caps(),
                rule.relations(),
                rule.roundToFen(),
                rule.rounding());
    }

    /** The sums of one version. */
    private static final class Totals {
        private final Map<TrialClass, Integer> classes = new EnumMap<>(TrialClass.class);
        private final TrialBrackets brackets = new TrialBrackets();
        private long[] amounts = new long[256];
        private int firms;
        private int granted;
        private long totalFen;
        private int possibleFirms;
        private long possibleFen;

        void add(TrialClass of, long fen, Evaluation evaluation) {
            firms++;
            classes.merge(of, 1, Integer::sum);
            if (fen > 0) {
                totalFen = Math.addExact(totalFen, fen);
                brackets.add(fen);
                amounts = granted < amounts.length ? amounts : Arrays.copyOf(amounts, 2 * granted);
                amounts[granted++] = fen;
            }
            if (of.isOpen()) {
                evaluation.possible().filter(money -> money.fen() > 0).ifPresent(money -> {
                    possibleFirms++;
                    possibleFen = Math.addExact(possibleFen, money.fen());
                });
            }
        }

        TrialResult.Side side() {
            long[] sorted = Arrays.copyOf(amounts, granted);
            Arrays.sort(sorted);
            return new TrialResult.Side(
                    firms,
                    Map.copyOf(classes),
                    totalFen,
                    possibleFirms,
                    possibleFen,
                    // Of an even number the lower of the two in the middle: an amount that somebody gets.
                    granted == 0 ? 0 : sorted[(granted - 1) / 2],
                    granted == 0 ? 0 : sorted[granted - 1],
                    brackets.all());
        }
    }
}
