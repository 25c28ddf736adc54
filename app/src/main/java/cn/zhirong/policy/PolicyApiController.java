package cn.zhirong.policy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Policies for programs: reading for everybody, uploading and publishing with a token. */
@Controller("/api/v1/{slug}/policies")
class PolicyApiController {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final PolicyLibrary library;
    private final PolicyDesk desk;
    private final Uploads uploads;
    private final Clock clock;
    private final Json json;

    PolicyApiController(PolicyLibrary library, PolicyDesk desk, Uploads uploads, Clock clock, Json json) {
        this.library = library;
        this.desk = desk;
        this.uploads = uploads;
        this.clock = clock;
        this.json = json;
    }

    @Needs(Action.VISIT)
    @Get("/{id}")
    PolicyApi.Document read(Tenant tenant, long id, @QueryValue @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? LocalDate.ofInstant(clock.instant(), SHANGHAI) : asOf;
        return library.document(tenant, id, null, day)
                .map(document -> PolicyApi.Document.of(tenant.slug(), document, day))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Takes a file in as a draft.
     *
     * @param policy of which policy it is a new version, or null
     */
    @Needs(Action.POLICY_EDIT)
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<PolicyApi.Uploaded> upload(
            Tenant tenant,
            Visitor visitor,
            @Part("file") CompletedFileUpload file,
            @Part("policy") @Nullable Long policy,
            @Part("source") @Nullable String source) {
        Person person = visitor.signedIn();
        UploadHints hints = new UploadHints(policy, source == null ? "" : source.strip());
        Upload taken = uploads.receive(
                tenant,
                person.username(),
                file,
                (name, path) -> desk.upload(tenant, person.username(), name, path, hints));
        return switch (taken) {
            case Upload.Stored upload ->
                HttpResponse.created(PolicyApi.Uploaded.of(upload))
                        .header(
                                "Location",
                                "/api/v1/" + tenant.slug() + "/policies/"
                                        + upload.version().policyId());
            case Upload.Duplicate duplicate -> throw Refusal.conflict("duplicate", duplicate.message());
            case Upload.Unreadable unreadable -> throw Refusal.unprocessable(unreadable.code(), unreadable.message());
        };
    }

    /**
     * Publishes the draft of a policy.
     *
     * @param body JSON with the reason why it is published although questions of the bureau would no longer find their clauses;
     *     empty or null where there is none
     */
    @Needs(Action.POLICY_RELEASE)
    @Post("/{id}/publication")
    @Consumes(MediaType.ALL)
    PolicyApi.Published publish(Tenant tenant, Visitor visitor, long id, @Body @Nullable String body) {
        Person person = visitor.signedIn();
        PolicyVersion draft = desk.draftOfPolicy(tenant, id).orElseThrow(Refusal::notFound);
        PolicyVersion published = desk.publish(tenant, person.username(), draft.id(), draft.revision(), reason(body));
        return new PolicyApi.Published(
                published.policyId(),
                published.number(),
                PolicyApi.word(published.state()),
                published.link().path(tenant.slug()));
    }

    private String reason(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return "";
        }
        try {
            return Objects.requireNonNullElse(
                    json.read(body, PolicyApi.Publication.class).reason(), "");
        } catch (UncheckedIOException malformed) {
            throw Refusal.badField("reason", "请用 JSON 写明理由：{\"reason\": \"…\"}。");
        }
    }
}
