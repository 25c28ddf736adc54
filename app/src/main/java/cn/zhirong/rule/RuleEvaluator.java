package cn.zhirong.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates rules. The same rule in the same situation gives the same evaluation, to the byte of its trace. */
public final class RuleEvaluator {
    private RuleEvaluator() {}

    /**
     * Conditions are looked at whatever comes of them; amounts only where they are not denied, but what a withdrawal asks back is
     * owed by who meets them no more as well.
     */
    public static Evaluation evaluate(Rule rule, Situation situation) {
        Scope scope = new Scope(situation, rule.id(), "");
        Evaluation.Refusal refusal = refusal(rule, situation);
        Finding conditions = Judge.judge(rule.conditions(), scope);
        FactRef each = rule.each();
        if (each == null) {
            List<Line> lines = refusal == null ? new Amounts(rule, situation).forFirm(conditions.verdict()) : List.of();
            return new Evaluation(
                    rule, situation.asked(), conditions.verdict(), refusal, conditions, null, List.of(), lines);
        }
        Input list = scope.look(each);
        List<Item> items = items(rule, list, scope);
        Verdict verdict = conditions.verdict().and(anyItem(list, items));
        List<Line> lines =
                refusal == null ? new Amounts(rule, situation).forItems(conditions.verdict(), items) : List.of();
        return new Evaluation(rule, situation.asked(), verdict, refusal, conditions, list, items, lines);
    }

    /** The verdict alone, for when many are asked and nobody reads why. */
    static Verdict verdict(Rule rule, Situation situation) {
        Scope scope = new Scope(situation, rule.id(), "");
        Verdict conditions = Judge.judge(rule.conditions(), scope).verdict();
        FactRef each = rule.each();
        if (each == null || conditions == Verdict.NOT_MET) {
            return conditions;
        }
        Input list = scope.look(each);
        return conditions.and(anyItem(list, items(rule, list, scope)));
    }

    private static Evaluation.@Nullable Refusal refusal(Rule rule, Situation situation) {
        if (rule.basis().draftForComment()) {
            return Evaluation.Refusal.DRAFT_FOR_COMMENT;
        }
        if (rule.basis().effective().contains(situation.asked())) {
            return null;
        }
        return situation.asked().isBefore(rule.basis().effective().from())
                ? Evaluation.Refusal.NOT_YET_IN_FORCE
                : Evaluation.Refusal.NO_LONGER_IN_FORCE;
    }

    private static List<Item> items(Rule rule, Input list, Scope scope) {
        List<Item> items = new ArrayList<>();
        if (list.value() instanceof Value.Records records) {
            for (FactRecord record : records.records()) {
                items.add(new Item(record, Judge.judge(rule.itemConditions(), scope.at(list.fact(), record))));
            }
        }
        return items;
    }

    private static Verdict anyItem(Input list, List<Item> items) {
        if (list.value() == null) {
            return Verdict.UNKNOWN;
        }
        Verdict among = Verdict.some(1, items.stream().map(Item::finding).toList());
        // Of what was not told one may be.
        return among == Verdict.MET || list.isWhole() ? among : Verdict.UNKNOWN;
    }
}
