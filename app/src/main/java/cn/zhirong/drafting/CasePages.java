package cn.zhirong.drafting;

import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleFacts;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.Verdict;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the pages of cases: all of a version with what the rule says of them, and the form of one. */
@Singleton
class CasePages {
    private final Drafts drafts;
    private final Cases cases;
    private final Vocabularies vocabularies;
    private final Pages pages;

    CasePages(Drafts drafts, Cases cases, Vocabularies vocabularies, Pages pages) {
        this.drafts = drafts;
        this.cases = cases;
        this.vocabularies = vocabularies;
        this.pages = pages;
    }

    /** What the rule looks at; all facts while it is not a rule yet. */
    CaseForm form(Tenant tenant, Draft draft) {
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

    /** @param known what stands in the case beyond what was typed */
    HttpResponse<String> show(
            HttpRequest<?> request,
            Tenant tenant,
            Draft draft,
            long id,
            Map<String, String> fields,
            Facts known,
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
                        form(tenant, draft).asked(fields, known),
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

    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, long id, String firm, @Nullable Refusal refusal) {
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
