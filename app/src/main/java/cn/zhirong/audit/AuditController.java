package cn.zhirong.audit;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;

/** What was recorded in a bureau. */
@Needs(Action.AUDIT_READ)
@Controller("/{slug}/console/audit")
class AuditController {
    private final AuditDesk desk;

    AuditController(AuditDesk desk) {
        this.desk = desk;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant) {
        return desk.list(request, tenant, here(tenant));
    }

    @Get("/entries/{number}")
    HttpResponse<String> entry(HttpRequest<?> request, Tenant tenant, long number) {
        return desk.entry(request, tenant, here(tenant), number);
    }

    /** Not a GET, since it is itself recorded. */
    @Post("/export")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> export(Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        return desk.export(tenant, visitor, form);
    }

    @Post("/verification")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> verify(Tenant tenant, Visitor visitor) {
        return desk.verify(tenant, visitor, here(tenant));
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/audit";
    }
}
