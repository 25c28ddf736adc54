package cn.zhirong.enterprise;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** Takes out what the list shows, as a file; not a GET, since it is itself recorded. */
@Needs(Action.ENTERPRISE_SEE)
@Controller("/{slug}/console/enterprises/export")
@ExecuteOn(TaskExecutors.BLOCKING)
class ExportController {
    private final RegisterExport export;

    ExportController(RegisterExport export) {
        this.export = export;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> export(Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        EnterpriseFilter filter = EnterpriseFilter.of(form);
        String actor = visitor.signedIn().username();
        if ("csv".equals(form.get("format"))) {
            RegisterExport.Sheet sheet =
                    RegisterExport.Sheet.ofPath(form.getOrDefault("table", "")).orElse(RegisterExport.Sheet.FIRMS);
            return file(
                    export.csv(tenant, actor, filter, sheet),
                    "text/csv;charset=utf-8",
                    "enterprises-" + tenant.slug() + "-" + sheet.path() + ".csv");
        }
        return file(export.xlsx(tenant, actor, filter), RegisterExport.XLSX, "enterprises-" + tenant.slug() + ".xlsx");
    }

    private static MutableHttpResponse<byte[]> file(byte[] bytes, String type, String name) {
        return HttpResponse.ok(bytes)
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store");
    }
}
