package cn.zhirong.policy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.document.BlockKey;
import cn.zhirong.document.Correction;
import cn.zhirong.document.ProvisionKind;
import cn.zhirong.policy.DraftPages.Sent;
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
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** The page on which a version is confirmed and corrected. Each form is a POST that leads back to the page. */
@Controller("/{slug}/console/policies/{versionId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class DraftPageController {
    private final PolicyDesk desk;
    private final DraftLines lines;
    private final DraftPages drafts;
    private final Pages pages;
    private final Clock clock;

    DraftPageController(PolicyDesk desk, DraftLines lines, DraftPages drafts, Pages pages, Clock clock) {
        this.desk = desk;
        this.lines = lines;
        this.drafts = drafts;
        this.pages = pages;
        this.clock = clock;
    }

    @Needs(Action.POLICY_DESK)
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId) {
        Person person = visitor.signedIn();
        long id = PageNumbers.id(versionId);
        if (!person.may(Action.POLICY_EDIT)) {
            long there = desk.draft(tenant, id).version().id();
            return HttpResponse.seeOther(URI.create(DraftPages.console(tenant) + "/" + there + "/preview"));
        }
        return drafts.show(request, tenant, person, id);
    }

    @Needs(Action.POLICY_DESK)
    @Get("/preview")
    HttpResponse<String> preview(HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId) {
        Draft draft = desk.draft(tenant, PageNumbers.id(versionId));
        return pages.show(request, "console/preview", PreviewView.of(tenant.slug(), draft, PageNumbers.today(clock)));
    }

    @Needs(Action.POLICY_EDIT)
    @Post("/facts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> facts(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        Sent sent = sent(tenant, visitor, versionId, body);
        FactsForm typed = FactsForm.typed(sent.fields().all());
        try {
            desk.confirmFacts(tenant, sent.actor(), sent.id(), sent.revision(), typed.facts());
        } catch (Refusal refusal) {
            return drafts.show(request, refusal.status(), sent, FormProblems.of(refusal), typed, Map.of());
        }
        return DraftPages.done(tenant, sent.id(), "已保存文件信息。", "facts");
    }

    @Needs(Action.POLICY_EDIT)
    @Post("/corrections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> correct(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return drafts.change(request, sent(tenant, visitor, versionId, body), sent -> {
            Correction correction = correction(tenant, desk.draft(tenant, sent.id()), sent);
            desk.correct(tenant, sent.actor(), sent.id(), sent.revision(), correction);
            return "已更正条文结构。";
        });
    }

    @Needs(Action.POLICY_EDIT)
    @Post("/corrections/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> undo(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return drafts.change(request, sent(tenant, visitor, versionId, body), sent -> {
            desk.undo(tenant, sent.actor(), sent.id(), sent.revision());
            return "已撤销上一次更正。";
        });
    }

    @Needs(Action.POLICY_EDIT)
    @Post("/notices")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> settle(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return drafts.change(request, sent(tenant, visitor, versionId, body), sent -> {
            int notice = sent.fields().number("notice");
            desk.settle(tenant, sent.actor(), sent.id(), sent.revision(), notice, sent.text("reason"));
            return "已记录处理理由。";
        });
    }

    @Needs(Action.POLICY_EDIT)
    @Post("/version-of")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> versionOf(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return drafts.change(request, sent(tenant, visitor, versionId, body), sent -> {
            long policy = PageNumbers.id(sent.text("policy"));
            desk.makeVersionOf(tenant, sent.actor(), sent.id(), sent.revision(), policy);
            return "已作为该文件的新版本。";
        });
    }

    @Needs(Action.POLICY_EDIT)
    @Post("/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> discard(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        Sent sent = sent(tenant, visitor, versionId, body);
        try {
            desk.discard(tenant, sent.actor(), sent.id(), sent.revision());
        } catch (Refusal refusal) {
            return drafts.show(request, refusal.status(), sent, FormProblems.of(refusal), null, Map.of());
        }
        return Flash.redirect(DraftPages.console(tenant), "已删除草稿。");
    }

    private static Sent sent(Tenant tenant, Visitor visitor, String versionId, Map<String, Object> body) {
        return Sent.of(tenant, visitor.signedIn(), versionId, body);
    }

    private Correction correction(Tenant tenant, Draft draft, Sent sent) {
        BlockKey at = key(sent.text("at"));
        return switch (sent.text("act")) {
            case "split" -> lines.split(tenant, draft, at, sent.text("words"));
            case "join" -> new Correction.Join(at);
            case "renumber" -> new Correction.Renumber(at, rank(sent.text("rank")), sent.text("label"));
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
}
