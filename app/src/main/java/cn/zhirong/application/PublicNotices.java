package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Person;
import cn.zhirong.database.Json;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.rule.Trace;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Public notices: made of the traces that the decisions rest on, shown to everybody, and over before any payment. */
@Singleton
class PublicNotices {
    /** How many that are over a page shows. */
    static final int PAGE = 50;

    private final NoticeRepository repository;
    private final Applications applications;
    private final Batches batches;
    private final Purse purse;
    private final Enterprises enterprises;
    private final ComplaintRepository complaints;
    private final Way way;
    private final Audit audit;
    private final Json json;

    PublicNotices(
            NoticeRepository repository,
            Applications applications,
            Batches batches,
            Purse purse,
            Enterprises enterprises,
            ComplaintRepository complaints,
            Way way,
            Audit audit,
            Json json) {
        this.repository = repository;
        this.applications = applications;
        this.batches = batches;
        this.purse = purse;
        this.enterprises = enterprises;
        this.complaints = complaints;
        this.way = way;
        this.audit = audit;
        this.json = json;
    }

    /** Those to which somebody may still object, the newest first. */
    List<NoticeRepository.Head> open(Tenant tenant) {
        return repository.open(tenant.id(), applications.today());
    }

    /**
     * Those that are over, the newest first: one more than a page, where there are more.
     *
     * @param before only those older than this one; 0 for the newest
     */
    List<NoticeRepository.Head> over(Tenant tenant, long before) {
        return repository.over(tenant.id(), applications.today(), before, PAGE + 1);
    }

    /** Those that name an application for one of these programmes, the newest 200. */
    List<NoticeRepository.Head> of(Tenant tenant, Collection<Programme> programmes) {
        List<Long> ids = programmes.stream().map(Programme::id).toList();
        return ids.isEmpty() ? List.of() : repository.ofProgrammes(tenant.id(), ids);
    }

    NoticeRow find(Tenant tenant, long id) {
        return repository.find(tenant.id(), id).orElseThrow(Refusal::notFound);
    }

    List<NoticeLine> lines(NoticeRow notice) {
        return json.readList(notice.content(), NoticeLine.class);
    }

    /** Whether somebody may still object. */
    boolean isOpen(NoticeRow notice) {
        return notice.state() == NoticeRow.Progress.OPEN
                && !applications.today().isAfter(notice.closesOn());
    }

    /** The key of the notice of a meeting's list, if it was published. */
    Optional<Long> ofBatch(Tenant tenant, long batch) {
        return repository.ofBatch(tenant.id(), batch);
    }

    /** Publishes what a meeting agreed to; the window is the longest that any of its programmes asks for. */
    @Whole
    NoticeRow publish(Tenant tenant, Person person, long batch, String title) {
        BatchRow list = batches.lock(tenant, batch);
        List<ApplicationRow> endorsed = batches.of(tenant, list).stream()
                .filter(row -> row.state() == State.ENDORSED)
                .sorted(Comparator.comparing(ApplicationRow::key))
                .toList();
        if (endorsed.isEmpty()) {
            throw Refusal.conflict("nothing", "这份名单里没有会议通过、等待公示的申请。");
        }
        Terms terms = applications.terms(tenant);
        List<NoticeLine> lines = new ArrayList<>();
        LocalDate closes = terms.today();
        for (ApplicationRow row : endorsed) {
            Programme programme = applications.programme(tenant, row);
            lines.add(line(tenant, row, programme));
            LocalDate ends = terms.noticeEnds(programme.content().clocks());
            closes = ends.isAfter(closes) ? ends : closes;
        }
        NoticeRow notice = repository.save(new NoticeRow(
                null,
                tenant.id(),
                batch,
                title,
                NoticeRow.Progress.OPEN,
                json.write(lines),
                lines.size(),
                terms.today(),
                closes,
                person.username(),
                applications.now(),
                null,
                null));
        for (ApplicationRow row : endorsed) {
            ApplicationRow held = applications.lock(tenant, row.key());
            way.take(
                    tenant,
                    held,
                    ApplicationEdit.of(held).notice(notice.key()),
                    Step.PUBLISH,
                    person.username(),
                    "公示期至 " + closes);
        }
        audit.record(tenant, person.username(), "application.notice", "notice/" + notice.key(), title + "，至 " + closes);
        return notice;
    }

    /**
     * After the window: what nobody objected to goes on to payment, what was objected to and revoked stays where it is.
     *
     * @throws Refusal 409 before the window is over, or while an objection waits for its answer
     */
    @Whole
    void close(Tenant tenant, Person person, long id) {
        NoticeRow notice = find(tenant, id);
        if (!applications.today().isAfter(notice.closesOn())) {
            throw Refusal.conflict("window", "公示期到 " + notice.closesOn() + " 为止，期满之后才能结束。");
        }
        List<ApplicationRow> published = applications.search(tenant, Asked.notice(id), Batches.MOST, 0);
        Map<Long, List<ComplaintRow>> objections = published.isEmpty()
                ? Map.of()
                : complaints
                        .ofAll(
                                tenant.id(),
                                published.stream().map(ApplicationRow::key).toList())
                        .stream()
                        .collect(Collectors.groupingBy(ComplaintRow::applicationId));
        for (ApplicationRow row : published) {
            if (objections.getOrDefault(row.key(), List.of()).stream().anyMatch(ComplaintRow::isOpen)) {
                throw Refusal.conflict("objections", row.firm() + "（" + row.number() + "）还有异议没有答复，答复之后才能结束公示。");
            }
        }
        if (repository.close(tenant.id(), id, person.username(), applications.now()) != 1) {
            throw Refusal.conflict("closed", "这次公示已经结束，请刷新页面。");
        }
        for (ApplicationRow row : published) {
            ApplicationRow held = applications.lock(tenant, row.key());
            if (held.state() == State.PUBLISHED) {
                way.take(
                        tenant,
                        held,
                        ApplicationEdit.of(held),
                        Step.CLEAR,
                        person.username(),
                        "公示期满，没有未答复的异议",
                        over(notice, objections.getOrDefault(row.key(), List.of())));
            }
        }
        audit.record(tenant, person.username(), "application.notice-close", "notice/" + id, notice.title());
    }

    /** From when on nothing stood in the way of the payment: the end of the window, or the last answer after it. */
    private static LocalDate over(NoticeRow notice, List<ComplaintRow> objections) {
        return objections.stream()
                .flatMap(row -> Stream.ofNullable(row.decidedAt()))
                .map(at -> LocalDate.ofInstant(at, Applications.ZONE))
                .filter(day -> day.isAfter(notice.closesOn()))
                .max(Comparator.naturalOrder())
                .orElse(notice.closesOn());
    }

    private NoticeLine line(Tenant tenant, ApplicationRow row, Programme programme) {
        ReviewRow decided = purse.decided(tenant, row);
        Trace trace = Trace.read(decided.trace());
        NoticeFigures made = NoticeFigures.of(trace);
        List<String> figures = new ArrayList<>(made.figures());
        if (!decided.settled().isEmpty()) {
            figures.add("扣除以前享受过的补贴：" + decided.settled());
        }
        return new NoticeLine(
                row.key(),
                row.number(),
                row.firm(),
                enterprises.profile(tenant, row.enterpriseId()).creditCode().value(),
                programme.title(),
                "《" + trace.title() + "》（" + trace.version() + "）",
                made.clauses(),
                figures,
                row.fen());
    }
}
