package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.application.CaseViews.Tab;
import cn.zhirong.kernel.Money;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The queue: what waits for whom, the most urgent first. */
@Needs(Action.APPLICATION_SEE)
@Controller("/{slug}/console/applications")
@ExecuteOn(TaskExecutors.BLOCKING)
class QueueController {
    private final Applications applications;
    private final Programmes programmes;
    private final Pages pages;

    QueueController(Applications applications, Programmes programmes, Pages pages) {
        this.applications = applications;
        this.programmes = programmes;
        this.pages = pages;
    }

    /** A view of the queue that stays. */
    private enum View {
        FIRST("待受理和初审", EnumSet.of(State.SUBMITTED, State.ACCEPTED)),
        SECOND("待复审", EnumSet.of(State.FIRST_PASSED, State.FIRST_REFUSED)),
        FIRM("等企业", EnumSet.of(State.CORRECTING, State.OFFERED)),
        MEETING("待上会和公示", EnumSet.of(State.APPROVED, State.LISTED, State.ENDORSED, State.PUBLISHED)),
        MONEY("拨付和追回", EnumSet.of(State.CLEARED, State.PAYING, State.PAID, State.CLAWING, State.RETURNED)),
        ALL("全部", EnumSet.complementOf(EnumSet.of(State.DRAFT)));

        private final String label;
        private final Set<State> states;

        View(String label, Set<State> states) {
            this.label = label;
            this.states = states;
        }
    }

    @Get
    HttpResponse<String> list(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            @QueryValue @Nullable String view,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String programme,
            @QueryValue @Nullable Integer page) {
        Person person = visitor.signedIn();
        View shown = Arrays.stream(View.values())
                .filter(one -> one.name().equals(view))
                .findFirst()
                .orElse(person.may(Action.APPLICATION_DECIDE) ? View.SECOND : View.FIRST);
        String words =
                q == null ? "" : q.strip().substring(0, Math.min(60, q.strip().length()));
        Map<Long, Programme> known =
                programmes.all(tenant).stream().collect(Collectors.toMap(Programme::id, Function.identity()));
        long asked = known.values().stream()
                .filter(one -> one.code().equals(programme))
                .map(Programme::id)
                .findFirst()
                .orElse(0L);
        Applications.Asked filter = new Applications.Asked(shown.states, words, asked, 0, 0);
        long count = applications.count(tenant, filter);
        int pageCount = (int) Math.max(1, (count + Applications.PAGE - 1) / Applications.PAGE);
        int current = page == null ? 1 : Math.clamp(page, 1, pageCount);
        Terms terms = applications.terms(tenant);
        String here = CasePages.list(tenant);
        String query = here + "?view=" + shown + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)
                + "&programme=" + (asked == 0 ? "" : programme) + "&page=";
        return pages.show(
                request,
                "application/console-applications",
                new CaseViews.QueueView(
                        here,
                        Arrays.stream(View.values())
                                .map(one -> new Tab(
                                        one.label + "（"
                                                + applications.count(
                                                        tenant, new Applications.Asked(one.states, "", 0, 0, 0))
                                                + "）",
                                        here + "?view=" + one,
                                        one == shown))
                                .toList(),
                        others(tenant),
                        words,
                        asked == 0 ? "" : String.valueOf(programme),
                        known.values().stream()
                                .map(one -> Map.of("value", one.code(), "text", one.title()))
                                .toList(),
                        shown.name(),
                        count,
                        applications
                                .search(tenant, filter, Applications.PAGE, (current - 1) * Applications.PAGE)
                                .stream()
                                .map(row -> row(tenant, terms, known, row))
                                .toList(),
                        current,
                        pageCount,
                        query));
    }

    static CaseViews.Row row(Tenant tenant, Terms terms, Map<Long, Programme> known, ApplicationRow row) {
        Programme programme = known.get(row.programmeId());
        return new CaseViews.Row(
                String.valueOf(row.key()),
                CasePages.here(tenant, row.key()),
                row.number(),
                row.firm(),
                programme == null ? "" : programme.title(),
                row.state().label(),
                row.state().tone(),
                row.amountFen() == null ? "" : new Money(row.fen()).words(),
                row.submittedOn() == null ? "" : row.submittedOn().toString(),
                terms.left(row.dueOn()),
                terms.tone(row.dueOn()));
    }

    /** Where else one works on applications. */
    static List<Tab> others(Tenant tenant) {
        String console = "/" + tenant.slug() + "/console/";
        return List.of(
                new Tab("会议名单和公示", console + "batches", false),
                new Tab("异议和申诉", console + "complaints", false),
                new Tab("免申即享", console + "offers", false),
                new Tab("年度预算", console + "budgets", false),
                new Tab("拨付", console + "disbursements", false));
    }
}
