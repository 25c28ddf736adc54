package cn.zhirong.bureau;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.SystemFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The director's page of leaving: everything in one file, and the request to be deleted. */
@Needs(Action.TENANT_LEAVE)
@Controller("/{slug}/console/leave")
@ExecuteOn(TaskExecutors.BLOCKING)
class LeaveController {
    private final Exports exports;
    private final Deletions deletions;
    private final Pages pages;

    LeaveController(Exports exports, Deletions deletions, Pages pages) {
        this.exports = exports;
        this.deletions = deletions;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return pages.show(request, "bureau/leave", view(tenant, visitor, "", null));
    }

    @Post("/exports")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> export(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        try {
            exports.begin(tenant, visitor.signedIn().username());
        } catch (Refusal refusal) {
            return pages.show(request, refusal.status(), "bureau/leave", view(tenant, visitor, "", refusal));
        }
        return Flash.redirect(here(tenant), "正在生成，完成后可以在这一页下载。");
    }

    @Get("/exports/{id}")
    HttpResponse<?> fetch(Tenant tenant, Visitor visitor, String id) {
        long export = id.matches("[1-9][0-9]{0,17}") ? Long.parseLong(id) : 0;
        SystemFile file = new SystemFile(exports.file(tenant, export).toFile(), MediaType.of("application/zip"));
        exports.fetched(tenant, visitor.signedIn().username(), export);
        return HttpResponse.ok(file.attach(tenant.slug() + "-" + export + ".zip"));
    }

    @Post("/deletion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        FormReader typed = new FormReader(form);
        try {
            String reason = typed.line("reason", "理由", 2, 500);
            if (!typed.raw("name").equals(tenant.profile().name())) {
                typed.wrong("name", "请输入本局的全称“" + tenant.profile().name() + "”，以免误删。");
            }
            typed.check();
            deletions.ask(tenant, visitor.signedIn().username(), reason);
        } catch (Refusal refusal) {
            return pages.show(
                    request, refusal.status(), "bureau/leave", view(tenant, visitor, typed.raw("reason"), refusal));
        }
        return Flash.redirect(here(tenant), "删除申请已提出，等平台确认。");
    }

    @Post("/deletion/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(Tenant tenant, Visitor visitor) {
        deletions.cancel(tenant, visitor.signedIn().username(), false);
        return Flash.redirect(here(tenant), "删除申请已撤回。");
    }

    private LeaveView view(Tenant tenant, Visitor visitor, String reason, @Nullable Refusal refusal) {
        List<ExportRow> rows = exports.all(tenant);
        return new LeaveView(
                here(tenant),
                BureauTabs.of(tenant.slug(), visitor, BureauTabs.LEAVE),
                FormErrors.of(refusal),
                rows.stream().map(row -> line(tenant, row)).toList(),
                rows.stream().anyMatch(exports::isRunning),
                deletions.of(tenant).map(Shown::deletion).orElse(""),
                tenant.profile().name(),
                reason);
    }

    private static LeaveView.Export line(Tenant tenant, ExportRow row) {
        boolean ready = row.state() == ExportRow.State.READY;
        return new LeaveView.Export(
                Shown.time(row.askedAt()),
                row.askedBy(),
                row.state().label() + (ready && row.expiresAt() != null ? "，至 " + Shown.time(row.expiresAt()) : ""),
                ready ? Shown.size(row.sizeBytes()) : "",
                ready ? here(tenant) + "/exports/" + row.id() : "");
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/leave";
    }
}
