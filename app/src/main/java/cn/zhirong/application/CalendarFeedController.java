package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.SiteAddress;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeContent.Window;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days to apply and to object, as a calendar to subscribe to; and programmes of which one wants to hear. */
@Controller("/{slug}")
@ExecuteOn(TaskExecutors.BLOCKING)
class CalendarFeedController {
    private final Applications applications;
    private final Programmes programmes;
    private final PublicNotices notices;
    private final Subscriptions subscriptions;
    private final SiteAddress site;

    CalendarFeedController(
            Applications applications,
            Programmes programmes,
            PublicNotices notices,
            Subscriptions subscriptions,
            SiteAddress site) {
        this.applications = applications;
        this.programmes = programmes;
        this.notices = notices;
        this.subscriptions = subscriptions;
        this.site = site;
    }

    /** Windows of all programmes, or of the one named, and public notices. */
    @Needs(Action.VISIT)
    @Get("/calendar.ics")
    HttpResponse<String> calendar(Tenant tenant, @QueryValue @Nullable String programme) {
        List<Ics.Entry> entries = new ArrayList<>();
        for (Programme one : programmes.all(tenant)) {
            if (programme == null || programme.equals(one.code())) {
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
        if (programme == null) {
            for (NoticeRow notice : notices.all(tenant)) {
                entries.add(new Ics.Entry(
                        tenant.slug() + "-notice-" + notice.key() + "@zhirong",
                        notice.opensOn(),
                        notice.closesOn(),
                        notice.title(),
                        "公示期，任何人都可以提出异议",
                        site.of(tenant, "/notices/" + notice.key())));
            }
        }
        return HttpResponse.ok(Ics.write(tenant.profile().name() + "：补贴日程", entries, applications.now()))
                .contentType(MediaType.of("text/calendar;charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"subsidies.ics\"");
    }

    /** {@code act} is {@code on} or {@code off}. */
    @Needs(Action.OWN_ACCOUNT)
    @Post("/subsidies/{code}/subscription")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> subscribe(Tenant tenant, Visitor visitor, String code, @Body Map<String, String> form) {
        boolean on = form.getOrDefault("act", "on").equals("on");
        Programme programme = subscriptions.set(tenant, visitor.signedIn(), code, on);
        return Flash.redirect(
                "/" + tenant.slug() + "/subsidies/" + programme.code(), on ? "已订阅，开始受理和即将截止时会在收件箱提醒您。" : "已取消订阅。");
    }
}
