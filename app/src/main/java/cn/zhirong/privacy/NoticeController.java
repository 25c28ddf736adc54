package cn.zhirong.privacy;

import cn.zhirong.access.Action;
import cn.zhirong.access.AuditRetention;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Sessions;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** What the bureau keeps about people, why and how long. */
@Needs(Action.VISIT)
@Controller("/{slug}/privacy")
class NoticeController {
    private final Pages pages;

    NoticeController(Pages pages) {
        this.pages = pages;
    }

    /** The numbers of the notice, taken from where the product goes by them. */
    public record View(
            String bureau, String version, long auditDays, int sessions, int workingDays, int complaintDays) {}

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant) {
        return pages.show(
                request,
                "privacy/notice",
                new View(
                        tenant.profile().name(),
                        Consents.VERSION,
                        AuditRetention.KEPT.toDays(),
                        Sessions.PER_ACCOUNT,
                        DeletionRequests.WORKING_DAYS,
                        HeldElsewhere.COMPLAINT_DAYS));
    }
}
