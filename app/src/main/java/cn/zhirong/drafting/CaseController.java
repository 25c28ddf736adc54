package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.kernel.CreditCode;
import cn.zhirong.rule.Facts;
import cn.zhirong.subsidy.EnterpriseFacts;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Ids;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cases of a version: firms made up or taken from the register, with what the rule must say of them. */
@Controller("/{slug}/console/rules/{ruleId}/cases")
@ExecuteOn(TaskExecutors.BLOCKING)
class CaseController {
    private final Drafts drafts;
    private final Cases cases;
    private final Enterprises enterprises;
    private final CasePages pages;

    CaseController(Drafts drafts, Cases cases, Enterprises enterprises, CasePages pages) {
        this.drafts = drafts;
        this.cases = cases;
        this.enterprises = enterprises;
        this.pages = pages;
    }

    @Needs(Action.RULE_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId) {
        return pages.list(request, tenant, Ids.of(ruleId), "", null);
    }

    /** An empty case, or one of what the register knows of a firm. */
    @Needs(Action.RULE_DRAFT)
    @Get("/new")
    HttpResponse<String> begin(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId, @QueryValue @Nullable String firm) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("asked", drafts.today().toString());
        if (firm != null && !firm.isBlank()) {
            Optional<Profile> profile = profile(tenant, firm);
            if (profile.isEmpty()) {
                return pages.list(
                        request,
                        tenant,
                        draft.id(),
                        firm.strip(),
                        Refusal.badField("firm", "企业库里没有统一社会信用代码是“" + firm.strip() + "”的企业。"));
            }
            Facts facts = facts(tenant, profile.get());
            fields.put("firm", firm.strip());
            fields.put("name", profile.get().name());
            fields.putAll(pages.form(tenant, draft).fields(facts));
            return pages.show(request, tenant, draft, 0, fields, facts, null);
        }
        return pages.show(request, tenant, draft, 0, fields, Facts.none(), null);
    }

    private Optional<Profile> profile(Tenant tenant, String firm) {
        return CreditCode.typed(firm.strip()).flatMap(code -> enterprises.profile(tenant, code));
    }

    private Facts facts(Tenant tenant, Profile profile) {
        return EnterpriseFacts.of(
                profile, drafts.today(), tenant.profile().region().code());
    }

    @Needs(Action.RULE_DRAFT)
    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId, @Body Map<String, String> sent) {
        Facts known = profile(tenant, sent.getOrDefault("firm", ""))
                .map(profile -> facts(tenant, profile))
                .orElse(Facts.none());
        return keep(request, tenant, visitor, drafts.get(tenant, Ids.of(ruleId)), 0, sent, known);
    }

    @Needs(Action.RULE_SEE)
    @Get("/{caseId}")
    HttpResponse<String> one(HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId, String caseId) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        String seen = cases.mark(tenant, draft.id(), Ids.of(caseId));
        RuleCase one = cases.get(tenant, draft.id(), Ids.of(caseId));
        Map<String, String> fields = CaseForm.head(one);
        fields.putAll(pages.form(tenant, draft).fields(one.facts()));
        fields.put("seen", seen);
        return pages.show(request, tenant, draft, one.id(), fields, one.facts(), null);
    }

    @Needs(Action.RULE_DRAFT)
    @Post("/{caseId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            String ruleId,
            String caseId,
            @Body Map<String, String> sent) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        RuleCase one = cases.get(tenant, draft.id(), Ids.of(caseId));
        return keep(request, tenant, visitor, draft, one.id(), sent, one.facts());
    }

    @Needs(Action.RULE_DRAFT)
    @Post("/{caseId}/deletion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(Tenant tenant, Visitor visitor, String ruleId, String caseId) {
        cases.remove(tenant, visitor.signedIn().username(), Ids.of(ruleId), Ids.of(caseId));
        return Flash.redirect(here(tenant, Ids.of(ruleId)), "已删去案例。");
    }

    /** @param known what stands in the case already, or what the register knows of the firm it is of */
    private HttpResponse<?> keep(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            Draft draft,
            long id,
            Map<String, String> sent,
            Facts known) {
        Map<String, String> fields = new LinkedHashMap<>(CaseForm.gathered(sent));
        String button = String.valueOf(fields.remove("do"));
        if (button.startsWith("add:") || button.startsWith("remove:")) {
            return pages.show(request, tenant, draft, id, CaseForm.moved(fields, button), known, null);
        }
        try {
            String actor = visitor.signedIn().username();
            RuleCase wanted = pages.form(tenant, draft).read(id, fields, known);
            if (id == 0) {
                cases.keep(tenant, actor, draft.id(), wanted);
            } else {
                cases.change(tenant, actor, draft.id(), wanted, fields.getOrDefault("seen", ""));
            }
            return Flash.redirect(here(tenant, draft.id()), "已保存案例。");
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            if (refusal.status() == HttpStatus.CONFLICT && id != 0) {
                // Whoever has read what happened meanwhile may send the same once more.
                fields.put("seen", cases.mark(tenant, draft.id(), id));
            }
            return pages.show(request, tenant, draft, id, fields, known, refusal);
        }
    }

    private static String here(Tenant tenant, long id) {
        return RuleHeads.here(tenant, id) + "/cases";
    }
}
