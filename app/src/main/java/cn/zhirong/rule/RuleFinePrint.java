package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.kernel.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RuleSentence} leaves out for being short, so that two versions that read the same and are not can be told apart: clauses
 * of inner parts, roundings of single steps, which dates stages look at, whose the money is.
 */
public final class RuleFinePrint {
    private final Rule rule;
    private final @Nullable ProvisionReference around;
    private final List<String> phrases = new ArrayList<>();
    /** Brackets whose rows are rows of their own beside the clauses. */
    private @Nullable Formula rowsStandApart;

    private RuleFinePrint(Rule rule, @Nullable ProvisionReference around) {
        this.rule = rule;
        this.around = around;
    }

    /** Of a condition that is shown with a clause. */
    public static List<String> of(Rule rule, Criterion criterion, @Nullable ProvisionReference shown) {
        RuleFinePrint print = new RuleFinePrint(rule, shown);
        Walk.criteria(criterion, print::criterion);
        return print.phrases;
    }

    /** Of an amount. */
    public static List<String> of(Rule rule, Benefit benefit) {
        RuleFinePrint print = new RuleFinePrint(rule, benefit.clause());
        if (benefit.payee() != null) {
            print.phrases.add("付给“" + benefit.payee().label() + "”一栏所填的机构");
        }
        print.rowsStandApart = benefit.amount();
        print.formula(benefit.amount());
        return print.phrases;
    }

    /** Of a limit. */
    public static List<String> of(Rule rule, Cap cap) {
        RuleFinePrint print = new RuleFinePrint(rule, cap.clause());
        print.formula(cap.limit());
        return print.phrases;
    }

    /** Where a rule says something: the path alone where it is the text that the whole rule rests on. */
    public static String place(Rule rule, ProvisionReference clause) {
        return isOwn(rule, clause) ? clause.path() : clause.policy() + " " + clause.version() + " " + clause.path();
    }

    /** Whether a clause is one of the text that the whole rule rests on. */
    public static boolean isOwn(Rule rule, ProvisionReference clause) {
        return clause.policy().equals(rule.basis().policy())
                && clause.version().equals(rule.basis().version());
    }

    private void formula(Formula whole) {
        Walk.formulas(whole, formula -> {
            step(formula);
            Walk.within(formula, this::criterion);
        });
    }

    private void criterion(Criterion criterion) {
        if (criterion instanceof Criterion.Leaf leaf) {
            clause(CriterionWords.of(leaf), leaf.clause());
        }
        if (criterion instanceof Criterion.Compare compare) {
            Walk.formulas(compare.left(), this::step);
            Walk.formulas(compare.right(), this::step);
        }
    }

    private void step(Formula formula) {
        switch (formula) {
            case Formula.Limited limited -> clause(FormulaWords.of(limited), limited.clause());
            case Formula.Ladder ladder -> ladder(ladder);
            case Formula.Share share -> rounding(share, share.rounding());
            case Formula.Rescaled rescaled -> rounding(rescaled, rescaled.rounding());
            case Formula.Interest interest -> rounding(interest, interest.rounding());
            case Formula.Brackets brackets -> brackets(brackets);
            case Formula.Multiplied multiplied -> rounding(multiplied, multiplied.rounding());
            // The others divide nothing, or say their rounding themselves.
            default -> {}
        }
    }

    private void brackets(Formula.Brackets brackets) {
        rounding(brackets, brackets.rounding());
        for (int at = 0; at < brackets.rows().size() && brackets != rowsStandApart; at++) {
            ProvisionReference clause = brackets.rows().get(at).clause();
            if (clause != null) {
                clause(FormulaWords.rowWithResult(brackets, at), clause);
            }
        }
    }

    private void ladder(Formula.Ladder ladder) {
        for (Formula.Stage stage : ladder.stages()) {
            String withdrawn =
                    stage.withdrawn() == null ? "" : "，撤回看“" + stage.withdrawn().label() + "”";
            phrases.add(
                    "“" + stage.label() + "”看“" + stage.reached().label() + "”" + withdrawn + "（代号" + stage.id() + "）");
        }
        if (!ladder.deducts().isEmpty()) {
            phrases.add("另外扣除“" + String.join("”“", ladder.deducts()) + "”拨付的金额");
        }
    }

    private void rounding(Formula formula, Rounding rounding) {
        if (rounding != rule.rounding()) {
            phrases.add("“" + FormulaWords.of(formula) + "”一步" + rounding.words());
        }
    }

    private void clause(String words, ProvisionReference clause) {
        if (!Objects.equals(clause, around)) {
            phrases.add("“" + words + "”依据" + place(rule, clause));
        }
    }
}
