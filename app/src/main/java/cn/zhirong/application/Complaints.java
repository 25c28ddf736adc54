package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Person;
import cn.zhirong.application.ComplaintRow.Kind;
import cn.zhirong.application.ComplaintRow.Progress;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Objections to what is made public, and appeals against refusals: each with its own clock, decided by who did not review. */
@Singleton
class Complaints {
    /** Objections that may wait against one application: whoever comes later adds nothing. */
    static final int MOST_OPEN = 50;

    private static final Set<Step> DECIDING = EnumSet.of(
            Step.FIRST_PASS,
            Step.FIRST_REFUSE,
            Step.SEND_BACK,
            Step.SECOND_PASS,
            Step.SECOND_REFUSE,
            Step.RELEASE,
            Step.ENDORSE,
            Step.REVOKE);

    private final ComplaintRepository repository;
    private final Applications applications;
    private final PublicNotices notices;
    private final Tellings tellings;
    private final ComplaintContacts contacts;
    private final Way way;
    private final Audit audit;

    Complaints(
            ComplaintRepository repository,
            Applications applications,
            PublicNotices notices,
            Tellings tellings,
            ComplaintContacts contacts,
            Way way,
            Audit audit) {
        this.repository = repository;
        this.applications = applications;
        this.notices = notices;
        this.tellings = tellings;
        this.contacts = contacts;
        this.way = way;
        this.audit = audit;
    }

    long count(Tenant tenant) {
        return repository.count(tenant.id());
    }

    /** A page of all, those that wait first. */
    List<ComplaintRow> page(Tenant tenant, Paging paging) {
        return repository.page(tenant.id(), paging.size(), paging.offset());
    }

    /** The one of this number; not found where there is none, whatever else is wrong. */
    ComplaintRow find(Tenant tenant, long id) {
        return repository.find(tenant.id(), id).orElseThrow(Refusal::notFound);
    }

    List<ComplaintRow> of(Tenant tenant, long application) {
        return repository.of(tenant.id(), application);
    }

    /**
     * Anybody objects within the window; nobody needs to sign in.
     *
     * @param who is signed in; null for anybody else
     * @throws Refusal not found for what is not part of the notice, 409 after the window
     */
    @Whole
    void object(
            Tenant tenant,
            @Nullable Person who,
            long notice,
            long application,
            String name,
            String contact,
            String words) {
        NoticeRow open = notices.find(tenant, notice);
        ApplicationRow row = applications.lock(tenant, application);
        if (row.noticeId() == null || row.noticeId() != notice) {
            throw Refusal.notFound();
        }
        if (!notices.isOpen(open) || row.state() != State.PUBLISHED) {
            throw Refusal.conflict("window", "公示期已经结束，不能再提出异议。有问题请直接联系本局。");
        }
        if (of(tenant, application).stream().filter(ComplaintRow::isOpen).count() >= MOST_OPEN) {
            throw Refusal.tooMany("对这份申请的异议已经很多，正在处理。请等公布结果，或者直接联系本局。");
        }
        LocalDate due = applications
                .terms(tenant)
                .objectionDue(applications.programme(tenant, row).content().clocks());
        ComplaintRow complaint = add(tenant, row, Kind.OBJECTION, who, name, contact, words, due);
        tellings.objected(tenant, applications.programme(tenant, row), row, complaint.key(), "");
        // Who objects is not named: the audit outlives what they asked.
        audit.record(tenant, "anonymous", "application.object", row.object(), "complaint/" + complaint.key());
    }

    /** The firm appeals within its time. */
    @Whole
    void appeal(Tenant tenant, Person person, long application, String words) {
        applications.own(tenant, person, application);
        ApplicationRow row = applications.lock(tenant, application);
        Terms terms = applications.terms(tenant);
        if (terms.isOver(row.dueOn())) {
            throw Refusal.conflict("late", "申诉期限到 " + row.dueOn() + " 为止，已经过期。");
        }
        ApplicationRow after = way.take(tenant, row, Step.APPEAL, person.username(), words);
        LocalDate due = after.dueOn() == null ? terms.today() : after.dueOn();
        add(tenant, row, Kind.APPEAL, person, person.name(), "", words, due);
    }

    /**
     * Answers one.
     *
     * @throws Refusal 409 for who reviewed the application, or where it was answered already
     */
    @Whole
    void decide(Tenant tenant, Person person, long id, boolean grant, String answer) {
        ComplaintRow complaint = find(tenant, id);
        ApplicationRow row = applications.lock(tenant, complaint.applicationId());
        String username = person.username();
        if (!judgedBy(tenant, List.of(complaint), username).isEmpty()) {
            throw Refusal.conflict(
                    "second-person", "这份申请是您审核的，" + complaint.kind().label() + "须由没有参与审核的同事答复。");
        }
        Progress state = grant ? Progress.GRANTED : Progress.REJECTED;
        if (repository.decide(
                        tenant.id(),
                        id,
                        state,
                        answer,
                        username,
                        applications.now(),
                        contacts.eraseOn(applications.today()))
                != 1) {
            throw Refusal.conflict("decided", "已经答复过了，请刷新页面。");
        }
        switch (complaint.kind()) {
            case OBJECTION -> {
                if (grant && row.state() == State.PUBLISHED) {
                    way.take(tenant, row, Step.REVOKE, username, "异议成立：" + answer);
                }
            }
            case APPEAL -> {
                ApplicationEdit edit = ApplicationEdit.of(row);
                way.take(
                        tenant,
                        row,
                        grant ? edit.first(null).batch(null).notice(null) : edit,
                        grant ? Step.REOPEN : Step.UPHOLD,
                        username,
                        answer);
            }
        }
        audit.record(tenant, username, "application.complaint", "complaint/" + id, state + " " + row.number());
    }

    /**
     * Of these complaints the keys of those that somebody must not answer: whoever decided anything of an application, in whichever
     * round, judges no complaint about it.
     */
    Set<Long> judgedBy(Tenant tenant, List<ComplaintRow> rows, String username) {
        Set<Long> decided =
                way.taken(tenant, rows.stream().map(ComplaintRow::applicationId).toList(), username, DECIDING);
        return rows.stream()
                .filter(row -> username.equals(row.firstBy())
                        || username.equals(row.secondBy())
                        || decided.contains(row.applicationId()))
                .map(ComplaintRow::key)
                .collect(Collectors.toSet());
    }

    private ComplaintRow add(
            Tenant tenant,
            ApplicationRow row,
            Kind kind,
            @Nullable Person who,
            String name,
            String contact,
            String words,
            LocalDate due) {
        return repository.save(new ComplaintRow(
                null,
                tenant.id(),
                row.key(),
                kind,
                who == null ? null : who.accountId(),
                name,
                contacts.seal(tenant, contact),
                words,
                applications.now(),
                due,
                Progress.OPEN,
                row.firstBy(),
                row.secondBy(),
                null,
                null,
                "",
                null));
    }
}
