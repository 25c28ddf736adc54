package cn.zhirong.subsidy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.kernel.CreditCode;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Questions;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.TraceNode;
import cn.zhirong.rule.Verdict;
import cn.zhirong.rule.WaysIn;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Subsidies for programs: what there is, and what it comes to for a firm. */
@Needs(Action.VISIT)
@Controller("/api/v1/{slug}/subsidies")
@ExecuteOn(TaskExecutors.BLOCKING)
class SubsidyApiController {
    private final Programmes programmes;
    private final Calculator calculator;
    private final Vocabularies vocabularies;
    private final Enterprises enterprises;
    private final OwnFacts own;
    private final AskedDays days;

    SubsidyApiController(
            Programmes programmes,
            Calculator calculator,
            Vocabularies vocabularies,
            Enterprises enterprises,
            OwnFacts own,
            AskedDays days) {
        this.programmes = programmes;
        this.calculator = calculator;
        this.vocabularies = vocabularies;
        this.enterprises = enterprises;
        this.own = own;
        this.days = days;
    }

    /** All programmes. */
    @Serdeable
    record Listed(List<Item> programmes) {}

    /**
     * One of them.
     *
     * @param effectiveFrom of the rule that holds on the day; null where none does
     */
    @Serdeable
    record Item(
            String code,
            String title,
            String kind,
            String policy,
            String summary,
            boolean open,
            boolean illustrative,
            @Nullable LocalDate effectiveFrom,
            String url) {}

    /**
     * What is asked.
     *
     * @param enterprise credit code of a firm of the register, for those who may see it
     * @param facts as {@link FactsJson} reads them; they stand before what the register says. Where they come from is believed of
     *     the bureau alone: from others all of them are declared
     */
    @Serdeable
    record Asked(
            @Nullable String enterprise,
            @Nullable Map<String, Object> facts,
            @Nullable String asOf) {}

    /** What it comes to. */
    @Serdeable
    record Evaluated(LocalDate asOf, List<Programmed> programmes, List<Closed> closed, long totalFen) {}

    /** One criterion, its verdict (met, not-met, unknown or judgement), the fact looked at and the clause that asks for it. */
    @Serdeable
    record Asking(
            String text,
            String verdict,
            @Nullable String fact,
            @Nullable String value,
            @Nullable String provision) {}

    /**
     * Something that is not known.
     *
     * @param list the name of the list whose record it is about; null where it is about the firm
     * @param record the record, by its id; null where it is about the firm
     */
    @Serdeable
    record Missing(
            String fact, @Nullable String list, @Nullable String record, String question) {}

    /**
     * One programme.
     *
     * @param verdict eligible, ineligible, unknown or judgement
     * @param amountFen what is granted for certain, before other programmes; null where it is not certain
     * @param settledFen what is left of it beside the other programmes
     * @param possibleFen what it would be if all that is open were decided well
     * @param trace the bytes of the trace as text, the same wherever it is asked for
     */
    @Serdeable
    record Programmed(
            String code,
            String title,
            String verdict,
            @Nullable Long amountFen,
            @Nullable Long settledFen,
            @Nullable Long possibleFen,
            List<Asking> criteria,
            List<Missing> missing,
            List<String> shortestWay,
            String policy,
            String version,
            String trace) {}

    /** A programme that yields nothing on the day, and why. */
    @Serdeable
    record Closed(String code, String title, String why) {}

    @Get
    Listed list(Tenant tenant, @QueryValue @Nullable String asOf) {
        LocalDate day = days.asked(asOf);
        List<RuleVersion> published = programmes.published(tenant);
        return new Listed(programmes.all(tenant).stream()
                .map(programme -> {
                    Optional<RuleVersion> holding = Programmes.holding(
                            published.stream()
                                    .filter(version -> version.programmeId() == programme.id())
                                    .toList(),
                            day);
                    return new Item(
                            programme.code(),
                            programme.title(),
                            programme.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            programme.policy(),
                            programme.content().summary(),
                            holding.isPresent() && programme.content().isOpen(day),
                            programme.content().illustrative(),
                            holding.map(version -> version.effective().from()).orElse(null),
                            "/" + tenant.slug() + "/subsidies/" + programme.code());
                })
                .toList());
    }

    @Post("/evaluation")
    Evaluated evaluate(Tenant tenant, Visitor visitor, @Body Asked asked) {
        LocalDate day = days.asked(asked.asOf());
        Map<String, Object> sent = asked.facts() == null ? Map.of() : asked.facts();
        FactCatalogue catalogue = vocabularies.facts(tenant);
        Facts given = (visitor.may(Action.ENTERPRISE_SEE)
                        ? FactsJson.read(sent, catalogue, days.today())
                        : FactsJson.declared(sent, catalogue, days.today()))
                .orRefuse();
        OwnFacts.Known known = known(tenant, visitor, asked.enterprise(), day);
        Map<String, Fact> all = new HashMap<>(known.facts().all());
        all.putAll(given.all());
        Calculation calculation = calculator.all(tenant, Facts.of(all), day, known.paid());
        return new Evaluated(
                day,
                calculation.results().stream()
                        .map(result -> programme(result, catalogue))
                        .toList(),
                calculation.closed().stream()
                        .map(one -> new Closed(
                                one.programme().code(), one.programme().title(), one.why()))
                        .toList(),
                calculation.certain().fen());
    }

    /** A firm of the register is for those who may see it and for those who act for it; to others it is not there. */
    private OwnFacts.Known known(Tenant tenant, Visitor visitor, @Nullable String enterprise, LocalDate day) {
        OwnFacts.Known mine = own.of(tenant, visitor.person(), day);
        if (enterprise == null || enterprise.isBlank()) {
            return mine;
        }
        Optional<CreditCode> code = CreditCode.typed(enterprise);
        if (code.isEmpty()) {
            throw Refusal.badField("enterprise", "统一社会信用代码不对：应当是 18 位，与营业执照一致。");
        }
        Profile profile = enterprises.profile(tenant, code.get()).orElseThrow(Refusal::notFound);
        boolean mayRead =
                visitor.may(Action.ENTERPRISE_SEE) || (mine.enterprise() != null && mine.enterprise() == profile.id());
        if (!mayRead) {
            throw Refusal.notFound();
        }
        return own.of(tenant, profile, day);
    }

    private static Programmed programme(Calculation.Result result, FactCatalogue catalogue) {
        Trace trace = result.trace();
        List<Asking> criteria = new ArrayList<>();
        criteria(trace.root(), criteria);
        List<Missing> missing = Questions.of(List.of(result.evaluation()), catalogue).stream()
                .map(question -> missing(question, catalogue))
                .toList();
        return new Programmed(
                result.programme().code(),
                result.programme().title(),
                word(result.evaluation().verdict()),
                result.evaluation().payable().map(Money::fen).orElse(null),
                result.certain().map(Money::fen).orElse(null),
                result.isDenied() ? null : result.possible().map(Money::fen).orElse(null),
                criteria,
                missing,
                result.ways().stream().map(WaysIn.Way::words).toList(),
                trace.policy(),
                trace.version(),
                new String(trace.bytes(), StandardCharsets.UTF_8));
    }

    private static Missing missing(Questions.Question question, FactCatalogue catalogue) {
        String list = catalogue.all().stream()
                .filter(one -> one.type() == FactType.RECORDS && one.label().equals(question.list()))
                .findFirst()
                .map(one -> one.name())
                .orElse(null);
        return new Missing(
                question.fact().name(), list, question.record().isEmpty() ? null : question.record(), question.words());
    }

    private static void criteria(TraceNode node, List<Asking> criteria) {
        if (node.kind().equals("leaf")) {
            TraceNode.TraceInput input =
                    node.inputs().isEmpty() ? null : node.inputs().getFirst();
            criteria.add(new Asking(
                    node.says(),
                    criterion(node.result()),
                    input == null ? null : input.name(),
                    input == null ? null : input.value(),
                    node.clause() == null ? null : node.clause().path()));
        }
        // What only chooses an amount decides nothing about who gets it.
        node.parts().stream().filter(part -> !part.kind().equals("amount")).forEach(part -> criteria(part, criteria));
    }

    private static String criterion(String result) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.label().equals(result)) {
                return switch (verdict) {
                    case MET -> "met";
                    case NOT_MET -> "not-met";
                    case UNKNOWN -> "unknown";
                    case OFFICER -> "judgement";
                };
            }
        }
        return result;
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case MET -> "eligible";
            case NOT_MET -> "ineligible";
            case UNKNOWN -> "unknown";
            case OFFICER -> "judgement";
        };
    }
}
