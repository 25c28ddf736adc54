package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.kernel.Rate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a rule though it can be read: what can never happen, what never matters, what contradicts itself. */
public final class RuleLinter {
    private final Rule rule;
    private final Set<String> others;
    private final List<Remark> remarks = new ArrayList<>();

    private RuleLinter(Rule rule, Set<String> others) {
        this.rule = rule;
        this.others = others;
    }

    /**
     * Something wrong.
     *
     * @param words in Chinese
     * @param clause the clause of the part that is wrong; null for the whole rule
     */
    public record Remark(String words, @Nullable ProvisionReference clause) {}

    /** Everything found, in the order of the rule; {@code others} are the names of the rules that relations may speak of. */
    public static List<Remark> check(Rule rule, Set<String> others) {
        RuleLinter linter = new RuleLinter(rule, others);
        linter.conditions();
        linter.amounts();
        linter.caps();
        linter.relations();
        return List.copyOf(linter.remarks);
    }

    private void remark(String words, @Nullable ProvisionReference clause) {
        remarks.add(new Remark(words, clause));
    }

    private void conditions() {
        remarks.addAll(ConditionLinter.check(rule.conditions()));
        remarks.addAll(ConditionLinter.check(rule.itemConditions()));
        Walk.criteria(rule, criterion -> {
            if (criterion instanceof Criterion.AskedWithin within
                    && !within.days().overlaps(rule.basis().effective())) {
                remark("申请期间" + Words.range(within.days()) + "不在规则的施行期内", within.clause());
            }
        });
    }

    private void amounts() {
        for (Benefit benefit : rule.benefits()) {
            if (benefit.amount() instanceof Formula.Constant constant && constant.number() == 0) {
                remark("“" + benefit.label() + "”的金额恒为0", benefit.clause());
            }
            if (!benefit.shares().isEmpty()
                    && benefit.payee() != null
                    && !rule.caps().isEmpty()) {
                remark("“" + benefit.label() + "”由几方分享，又按机构分别计算上限：各机构已用的额度分不清", benefit.clause());
            }
            Walk.formulas(benefit.amount(), formula -> formula(formula, benefit.clause()));
        }
        for (Cap cap : rule.caps()) {
            Walk.formulas(cap.limit(), formula -> formula(formula, cap.clause()));
        }
    }

    private void formula(Formula formula, ProvisionReference clause) {
        switch (formula) {
            case Formula.Limited limited -> {
                long floor = number(limited.atLeast(), 0);
                if (floor > number(limited.atMost(), Long.MAX_VALUE)) {
                    remark("最高低于最低", limited.clause());
                }
                if (limited.of() instanceof Formula.Constant constant
                        && constant.number() < number(limited.atMost(), Long.MIN_VALUE)
                        && limited.atLeast() == null) {
                    remark("最高" + limited.kind().words(number(limited.atMost(), 0)) + "永远达不到", limited.clause());
                }
            }
            case Formula.Brackets brackets -> brackets(brackets, clause);
            case Formula.Choose choose -> choices(choose, clause);
            case Formula.Ladder ladder -> ladder(ladder, clause);
            case Formula.Least least -> repeated(least.parts(), clause);
            case Formula.Greatest greatest -> repeated(greatest.parts(), clause);
            case Formula.Share share -> {
                if (share.rate() instanceof Formula.Constant constant && constant.number() == 0) {
                    remark("比例为0", clause);
                }
                if (share.kind() == Kind.MONEY && number(share.rate(), 0) > Rate.ONE_PPM) {
                    remark("补助比例" + Kind.RATE.words(number(share.rate(), 0)) + "超过100%", clause);
                }
            }
            case Formula.Interest interest -> {
                if (interest.from().equals(interest.until())) {
                    remark("计息的起止日期相同，利息恒为0", clause);
                }
            }
            case Formula.Multiplied multiplied -> {
                if (number(multiplied.by(), 0) == Rate.ONE_PPM) {
                    remark("倍数为1，没有作用", clause);
                }
            }
            case Formula.Difference difference -> {
                if (difference.from().equals(difference.less())) {
                    remark("减数与被减数相同，结果恒为0", clause);
                }
            }
            default -> {}
        }
    }

    private void brackets(Formula.Brackets brackets, ProvisionReference clause) {
        long before = -1;
        boolean inclusive = true;
        for (int at = 0; at < brackets.rows().size(); at++) {
            Formula.Row row = brackets.rows().get(at);
            Long limit = row.limit();
            boolean last = at == brackets.rows().size() - 1;
            if (last != (limit == null)) {
                remark(last ? "最后一档有上限，超过的部分没有规定" : "没有上限的一档后面还有档，永远轮不到", clause);
            }
            if (limit != null) {
                boolean empty = limit < before
                        || (limit == before && (inclusive || !row.inclusive()))
                        || (limit == 0 && !row.inclusive());
                if (empty) {
                    remark("“" + FormulaWords.row(brackets, at) + "”一档是空的，永远轮不到", clause);
                }
                before = limit;
                inclusive = row.inclusive();
            }
            if (at > 0 && row.result().equals(brackets.rows().get(at - 1).result())) {
                remark("“" + FormulaWords.row(brackets, at) + "”一档与前一档的结果相同", clause);
            }
        }
    }

    private void choices(Formula.Choose choose, ProvisionReference clause) {
        Set<Criterion> seen = new HashSet<>();
        boolean always = false;
        for (Formula.Choice choice : choose.choices()) {
            if (always || !seen.add(choice.when())) {
                remark("“" + CriterionWords.of(choice.when()) + "”的情形前面已经包括，永远轮不到", clause);
            }
            always |= choice.when() instanceof Criterion.All all && all.parts().isEmpty();
            remarks.addAll(ConditionLinter.check(choice.when()));
        }
        if (always) {
            remark("有一种情形没有条件，“其他”永远轮不到", clause);
        }
        boolean same =
                choose.choices().stream().allMatch(choice -> choice.result().equals(choose.otherwise()));
        if (same) {
            remark("各种情形的结果都相同", clause);
        }
    }

    private void ladder(Formula.Ladder ladder, ProvisionReference clause) {
        Set<FactRef> reached = new HashSet<>();
        long before = -1;
        for (Formula.Stage stage : ladder.stages()) {
            if (!reached.add(stage.reached())) {
                remark(
                        "“" + stage.label() + "”与前面的阶段用的是同一个日期“"
                                + stage.reached().label() + "”",
                        stage.clause());
            }
            if (stage.reached().equals(stage.withdrawn())) {
                remark("“" + stage.label() + "”的达到日期和撤回日期是同一个", stage.clause());
            }
            if (stage.amount() instanceof Formula.Constant constant) {
                if (ladder.totals() && constant.number() <= before) {
                    remark("“" + stage.label() + "”的累计金额不高于前一阶段", stage.clause());
                }
                if (constant.number() == 0) {
                    remark("“" + stage.label() + "”的金额恒为0", stage.clause());
                }
                before = constant.number();
            }
        }
        if (ladder.deducts().contains(rule.id())) {
            remark("扣除的是自己：同一规则已拨付的本来就会扣除", clause);
        }
        ladder.deducts().stream()
                .filter(name -> !others.contains(name) && !name.equals(rule.id()))
                .forEach(name -> remark("要扣除的“" + name + "”不存在", clause));
    }

    private void repeated(List<Formula> parts, ProvisionReference clause) {
        if (parts.size() < 2 || new HashSet<>(parts).size() < parts.size()) {
            remark("取最低或者最高的各项里有重复，或者只有一项", clause);
        }
    }

    private void caps() {
        for (int i = 0; i < rule.caps().size(); i++) {
            Cap cap = rule.caps().get(i);
            if (number(cap.limit(), 1) == 0) {
                remark("“" + RuleSentence.cap(rule, cap) + "”：永远没有金额", cap.clause());
            }
            if (cap.scope() == CapScope.ITEM && rule.each() == null) {
                remark("没有逐条计算的清单，“" + RuleSentence.cap(rule, cap) + "”没有可以限的单笔", cap.clause());
            }
            for (Cap other : rule.caps().subList(0, i)) {
                compare(other, cap);
            }
            for (Benefit benefit : rule.benefits()) {
                if (cap.benefit() == null || cap.benefit().equals(benefit.id())) {
                    floor(benefit, cap);
                }
            }
        }
    }

    private void compare(Cap one, Cap other) {
        boolean sameThing =
                Objects.equals(one.benefit(), other.benefit()) && Objects.equals(one.group(), other.group());
        if (sameThing && one.scope() == other.scope()) {
            remark("“" + one.scope().label() + "”的上限写了两次", other.clause());
            return;
        }
        Cap narrow = one.scope().ordinal() < other.scope().ordinal() ? one : other;
        Cap wide = narrow == one ? other : one;
        boolean nested =
                sameThing && wide.scope().ordinal() <= CapScope.LIFETIME.ordinal() && narrow.scope() != wide.scope();
        if (nested && number(narrow.limit(), 0) > number(wide.limit(), Long.MAX_VALUE)) {
            remark(narrow.scope().label() + "上限高于" + wide.scope().label() + "上限，永远用不到", narrow.clause());
        }
    }

    private void floor(Benefit benefit, Cap cap) {
        if (cap.scope() != CapScope.YEARS
                && benefit.amount() instanceof Formula.Limited limited
                && number(limited.atLeast(), 0) > number(cap.limit(), Long.MAX_VALUE)) {
            remark(RuleSentence.cap(rule, cap) + "，低于“" + benefit.label() + "”的最低金额", cap.clause());
        }
    }

    private void relations() {
        Set<String> seen = new HashSet<>();
        for (Relation relation : rule.relations()) {
            if (!seen.add(relation.way() + relation.with())) {
                remark("与“" + relation.with() + "”的关系写了两次", relation.clause());
            }
            boolean unknown = relation.way() == Relation.Way.EXCLUSIVE_WITH && !others.contains(relation.with());
            if (unknown) {
                remark("互斥的“" + relation.with() + "”不存在", relation.clause());
            }
        }
    }

    private static long number(@Nullable Formula formula, long otherwise) {
        return formula instanceof Formula.Constant constant ? constant.number() : otherwise;
    }
}
