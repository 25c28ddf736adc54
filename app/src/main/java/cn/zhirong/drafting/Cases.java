package cn.zhirong.drafting;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Rule;
import cn.zhirong.subsidy.FactsJson;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The saved cases of a version, and what it says of them. A case that changes makes what was tested a draft again. */
@Singleton
class Cases {
    static final int MOST = 200;

    private final RuleCaseRepository repository;
    private final DraftRepository drafts;
    private final WaitingPublicationRepository waiting;
    private final Vocabularies vocabularies;
    private final Json json;
    private final Audit audit;
    private final Clock clock;

    Cases(
            RuleCaseRepository repository,
            DraftRepository drafts,
            WaitingPublicationRepository waiting,
            Vocabularies vocabularies,
            Json json,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.drafts = drafts;
        this.waiting = waiting;
        this.vocabularies = vocabularies;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    List<RuleCase> of(Tenant tenant, long ruleId) {
        return repository.of(tenant.id(), ruleId).stream()
                .map(row -> read(tenant, row))
                .toList();
    }

    /** @throws Refusal not found */
    RuleCase get(Tenant tenant, long ruleId, long id) {
        return read(tenant, repository.find(tenant.id(), ruleId, id).orElseThrow(Refusal::notFound));
    }

    /** What a rule says of the cases of a version. */
    List<RuleCase.Result> run(Tenant tenant, long ruleId, Rule rule) {
        var parameters = vocabularies.parameters(tenant);
        return of(tenant, ruleId).stream().map(one -> one.run(rule, parameters)).toList();
    }

    /** What tells a case from what it was before a change. */
    String mark(Tenant tenant, long ruleId, long id) {
        return mark(repository.find(tenant.id(), ruleId, id).orElseThrow(Refusal::notFound));
    }

    /** The same of all cases of a version: none was added, changed or taken away while it stays. */
    String mark(Tenant tenant, long ruleId) {
        return Integer.toHexString(repository.of(tenant.id(), ruleId).stream()
                .map(row -> row.key() + " " + mark(row))
                .toList()
                .hashCode());
    }

    private static String mark(RuleCaseRow row) {
        return row.changedBy() + " " + row.changedAt();
    }

    /**
     * Changes a case that was looked at.
     *
     * @param seen what {@link #mark(Tenant, long, long)} said of it then
     * @throws Refusal where somebody changed it meanwhile; nothing is kept then
     */
    @Transactional
    void change(Tenant tenant, String actor, long ruleId, RuleCase wanted, String seen) {
        changing(tenant, ruleId);
        RuleCaseRow row = repository.find(tenant.id(), ruleId, wanted.id()).orElseThrow(Refusal::notFound);
        if (!mark(row).equals(seen)) {
            throw Refusal.conflict("stale", row.changedBy() + " 在您打开之后改过这个案例。您填写的都在下面，还没有保存；再按一次“保存案例”就用您的。");
        }
        keep(tenant, actor, ruleId, wanted);
    }

    /** Adds a case, or changes the one of its number where that is not 0. */
    @Transactional
    void keep(Tenant tenant, String actor, long ruleId, RuleCase wanted) {
        changing(tenant, ruleId);
        String facts = json.write(FactsJson.write(wanted.facts()));
        if (wanted.id() == 0) {
            if (repository.of(tenant.id(), ruleId).size() >= MOST) {
                throw Refusal.badField("name", "一版规则最多保存 " + MOST + " 个案例。");
            }
            repository.save(new RuleCaseRow(
                    null,
                    tenant.id(),
                    ruleId,
                    wanted.name(),
                    wanted.asked(),
                    facts,
                    wanted.expected(),
                    wanted.expectedFen(),
                    actor,
                    clock.instant()));
        } else {
            int changed = repository.change(
                    tenant.id(),
                    ruleId,
                    wanted.id(),
                    wanted.name(),
                    wanted.asked(),
                    facts,
                    wanted.expected(),
                    wanted.expectedFen(),
                    actor,
                    clock.instant());
            if (changed == 0) {
                throw Refusal.notFound();
            }
        }
        audit.record(tenant, actor, "rule.case", "rule/" + ruleId, "保存案例：" + wanted.name());
    }

    @Transactional
    void remove(Tenant tenant, String actor, long ruleId, long id) {
        changing(tenant, ruleId);
        RuleCase gone = get(tenant, ruleId, id);
        repository.remove(tenant.id(), ruleId, id);
        audit.record(tenant, actor, "rule.case", "rule/" + ruleId, "删去案例：" + gone.name());
    }

    private void changing(Tenant tenant, long ruleId) {
        RuleVersionRow row = drafts.locked(tenant.id(), ruleId).orElseThrow(Refusal::notFound);
        if (row.state() == RuleState.PUBLISHED) {
            throw Refusal.conflict("published", "这一版已经发布，案例不能再改。请由它新建一份草稿。");
        }
        drafts.untested(tenant.id(), ruleId);
        waiting.remove(tenant.id(), ruleId);
    }

    @SuppressWarnings("unchecked") // an object of JSON has texts for keys
    private RuleCase read(Tenant tenant, RuleCaseRow row) {
        Map<String, ?> object = json.read(row.facts(), Map.class);
        Facts facts = FactsJson.read(object, vocabularies.facts(tenant), row.askedOn())
                .facts();
        return new RuleCase(row.key(), row.name(), row.askedOn(), facts, row.expected(), row.expectedFen());
    }
}
