package cn.zhirong.knowledge;

import cn.zhirong.policy.PolicyOutbox;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.policy.PublicationGate;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.List;

/** The gate before a publication: the bureau's hit set on the index as the publication would leave it. */
@Singleton
class HitGate implements PublicationGate {
    private final HitSets sets;
    private final HitRuns runs;
    private final IndexFollower follower;

    HitGate(HitSets sets, HitRuns runs, IndexFollower follower) {
        this.sets = sets;
        this.runs = runs;
        this.follower = follower;
    }

    @Override
    public boolean watches(Tenant tenant) {
        return !sets.isEmpty(tenant);
    }

    @Override
    public Findings tried(Tenant tenant, String actor, PolicyVersion draft, List<PolicyOutbox.Change> changes) {
        List<IndexChange> wouldBe =
                changes.stream().map(change -> follower.change(tenant, change)).toList();
        HitRun run = runs.gate(tenant, actor, draft, wouldBe);
        return new Findings(
                run.id(),
                run.results().size(),
                run.lost().stream().map(HitResult::question).toList());
    }

    @Override
    public void overruled(Tenant tenant, String actor, long report, String reason) {
        runs.overrule(tenant, actor, report, reason);
    }
}
