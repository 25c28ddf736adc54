package cn.zhirong.drafting;

import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.rule.Rule;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Whether a version may be tested and published: that it is a rule, that nothing in it stops it, and that its cases pass. */
@Singleton
class Readiness {
    private final Drafts drafts;
    private final Cases cases;
    private final Checks checks;

    Readiness(Drafts drafts, Cases cases, Checks checks) {
        this.drafts = drafts;
        this.cases = cases;
        this.checks = checks;
    }

    /**
     * A version looked at.
     *
     * @param obstacles what still keeps it from being tested or published, in Chinese; none when nothing does
     * @param said what the checks say, what stops publication among it
     * @param results what the rule says of its cases
     */
    record Looked(List<String> obstacles, List<Checks.Said> said, List<RuleCase.Result> results) {}

    /** What still keeps a version from being tested or published, with what it follows from. */
    Looked look(Tenant tenant, Draft draft) {
        Rule rule = draft.form().rule();
        if (rule == null) {
            return new Looked(
                    List.of("规则还没有写完：" + draft.form().problems().getFirst().words()), List.of(), List.of());
        }
        Checks.Checked checked = checks.of(tenant, draft.programme(), rule, drafts.today());
        List<String> obstacles = new ArrayList<>(checked.stopping());
        if (rule.basis().draftForComment()) {
            obstacles.add("依据的是征求意见稿，不能发布为施行的规则");
        }
        List<RuleCase.Result> results = cases.run(tenant, draft.id(), rule);
        if (results.isEmpty()) {
            obstacles.add("还没有案例：至少要有一个案例，并且全部通过");
        }
        results.stream()
                .filter(result -> !result.passes())
                .forEach(result -> obstacles.add("案例“" + result.of().name() + "”没有通过：" + result.words()));
        return new Looked(obstacles, checked.said(), results);
    }

    /** @throws Refusal when something keeps it from being tested or published */
    void refuseUnlessReady(Tenant tenant, Draft draft) {
        refuseIfAny(look(tenant, draft).obstacles());
    }

    /** @throws Refusal when the checks stop it for the days it is published for, where these are not the draft's own */
    void refuseUnlessReady(Tenant tenant, Draft draft, DateRange days) {
        Rule rule = draft.form().rule();
        if (rule != null && !rule.basis().effective().equals(days)) {
            refuseIfAny(checks.of(tenant, draft.programme(), RuleCase.held(rule, days), drafts.today())
                    .stopping());
        }
    }

    private static void refuseIfAny(List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            throw Refusal.unprocessable(
                    "obstacles",
                    obstacles.getFirst() + "。",
                    obstacles.stream()
                            .map(words -> new Refusal.Field("obstacles", words + "。"))
                            .toList());
        }
    }
}
