package cn.zhirong.drafting;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleYaml;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.subsidy.Transition;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * From a draft over a tested version to one that holds from a day. Whoever changed it last does not publish it, and a rule for
 * days gone by wants one more person than the one who publishes.
 */
@Singleton
class Publication {
    private static final String STALE = "这一版在您打开之后又改过，请重新核对。";

    private final DraftRepository repository;
    private final WaitingPublicationRepository waiting;
    private final Drafts drafts;
    private final Cases cases;
    private final Readiness readiness;
    private final List<AffectedApplications> affected;
    private final Audit audit;
    private final Clock clock;

    Publication(
            DraftRepository repository,
            WaitingPublicationRepository waiting,
            Drafts drafts,
            Cases cases,
            Readiness readiness,
            List<AffectedApplications> affected,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.waiting = waiting;
        this.drafts = drafts;
        this.cases = cases;
        this.readiness = readiness;
        this.affected = affected;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How it is to be published.
     *
     * @param days for which it holds
     * @param note what changed and why
     */
    record Wanted(DateRange days, Transition transition, String note) {}

    /** Says of this very revision that all its cases pass and nothing keeps it from being published. */
    @Transactional
    void test(Tenant tenant, String actor, long id, int revision) {
        RuleVersionRow row = repository.locked(tenant.id(), id).orElseThrow(Refusal::notFound);
        readiness.refuseUnlessReady(tenant, drafts.get(tenant, id));
        if (row.state() == RuleState.TESTED && row.revision() == revision) {
            return;
        }
        if (repository.tested(tenant.id(), id, revision, clock.instant()) == 0) {
            throw Refusal.conflict("stale", row.state() == RuleState.PUBLISHED ? "这一版已经发布。" : STALE);
        }
        audit.record(tenant, actor, "rule.test", "rule/" + id, "第" + revision + "次修改后全部案例通过");
    }

    /**
     * Publishes a tested version; one for days gone by waits for somebody else. True when it holds now or will.
     *
     * @param seenCases what {@link Cases#mark(Tenant, long)} said of the cases that were looked at
     */
    @Transactional
    boolean publish(Tenant tenant, String actor, long id, int revision, String seenCases, Wanted wanted) {
        RuleVersionRow row = tested(tenant, id, revision);
        if (!cases.mark(tenant, id).equals(seenCases)) {
            throw Refusal.conflict("stale", "案例在您打开之后改过，请重新核对下面的案例，再发布。");
        }
        refuseMaker(tenant, row, actor);
        if (waiting.find(tenant.id(), id).isPresent()) {
            throw Refusal.conflict("waiting", "这一版已经有一份追溯施行的要求在等待同意，请先撤下它。");
        }
        readiness.refuseUnlessReady(tenant, drafts.get(tenant, id), wanted.days());
        if (!wanted.days().from().isBefore(drafts.today())) {
            publish(tenant, row, wanted, actor, Optional.empty());
            return true;
        }
        waiting.ask(
                tenant.id(),
                id,
                revision,
                wanted.days().from(),
                wanted.days().until(),
                wanted.transition(),
                wanted.note(),
                actor,
                clock.instant());
        audit.record(
                tenant,
                actor,
                "rule.publication-asked",
                "rule/" + id,
                "追溯到" + wanted.days().from() + "起施行，等待另一人同意：" + wanted.note());
        return false;
    }

    Optional<WaitingPublicationRow> waiting(Tenant tenant, long id) {
        return waiting.find(tenant.id(), id);
    }

    /**
     * One more person agrees to days gone by.
     *
     * @param seen what {@link #mark} said of the request that was looked at
     */
    @Transactional
    void agree(Tenant tenant, String actor, long id, String seen) {
        lock(tenant, id);
        WaitingPublicationRow asked = waiting.find(tenant.id(), id).orElseThrow(Refusal::notFound);
        if (!mark(asked).equals(seen)) {
            throw Refusal.conflict("stale", "等待同意的要求在您打开之后换过了，请重新核对。");
        }
        RuleVersionRow row = tested(tenant, id, asked.revision());
        refuseMaker(tenant, row, actor);
        if (asked.askedBy().equals(actor)) {
            throw Refusal.forbidden("追溯施行要由发布人以外的另一人同意。");
        }
        waiting.remove(tenant.id(), id);
        Wanted wanted = new Wanted(
                new DateRange(asked.effectiveFrom(), asked.effectiveUntil()), asked.transition(), asked.note());
        publish(tenant, row, wanted, asked.askedBy(), Optional.of(actor));
    }

    /** Takes back what was asked for. */
    @Transactional
    void decline(Tenant tenant, String actor, long id) {
        lock(tenant, id);
        if (waiting.remove(tenant.id(), id) == 0) {
            throw Refusal.notFound();
        }
        audit.record(tenant, actor, "rule.publication-declined", "rule/" + id, "不同意追溯施行");
    }

    /** The applications that days gone by touch. */
    List<AffectedApplications.Affected> affected(Tenant tenant, long programmeId, DateRange days) {
        return affected.stream()
                .flatMap(one -> one.between(tenant, programmeId, days.from(), days.until()).stream())
                .toList();
    }

    private void lock(Tenant tenant, long id) {
        if (repository.locked(tenant.id(), id).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private RuleVersionRow tested(Tenant tenant, long id, int revision) {
        RuleVersionRow row = repository.locked(tenant.id(), id).orElseThrow(Refusal::notFound);
        if (row.state() == RuleState.PUBLISHED) {
            throw Refusal.conflict("published", "这一版已经发布。");
        }
        if (row.revision() != revision) {
            throw Refusal.conflict("stale", STALE);
        }
        if (row.state() != RuleState.TESTED) {
            throw Refusal.unprocessable("untested", "发布前要先确认全部案例通过。");
        }
        readiness.refuseUnlessReady(tenant, drafts.get(tenant, id));
        return row;
    }

    /** What tells one request from the next. */
    static String mark(WaitingPublicationRow asked) {
        return asked.revision() + " " + asked.askedAt() + " " + asked.effectiveFrom();
    }

    private void refuseMaker(Tenant tenant, RuleVersionRow row, String actor) {
        if (drafts.isAuthor(tenant, row, actor)) {
            throw Refusal.forbidden("这一版您参与写过，要由没有写过它的另一人发布。");
        }
    }

    private void publish(Tenant tenant, RuleVersionRow row, Wanted wanted, String publisher, Optional<String> second) {
        Draft draft = drafts.get(tenant, row.key());
        Rule rule = java.util.Objects.requireNonNull(draft.form().rule());
        String content = rule.basis().effective().equals(wanted.days())
                ? row.content()
                : RuleYaml.write(RuleCase.held(rule, wanted.days()));
        int done = repository.publish(
                tenant.id(),
                row.key(),
                row.revision(),
                content,
                wanted.days().from(),
                wanted.days().until(),
                wanted.transition(),
                wanted.note(),
                publisher,
                clock.instant(),
                second.orElse(null));
        if (done == 0) {
            throw Refusal.conflict("stale", STALE);
        }
        LocalDate from = wanted.days().from();
        audit.record(
                tenant,
                AuditedChange.by(second.orElse(publisher), "rule.publish", "rule/" + row.key())
                        .with(draft.programme().code() + " 第" + row.number() + "版自" + from + "起施行，发布人" + publisher
                                + second.map(one -> "，同意追溯" + one).orElse("") + "：" + wanted.note()));
    }
}
