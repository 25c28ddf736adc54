package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes steps: the only place where the state of an application changes. Whoever calls holds the row and is in a transaction; the
 * row, its event, the clock, what is told and what is audited come about together or not at all.
 */
@Singleton
class Way {
    /** The clock of the payment began with the end of the public notice, and runs until the money is there. */
    private static final Set<Step> KEEPING = EnumSet.of(Step.PAY_OUT, Step.BOUNCE);

    private final Applications applications;
    private final EventRepository events;
    private final Purse purse;
    private final Tellings tellings;
    private final Audit audit;

    Way(Applications applications, EventRepository events, Purse purse, Tellings tellings, Audit audit) {
        this.applications = applications;
        this.events = events;
        this.purse = purse;
        this.tellings = tellings;
        this.audit = audit;
    }

    /** A step without further changes of the row. */
    ApplicationRow take(Tenant tenant, ApplicationRow row, Step step, String actor, String remark) {
        return take(tenant, row, ApplicationEdit.of(row), step, actor, remark);
    }

    /**
     * A step.
     *
     * @param row as it is held
     * @param edit what else changes of it
     * @param remark what people read of it in the timeline, at most 1000 characters
     * @throws Refusal 409 where it cannot be taken from there
     */
    ApplicationRow take(
            Tenant tenant, ApplicationRow row, ApplicationEdit edit, Step step, String actor, String remark) {
        return take(tenant, row, edit, step, actor, remark, applications.today());
    }

    /**
     * The same, with a clock that began before somebody took the step.
     *
     * @param began the day on which it began, which is not counted
     */
    ApplicationRow take(
            Tenant tenant,
            ApplicationRow row,
            ApplicationEdit edit,
            Step step,
            String actor,
            String remark,
            LocalDate began) {
        if (!step.isOpenIn(row.state())) {
            throw Refusal.conflict("state", "这份申请现在是“" + row.state().label() + "”，不能“" + step.label() + "”。请刷新页面。");
        }
        Programme programme = applications.programme(tenant, row);
        if (row.state().holdsMoney() && !step.to().holdsMoney() && step.to() != State.PAID) {
            purse.free(tenant, programme, row);
            edit.budget(null);
        }
        edit.to(
                step.to(),
                KEEPING.contains(step)
                        ? row.dueOn()
                        : new Terms(applications.terms(tenant).calendar(), began)
                                .due(step, programme.content().clocks()));
        ApplicationRow after = applications.write(edit);
        note(tenant, after, step.name(), actor, remark);
        audit.record(
                tenant,
                AuditedChange.by(actor, "application." + word(step), after.object())
                        .with(after.number() + (remark.isEmpty() ? "" : " " + remark))
                        .from(row.state().name())
                        .to(after.state().name()));
        tellings.step(tenant, programme, after, step, actor, remark);
        return after;
    }

    /** Writes down that something began, with nobody to tell. */
    void opened(Tenant tenant, ApplicationRow row, String actor, String remark) {
        note(tenant, row, EventRow.OPEN, actor, remark);
        audit.record(tenant, actor, "application.open", row.object(), row.number());
    }

    List<EventRow> events(Tenant tenant, long applicationId) {
        return events.of(tenant.id(), applicationId);
    }

    /** Of these applications those in which somebody took one of these steps. */
    Set<Long> taken(Tenant tenant, Collection<Long> applications, String actor, Collection<Step> steps) {
        return applications.isEmpty()
                ? Set.of()
                : Set.copyOf(events.taken(
                        tenant.id(),
                        applications.stream().distinct().toList(),
                        actor,
                        steps.stream().map(Step::name).toList()));
    }

    private void note(Tenant tenant, ApplicationRow row, String step, String actor, String remark) {
        events.save(new EventRow(null, tenant.id(), row.key(), step, row.state(), actor, remark, row.changedAt()));
    }

    private static String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
