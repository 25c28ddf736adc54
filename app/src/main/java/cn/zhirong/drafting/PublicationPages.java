package cn.zhirong.drafting;

import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.rule.Rule;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the page on which a version is tested and published. */
@Singleton
class PublicationPages {
    private final Drafts drafts;
    private final Publication publication;
    private final Readiness readiness;
    private final Programmes programmes;
    private final Cases cases;
    private final Names names;
    private final Pages pages;

    PublicationPages(
            Drafts drafts,
            Publication publication,
            Readiness readiness,
            Programmes programmes,
            Cases cases,
            Names names,
            Pages pages) {
        this.drafts = drafts;
        this.publication = publication;
        this.readiness = readiness;
        this.programmes = programmes;
        this.cases = cases;
        this.names = names;
        this.pages = pages;
    }

    /** @param typed into a form that was not taken */
    HttpResponse<String> show(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long id,
            Map<String, String> typed,
            @Nullable Refusal refusal) {
        Draft draft = drafts.get(tenant, id);
        return pages.show(
                request,
                refusal == null ? HttpStatus.OK : refusal.status(),
                "drafting/console-publication",
                view(tenant, visitor, draft, typed, refusal));
    }

    private PublicationView view(
            Tenant tenant, Visitor visitor, Draft draft, Map<String, String> typed, @Nullable Refusal refusal) {
        String reader = visitor.signedIn().username();
        String seen = cases.mark(tenant, draft.id());
        Readiness.Looked looked = readiness.look(tenant, draft);
        WaitingPublicationRow waiting = publication.waiting(tenant, draft.id()).orElse(null);
        boolean stopped = refusal != null && refusal.type().equals("obstacles");
        return new PublicationView(
                RuleHeads.of(tenant, draft, RuleHeads.Tab.PUBLICATION, drafts.today()),
                draft.row().state() == RuleState.TESTED,
                draft.isOpen() ? looked.obstacles() : List.of(),
                looked.said().stream()
                        .filter(said -> !said.stops())
                        .map(Checks.Said::words)
                        .toList(),
                looked.results().stream()
                        .map(result -> CaseWords.line(tenant, draft, result))
                        .toList(),
                seen,
                drafts.isAuthor(tenant, draft.row(), reader),
                waiting == null
                        ? ""
                        : names.of(tenant, waiting.askedBy()) + " 要求自 " + waiting.effectiveFrom() + " 起追溯施行，"
                                + waiting.transition().label() + "办理",
                waiting == null ? "" : waiting.note(),
                waiting == null ? "" : Publication.mark(waiting),
                waiting != null && waiting.askedBy().equals(reader),
                waiting == null
                        ? List.of()
                        : publication.affected(
                                tenant,
                                draft.programme().id(),
                                new DateRange(waiting.effectiveFrom(), waiting.effectiveUntil())),
                changes(tenant, draft),
                typed.isEmpty() ? Map.of("from", draft.row().effectiveFrom().toString()) : typed,
                refusal == null || stopped ? List.of() : FormErrors.of(refusal));
    }

    private List<ComparisonView.Row> changes(Tenant tenant, Draft draft) {
        Rule rule = draft.form().rule();
        return rule == null || !draft.isOpen()
                ? List.of()
                : programmes
                        .inForce(tenant, draft.programme(), drafts.today())
                        .map(version -> ComparisonView.Row.of(RuleDifferences.between(version.rule(), rule)))
                        .orElse(List.of());
    }
}
