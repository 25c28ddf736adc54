package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.policy.PolicyDocument;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleFinePrint;
import cn.zhirong.rule.RuleSentence;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Ids;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A version as it is read, compared, taken out as a workbook and thrown away. */
@Controller("/{slug}/console/rules/{ruleId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class RuleController {
    private final Drafts drafts;
    private final Checks checks;
    private final Clauses clauses;
    private final Programmes programmes;
    private final WorkbookDesk workbooks;
    private final Pages pages;

    RuleController(
            Drafts drafts, Checks checks, Clauses clauses, Programmes programmes, WorkbookDesk workbooks, Pages pages) {
        this.drafts = drafts;
        this.checks = checks;
        this.clauses = clauses;
        this.programmes = programmes;
        this.workbooks = workbooks;
        this.pages = pages;
    }

    @Needs(Action.RULE_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        RuleHead head = RuleHeads.of(tenant, draft, RuleHeads.Tab.RULE, drafts.today());
        Rule rule = draft.form().rule();
        return pages.show(
                request,
                "drafting/console-rule",
                rule == null
                        ? new RuleView(head, "", "", "", List.of(), List.of(), problems(draft))
                        : read(tenant, draft, head, rule));
    }

    private static List<String> problems(Draft draft) {
        return draft.form().problems().stream()
                .map(RuleForm.FormProblem::words)
                .distinct()
                .toList();
    }

    private RuleView read(Tenant tenant, Draft draft, RuleHead head, Rule rule) {
        Checks.Checked checked = checks.of(tenant, draft.programme(), rule, drafts.today());
        Optional<PolicyDocument> document =
                clauses.document(tenant, rule.basis().policy(), rule.basis().version(), drafts.today());
        List<RuleView.Row> rows = new ArrayList<>();
        Set<Checks.Said> told = new HashSet<>();
        Map<String, Optional<PolicyDocument>> others = new HashMap<>();
        for (RuleParts.Part part : RuleParts.of(rule)) {
            ProvisionReference clause = part.clause();
            if (clause != null) {
                Optional<PolicyDocument> of = RuleFinePrint.isOwn(rule, clause)
                        ? document
                        : others.computeIfAbsent(
                                clause.policy() + " " + clause.version(),
                                key -> clauses.document(tenant, clause.policy(), clause.version(), drafts.today()));
                String policy = RuleFinePrint.isOwn(rule, clause)
                        ? ""
                        : of.map(found -> "《" + found.version().title() + "》").orElse(clause.policy() + " ");
                rows.add(row(tenant, part, policy, checked, of, told));
            }
        }
        return new RuleView(
                head,
                RuleSentence.of(rule, programmes.ruleNames(tenant)),
                "《" + rule.basis().title() + "》" + rule.basis().version(),
                document.map(found -> "/" + tenant.slug() + "/policies/"
                                + found.version().policyId() + "/v"
                                + found.version().number())
                        .orElse(""),
                rows,
                checked.said().stream()
                        .map(said -> new RuleView.Remark(said.stops(), said.words()))
                        .toList(),
                List.of());
    }

    private RuleView.Row row(
            Tenant tenant,
            RuleParts.Part part,
            String policy,
            Checks.Checked checked,
            Optional<PolicyDocument> document,
            Set<Checks.Said> told) {
        ProvisionReference clause = Objects.requireNonNull(part.clause());
        return new RuleView.Row(
                part.section(),
                part.words(),
                policy + clause.path(),
                document.flatMap(found -> Clauses.address(tenant, found, clause.path()))
                        .orElse(""),
                checked.texts().find(clause).map(ClauseTexts.Clause::own).orElse(""),
                checked.said().stream()
                        .filter(said -> clause.equals(said.clause()) && told.add(said))
                        .map(Checks.Said::words)
                        .toList());
    }

    @Needs(Action.RULE_SEE)
    @Get("/comparison")
    HttpResponse<String> compare(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId, @QueryValue @Nullable String with) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        List<RuleVersionRow> others = drafts.versions(tenant, draft.programme()).stream()
                .filter(row -> row.key() != draft.id())
                .toList();
        long chosen = with == null || with.isEmpty()
                ? others.stream()
                        .filter(row -> row.number() < draft.row().number())
                        .findFirst()
                        .or(() -> others.stream().findFirst())
                        .map(RuleVersionRow::key)
                        .orElse(0L)
                : Ids.of(with);
        return pages.show(request, "drafting/console-comparison", comparison(tenant, draft, others, chosen));
    }

    private ComparisonView comparison(Tenant tenant, Draft draft, List<RuleVersionRow> others, long chosen) {
        RuleHead head = RuleHeads.of(tenant, draft, RuleHeads.Tab.COMPARISON, drafts.today());
        List<ComparisonView.Choice> choices = others.stream()
                .map(row -> new ComparisonView.Choice(
                        Long.toString(row.key()),
                        "第" + row.number() + "版（" + RuleHeads.state(row, drafts.today()) + "，" + RuleHeads.days(row)
                                + "）"))
                .toList();
        if (chosen == 0) {
            return new ComparisonView(head, 0, "", choices, List.of(), "这个项目只有这一版。");
        }
        Draft other = drafts.get(tenant, chosen);
        if (other.programme().id() != draft.programme().id()) {
            throw cn.zhirong.web.Refusal.notFound();
        }
        String label = "第" + other.row().number() + "版";
        Rule before = other.form().rule();
        Rule after = draft.form().rule();
        if (before == null || after == null) {
            String unfinished = before == null ? label : "第" + head.number() + "版";
            return new ComparisonView(head, chosen, label, choices, List.of(), unfinished + "还没有写完，写完后才能比较。");
        }
        return new ComparisonView(
                head, chosen, label, choices, ComparisonView.Row.of(RuleDifferences.between(before, after)), "");
    }

    /** What leaves the house is recorded. */
    @Needs(Action.RULE_SEE)
    @Get("/workbook.xlsx")
    HttpResponse<byte[]> workbook(Tenant tenant, Visitor visitor, String ruleId) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        byte[] file = workbooks.give(tenant, visitor.signedIn().username(), draft);
        return HttpResponse.ok(file)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"rule-" + draft.programme().code() + "-"
                                + draft.row().number() + ".xlsx\"");
    }

    @Needs(Action.RULE_DRAFT)
    @Post("/deletion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> discard(Tenant tenant, Visitor visitor, String ruleId, @Body @Nullable Map<String, String> form) {
        String seen = form == null ? null : form.get("revision");
        Integer revision = seen != null && seen.matches("[0-9]{1,9}") ? Integer.valueOf(seen) : null;
        drafts.discard(tenant, visitor.signedIn().username(), Ids.of(ruleId), revision);
        return Flash.redirect(RuleHeads.list(tenant), "已删去这份草稿。");
    }
}
