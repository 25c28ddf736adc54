package cn.zhirong.policy;

import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.document.BlockKey;
import cn.zhirong.document.Correction;
import cn.zhirong.document.ProvisionKind;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The page on which officers confirm, correct and release a version. Each form is a POST that leads back to the page; what was
 * refused comes back with everything that was typed.
 */
@Controller("/{slug}/console/policies/{versionId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class ConsolePageController {
    private static final Role[] ANYBODY = {Role.OFFICER, Role.REVIEWER, Role.DIRECTOR};
    private static final Role[] RELEASERS = {Role.REVIEWER, Role.DIRECTOR};

    private final PolicyDesk desk;
    private final DraftLines lines;
    private final Pages pages;

    ConsolePageController(PolicyDesk desk, DraftLines lines, Pages pages) {
        this.desk = desk;
        this.lines = lines;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId) {
        Person person = visitor.mustBe(ANYBODY);
        return page(request, tenant, person, PageNumbers.id(versionId), null, null, Map.of());
    }

    @Get("/preview")
    HttpResponse<String> preview(HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId) {
        visitor.mustBe(ANYBODY);
        Draft draft = desk.draft(tenant, PageNumbers.id(versionId));
        return pages.show(request, "console/preview", PreviewView.of(tenant.slug(), draft));
    }

    @Post("/facts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> facts(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        Person person = visitor.mustBe(ANYBODY);
        FormFields fields = FormFields.of(body);
        FactsForm typed = FactsForm.typed(fields.all());
        long id = PageNumbers.id(versionId);
        try {
            desk.confirmFacts(tenant, person.username(), id, fields.number("revision"), typed.facts());
        } catch (Refusal refusal) {
            return page(request, tenant, person, id, refusal, typed, Map.of());
        }
        return done(tenant, id, "已保存文件信息。", "facts");
    }

    @Post("/corrections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> correct(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return change(request, tenant, visitor.mustBe(ANYBODY), versionId, body, (person, fields) -> {
            long id = PageNumbers.id(versionId);
            Correction correction = correction(tenant, desk.draft(tenant, id), fields);
            desk.correct(tenant, person.username(), id, fields.number("revision"), correction);
            return "已更正条文结构。";
        });
    }

    @Post("/corrections/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> undo(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return change(request, tenant, visitor.mustBe(ANYBODY), versionId, body, (person, fields) -> {
            desk.undo(tenant, person.username(), PageNumbers.id(versionId), fields.number("revision"));
            return "已撤销上一次更正。";
        });
    }

    @Post("/notices")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> settle(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return change(request, tenant, visitor.mustBe(ANYBODY), versionId, body, (person, fields) -> {
            desk.settle(
                    tenant,
                    person.username(),
                    PageNumbers.id(versionId),
                    fields.number("revision"),
                    fields.number("notice"),
                    fields.text("reason"));
            return "已记录处理理由。";
        });
    }

    @Post("/version-of")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> versionOf(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return change(request, tenant, visitor.mustBe(ANYBODY), versionId, body, (person, fields) -> {
            desk.makeVersionOf(
                    tenant,
                    person.username(),
                    PageNumbers.id(versionId),
                    fields.number("revision"),
                    PageNumbers.id(fields.text("policy")));
            return "已作为该文件的新版本。";
        });
    }

    @Post("/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> publish(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return change(request, tenant, visitor.mustBe(RELEASERS), versionId, body, (person, fields) -> {
            desk.publish(
                    tenant,
                    person.username(),
                    PageNumbers.id(versionId),
                    fields.number("revision"),
                    fields.text(Publications.REASON));
            return "已发布，读者现在可以看到。";
        });
    }

    @Post("/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return change(request, tenant, visitor.mustBe(RELEASERS), versionId, body, (person, fields) -> {
            desk.withdraw(
                    tenant,
                    person.username(),
                    PageNumbers.id(versionId),
                    fields.number("revision"),
                    fields.text("withdrawReason"));
            return "已撤下，读者不再看到。";
        });
    }

    @Post("/repeal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> repeal(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return change(request, tenant, visitor.mustBe(RELEASERS), versionId, body, (person, fields) -> {
            LocalDate day = fields.day("repealOn", "请填写废止日期。");
            desk.repeal(
                    tenant,
                    person.username(),
                    PageNumbers.id(versionId),
                    fields.number("revision"),
                    day,
                    fields.text("repealedBy"));
            return "已登记废止。";
        });
    }

    @Post("/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> discard(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        Person person = visitor.mustBe(ANYBODY);
        long id = PageNumbers.id(versionId);
        try {
            desk.discard(tenant, person.username(), id, FormFields.of(body).number("revision"));
        } catch (Refusal refusal) {
            return page(request, tenant, person, id, refusal, null, Map.of());
        }
        return Flash.redirect("/" + tenant.slug() + "/console/policies", "已删除草稿。");
    }

    /** A change and the sentence that tells of it. */
    private interface Change extends BiFunction<Person, FormFields, String> {}

    private HttpResponse<?> change(
            HttpRequest<?> request,
            Tenant tenant,
            Person person,
            String versionId,
            Map<String, Object> body,
            Change change) {
        FormFields fields = FormFields.of(body);
        long id = PageNumbers.id(versionId);
        try {
            return done(tenant, id, change.apply(person, fields), fields.text("anchor"));
        } catch (Refusal refusal) {
            return page(request, tenant, person, id, refusal, null, fields.firsts());
        }
    }

    private Correction correction(Tenant tenant, Draft draft, FormFields fields) {
        BlockKey at = key(fields.text("at"));
        return switch (fields.text("act")) {
            case "split" -> lines.split(tenant, draft, at, fields.text("words"));
            case "join" -> new Correction.Join(at);
            case "renumber" -> new Correction.Renumber(at, rank(fields.text("rank")), fields.text("label"));
            case "drop" -> new Correction.Drop(at);
            default -> throw Refusal.badField("tree", "请选择要做的更正。");
        };
    }

    private static BlockKey key(String written) {
        try {
            return BlockKey.of(written);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.badField("tree", "没有找到要更正的这一段，请刷新后再试。");
        }
    }

    private static ProvisionKind rank(String written) {
        for (ProvisionKind kind : ProvisionKind.values()) {
            if (kind.name().equals(written) && kind != ProvisionKind.TABLE_ROW) {
                return kind;
            }
        }
        throw Refusal.badField("tree", "请选择这一段属于哪一级。");
    }

    private static HttpResponse<String> done(Tenant tenant, long id, String sentence, String anchor) {
        String fragment = anchor.matches("[a-z0-9-]{1,100}") ? "#" + anchor : "";
        return Flash.redirect("/" + tenant.slug() + "/console/policies/" + id + fragment, sentence);
    }

    private HttpResponse<String> page(
            HttpRequest<?> request,
            Tenant tenant,
            Person person,
            long id,
            @Nullable Refusal refusal,
            @Nullable FactsForm typed,
            Map<String, String> small) {
        Draft draft = desk.draft(tenant, id);
        DraftView view = DraftView.of(
                tenant.slug(), person, draft, desk.versionsForDesk(tenant), FormProblems.of(refusal), typed, small);
        return refusal == null
                ? pages.show(request, "console/draft", view)
                : pages.show(request, refusal.status(), "console/draft", view);
    }
}
