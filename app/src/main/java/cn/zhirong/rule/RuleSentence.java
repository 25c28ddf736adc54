package cn.zhirong.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A rule read back, so that an officer can hold it beside its clause. */
public final class RuleSentence {
    private RuleSentence() {}

    /** The whole rule as one Chinese sentence, with other rules by their codes. */
    public static String of(Rule rule) {
        return of(rule, UnaryOperator.identity());
    }

    /**
     * The whole rule as one Chinese sentence.
     *
     * @param named what people call another rule, by its code; asked only where the rule speaks of one
     */
    public static String of(Rule rule, UnaryOperator<String> named) {
        List<String> parts = new ArrayList<>();
        parts.add(rule.name() + "：企业" + whereas(rule.conditions()));
        FactRef each = rule.each();
        if (each != null) {
            parts.add("每" + each.definition().unit() + each.label() + whereas(rule.itemConditions()));
        }
        for (Benefit benefit : rule.benefits()) {
            parts.add(benefit(benefit));
        }
        for (Cap cap : rule.caps()) {
            parts.add(cap(rule, cap));
        }
        for (Relation relation : rule.relations()) {
            parts.add(relation(relation, named));
        }
        String unit = rule.roundToFen() == 1 ? "分" : Kind.MONEY.words(rule.roundToFen());
        parts.add("金额精确到" + unit + "，" + rule.rounding().words());
        return String.join("；", parts) + "。";
    }

    /** One condition as a phrase. */
    public static String of(Criterion criterion) {
        return CriterionWords.of(criterion);
    }

    /** One amount as a phrase. */
    public static String of(Formula formula) {
        return FormulaWords.of(formula);
    }

    private static String whereas(Criterion criterion) {
        return criterion instanceof Criterion.All all && all.parts().isEmpty()
                ? "不另设条件"
                : "应当符合：" + CriterionWords.of(criterion);
    }

    /**
     * One row of brackets, such as 超过1000万元的，30万元.
     *
     * @param at from 0
     */
    public static String row(Formula.Brackets brackets, int at) {
        return FormulaWords.rowWithResult(brackets, at);
    }

    static String benefit(Benefit benefit) {
        String shares = benefit.shares().isEmpty()
                ? ""
                : "，其中"
                        + benefit.shares().stream()
                                .map(share -> share.to().label() + share.rate().words())
                                .collect(Collectors.joining("、"));
        String amount = FormulaWords.of(benefit.amount());
        boolean begun = amount.startsWith("按") || benefit.amount() instanceof Formula.Ladder;
        return (begun ? "" : "按") + amount + "给予" + benefit.to().label() + benefit.label() + shares;
    }

    static String cap(Rule rule, Cap cap) {
        String what = cap.benefit() == null
                ? ""
                : rule.benefit(cap.benefit()).map(Benefit::label).orElse(cap.benefit());
        String limit = FormulaWords.of(cap.limit());
        return switch (cap.scope()) {
            case YEARS -> what + "最多享受" + limit + "年";
            case GROUP_YEAR, GROUP_LIFETIME -> cap.scope().label() + "（" + group(cap) + "）不超过" + limit;
            case ITEM, APPLICATION, YEAR, LIFETIME -> what + cap.scope().label() + "不超过" + limit;
        };
    }

    /** Its name among people, or else among rules. */
    private static String group(Cap cap) {
        return cap.groupLabel().isEmpty() ? "“" + cap.group() + "”" : cap.groupLabel();
    }

    static String relation(Relation relation, UnaryOperator<String> named) {
        return switch (relation.way()) {
            case EXCLUSIVE_WITH -> "与“" + named.apply(relation.with()) + "”不得同时享受";
            case HIGHEST_OF -> "在“" + relation.with() + "”各项中就高享受，不重复";
            case COUNTS_TOWARDS -> "计入“" + relation.with() + "”的合计上限";
        };
    }
}
