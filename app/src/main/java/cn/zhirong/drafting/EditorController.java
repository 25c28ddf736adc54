package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form and the text of a draft. Every button sends the whole form and gets it back: nothing typed is lost. */
@Controller("/{slug}/console/rules/{ruleId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class EditorController {
    private static final String PUBLISHED = "这一版已经发布，不能再改。请由它新建一份草稿。";
    private static final String TOO_LARGE = "规则过长：最多 300 行一组、每格 2000 个字。请分成几条规则，或者用文本编辑。";

    private final Drafts drafts;
    private final EditorPages editor;
    private final PickPages picks;
    private final Pages pages;

    EditorController(Drafts drafts, EditorPages editor, PickPages picks, Pages pages) {
        this.drafts = drafts;
        this.editor = editor;
        this.picks = picks;
        this.pages = pages;
    }

    @Needs(Action.RULE_DRAFT)
    @Get("/form")
    HttpResponse<?> form(HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId) {
        Draft draft = open(tenant, ruleId);
        FormData data = draft.form().data();
        return data == null
                ? Flash.redirect(RuleHeads.here(tenant, draft.id()) + "/text", "这一版有表单显示不了的写法，请用文本编辑。")
                : pages.show(request, "drafting/console-form", editor.form(tenant, draft, draft.form(), data, false));
    }

    /** Each button of the form: keep it, change its rows, choose a provision, or only show it anew. */
    @Needs(Action.RULE_DRAFT)
    @Post("/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> write(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId, @Body Map<String, String> sent) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        Map<String, String> fields = new LinkedHashMap<>(sent);
        String button = fields.getOrDefault("do", "");
        String policy = fields.getOrDefault("pick-policy", "");
        int revision = revision(fields.get("revision"));
        fields.keySet().removeAll(java.util.Set.of("do", "revision", "pick-policy"));
        Map<String, String> gathered = SentCodes.gathered(fields);
        Optional<FormData> taken = FormData.sent(gathered);
        if (!draft.isOpen()) {
            return refused(request, tenant, draft, HttpStatus.CONFLICT, PUBLISHED, gathered);
        }
        if (taken.isEmpty()) {
            return refused(request, tenant, draft, HttpStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE, gathered);
        }
        FormData data = taken.get();
        if (button.startsWith("pick:")) {
            return pages.show(
                    request,
                    "drafting/console-pick",
                    picks.pick(tenant, draft, revision, data, button.substring("pick:".length()), policy));
        }
        if (button.equals("save")) {
            return save(request, tenant, visitor, draft, revision, drafts.form(tenant, draft.programme(), data));
        }
        FormData changed = button.startsWith("picked:")
                ? picks.picked(tenant, data, button.substring("picked:".length()), policy)
                : FormMoves.apply(data, button);
        RuleForm form = drafts.form(tenant, draft.programme(), changed);
        EditorView view = editor.form(tenant, draft, form, changed, true);
        return pages.show(request, "drafting/console-form", editor.with(view, revision));
    }

    private HttpResponse<?> save(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, Draft draft, int revision, RuleForm form) {
        String here = RuleHeads.here(tenant, draft.id());
        boolean kept;
        try {
            kept = drafts.save(tenant, visitor.signedIn().username(), draft.id(), revision, form);
        } catch (Refusal refusal) {
            return refused(request, tenant, draft.id(), refusal, form.text());
        }
        if (kept) {
            return Flash.redirect(
                    here + "/form",
                    form.rule() == null ? "已保存草稿，还有 " + form.problems().size() + " 处没有写完。" : "已保存草稿。");
        }
        return pages.show(
                request,
                HttpStatus.CONFLICT,
                "drafting/console-conflict",
                editor.conflict(tenant, drafts.get(tenant, draft.id()), form, here + "/form"));
    }

    @Needs(Action.RULE_DRAFT)
    @Get("/text")
    HttpResponse<String> text(HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId) {
        Draft draft = open(tenant, ruleId);
        return pages.show(
                request,
                "drafting/console-text",
                editor.text(tenant, draft, draft.form(), draft.row().revision()));
    }

    @Needs(Action.RULE_DRAFT)
    @Post("/text")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> writeText(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId, @Body Map<String, String> sent) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        String text = sent.getOrDefault("text", "").replace("\r\n", "\n");
        int revision = revision(sent.get("revision"));
        if (!draft.isOpen()) {
            return refused(request, tenant, draft, HttpStatus.CONFLICT, PUBLISHED, Map.of("text", text));
        }
        if (text.length() > Drafts.MOST_CHARACTERS) {
            String words = "规则最长 " + Drafts.MOST_CHARACTERS + " 个字，现在有 " + text.length() + " 个字，没有保存。";
            return pages.show(
                    request,
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "drafting/console-text",
                    editor.tooLong(tenant, draft, text, revision, words));
        }
        RuleForm form = drafts.form(tenant, draft.programme(), text);
        boolean kept;
        try {
            kept = drafts.save(tenant, visitor.signedIn().username(), draft.id(), revision, form);
        } catch (Refusal refusal) {
            return refused(request, tenant, draft.id(), refusal, text);
        }
        if (!kept) {
            return pages.show(
                    request,
                    HttpStatus.CONFLICT,
                    "drafting/console-conflict",
                    editor.conflict(
                            tenant,
                            drafts.get(tenant, draft.id()),
                            form,
                            RuleHeads.here(tenant, draft.id()) + "/text"));
        }
        return Flash.redirect(
                RuleHeads.here(tenant, draft.id()) + "/text",
                form.rule() == null ? "已保存，还有 " + form.problems().size() + " 处要改正。" : "已保存草稿。");
    }

    /** Published while it was saved, or longer than a rule may be. */
    private HttpResponse<String> refused(HttpRequest<?> request, Tenant tenant, long id, Refusal refusal, String text) {
        if (refusal.status() == HttpStatus.NOT_FOUND) {
            throw refusal;
        }
        Draft draft = drafts.get(tenant, id);
        return refused(request, tenant, draft, refusal.status(), refusal.getMessage(), Map.of("text", text));
    }

    /** Nothing that was typed is lost: it is shown to be copied. */
    private HttpResponse<String> refused(
            HttpRequest<?> request,
            Tenant tenant,
            Draft draft,
            HttpStatus status,
            @Nullable String reason,
            Map<String, String> sent) {
        return pages.show(
                request,
                status,
                "drafting/console-refused",
                editor.refused(tenant, draft, reason == null ? "" : reason, sent));
    }

    private Draft open(Tenant tenant, String ruleId) {
        return Optional.of(drafts.get(tenant, Ids.of(ruleId)))
                .filter(Draft::isOpen)
                .orElseThrow(() -> Refusal.conflict("published", PUBLISHED));
    }

    private static int revision(@Nullable String sent) {
        return sent != null && sent.matches("[0-9]{1,9}") ? Integer.parseInt(sent) : -1;
    }
}
