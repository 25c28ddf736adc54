package cn.zhirong.enterprise;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Taking in tables: the template, the dry run, and the decision about it. */
@Needs(Action.ENTERPRISE_EDIT)
@Controller("/{slug}/console/enterprises/import")
@ExecuteOn(TaskExecutors.BLOCKING)
class ImportController {
    private final Imports imports;
    private final Enterprises enterprises;
    private final Pages pages;

    ImportController(Imports imports, Enterprises enterprises, Pages pages) {
        this.imports = imports;
        this.enterprises = enterprises;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> form(HttpRequest<?> request, Tenant tenant) {
        return form(request, HttpStatus.OK, tenant, FilledForm.NOTHING);
    }

    @Get("/template.xlsx")
    HttpResponse<byte[]> template() {
        return HttpResponse.ok(RegisterExport.template())
                .contentType(RegisterExport.XLSX)
                .header("Content-Disposition", "attachment; filename=\"enterprises-template.xlsx\"");
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> check(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            @Part("file") @Nullable CompletedFileUpload file,
            @Part("asOf") @Nullable String asOf,
            @Part("evidence") @Nullable String evidence) {
        Map<String, String> typed =
                Map.of("asOf", asOf == null ? "" : asOf, "evidence", evidence == null ? "" : evidence);
        try {
            List<Refusal.Field> wrong = new ArrayList<>();
            LocalDate day = FactsForm.asOf(typed, enterprises.today(), wrong);
            String words = FactsForm.evidence(typed, wrong);
            if (file == null || file.getSize() == 0 || file.getSize() > SheetFile.MOST_BYTES) {
                wrong.addFirst(
                        new Refusal.Field("file", "请选择不超过 " + (SheetFile.MOST_BYTES >> 20) + " MB 的 XLSX 或 CSV 表格。"));
            }
            if (file == null || !wrong.isEmpty()) {
                throw Refusal.badInput("有几处需要改正。", wrong);
            }
            long id = imports.check(
                    tenant, visitor.signedIn().username(), file.getFilename(), file.getBytes(), day, words);
            return HttpResponse.seeOther(URI.create(here(tenant) + "/" + id));
        } catch (Refusal refusal) {
            return form(request, refusal.status(), tenant, FilledForm.refused(typed, refusal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Get("/{table}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, long table) {
        ImportRow row = imports.find(tenant, table);
        return pages.show(
                request,
                "enterprise/console-import-report",
                ImportView.Report.of(EnterpriseListController.here(tenant), row, imports.report(row)));
    }

    @Post("/{table}/confirmation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> confirm(Tenant tenant, Visitor visitor, long table) {
        ImportReport report = imports.take(tenant, visitor.signedIn().username(), table);
        return Flash.redirect(
                here(tenant) + "/" + table,
                "已导入：新增企业 " + report.newFirms() + " 家，新增数据 " + (report.facts() + report.items()) + " 项。");
    }

    @Post("/{table}/discard")
    @Consumes(MediaType.ALL)
    HttpResponse<?> discard(Tenant tenant, Visitor visitor, long table) {
        imports.discard(tenant, visitor.signedIn().username(), table);
        return Flash.redirect(here(tenant), "已放弃，没有导入任何内容。");
    }

    private HttpResponse<String> form(HttpRequest<?> request, HttpStatus status, Tenant tenant, FilledForm typed) {
        return pages.show(
                request,
                status,
                "enterprise/console-import",
                new ImportView(
                        EnterpriseListController.here(tenant),
                        typed.orElse("asOf", enterprises.today().toString()),
                        typed.orElse("evidence", ""),
                        enterprises.today().toString(),
                        SheetFile.MOST_BYTES >> 20,
                        SheetFile.MOST_ROWS,
                        imports.newest(tenant).stream()
                                .map(row -> ImportView.row(here(tenant), row, imports.report(row)))
                                .toList(),
                        typed.problems()));
    }

    private static String here(Tenant tenant) {
        return EnterpriseListController.here(tenant) + "/import";
    }
}
