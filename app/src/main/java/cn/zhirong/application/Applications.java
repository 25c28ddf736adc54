package cn.zhirong.application;

import cn.zhirong.access.Person;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeHistory;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applications as rows: found, counted, held while they are changed, written. */
@Singleton
class Applications {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int PAGE = 30;

    private final ApplicationRepository repository;
    private final Programmes programmes;
    private final ProgrammeHistory history;
    private final Enterprises enterprises;
    private final Calendars calendars;
    private final PayAccounts accounts;
    private final Clock clock;

    Applications(
            ApplicationRepository repository,
            Programmes programmes,
            ProgrammeHistory history,
            Enterprises enterprises,
            Calendars calendars,
            PayAccounts accounts,
            Clock clock) {
        this.repository = repository;
        this.programmes = programmes;
        this.history = history;
        this.enterprises = enterprises;
        this.calendars = calendars;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** One of this bureau, as far as the bureau may see it. */
    ApplicationRow seen(Tenant tenant, long id) {
        return find(tenant, id).orElseThrow(Refusal::notFound);
    }

    /** The same, empty where the bureau does not see it. */
    Optional<ApplicationRow> find(Tenant tenant, long id) {
        return repository.find(tenant.id(), id).filter(row -> row.state().isSeenByBureau());
    }

    /** Those of these keys that the bureau may see, by their keys. */
    Map<Long, ApplicationRow> seen(Tenant tenant, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : repository.all(tenant.id(), ids.stream().distinct().toList()).stream()
                        .filter(row -> row.state().isSeenByBureau())
                        .collect(Collectors.toMap(ApplicationRow::key, Function.identity()));
    }

    /** The same by its number. */
    ApplicationRow numbered(Tenant tenant, ApplicationNumber number) {
        return repository
                .numbered(tenant.id(), number.text())
                .filter(row -> row.state().isSeenByBureau())
                .orElseThrow(Refusal::notFound);
    }

    /** One that belongs to the firm for which this person acts; anybody else's is not found. */
    ApplicationRow own(Tenant tenant, Person person, long id) {
        long firm = firm(tenant, person).id();
        return repository
                .find(tenant.id(), id)
                .filter(row -> row.enterpriseId() == firm && row.state() != State.FOUND)
                .orElseThrow(Refusal::notFound);
    }

    /** The firm for which this person acts. */
    Profile firm(Tenant tenant, Person person) {
        return enterprises
                .own(tenant, person)
                .orElseThrow(() -> Refusal.conflict("not-verified", "本企业核验通过并登记统一社会信用代码之后，才能申报。"));
    }

    /** One's own, held until the transaction ends; refused where nothing of it can be changed any more. */
    ApplicationRow editable(Tenant tenant, Person person, long id) {
        own(tenant, person, id);
        ApplicationRow row = lock(tenant, id);
        Materials.mustBeOpen(row);
        return row;
    }

    List<ApplicationRow> ofFirm(Tenant tenant, long enterpriseId) {
        return repository.ofFirm(tenant.id(), enterpriseId);
    }

    /** Holds it until the transaction ends. */
    ApplicationRow lock(Tenant tenant, long id) {
        return repository.lock(tenant.id(), id).orElseThrow(Refusal::notFound);
    }

    /** The most urgent first, those without a clock last. */
    List<ApplicationRow> search(Tenant tenant, Asked asked, int limit, int offset) {
        return repository.search(
                tenant.id(),
                asked.names(),
                asked.like(),
                asked.programme(),
                asked.batch(),
                asked.notice(),
                asked.who(),
                limit,
                offset);
    }

    long count(Tenant tenant, Asked asked) {
        return repository.count(
                tenant.id(),
                asked.names(),
                asked.like(),
                asked.programme(),
                asked.batch(),
                asked.notice(),
                asked.who());
    }

    /** The keys of the first 2,000 in the same order. */
    List<Long> ids(Tenant tenant, Asked asked) {
        return repository.ids(
                tenant.id(),
                asked.names(),
                asked.like(),
                asked.programme(),
                asked.batch(),
                asked.notice(),
                asked.who());
    }

    /** The next number of this year; nobody else gets it once the transaction ends. */
    String nextNumber(Tenant tenant) {
        int year = today().getYear();
        repository.makeNumber(tenant.id(), year);
        int last = repository.lastNumber(tenant.id(), year).orElseThrow();
        repository.countNumber(tenant.id(), year);
        return ApplicationNumber.of(year, tenant.slug(), last + 1).text();
    }

    ApplicationRow add(ApplicationRow row) {
        return repository.save(row);
    }

    /** Writes what was changed of a row that is held. */
    ApplicationRow write(ApplicationEdit edit) {
        ApplicationRow row = edit.at(now());
        int written = repository.write(
                row.tenantId(),
                row.key(),
                row.revision() - 1,
                row.ruleId(),
                row.openedOn(),
                row.state(),
                row.submittedOn(),
                row.facts(),
                row.done(),
                row.account(),
                row.amountFen(),
                row.budgetYear(),
                row.dueOn(),
                row.firstBy(),
                row.secondBy(),
                row.batchId(),
                row.noticeId(),
                row.changedAt());
        if (written != 1) {
            throw Refusal.conflict("changed", "这份申请刚刚有了变化，请刷新页面后再操作。");
        }
        return row;
    }

    /** As it was when the application was opened. */
    Programme programme(Tenant tenant, ApplicationRow row) {
        return programmes.at(tenant, row.programmeId(), row.openedAt());
    }

    /** The same for a whole list. */
    OpenedProgrammes programmes(Tenant tenant) {
        return new OpenedProgrammes(tenant, programmes, history);
    }

    Account account(ApplicationRow row) {
        return accounts.open(row.tenantId(), row.account());
    }

    Terms terms(Tenant tenant) {
        return new Terms(calendars.of(tenant), today());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
