package cn.zhirong.drafting;

import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.tenant.Tenant;

/** Cases as people read them. */
final class CaseWords {
    private CaseWords() {}

    static PublicationView.CaseLine line(Tenant tenant, Draft draft, RuleCase.Result result) {
        RuleCase one = result.of();
        return new PublicationView.CaseLine(
                one.name(),
                RuleHeads.here(tenant, draft.id()) + "/cases/" + one.id(),
                result.passes(),
                one.expected().label() + (one.expectedFen() == null ? "" : "，" + new Money(one.expectedFen()).words()),
                said(result.evaluation()));
    }

    static String said(Evaluation evaluation) {
        Evaluation.Refusal refusal = evaluation.refusal();
        return refusal != null
                ? refusal.words()
                : evaluation.verdict().label()
                        + evaluation.payable().map(money -> "，" + money.words()).orElse("");
    }
}
