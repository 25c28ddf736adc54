package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.access.SiteAddress;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeContent.Window;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Days to apply and to object, as a calendar to subscribe to: of the bureau, of one programme, or of what a person follows. */
@Controller("/{slug}")
@ExecuteOn(TaskExecutors.BLOCKING)
class CalendarFeedController {
    private final Applications applications;
    private final Programmes programmes;
    private final PublicNotices notices;
    private final Subscriptions subscriptions;
    private final Enterprises enterprises;
    private final FeedLinks links;
    private final SiteAddress site;

    CalendarFeedController(
            Applications applications,
            Programmes programmes,
            PublicNotices notices,
            Subscriptions subscriptions,
            Enterprises enterprises,
            FeedLinks links,
            SiteAddress site) {
        this.applications = applications;
        this.programmes = programmes;
        this.notices = notices;
        this.subscriptions = subscriptions;
        this.enterprises = enterprises;
        this.links = links;
        this.site = site;
    }

    /**
     * Windows of all programmes and public notices; windows of the one named; or, by a token, what its owner follows with the clocks
     * of their own firm. Calendars cannot sign in, so that the token alone tells who it is.
     */
    @Needs(Action.VISIT)
    @Get("/calendar.ics")
    HttpResponse<String> calendar(
            Tenant tenant, @QueryValue @Nullable String programme, @QueryValue @Nullable String token) {
        if (programme != null && programmes.find(tenant, programme).isEmpty()) {
            throw Refusal.notFound();
        }
        List<Ics.Entry> entries = new ArrayList<>();
        if (token == null) {
            windows(tenant, one -> programme == null || programme.equals(one.code()), entries);
            if (programme == null) {
                List<NoticeRepository.Head> shown = new ArrayList<>(notices.open(tenant));
                shown.addAll(notices.over(tenant, 0));
                notices(tenant, shown, entries);
            }
        } else {
            own(tenant, links.reader(tenant, token), entries);
        }
        return HttpResponse.ok(Ics.write(tenant.profile().name() + "：补贴日程", entries, applications.now()))
                .contentType(MediaType.of("text/calendar;charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"subsidies.ics\"");
    }

    private void own(Tenant tenant, Person person, List<Ics.Entry> entries) {
        List<Programme> followed = programmes.all(tenant).stream()
                .filter(one -> subscriptions.follows(tenant, person, one))
                .toList();
        List<String> codes = followed.stream().map(Programme::code).toList();
        windows(tenant, one -> codes.contains(one.code()), entries);
        notices(tenant, notices.of(tenant, followed), entries);
        enterprises
                .own(tenant, person)
                .ifPresent(firm -> applications.ofFirm(tenant, firm.id()).stream()
                        .filter(row -> row.state() != State.FOUND && row.state().turn() == State.Turn.FIRM)
                        .forEach(row -> due(tenant, row, entries)));
    }

    private void due(Tenant tenant, ApplicationRow row, List<Ics.Entry> entries) {
        LocalDate due = row.dueOn();
        if (due != null) {
            entries.add(new Ics.Entry(
                    tenant.slug() + "-" + row.number() + "-" + row.state() + "@zhirong",
                    due,
                    due,
                    applications.programme(tenant, row).title() + "："
                            + row.state().label() + "到期",
                    "申报编号 " + row.number(),
                    site.of(tenant, "/enterprise/applications/" + row.key())));
        }
    }

    private void windows(Tenant tenant, Predicate<Programme> wanted, List<Ics.Entry> entries) {
        for (Programme one : programmes.all(tenant)) {
            if (wanted.test(one)) {
                for (Window window : one.content().windows()) {
                    entries.add(new Ics.Entry(
                            tenant.slug() + "-" + one.code() + "-" + window.from() + "@zhirong",
                            window.from(),
                            window.until(),
                            one.title() + "：受理申报",
                            window.note(),
                            site.of(tenant, "/subsidies/" + one.code())));
                }
            }
        }
    }

    private void notices(Tenant tenant, List<NoticeRepository.Head> shown, List<Ics.Entry> entries) {
        for (NoticeRepository.Head notice : shown) {
            entries.add(new Ics.Entry(
                    tenant.slug() + "-notice-" + notice.id() + "@zhirong",
                    notice.opensOn(),
                    notice.closesOn(),
                    notice.title(),
                    "公示期，任何人都可以提出异议",
                    site.of(tenant, "/notices/" + notice.id())));
        }
    }
}
