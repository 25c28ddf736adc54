package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Audit;
import cn.zhirong.access.Needs;
import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.drafting.RuleHeads.Tab;
import cn.zhirong.drafting.TrialSettings.Source;
import cn.zhirong.rule.Rule;
import cn.zhirong.subsidy.Budgets;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Ids;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Try before you sign: a version tried on the bureau's own firms. */
@Controller("/{slug}/console/rules/{ruleId}/trial")
@ExecuteOn(TaskExecutors.BLOCKING)
class TrialController {
    private final Drafts drafts;
    private final TrialRuns runs;
    private final TrialSubjects subjects;
    private final TrialPages views;
    private final TrialCsv csv;
    private final Budgets budgets;
    private final Audit audit;
    private final Pages pages;

    TrialController(
            Drafts drafts,
            TrialRuns runs,
            TrialSubjects subjects,
            TrialPages views,
            TrialCsv csv,
            Budgets budgets,
            Audit audit,
            Pages pages) {
        this.drafts = drafts;
        this.runs = runs;
        this.subjects = subjects;
        this.views = views;
        this.csv = csv;
        this.budgets = budgets;
        this.audit = audit;
        this.pages = pages;
    }

    @Needs(Action.RULE_SEE)
    @Get
    HttpResponse<String> form(HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        return pages.show(request, "drafting/trial", view(tenant, draft, FilledForm.NOTHING));
    }

    @Needs(Action.RULE_DRAFT)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId, @Body Map<String, String> form) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        try {
            TrialRuns.Wanted wanted = TrialForm.read(form, drafts.today());
            long id = runs.begin(tenant, visitor.signedIn().username(), draft.id(), wanted);
            boolean done = runs.find(tenant, draft.id(), id).state() == TrialRow.State.DONE;
            return Flash.redirect(RuleHeads.here(tenant, draft.id()) + "/trial/" + id, done ? "已试算。" : "正在试算，请稍后刷新本页。");
        } catch (Refusal refusal) {
            HttpStatus status = refusal.status();
            return pages.show(
                    request, status, "drafting/trial", view(tenant, draft, FilledForm.refused(form, refusal)));
        }
    }

    @Needs(Action.RULE_SEE)
    @Get("/{trialId}")
    HttpResponse<String> show(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            String ruleId,
            String trialId,
            @QueryValue(defaultValue = "") String show,
            @QueryValue(defaultValue = "1") String page) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        TrialRow row = runs.find(tenant, draft.id(), Ids.of(trialId));
        int wanted = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
        MutableHttpResponse<String> shown = pages.show(
                request, "drafting/trial-result", views.page(tenant, draft, row, show, wanted, drafts.today()));
        // A browser without scripts looks again by itself.
        return runs.isRunning(row) ? shown.header("Refresh", "3") : shown;
    }

    /** Not a GET, since it is itself recorded. */
    @Needs(Action.RULE_SEE)
    @Post("/{trialId}/export")
    @Consumes(MediaType.ALL)
    MutableHttpResponse<byte[]> export(Tenant tenant, Visitor visitor, String ruleId, String trialId) {
        Draft draft = drafts.get(tenant, Ids.of(ruleId));
        TrialRow row = runs.find(tenant, draft.id(), Ids.of(trialId));
        if (row.state() != TrialRow.State.DONE) {
            throw Refusal.notFound();
        }
        byte[] bytes = csv.write(tenant, TrialRows.read(row.firms()));
        audit.record(
                tenant, visitor.signedIn().username(), "rule.trial-export", "rule/" + draft.id(), "trial/" + row.key());
        return HttpResponse.ok(bytes)
                .contentType("text/csv;charset=utf-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"trial-" + draft.programme().code() + "-" + row.key() + ".csv\"")
                .header("Cache-Control", "no-store");
    }

    private TrialView view(Tenant tenant, Draft draft, FilledForm form) {
        LocalDate today = drafts.today();
        Rule rule = draft.form().rule();
        int applications = subjects.applications(tenant, draft.programme());
        return new TrialView(
                RuleHeads.of(tenant, draft, Tab.TRIAL, today),
                rule == null ? "规则还没有写完，不能试算。请先改好编辑页上列出的问题。" : "",
                TrialView.typed(form, proposed(tenant, draft, today)),
                form.problems(),
                Stream.of(Source.values())
                        .filter(source -> source == Source.REGISTER || applications > 0)
                        .map(source -> new TrialView.Choice(
                                source.name(),
                                source.label() + (source == Source.APPLICATIONS ? "（" + applications + " 件）" : "")))
                        .toList(),
                runs.inForce(tenant, draft, today)
                        .map(version -> "与现行第" + version.number() + "版对照。")
                        .orElse("这个项目现在没有施行的规则，只算新规则。"),
                rule != null && rule.basis().draftForComment(),
                views.rows(tenant, draft));
    }

    /** What the programme says of itself. */
    private Map<String, String> proposed(Tenant tenant, Draft draft, LocalDate today) {
        Map<String, String> proposed = new HashMap<>();
        proposed.put("source", Source.REGISTER.name());
        proposed.put("day", today.toString());
        List<Budgets.Budget> known = budgets.of(tenant, draft.programme());
        known.stream()
                .filter(budget -> budget.year() == today.getYear())
                .findFirst()
                .ifPresent(budget -> proposed.put(
                        "budget",
                        BigDecimal.valueOf(budget.left().fen(), 6)
                                .stripTrailingZeros()
                                .toPlainString()));
        Integer places = draft.programme().content().places();
        if (places != null) {
            proposed.put("places", places.toString());
        }
        draft.programme().content().window(today).ifPresent(window -> {
            proposed.put("windowFrom", window.from().toString());
            proposed.put("windowUntil", window.until().toString());
        });
        return proposed;
    }
}
