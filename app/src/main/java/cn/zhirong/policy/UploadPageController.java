package cn.zhirong.policy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.policy.DraftPages.Sent;
import cn.zhirong.tenant.Tenant;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Taking files in: a new one, or another one in the place of a draft's. What is refused comes back on the form's own page. */
@Needs(Action.POLICY_EDIT)
@Controller("/{slug}/console/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
class UploadPageController {
    private static final String FILE = "file";

    private final PolicyDesk desk;
    private final Uploads uploads;
    private final DraftPages drafts;
    private final Pages pages;

    UploadPageController(PolicyDesk desk, Uploads uploads, DraftPages drafts, Pages pages) {
        this.desk = desk;
        this.uploads = uploads;
        this.drafts = drafts;
        this.pages = pages;
    }

    /**
     * What was typed beside the file.
     *
     * @param policy of which it is a new version, or empty
     * @param source where it comes from, or empty
     */
    private record Typed(String policy, String source) {
        static Typed of(@Nullable String policy, @Nullable String source) {
            return new Typed(policy == null ? "" : policy.strip(), source == null ? "" : source.strip());
        }

        UploadHints hints() {
            if (source.length() > FactsCheck.LONGEST_SOURCE) {
                throw Refusal.badField("source", "来源最长 " + FactsCheck.LONGEST_SOURCE + " 个字。");
            }
            return new UploadHints(policy.isEmpty() ? null : PageNumbers.id(policy), source);
        }
    }

    @Get("/upload")
    HttpResponse<String> form(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @QueryValue @Nullable String policy) {
        return form(request, HttpStatus.OK, tenant, Typed.of(policy, null), List.of(), null);
    }

    @Post("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> upload(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            @Part(FILE) @Nullable CompletedFileUpload file,
            @Part("source") @Nullable String source,
            @Part("policy") @Nullable String policy) {
        Person person = visitor.signedIn();
        Typed typed = Typed.of(policy, source);
        try {
            Upload upload = uploads.receive(
                    tenant,
                    person.username(),
                    chosen(file),
                    (name, path) -> desk.upload(tenant, person.username(), name, path, typed.hints()));
            return switch (upload) {
                case Upload.Stored stored ->
                    DraftPages.done(
                            tenant,
                            stored.version().id(),
                            "已识别出 " + stored.provisions() + " 段条文，请核对文件信息和条文结构。" + alike(stored),
                            "");
                case Upload.Duplicate duplicate -> alreadyThere(request, tenant, typed, duplicate);
                case Upload.Unreadable unreadable -> throw Refusal.badField(FILE, unreadable.message());
            };
        } catch (Refusal refusal) {
            return form(request, refusal.status(), tenant, typed, FormProblems.of(refusal, FILE), null);
        }
    }

    @Post("/{versionId}/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> reimport(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            String versionId,
            @Part(FILE) @Nullable CompletedFileUpload file,
            @Part("revision") @Nullable String revision) {
        Person person = visitor.signedIn();
        Sent sent = sent(tenant, person, versionId, revision, file);
        try {
            Upload upload = uploads.receive(
                    tenant,
                    sent.actor(),
                    chosen(file),
                    (name, path) -> desk.reimport(tenant, sent.actor(), sent.id(), sent.revision(), name, path));
            return switch (upload) {
                case Upload.Stored stored ->
                    DraftPages.done(tenant, sent.id(), "已换成新文件，识别出 " + stored.provisions() + " 段条文；原来的更正已保留。", "");
                case Upload.Duplicate duplicate -> throw Refusal.conflict("duplicate", duplicate.message());
                case Upload.Unreadable unreadable -> throw Refusal.badField(FILE, unreadable.message());
            };
        } catch (Refusal refusal) {
            return drafts.show(request, refusal.status(), sent, FormProblems.of(refusal, FILE), null, Map.of());
        }
    }

    /** What the form names; where it names nothing, its file is given back. */
    private static Sent sent(
            Tenant tenant,
            Person person,
            String versionId,
            @Nullable String revision,
            @Nullable CompletedFileUpload file) {
        try {
            return Sent.of(tenant, person, versionId, Map.of("revision", revision == null ? "" : revision));
        } catch (Refusal refusal) {
            if (file != null) {
                file.discard();
            }
            throw refusal;
        }
    }

    private static CompletedFileUpload chosen(@Nullable CompletedFileUpload file) {
        if (file == null || file.getSize() == 0) {
            if (file != null) {
                file.discard();
            }
            throw Refusal.badField(FILE, "请选择要上传的文件，文件不能为空。");
        }
        return file;
    }

    private static String alike(Upload.Stored stored) {
        if (stored.sameText() != null) {
            return "注意：文字与已有的《" + stored.sameText().title() + "》完全相同。";
        }
        if (stored.versionOf() != null) {
            return "注意：文号或者标题与已有的《" + stored.versionOf().title() + "》相同，可能是它的新版本。";
        }
        return "";
    }

    private HttpResponse<String> alreadyThere(
            HttpRequest<?> request, Tenant tenant, Typed typed, Upload.Duplicate duplicate) {
        return form(
                request,
                HttpStatus.CONFLICT,
                tenant,
                typed,
                List.of(new Refusal.Field(FILE, duplicate.message())),
                new PageLink("打开已有的文件", DraftPages.console(tenant) + "/" + duplicate.versionId()));
    }

    private HttpResponse<String> form(
            HttpRequest<?> request,
            HttpStatus status,
            Tenant tenant,
            Typed typed,
            List<Refusal.Field> problems,
            @Nullable PageLink existing) {
        String policy = typed.policy();
        String title = policy.isEmpty()
                ? ""
                : desk.versionsForDesk(tenant).stream()
                        .filter(it -> String.valueOf(it.policyId()).equals(policy))
                        .map(PolicyVersion::title)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        return pages.show(
                request,
                status,
                "console/upload",
                new UploadView(DraftPages.console(tenant), policy, title, typed.source(), problems, existing));
    }
}
