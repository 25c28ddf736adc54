package cn.zhirong.subsidy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.policy.PolicyDocument;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleClauses;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one can apply for: the list, and a page for each with its rule, clause by clause. */
@Needs(Action.VISIT)
@Controller("/{slug}/subsidies")
@ExecuteOn(TaskExecutors.BLOCKING)
class SubsidyPageController {
    private final Programmes programmes;
    private final ClauseLinks clauses;
    private final AskedDays days;
    private final Pages pages;

    SubsidyPageController(Programmes programmes, ClauseLinks clauses, AskedDays days, Pages pages) {
        this.programmes = programmes;
        this.clauses = clauses;
        this.days = days;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant) {
        LocalDate today = days.today();
        List<RuleVersion> published = programmes.published(tenant);
        String here = "/" + tenant.slug() + "/subsidies";
        List<ProgrammeViews.Card> cards = programmes.all(tenant).stream()
                .map(programme -> {
                    List<RuleVersion> versions = of(published, programme);
                    ProgrammeViews.Standing standing =
                            ProgrammeViews.standing(programme, Programmes.holding(versions, today), versions, today);
                    return new ProgrammeViews.Card(
                            here + "/" + programme.code(),
                            programme.title(),
                            programme.kind().label(),
                            programme.content().summary(),
                            standing.words(),
                            standing.tone(),
                            programme.content().illustrative());
                })
                .toList();
        boolean calculates =
                published.stream().anyMatch(version -> !version.rule().basis().draftForComment());
        return pages.show(request, "subsidy/list", new ProgrammeViews.ListView(here, cards, calculates));
    }

    @Get("/{code}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, String code, @QueryValue @Nullable String asOf) {
        LocalDate day = days.asked(asOf);
        Programme programme = programmes.find(tenant, code).orElseThrow(Refusal::notFound);
        List<RuleVersion> versions = programmes.published(tenant, programme);
        Optional<RuleVersion> holding = Programmes.holding(versions, day);
        Optional<RuleVersion> shown = holding.or(() -> versions.stream().findFirst());
        ClauseLinks.Lookup links = clauses.on(tenant, day);
        UnaryOperator<String> ruleNames = programmes.ruleNames(tenant);
        ProgrammeViews.Standing standing = ProgrammeViews.standing(programme, holding, versions, day);
        ProgrammeContent content = programme.content();
        String version = shown.map(one -> one.rule().basis().version()).orElse("-");
        Optional<PolicyDocument> policy = links.document(programme.policy(), version);
        String here = "/" + tenant.slug();
        return pages.show(
                request,
                "subsidy/programme",
                new ProgrammeViews.ProgrammeView(
                        code,
                        programme.title(),
                        programme.kind().label(),
                        content.summary(),
                        standing.words(),
                        standing.tone(),
                        content.illustrative(),
                        shown.map(one -> one.rule().basis().draftForComment()).orElse(false),
                        ProgrammeViews.facts(content, day),
                        shown.map(one -> conditions(one.rule(), links)).orElse(List.of()),
                        shown.map(one -> amounts(one.rule(), links, ruleNames)).orElse(List.of()),
                        content.materials().stream()
                                .map(material -> new ProgrammeViews.Material(
                                        material.name(),
                                        material.required(),
                                        material.note(),
                                        material.provision().isEmpty()
                                                ? null
                                                : links.of(new ProvisionReference(
                                                        programme.policy(), version, material.provision()))))
                                .toList(),
                        ProgrammeViews.versions(versions, holding, day, links, ruleNames),
                        policy.map(one -> one.version().link().path(tenant.slug()))
                                .orElse(""),
                        policy.map(one -> one.version().title()).orElse(""),
                        holding.isEmpty()
                                        || content.announced()
                                        || holding.get().rule().basis().draftForComment()
                                ? ""
                                : here + "/calculator?programme=" + code
                                        + (asOf == null || asOf.isBlank() ? "" : "&asOf=" + day),
                        here + "/subsidies",
                        content.note()));
    }

    private static List<RuleVersion> of(List<RuleVersion> published, Programme programme) {
        return published.stream()
                .filter(version -> version.programmeId() == programme.id())
                .toList();
    }

    private static List<ProgrammeViews.Clause> conditions(Rule rule, ClauseLinks.Lookup links) {
        return RuleClauses.conditions(rule).stream()
                .map(one -> new ProgrammeViews.Clause(links.words(one.says()), links.of(one.clause())))
                .toList();
    }

    private static List<ProgrammeViews.Clause> amounts(
            Rule rule, ClauseLinks.Lookup links, UnaryOperator<String> ruleNames) {
        return RuleClauses.amounts(rule, ruleNames).stream()
                .map(one -> new ProgrammeViews.Clause(links.words(one.says()), links.of(one.clause())))
                .toList();
    }
}
