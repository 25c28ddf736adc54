package cn.zhirong.policy;

import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The officers' list of versions, and taking files in. */
@Controller("/{slug}/console/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
class DeskPageController {
    private static final Role[] ANYBODY = {Role.OFFICER, Role.REVIEWER, Role.DIRECTOR};

    private final PolicyDesk desk;
    private final Uploads uploads;
    private final Pages pages;
    private final Clock clock;

    DeskPageController(PolicyDesk desk, Uploads uploads, Pages pages, Clock clock) {
        this.desk = desk;
        this.uploads = uploads;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> list(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @QueryValue @Nullable String state) {
        visitor.mustBe(ANYBODY);
        List<PolicyVersion> versions = desk.versionsForDesk(tenant);
        State shown = state(state, versions);
        String console = console(tenant);
        List<PageTab> tabs = new ArrayList<>();
        for (State one : State.values()) {
            int count = (int) versions.stream().filter(it -> it.state() == one).count();
            String href = console + "?state=" + one.name().toLowerCase(Locale.ROOT);
            tabs.add(new PageTab(one.label(), href, one == shown, count));
        }
        LocalDate today = PageNumbers.today(clock);
        List<DeskView.Row> rows = versions.stream()
                .filter(it -> it.state() == shown)
                .map(it -> row(tenant, it, today))
                .toList();
        return pages.show(request, "console/policies", new DeskView(console, tabs, rows));
    }

    @Get("/upload")
    HttpResponse<String> form(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @QueryValue @Nullable String policy) {
        visitor.mustBe(ANYBODY);
        return form(request, HttpStatus.OK, tenant, policy == null ? "" : policy, "", List.of(), null);
    }

    @Post("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> upload(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            @Part("file") @Nullable CompletedFileUpload file,
            @Part("source") @Nullable String source,
            @Part("policy") @Nullable String policy) {
        Person person = visitor.mustBe(ANYBODY);
        String from = source == null ? "" : source.strip();
        String of = policy == null ? "" : policy.strip();
        Function<String, HttpResponse<String>> wrong = message -> form(
                request, HttpStatus.BAD_REQUEST, tenant, of, from, List.of(new Refusal.Field("file", message)), null);
        if (file == null || file.getSize() == 0) {
            return wrong.apply("请选择要上传的文件，文件不能为空。");
        }
        if (from.length() > FactsCheck.LONGEST_SOURCE) {
            return form(
                    request,
                    HttpStatus.BAD_REQUEST,
                    tenant,
                    of,
                    from,
                    List.of(new Refusal.Field("source", "来源最长 " + FactsCheck.LONGEST_SOURCE + " 个字。")),
                    null);
        }
        UploadHints hints = new UploadHints(of.isEmpty() ? null : PageNumbers.id(of), from);
        Upload upload;
        try {
            upload = uploads.receive(
                    tenant,
                    person.username(),
                    file,
                    (name, path) -> desk.upload(tenant, person.username(), name, path, hints));
        } catch (Refusal refusal) {
            String why = String.valueOf(refusal.getMessage());
            return form(request, refusal.status(), tenant, of, from, List.of(new Refusal.Field("file", why)), null);
        }
        return switch (upload) {
            case Upload.Stored stored ->
                Flash.redirect(
                        console(tenant) + "/" + stored.version().id(),
                        "已识别出 " + stored.provisions() + " 段条文，请核对文件信息和条文结构。" + alike(stored));
            case Upload.Duplicate duplicate ->
                form(
                        request,
                        HttpStatus.CONFLICT,
                        tenant,
                        of,
                        from,
                        List.of(new Refusal.Field("file", duplicate.message())),
                        new PageLink("打开已有的文件", console(tenant) + "/" + duplicate.versionId()));
            case Upload.Unreadable unreadable -> wrong.apply(unreadable.message());
        };
    }

    @Post("/{versionId}/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> reimport(
            Tenant tenant,
            Visitor visitor,
            String versionId,
            @Part("file") @Nullable CompletedFileUpload file,
            @Part("revision") @Nullable String revision) {
        Person person = visitor.mustBe(ANYBODY);
        long id = PageNumbers.id(versionId);
        if (file == null || file.getSize() == 0 || revision == null || !revision.matches("[0-9]{1,9}")) {
            throw Refusal.badField("file", "请选择要上传的文件，文件不能为空。");
        }
        int shown = Integer.parseInt(revision);
        Upload upload = uploads.receive(
                tenant,
                person.username(),
                file,
                (name, path) -> desk.reimport(tenant, person.username(), id, shown, name, path));
        return switch (upload) {
            case Upload.Stored stored ->
                Flash.redirect(console(tenant) + "/" + id, "已换成新文件，识别出 " + stored.provisions() + " 段条文；原来的更正已保留。");
            case Upload.Duplicate duplicate -> throw Refusal.conflict("duplicate", duplicate.message());
            case Upload.Unreadable unreadable -> throw Refusal.badField("file", unreadable.message());
        };
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

    private HttpResponse<String> form(
            HttpRequest<?> request,
            HttpStatus status,
            Tenant tenant,
            String policy,
            String source,
            List<Refusal.Field> problems,
            @Nullable PageLink existing) {
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
                new UploadView(console(tenant), policy, title, source, problems, existing));
    }

    private DeskView.Row row(Tenant tenant, PolicyVersion it, LocalDate today) {
        return new DeskView.Row(
                it.title().isEmpty() ? "（还没有标题）" : it.title(),
                console(tenant) + "/" + it.id(),
                it.documentNumber(),
                it.kind().label(),
                "第 " + it.number() + " 版",
                it.term().on(today),
                PageWords.actor(it.uploadedBy()));
    }

    /** The state asked for; otherwise drafts while there are any. */
    private static State state(@Nullable String wanted, List<PolicyVersion> versions) {
        for (State one : State.values()) {
            if (one.name().equalsIgnoreCase(wanted)) {
                return one;
            }
        }
        boolean drafts = versions.stream().anyMatch(it -> it.state() == State.DRAFT);
        return drafts ? State.DRAFT : State.PUBLISHED;
    }

    private static String console(Tenant tenant) {
        return "/" + tenant.slug() + "/console/policies";
    }
}
