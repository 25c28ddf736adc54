package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Applications that go to a meeting together: one list, one decision, entered by another person than the one who made the list. */
@Singleton
class Batches {
    static final int MOST = 500;

    private final BatchRepository repository;
    private final Applications applications;
    private final Way way;
    private final Audit audit;

    Batches(BatchRepository repository, Applications applications, Way way, Audit audit) {
        this.repository = repository;
        this.applications = applications;
        this.way = way;
        this.audit = audit;
    }

    long count(Tenant tenant) {
        return repository.count(tenant.id());
    }

    /** A page of all, the newest first. */
    List<BatchRow> page(Tenant tenant, Paging paging) {
        return repository.page(tenant.id(), paging.size(), paging.offset());
    }

    BatchRow find(Tenant tenant, long id) {
        return repository.find(tenant.id(), id).orElseThrow(Refusal::notFound);
    }

    /** Holds it until the transaction ends. */
    BatchRow lock(Tenant tenant, long id) {
        return repository.lock(tenant.id(), id).orElseThrow(Refusal::notFound);
    }

    /** What is in it now. */
    List<ApplicationRow> of(Tenant tenant, BatchRow batch) {
        return applications.search(tenant, Asked.batch(batch.key()), MOST, 0);
    }

    /** Puts a list together. */
    @Whole
    BatchRow make(Tenant tenant, Person person, String title, LocalDate meetingOn, Set<Long> chosen) {
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw Refusal.badField("application", "请选择 1 至 " + MOST + " 份申请列入名单，现在选了 " + chosen.size() + " 份。");
        }
        BatchRow batch = repository.save(new BatchRow(
                null,
                tenant.id(),
                title,
                meetingOn,
                BatchRow.Progress.OPEN,
                "",
                person.username(),
                applications.now(),
                null,
                null));
        for (long id : new TreeSet<>(chosen)) {
            ApplicationRow row = applications.lock(tenant, id);
            way.take(tenant, row, ApplicationEdit.of(row).batch(batch.key()), Step.LIST, person.username(), title);
        }
        audit.record(tenant, person.username(), "application.batch", object(batch), title + "，" + chosen.size() + " 份");
        return batch;
    }

    /**
     * Enters what the meeting decided.
     *
     * @param refused those it did not agree to, each with the reason that its firm reads; all others pass
     * @param minutes where it is written down, for the bureau only: it may speak of other firms
     */
    @Whole
    void decide(Tenant tenant, Person person, long id, Map<Long, String> refused, String minutes) {
        BatchRow batch = find(tenant, id);
        if (batch.createdBy().equals(person.username())) {
            throw Refusal.conflict("second-person", "名单是您列的，会议结果须由另一位同事登记。");
        }
        if (repository.decide(tenant.id(), id, minutes, person.username(), applications.now()) != 1) {
            throw Refusal.conflict("decided", "这份名单的会议结果已经登记，请刷新页面。");
        }
        List<Long> listed = of(tenant, batch).stream()
                .filter(row -> row.state() == State.LISTED)
                .map(ApplicationRow::key)
                .sorted()
                .toList();
        if (!listed.containsAll(refused.keySet())) {
            throw Refusal.notFound();
        }
        for (long each : listed) {
            boolean no = refused.containsKey(each);
            way.take(
                    tenant,
                    applications.lock(tenant, each),
                    no ? Step.REVOKE : Step.ENDORSE,
                    person.username(),
                    no ? "会议未通过：" + refused.get(each) : minutes);
        }
        audit.record(
                tenant,
                AuditedChange.by(person.username(), "application.batch-decide", object(batch))
                        .with(listed.size() - refused.size() + " 份通过，" + refused.size() + " 份未通过")
                        .because(minutes));
    }

    private static String object(BatchRow batch) {
        return "batch/" + batch.key();
    }
}
