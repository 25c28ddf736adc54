package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.kernel.CreditCode;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleFacts;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.Verdict;
import cn.zhirong.subsidy.EnterpriseFacts;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormErrors;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cases of a version: firms made up or taken from the register, with what the rule must say of them. */
@Controller("/{slug}/console/rules/{ruleId}/cases")
@ExecuteOn(TaskExecutors.BLOCKING)
class CaseController {
    private final Drafts drafts;
    private final Cases cases;
    private final Vocabularies vocabularies;
    private final Enterprises enterprises;
    private final Pages pages;

    CaseController(Drafts drafts, Cases cases, Vocabularies vocabularies, Enterprises enterprises, Pages pages) {
        this.drafts = drafts;
        this.cases = cases;
        this.vocabularies = vocabularies;
        this.enterprises = enterprises;
        this.pages = pages;
    }

    @Needs(Action.RULE_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId) {
        return list(request, tenant, Ids.of(ruleId), "", null);
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
            Optional<Profile> profile =
                    CreditCode.typed(firm.strip()).flatMap(code -> enterprises.profile(tenant, code));
            if (profile.isEmpty()) {
                return list(
                        request,
                        tenant,
                        draft.id(),
                        firm.strip(),
                        Refusal.badField("firm", "企业库里没有统一社会信用代码是“" + firm.strip() + "”的企业。"));
            }
            fields.put("name", profile.get().name());
            Facts facts = EnterpriseFacts.of(profile.get(), drafts.today(), region(tenant));
            fields.putAll(form(tenant, draft).fields(facts));
        }
        return show(request, tenant, draft, 0, fields, null);
    }

    private static String region(Tenant tenant) {
        return tenant.profile().region().code();
    }

    @Needs(Action.RULE_DRAFT)
    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId, @Body Map<String, String> sent) {
        return keep(request, tenant, visitor, drafts.get(tenant, Ids.of(ruleId)), 0, sent);
    }

    @Needs(Action.RULE_SEE)
    @Get("/{caseId}")
    HttpResponse<String> one(HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId, String caseId) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        RuleCase one = cases.get(tenant, draft.id(), Ids.of(caseId));
        Map<String, String> fields = CaseForm.head(one);
        fields.putAll(form(tenant, draft).fields(one.facts()));
        return show(request, tenant, draft, one.id(), fields, null);
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
        return keep(request, tenant, visitor, draft, one.id(), sent);
    }

    @Needs(Action.RULE_DRAFT)
    @Post("/{caseId}/deletion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(Tenant tenant, Visitor visitor, String ruleId, String caseId) {
        cases.remove(tenant, visitor.signedIn().username(), Ids.of(ruleId), Ids.of(caseId));
        return Flash.redirect(here(tenant, Ids.of(ruleId)), "已删去案例。");
    }

    private HttpResponse<?> keep(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, Draft draft, long id, Map<String, String> sent) {
        Map<String, String> fields = new LinkedHashMap<>(CaseForm.gathered(sent));
        String button = String.valueOf(fields.remove("do"));
        if (button.startsWith("add:") || button.startsWith("remove:")) {
            return show(request, tenant, draft, id, CaseForm.moved(fields, button), null);
        }
        try {
            cases.keep(
                    tenant,
                    visitor.signedIn().username(),
                    draft.id(),
                    form(tenant, draft).read(id, fields));
            return Flash.redirect(here(tenant, draft.id()), "已保存案例。");
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            return show(request, tenant, draft, id, fields, refusal);
        }
    }

    /** What the rule looks at; all facts while it is not a rule yet. */
    private CaseForm form(Tenant tenant, Draft draft) {
        var catalogue = vocabularies.facts(tenant);
        Map<FactDefinition, Set<String>> asked = new LinkedHashMap<>();
        Rule rule = draft.form().rule();
        if (rule == null) {
            catalogue
                    .all()
                    .forEach(fact ->
                            asked.put(fact, new LinkedHashSet<>(fact.fields().keySet())));
        } else {
            RuleFacts.of(rule)
                    .forEach((name, fields) -> catalogue.find(name).ifPresent(fact -> asked.put(fact, fields)));
        }
        return new CaseForm(asked);
    }

    private HttpResponse<String> show(
            HttpRequest<?> request,
            Tenant tenant,
            Draft draft,
            long id,
            Map<String, String> fields,
            @Nullable Refusal refusal) {
        String expected = fields.getOrDefault("expected", "");
        List<Part.Choice> verdicts = Stream.of(Verdict.values())
                .map(one -> new Part.Choice(one.name(), one.label(), one.name().equals(expected)))
                .toList();
        String here = here(tenant, draft.id());
        Optional<RuleCase.Result> result = id == 0 || refusal != null ? Optional.empty() : result(tenant, draft, id);
        return pages.show(
                request,
                refusal == null ? HttpStatus.OK : refusal.status(),
                "drafting/console-case",
                new CaseView(
                        RuleHeads.of(tenant, draft, RuleHeads.Tab.CASES, drafts.today()),
                        id == 0 ? "添加案例" : fields.getOrDefault("name", "案例"),
                        here + (id == 0 ? "/new" : "/" + id),
                        fields,
                        verdicts,
                        form(tenant, draft).asked(fields),
                        result.map(one ->
                                        one.passes() ? "通过：" + CaseWords.said(one.evaluation()) : "没有通过：" + one.words())
                                .orElse(""),
                        result.map(one -> Trace.of(one.evaluation()).sentences())
                                .orElse(List.of()),
                        id == 0 || !draft.isOpen() ? "" : here + "/" + id + "/deletion",
                        FormErrors.of(refusal)));
    }

    private Optional<RuleCase.Result> result(Tenant tenant, Draft draft, long id) {
        Rule rule = draft.form().rule();
        return rule == null
                ? Optional.empty()
                : Optional.of(cases.get(tenant, draft.id(), id).run(rule, vocabularies.parameters(tenant)));
    }

    private HttpResponse<String> list(
            HttpRequest<?> request, Tenant tenant, long id, String firm, @Nullable Refusal refusal) {
        Draft draft = drafts.get(tenant, id);
        Rule rule = draft.form().rule();
        List<PublicationView.CaseLine> lines = rule == null
                ? cases.of(tenant, id).stream()
                        .map(one -> new PublicationView.CaseLine(
                                one.name(),
                                here(tenant, id) + "/" + one.id(),
                                false,
                                one.expected().label(),
                                "规则还没有写完"))
                        .toList()
                : cases.run(tenant, id, rule).stream()
                        .map(result -> CaseWords.line(tenant, draft, result))
                        .toList();
        int failing = (int) lines.stream().filter(line -> !line.passes()).count();
        return pages.show(
                request,
                refusal == null ? HttpStatus.OK : refusal.status(),
                "drafting/console-cases",
                new CaseView.Listed(
                        RuleHeads.of(tenant, draft, RuleHeads.Tab.CASES, drafts.today()),
                        lines,
                        failing,
                        rule == null ? "规则还没有写完，写完后才能运行案例。" : "",
                        firm,
                        FormErrors.of(refusal)));
    }

    private static String here(Tenant tenant, long id) {
        return RuleHeads.here(tenant, id) + "/cases";
    }
}
