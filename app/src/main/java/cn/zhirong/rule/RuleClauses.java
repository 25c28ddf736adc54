package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A rule taken apart, so that each phrase can stand beside its clause. */
public final class RuleClauses {
    private RuleClauses() {}

    /** A phrase and what asks for it; null where its parts name several. */
    public record Phrase(String says, @Nullable ProvisionReference clause) {}

    /** What must be met, of the firm and then of each record: one phrase for each part that must hold by itself. */
    public static List<Phrase> conditions(Rule rule) {
        List<Phrase> phrases = new ArrayList<>();
        add(rule.conditions(), "", phrases);
        FactRef each = rule.each();
        if (each != null) {
            add(rule.itemConditions(), "每" + each.definition().unit() + each.label() + "：", phrases);
        }
        return phrases;
    }

    /**
     * What is granted, its limits and its relations to other rules.
     *
     * @param named what people call another rule, by its code
     */
    public static List<Phrase> amounts(Rule rule, UnaryOperator<String> named) {
        List<Phrase> phrases = new ArrayList<>();
        rule.benefits().forEach(benefit -> phrases.add(new Phrase(RuleSentence.benefit(benefit), benefit.clause())));
        rule.caps().forEach(cap -> phrases.add(new Phrase(RuleSentence.cap(rule, cap), cap.clause())));
        rule.relations()
                .forEach(
                        relation -> phrases.add(new Phrase(RuleSentence.relation(relation, named), relation.clause())));
        return phrases;
    }

    private static void add(Criterion criterion, String before, List<Phrase> phrases) {
        if (criterion instanceof Criterion.All all) {
            all.parts().forEach(part -> add(part, before, phrases));
        } else {
            phrases.add(new Phrase(before + CriterionWords.of(criterion), TraceBuilder.clause(criterion)));
        }
    }
}
