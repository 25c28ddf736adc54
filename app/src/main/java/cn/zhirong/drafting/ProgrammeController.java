package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.subsidy.ProgrammeDrafts;
import cn.zhirong.subsidy.ProgrammeVersion;
import cn.zhirong.subsidy.ProgrammeVersion.Text;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Ids;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A version of a programme: written as a draft, looked at beside what is in force, put in force by somebody else. */
@Controller("/{slug}/console/programmes/{programmeVersion}")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProgrammeController {
    private final ProgrammeDrafts drafts;
    private final ProgrammePages views;
    private final Pages pages;

    ProgrammeController(ProgrammeDrafts drafts, ProgrammePages views, Pages pages) {
        this.drafts = drafts;
        this.views = views;
        this.pages = pages;
    }

    @Needs(Action.RULE_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, String programmeVersion) {
        return show(request, tenant, visitor, Ids.of(programmeVersion), Map.of(), null);
    }

    @Needs(Action.RULE_DRAFT)
    @Get("/form")
    HttpResponse<String> form(HttpRequest<?> request, Tenant tenant, Visitor visitor, String programmeVersion) {
        ProgrammeVersion version = open(tenant, programmeVersion);
        return pages.show(
                request,
                "drafting/console-programme-form",
                views.form(tenant, version, ProgrammeFields.of(version.text()), false, null));
    }

    /** Each button of the form: keep it, or add and take away rows. */
    @Needs(Action.RULE_DRAFT)
    @Post("/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> write(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            String programmeVersion,
            @Body Map<String, String> sent) {
        ProgrammeVersion version = open(tenant, programmeVersion);
        Map<String, String> fields = new LinkedHashMap<>(sent);
        fields.keySet().removeAll(Set.of("do", "revision"));
        int revision = number(sent.get("revision"));
        String button = sent.getOrDefault("do", "save");
        if (!button.equals("save")) {
            return again(request, tenant, version, revision, ProgrammeFields.after(fields, button), null);
        }
        try {
            Text text = ProgrammeForm.read(fields, views.provisions(tenant, fields.getOrDefault("policy", "")));
            if (drafts.save(tenant, visitor.signedIn().username(), version.id(), revision, text)) {
                return Flash.redirect(ProgrammePages.here(tenant, version.id()), "已保存草稿。请另一人核对后让它生效。");
            }
            ProgrammeVersion kept = drafts.get(tenant, version.id());
            return pages.show(
                    request,
                    HttpStatus.CONFLICT,
                    "drafting/console-programme-conflict",
                    new ProgrammeConflictView(
                            views.head(tenant, kept, true),
                            RuleHeads.who(kept.changedBy()),
                            fields,
                            ComparisonView.Row.of(ProgrammeDifferences.between(kept.text(), text))));
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            return again(request, tenant, version, revision, fields, refusal);
        }
    }

    private HttpResponse<String> again(
            HttpRequest<?> request,
            Tenant tenant,
            ProgrammeVersion version,
            int revision,
            Map<String, String> fields,
            @Nullable Refusal refusal) {
        ProgrammeFormView view = views.form(tenant, version, fields, true, refusal);
        return pages.show(
                request,
                refusal == null ? HttpStatus.OK : refusal.status(),
                "drafting/console-programme-form",
                // What was not kept goes on from the revision it began with.
                view.from(revision));
    }

    @Needs(Action.RULE_PUBLISH)
    @Post("/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> put(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            String programmeVersion,
            @Body Map<String, String> form) {
        long id = Ids.of(programmeVersion);
        try {
            FormReader reader = new FormReader(form);
            String note = reader.lines("note", "说明", 1, 500);
            reader.check();
            List<String> obstacles = views.obstacles(tenant, drafts.get(tenant, id));
            if (!obstacles.isEmpty()) {
                throw Refusal.unprocessable("obstacles", "还不能生效：" + obstacles.getFirst());
            }
            drafts.put(tenant, visitor.signedIn().username(), id, number(form.get("revision")), note);
            return Flash.redirect(ProgrammePages.here(tenant, id), "已生效。新开始的申报按它办理。");
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            return show(request, tenant, visitor, id, form, refusal);
        }
    }

    @Needs(Action.RULE_DRAFT)
    @Post("/deletion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> discard(Tenant tenant, Visitor visitor, String programmeVersion) {
        drafts.discard(tenant, visitor.signedIn().username(), Ids.of(programmeVersion));
        return Flash.redirect(ProgrammePages.list(tenant), "已删去这份草稿。");
    }

    private HttpResponse<String> show(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long id,
            Map<String, String> typed,
            @Nullable Refusal refusal) {
        return pages.show(
                request,
                refusal == null ? HttpStatus.OK : refusal.status(),
                "drafting/console-programme",
                views.version(tenant, drafts.get(tenant, id), visitor.signedIn().username(), typed, refusal));
    }

    private ProgrammeVersion open(Tenant tenant, String sent) {
        ProgrammeVersion version = drafts.get(tenant, Ids.of(sent));
        if (!version.isOpen()) {
            throw Refusal.conflict("in-force", "这一版已经生效，不能再改。请在项目列表里新建一份草稿。");
        }
        return version;
    }

    private static int number(@Nullable String sent) {
        return sent != null && sent.matches("[0-9]{1,9}") ? Integer.parseInt(sent) : -1;
    }
}
