package cn.zhirong.privacy;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.Audit;
import cn.zhirong.access.Erasure;
import cn.zhirong.access.Letters;
import cn.zhirong.access.Notices;
import cn.zhirong.access.Person;
import cn.zhirong.access.SiteAddress;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.tenant.WorkCalendar;
import cn.zhirong.web.Refusal;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests of people to have their personal data deleted; the bureau answers within {@value #WORKING_DAYS} working days. */
@Singleton
public class DeletionRequests {
    /** The term of an answer; the day of the request is not counted. */
    public static final int WORKING_DAYS = 15;

    static final int LONGEST = 500;
    private static final String WHAT = "删除个人信息";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RequestRepository repository;
    private final Accounts accounts;
    private final Erasure erasure;
    private final Tenants tenants;
    private final Calendars calendars;
    private final BeanProvider<Letters> letters;
    private final BeanProvider<Notices> notices;
    private final SiteAddress site;
    private final Audit audit;
    private final Clock clock;

    DeletionRequests(
            RequestRepository repository,
            Accounts accounts,
            Erasure erasure,
            Tenants tenants,
            Calendars calendars,
            BeanProvider<Letters> letters,
            BeanProvider<Notices> notices,
            SiteAddress site,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.erasure = erasure;
        this.tenants = tenants;
        this.calendars = calendars;
        this.letters = letters;
        this.notices = notices;
        this.site = site;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for one's own data to be deleted; gives the number of the request. One at a time is open.
     *
     * @param typed why, 1 to 500 characters
     * @throws Refusal with a Chinese message if there is no reason or an open request; not found where no bureau answers
     */
    @Transactional
    public long ask(Tenant tenant, Person person, String typed) {
        if (tenant.isPlatform()) {
            throw Refusal.notFound();
        }
        String reason = text("reason", typed, "请写明申请删除的原因，1 至 " + LONGEST + " 个字。");
        tenants.lock(tenant);
        if (of(tenant, person).stream().anyMatch(RequestRow::isOpen)) {
            throw Refusal.conflict("asked", "您已有一份申请在处理，请等候答复。");
        }
        LocalDate due = calendars.of(tenant).addWorkingDays(today(), WORKING_DAYS);
        RequestRow row = repository.save(new RequestRow(
                null,
                tenant.id(),
                person.accountId(),
                person.accountId(),
                person.username(),
                reason,
                clock.instant(),
                due,
                RequestState.OPEN,
                "",
                null,
                null));
        write(tenant, row, "privacy.received", Map.of("期限", PrivacyTexts.day(due)), "/account/data");
        // Who asks is not named: what others were told outlives the account that is to be deleted.
        notices.ifPresent(it -> it.tellWhoMay(
                tenant,
                Action.PRIVACY_HANDLE,
                person.username(),
                "privacy-request " + row.key(),
                "privacy.waiting",
                Map.of("事项", WHAT, "期限", PrivacyTexts.day(due)),
                "/" + tenant.slug() + "/console/privacy/" + row.key()));
        audit.record(tenant, person.username(), "privacy.ask", "privacy-request/" + row.key(), "due=" + due);
        return row.key();
    }

    /** Those of a person, the newest first. */
    List<RequestRow> of(Tenant tenant, Person person) {
        return repository.findOf(tenant.id(), person.accountId());
    }

    /** Those of the bureau, the open ones first. */
    List<RequestRow> all(Tenant tenant) {
        return repository.findAll(tenant.id());
    }

    /** One of this bureau. */
    RequestRow find(Tenant tenant, long id) {
        return repository.find(tenant.id(), id).orElseThrow(Refusal::notFound);
    }

    /** Empties the account for good and tells its owner, as long as the address is still known. */
    @Transactional
    void done(Tenant tenant, Person handler, long id, String typed) {
        RequestRow row = handled(tenant, handler, id, RequestState.DONE, typed);
        write(tenant, row, "privacy.answered", Map.of("答复", typed.strip()), "/privacy");
        erasure.erase(tenant, handler.username(), row.accountId());
        audit.record(tenant, handler.username(), "privacy.done", "privacy-request/" + id, "");
    }

    /** Nothing is deleted, for a reason the person is told. */
    @Transactional
    void refuse(Tenant tenant, Person handler, long id, String typed) {
        RequestRow row = handled(tenant, handler, id, RequestState.REFUSED, typed);
        write(tenant, row, "privacy.answered", Map.of("答复", typed.strip()), "/account/data");
        audit.record(tenant, handler.username(), "privacy.refuse", "privacy-request/" + id, typed.strip());
    }

    /** How long there is to answer an open request, as people say it. */
    String left(Tenant tenant, RequestRow row) {
        return left(calendars.of(tenant), today(), row.dueOn());
    }

    static String left(WorkCalendar calendar, LocalDate today, LocalDate due) {
        if (today.isAfter(due)) {
            return "已超期 " + calendar.workingDaysBetween(due, today) + " 个工作日";
        }
        return today.equals(due) ? "今天到期" : "还有 " + calendar.workingDaysBetween(today, due) + " 个工作日";
    }

    private RequestRow handled(Tenant tenant, Person handler, long id, RequestState state, String typed) {
        RequestRow row = find(tenant, id);
        String answer = text("answer", typed, "请写明答复，1 至 " + LONGEST + " 个字；申请人会看到。");
        if (row.askedBy().equals(handler.username())) {
            throw Refusal.conflict("second-person", "不能处理自己的申请，请另一位同事处理。");
        }
        if (repository.answer(tenant.id(), id, state, answer, handler.username(), clock.instant()) != 1) {
            throw Refusal.conflict("handled", "这份申请已经答复，请刷新页面。");
        }
        return row;
    }

    private void write(Tenant tenant, RequestRow row, String kind, Map<String, String> more, String path) {
        Accounts.Contacts contacts = accounts.contacts(tenant, row.accountId());
        String address = contacts.email() == null ? contacts.phone() : contacts.email();
        if (address == null || !letters.isPresent()) {
            return;
        }
        Map<String, String> fields = new HashMap<>(more);
        fields.put("姓名", name(tenant, row));
        fields.put("事项", WHAT);
        fields.put("链接", site.of(tenant, path));
        letters.get().write(tenant, address, kind, fields);
    }

    /** What the account is called now. */
    String name(Tenant tenant, RequestRow row) {
        return accounts.find(tenant, row.accountId())
                .map(account -> account.person().name())
                .orElse(row.askedBy());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private static String text(String field, String typed, String message) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw Refusal.badField(field, message + (text.isEmpty() ? "" : "现在是 " + text.length() + " 个字。"));
        }
        return text;
    }
}
