package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Ids;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.SentFile;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is handed in with an application: uploaded, taken from what was sent before, taken out. */
@Controller("/{slug}/enterprise/applications/{application}/materials")
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnMaterialController {
    private final Applications applications;
    private final Materials materials;
    private final OwnForms views;
    private final Pages pages;

    OwnMaterialController(Applications applications, Materials materials, OwnForms views, Pages pages) {
        this.applications = applications;
        this.materials = materials;
        this.views = views;
        this.pages = pages;
    }

    @Needs(Action.APPLICATION_OWN_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, long application) {
        ApplicationRow row = applications.own(tenant, visitor.signedIn(), application);
        return pages.show(request, "application/own-materials", views.materials(tenant, row, List.of()));
    }

    @Needs(Action.APPLICATION_OWN)
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> upload(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long application,
            @Part("material") @Nullable String material,
            @Part("file") @Nullable CompletedFileUpload file) {
        ApplicationRow row = applications.own(tenant, visitor.signedIn(), application);
        try {
            materials.add(
                    tenant,
                    visitor.signedIn(),
                    application,
                    material == null ? "" : material,
                    file == null ? "" : file.getFilename(),
                    bytes(file));
            return Flash.redirect(OwnPages.here(tenant, row) + "/materials", "已上传。");
        } catch (Refusal refusal) {
            return refused(request, tenant, row, refusal);
        }
    }

    /** Hands in something that was sent before. */
    @Needs(Action.APPLICATION_OWN)
    @Post("/reuse")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reuse(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long application, @Body Map<String, String> form) {
        ApplicationRow row = applications.own(tenant, visitor.signedIn(), application);
        try {
            materials.reuse(
                    tenant,
                    visitor.signedIn(),
                    application,
                    form.getOrDefault("material", ""),
                    Ids.of(form.getOrDefault("file", "")));
            return Flash.redirect(OwnPages.here(tenant, row) + "/materials", "已使用以前上传的文件。");
        } catch (Refusal refusal) {
            return refused(request, tenant, row, refusal);
        }
    }

    @Needs(Action.APPLICATION_OWN_SEE)
    @Get("/{material}")
    HttpResponse<byte[]> download(Tenant tenant, Visitor visitor, long application, long material) {
        ApplicationRow row = applications.own(tenant, visitor.signedIn(), application);
        return Attachments.of(materials.file(tenant, row, material));
    }

    @Needs(Action.APPLICATION_OWN)
    @Post("/{material}/removal")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(Tenant tenant, Visitor visitor, long application, long material) {
        materials.remove(tenant, visitor.signedIn(), application, material);
        return Flash.redirect("/" + tenant.slug() + "/enterprise/applications/" + application + "/materials", "已移出。");
    }

    private HttpResponse<String> refused(HttpRequest<?> request, Tenant tenant, ApplicationRow row, Refusal refusal) {
        return pages.show(
                request,
                refusal.status(),
                "application/own-materials",
                views.materials(tenant, row, FormErrors.of(refusal, "file")));
    }

    private static byte[] bytes(@Nullable CompletedFileUpload sent) {
        if (sent == null) {
            throw Refusal.badField("file", "请选择要上传的文件。");
        }
        try (SentFile file = new SentFile(sent)) {
            if (file.size() == 0) {
                throw Refusal.badField("file", "请选择要上传的文件，不能是空文件。");
            }
            if (file.size() > MaterialFormat.MOST_BYTES) {
                throw Refusal.badField("file", "文件不能超过 " + (MaterialFormat.MOST_BYTES >> 20) + " MB，请压缩或者拆分后上传。");
            }
            try (InputStream in = file.open()) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
