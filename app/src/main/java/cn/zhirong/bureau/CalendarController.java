package cn.zhirong.bureau;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.CalendarCsv;
import cn.zhirong.tenant.CalendarDay;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The director's page of holidays and worked weekends: a table to read, and the same as lines to type or paste. */
@Controller("/{slug}/console/settings/calendar")
@ExecuteOn(TaskExecutors.BLOCKING)
class CalendarController {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE", Locale.CHINA);

    private final SetUp setUp;
    private final Calendars calendars;
    private final Pages pages;
    private final Clock clock;

    CalendarController(SetUp setUp, Calendars calendars, Pages pages, Clock clock) {
        this.setUp = setUp;
        this.calendars = calendars;
        this.pages = pages;
        this.clock = clock;
    }

    @Needs(Action.TENANT_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        String days = written(calendars.days(tenant));
        return pages.show(request, "bureau/calendar", view(tenant, visitor, days, days, null));
    }

    @Needs(Action.TENANT_CONFIGURE)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        String days = form.getOrDefault("days", "").replace("\r", "");
        String seen = form.getOrDefault("seen", "").replace("\r", "");
        try {
            setUp.changeCalendar(
                    tenant,
                    visitor.signedIn().username(),
                    CalendarCsv.read(seen).days(),
                    commas(days));
            return Flash.redirect("/" + tenant.slug() + "/console/settings/calendar", "工作日历已保存。");
        } catch (Refusal refusal) {
            // Whoever was slower sees what is there now beside what they typed, and may save it knowing that.
            String now = refusal.status() == HttpStatus.CONFLICT ? written(calendars.days(tenant)) : seen;
            return pages.show(request, refusal.status(), "bureau/calendar", view(tenant, visitor, days, now, refusal));
        }
    }

    private CalendarView view(Tenant tenant, Visitor visitor, String days, String seen, @Nullable Refusal refusal) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        LocalDate fifth = calendars.of(tenant).addWorkingDays(today, 5);
        return new CalendarView(
                "/" + tenant.slug() + "/console/settings/calendar",
                BureauTabs.of(tenant.slug(), visitor, BureauTabs.CALENDAR),
                FormErrors.of(refusal),
                visitor.may(Action.TENANT_CONFIGURE),
                calendars.days(tenant).stream()
                        .map(day ->
                                new CalendarView.Row(DAY.format(day.day()), day.working() ? "上班" : "放假", day.remark()))
                        .toList(),
                days,
                seen,
                "按现在的日历，从今天起 5 个工作日的最后一天是 " + DAY.format(fifth) + "。");
    }

    /** Without the mark and the heading that spreadsheets want. */
    private static String written(List<CalendarDay> days) {
        return CalendarCsv.write(days).replace("\r", "").replaceFirst("^[^\n]*\n", "");
    }

    /** Lines typed with Chinese commas have the two that divide them made into plain ones. */
    private static String commas(String days) {
        return days.lines()
                .map(line ->
                        line.contains(",") ? line : line.replaceFirst("，", ",").replaceFirst("，", ","))
                .collect(Collectors.joining("\n"));
    }
}
