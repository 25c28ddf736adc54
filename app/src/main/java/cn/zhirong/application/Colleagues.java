package cn.zhirong.application;

import cn.zhirong.access.AccountErased;
import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.Audit;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who of the bureau works on applications, and who is not there. */
@Singleton
class Colleagues {
    /** Days that one may be away at most. */
    static final int LONGEST = 366;

    private final Accounts accounts;
    private final AbsenceRepository absences;
    private final Applications applications;
    private final Audit audit;

    Colleagues(Accounts accounts, AbsenceRepository absences, Applications applications, Audit audit) {
        this.accounts = accounts;
        this.absences = absences;
        this.applications = applications;
        this.audit = audit;
    }

    /**
     * One who may review.
     *
     * @param back the first day on which they are there again; null where they are there today
     */
    record Colleague(Person person, Optional<LocalDate> back) {
        boolean isThere() {
            return back.isEmpty();
        }

        /** As lists show it. */
        String label() {
            return person.name() + "（" + person.role().label() + "）"
                    + back.map(day -> "，不在岗，" + day + " 回来").orElse("");
        }
    }

    /** All of them, in the order in which their accounts were made. */
    List<Colleague> all(Tenant tenant) {
        LocalDate today = applications.today();
        Map<Long, LocalDate> away = absences.on(tenant.id(), today).stream()
                .collect(Collectors.toMap(
                        AbsenceRow::accountId, row -> row.untilOn().plusDays(1)));
        return accounts.whoMay(tenant, Action.APPLICATION_REVIEW).stream()
                .map(person -> new Colleague(person, Optional.ofNullable(away.get(person.accountId()))))
                .toList();
    }

    /** What people are called, by their user names, with those who left. */
    Map<String, String> names(Tenant tenant) {
        return accounts.everybody(tenant).stream()
                .filter(each -> each.person().role().isStaff())
                .collect(Collectors.toMap(
                        each -> each.person().username(), each -> each.person().name()));
    }

    /**
     * The colleague of that user name.
     *
     * @throws Refusal for nobody who may review, or somebody who is not there
     */
    Colleague present(Tenant tenant, String username) {
        Colleague colleague = all(tenant).stream()
                .filter(one -> one.person().username().equals(username))
                .findFirst()
                .orElseThrow(() -> Refusal.badField("assignee", "请选择一位能审核的同事。"));
        colleague.back().ifPresent(day -> {
            throw Refusal.badField("assignee", colleague.person().name() + "不在岗，" + day + " 回来，请分给别的同事。");
        });
        return colleague;
    }

    /** The days of somebody, as they were said. */
    Optional<AbsenceRow> absence(Tenant tenant, Person person) {
        return absences.find(tenant.id(), person.accountId());
    }

    /** Says on which days one is not there. */
    @Whole
    void away(Tenant tenant, Person person, LocalDate from, LocalDate until) {
        if (until.isBefore(from) || until.isBefore(applications.today()) || until.isAfter(from.plusDays(LONGEST))) {
            throw Refusal.badField("until", "最后一天不能早于今天和第一天，最长 " + LONGEST + " 天。");
        }
        absences.put(tenant.id(), person.accountId(), from, until);
        audit.record(tenant, person.username(), "application.away", person.username(), from + " 至 " + until);
    }

    /** One is there again, or will be after all. */
    @Whole
    void back(Tenant tenant, Person person) {
        absences.remove(tenant.id(), person.accountId());
        audit.record(tenant, person.username(), "application.back", person.username(), "");
    }

    /** When somebody was away is nobody's business once they left. */
    @EventListener
    void erased(AccountErased account) {
        absences.remove(account.tenantId(), account.accountId());
    }
}
