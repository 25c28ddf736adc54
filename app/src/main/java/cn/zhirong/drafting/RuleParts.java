package cn.zhirong.drafting;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Beneficiary;
import cn.zhirong.rule.Benefit;
import cn.zhirong.rule.Cap;
import cn.zhirong.rule.Criterion;
import cn.zhirong.rule.Formula;
import cn.zhirong.rule.Relation;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleFinePrint;
import cn.zhirong.rule.RuleSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule row by row, each in words, so that it can be held beside its clause or beside another version. */
final class RuleParts {
    private final List<Part> parts = new ArrayList<>();
    private final Rule rule;

    private RuleParts(Rule rule) {
        this.rule = rule;
    }

    /**
     * A row.
     *
     * @param section such as 条件
     * @param key what may make it the same row in another version: what it asks of, or what it is called
     * @param fine what the words leave out
     * @param clause null for the whole rule
     */
    record Part(
            String section,
            String key,
            String words,
            List<String> fine,
            @Nullable ProvisionReference clause) {}

    static List<Part> of(Rule rule) {
        RuleParts rows = new RuleParts(rule);
        rows.head();
        rows.conditions("条件", rule.conditions());
        rows.conditions("逐条的条件", rule.itemConditions());
        rule.benefits().forEach(rows::benefit);
        rule.caps().forEach(rows::cap);
        for (Relation relation : rule.relations()) {
            rows.add(
                    "关系",
                    relation.way() + " " + relation.with(),
                    relation.way().label() + "：" + relation.with(),
                    relation.clause());
        }
        return rows.parts;
    }

    private void head() {
        add("规则", "name", "名称：" + rule.name(), null);
        add("规则", "basis", "依据：《" + rule.basis().title() + "》" + rule.basis().version(), null);
        if (rule.basis().draftForComment()) {
            add("规则", "draft", "依据的是征求意见稿", null);
        }
        if (rule.each() != null) {
            add("规则", "each", "逐条计算：" + rule.each().definition().label(), null);
        }
        String unit = rule.roundToFen() == 1 ? "分" : new Money(rule.roundToFen()).words();
        add("规则", "rounding", "取整：精确到" + unit + "，" + rule.rounding().words(), null);
    }

    private void conditions(String section, Criterion criterion) {
        List<Criterion> each = criterion instanceof Criterion.All all ? all.parts() : List.of(criterion);
        for (Criterion one : each) {
            ProvisionReference clause = clause(one);
            add(section, subject(one), RuleSentence.of(one), RuleFinePrint.of(rule, one, clause), clause);
        }
    }

    private void benefit(Benefit benefit) {
        String shares = benefit.shares().isEmpty()
                ? ""
                : "；分给"
                        + benefit.shares().stream()
                                .map(share -> share.to().label() + share.rate().words())
                                .collect(Collectors.joining("、"));
        Beneficiary to = benefit.to();
        add(
                "金额",
                benefit.id(),
                benefit.label() + "（付给" + to.label() + "）：" + RuleSentence.of(benefit.amount()) + shares,
                RuleFinePrint.of(rule, benefit),
                benefit.clause());
        pieces(benefit);
    }

    /** Rows and stages that another clause says than the whole amount. */
    private void pieces(Benefit benefit) {
        if (benefit.amount() instanceof Formula.Brackets brackets) {
            for (int at = 0; at < brackets.rows().size(); at++) {
                ProvisionReference clause = brackets.rows().get(at).clause(benefit.clause());
                if (!clause.equals(benefit.clause())) {
                    add("分档", benefit.id(), RuleSentence.row(brackets, at), clause);
                }
            }
        } else if (benefit.amount() instanceof Formula.Ladder ladder) {
            for (Formula.Stage stage : ladder.stages()) {
                if (!stage.clause().equals(benefit.clause())) {
                    add(
                            "阶段",
                            benefit.id() + " " + stage.id(),
                            stage.label() + "：" + RuleSentence.of(stage.amount()),
                            stage.clause());
                }
            }
        }
    }

    private void cap(Cap cap) {
        String what = cap.benefit() == null
                ? ""
                : rule.benefit(cap.benefit()).map(Benefit::label).orElse(cap.benefit());
        String named = cap.groupLabel().isEmpty() ? "“" + cap.group() + "”" : cap.groupLabel();
        String group = cap.group() == null ? "" : "（" + named + "）";
        add(
                "上限",
                cap.scope() + " " + cap.benefit() + " " + cap.group(),
                what + cap.scope().label() + group + "不超过" + RuleSentence.of(cap.limit()),
                RuleFinePrint.of(rule, cap),
                cap.clause());
    }

    private void add(String section, String key, String words, @Nullable ProvisionReference clause) {
        add(section, key, words, List.of(), clause);
    }

    private void add(String section, String key, String words, List<String> fine, @Nullable ProvisionReference clause) {
        parts.add(new Part(section, key, words, fine, clause));
    }

    /** The clause of a condition, or of the first part of a group. */
    static @Nullable ProvisionReference clause(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Leaf leaf -> leaf.clause();
            case Criterion.All all ->
                all.parts().isEmpty() ? null : clause(all.parts().getFirst());
            case Criterion.Some some -> clause(some.parts().getFirst());
            case Criterion.Not not -> clause(not.part());
        };
    }

    private static String subject(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> "all";
            case Criterion.Some some -> "some";
            case Criterion.Not not -> "not " + subject(not.part());
            case Criterion.Compare compare -> side(compare.comparison().name()) + " " + subject(compare.left());
            case Criterion.Is is -> is.fact().definition().name();
            case Criterion.OneOf one -> one.fact().definition().name();
            case Criterion.Holds holds -> holds.fact().definition().name() + " " + holds.howMany();
            case Criterion.Placed placed -> placed.fact().definition().name() + " " + placed.before();
            case Criterion.OldEnough old -> old.fact().definition().name() + " old";
            case Criterion.Recent recent -> recent.fact().definition().name() + " recent";
            case Criterion.InYear in -> in.fact().definition().name() + " year";
            case Criterion.InQuarter in -> in.fact().definition().name() + " quarter";
            case Criterion.Names names -> names.fact().definition().name() + " names";
            case Criterion.AskedWithin within -> "asked";
            case Criterion.Judged judged -> judged.fact().definition().name();
        };
    }

    /** 不低于 that becomes 高于 is still the lower bound of the same thing. */
    private static String side(String comparison) {
        return switch (comparison) {
            case "AT_LEAST", "MORE_THAN" -> "least";
            case "AT_MOST", "LESS_THAN" -> "most";
            default -> comparison;
        };
    }

    private static String subject(Formula formula) {
        return switch (formula) {
            case Formula.FromFact from -> from.fact().definition().name();
            case Formula.CountOf count -> "count " + count.list().definition().name();
            default -> RuleSentence.of(formula);
        };
    }
}
