package cn.zhirong.subsidy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Rule;
import cn.zhirong.tenant.Tenant;
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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calculator: one question at a time or one form, without signing in. Nothing is stored: what was answered travels in the
 * form itself ({@link CalculatorState}).
 */
@Needs(Action.VISIT)
@Controller("/{slug}/calculator")
@ExecuteOn(TaskExecutors.BLOCKING)
class CalculatorController {
    private final Calculator calculator;
    private final Programmes programmes;
    private final Vocabularies vocabularies;
    private final OwnFacts own;
    private final CalculatorViews views;
    private final AskedDays days;
    private final Pages pages;

    CalculatorController(
            Calculator calculator,
            Programmes programmes,
            Vocabularies vocabularies,
            OwnFacts own,
            CalculatorViews views,
            AskedDays days,
            Pages pages) {
        this.calculator = calculator;
        this.programmes = programmes;
        this.vocabularies = vocabularies;
        this.own = own;
        this.views = views;
        this.days = days;
        this.pages = pages;
    }

    /** A calculation under way: what is asked for, by which questions, and what is known of the firm. */
    private record Work(
            Tenant tenant,
            List<Programme> asked,
            LocalDate day,
            FactForm form,
            OwnFacts.Known known,
            CalculatorState state) {}

    @Get
    HttpResponse<String> start(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            @QueryValue @Nullable String programme,
            @QueryValue @Nullable String asOf) {
        Map<String, String> sent = Map.of(
                "programme", Objects.requireNonNullElse(programme, ""), "asOf", Objects.requireNonNullElse(asOf, ""));
        Work work = work(tenant, visitor, new CalculatorState(sent));
        return pages.show(
                request, "subsidy/start", views.start(tenant, work.asked(), work.state(), work.form(), work.known()));
    }

    @Get("/form")
    HttpResponse<String> form(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            @QueryValue @Nullable String programme,
            @QueryValue @Nullable String asOf) {
        Map<String, String> sent = new LinkedHashMap<>();
        request.getParameters().forEach((name, values) -> {
            if (name.startsWith("f-") && !values.isEmpty()) {
                sent.put(name, values.getFirst());
            }
        });
        sent.put("programme", Objects.requireNonNullElse(programme, ""));
        sent.put("asOf", Objects.requireNonNullElse(asOf, ""));
        Work work = work(tenant, visitor, new CalculatorState(sent));
        // What an address says of the firm stands before what is known of it, and nothing else is forgotten.
        Map<String, String> typed = work.state().typed();
        List<String> said = work.form().wanted().keySet().stream()
                .filter(name -> typed.keySet().stream()
                        .anyMatch(field -> field.equals("f-" + name) || field.startsWith("f-" + name + "-")))
                .toList();
        Facts facts = FactAnswers.read(
                        work.form().only(said), typed, work.known().facts(), days.today())
                .facts();
        OwnFacts.Known known = new OwnFacts.Known(
                work.known().enterprise(),
                work.known().name(),
                facts,
                work.known().paid());
        CalculatorState state = new CalculatorState(Map.of(
                "programme", work.state().programme(), "asOf", work.state().asOf()));
        return showForm(
                request,
                HttpStatus.OK,
                new Work(tenant, work.asked(), work.day(), work.form(), known, state),
                List.of());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> calculate(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> sent) {
        Work work = work(tenant, visitor, new CalculatorState(sent));
        CalculatorState state = work.state();
        if (state.isForm() && (state.adds().isPresent() || state.edits())) {
            return showForm(request, HttpStatus.OK, work, List.of());
        }
        FactForm answered = work.form().only(state.answered(work.form()));
        FactsJson.Reading reading =
                FactAnswers.read(answered, state.typed(), work.known().facts(), days.today());
        if (!reading.problems().isEmpty()) {
            return state.isForm()
                    ? showForm(request, HttpStatus.BAD_REQUEST, work, reading.problems())
                    : showStep(
                            request,
                            HttpStatus.BAD_REQUEST,
                            work,
                            work.known().facts(),
                            state.step().orElse(""),
                            reading.problems());
        }
        Facts facts = reading.facts();
        Optional<String> next = state.isForm() || state.wantsResult()
                ? Optional.empty()
                : state.adds().isPresent() ? state.step() : views.next(calculate(work, facts), work.form(), state);
        if (next.isPresent()) {
            return showStep(request, HttpStatus.OK, work, facts, next.get(), List.of());
        }
        return pages.show(
                request,
                "subsidy/result",
                views.result(tenant, calculate(work, facts), work.form(), state, days.today()));
    }

    private HttpResponse<String> showForm(
            HttpRequest<?> request, HttpStatus status, Work work, List<Refusal.Field> problems) {
        return pages.show(
                request,
                status,
                "subsidy/form",
                views.form(work.tenant(), work.asked(), work.form(), work.known(), work.state(), problems));
    }

    private HttpResponse<String> showStep(
            HttpRequest<?> request,
            HttpStatus status,
            Work work,
            Facts facts,
            String fact,
            List<Refusal.Field> problems) {
        return pages.show(
                request,
                status,
                "subsidy/step",
                views.step(work.tenant(), calculate(work, facts), work.form(), work.state(), fact, problems));
    }

    private Calculation calculate(Work work, Facts facts) {
        return calculator.of(
                work.tenant(), work.asked(), facts, work.day(), work.known().paid());
    }

    private Work work(Tenant tenant, Visitor visitor, CalculatorState state) {
        LocalDate day = days.asked(state.asOf());
        List<Programme> all = programmes.all(tenant);
        List<Programme> asked = state.programme().isEmpty()
                ? all
                : all.stream()
                        .filter(one -> one.code().equals(state.programme()))
                        .toList();
        if (asked.isEmpty() && !state.programme().isEmpty()) {
            throw Refusal.notFound();
        }
        List<RuleVersion> published = programmes.published(tenant);
        List<Rule> rules = asked.stream()
                .flatMap(programme -> Programmes.holding(
                        published.stream()
                                .filter(version -> version.programmeId() == programme.id())
                                .toList(),
                        day)
                        .stream())
                .map(RuleVersion::rule)
                .filter(rule -> !rule.basis().draftForComment())
                .toList();
        FactForm form = FactForm.of(rules, vocabularies.facts(tenant));
        return new Work(tenant, asked, day, form, own.of(tenant, visitor.person(), day), state);
    }
}
