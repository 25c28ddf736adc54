package cn.zhirong.subsidy;

import cn.zhirong.kernel.Money;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Questions;
import cn.zhirong.rule.Settlement;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.Verdict;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts a calculation into the words of its pages. */
@Singleton
class CalculatorViews {
    private final Programmes programmes;
    private final ClauseLinks clauses;

    CalculatorViews(Programmes programmes, ClauseLinks clauses) {
        this.programmes = programmes;
        this.clauses = clauses;
    }

    CalculatorView.Start start(
            Tenant tenant, List<Programme> asked, CalculatorState state, FactForm form, OwnFacts.Known known) {
        return new CalculatorView.Start(
                here(tenant),
                programmes.all(tenant).stream()
                        .filter(programme -> !programme.content().announced())
                        .map(programme -> new CalculatorView.Choice(programme.code(), programme.title()))
                        .toList(),
                state.programme(),
                known.name(),
                state.asOf(),
                form.definitions()
                        .map(FactDefinition::label)
                        .filter(label -> !asked.isEmpty())
                        .toList());
    }

    CalculatorView.Form form(
            Tenant tenant,
            List<Programme> asked,
            FactForm form,
            OwnFacts.Known known,
            CalculatorState state,
            List<Refusal.Field> problems) {
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("way", "form");
        hidden.put("programme", state.programme());
        String title = state.programme().isEmpty() || asked.isEmpty()
                ? ""
                : asked.getFirst().title();
        return new CalculatorView.Form(
                here(tenant),
                state.programme(),
                title,
                state.asOf(),
                known.name(),
                form.fields(known.facts(), state.typed()),
                hidden,
                problems);
    }

    /** The fact to ask next; empty when nothing is left that a person could say. */
    Optional<String> next(Calculation calculation, FactForm form, CalculatorState state) {
        return open(calculation, form, state).stream().findFirst();
    }

    private static Set<String> open(Calculation calculation, FactForm form, CalculatorState state) {
        Set<String> open = new LinkedHashSet<>();
        for (Questions.Question question : calculation.questions()) {
            String fact = question.list().isEmpty()
                    ? question.fact().name()
                    : form.definitions()
                            .filter(one -> one.type() == FactType.RECORDS
                                    && one.label().equals(question.list()))
                            .map(FactDefinition::name)
                            .findFirst()
                            .orElse("");
            if (form.wanted().containsKey(fact) && !state.skipped().contains(fact)) {
                open.add(fact);
            }
        }
        // What was answered for its records as far as people know it is not asked again and again.
        open.removeAll(state.answered(form));
        return open;
    }

    CalculatorView.Step step(
            Tenant tenant,
            Calculation calculation,
            FactForm form,
            CalculatorState state,
            String fact,
            List<Refusal.Field> problems) {
        FactForm one = form.only(List.of(fact));
        FactDefinition definition = one.definitions().findFirst().orElseThrow(Refusal::notFound);
        boolean again = !problems.isEmpty() || state.adds().isPresent();
        FactForm.Field field = one.fields(calculation.facts(), again ? state.typed() : Map.of())
                .getFirst();
        Map<String, String> hidden = state.carried(form, fact);
        return new CalculatorView.Step(
                here(tenant),
                field,
                definition.question(),
                definition.label(),
                state.answered(form).size() + state.skipped().size(),
                Math.max(0, open(calculation, form, state).size() - 1),
                tally(calculation),
                hidden,
                problems);
    }

    /** What is certain so far. */
    private static String tally(Calculation calculation) {
        long possible = calculation.results().stream()
                .filter(result -> !result.isDenied() && result.certain().isEmpty())
                .count();
        long denied = calculation.results().stream()
                .filter(Calculation.Result::isDenied)
                .count();
        return "已能确定 " + calculation.certain().words() + "；还可能符合 " + possible + " 项，不符合 " + denied + " 项";
    }

    CalculatorView.Result result(
            Tenant tenant, Calculation calculation, FactForm form, CalculatorState state, LocalDate today) {
        ClauseLinks.Lookup links = clauses.on(tenant, calculation.asked());
        List<CalculatorView.Card> cards = calculation.results().stream()
                .map(result -> card(tenant, result, links, today))
                .toList();
        Set<String> open = open(calculation, form, state);
        String next = open.stream()
                .findFirst()
                .flatMap(fact -> form.only(List.of(fact)).definitions().findFirst())
                .map(FactDefinition::question)
                .orElse("");
        Map<String, String> hidden = state.carried(form, "");
        return new CalculatorView.Result(
                here(tenant),
                calculation.asked().toString(),
                calculation.certain().words(),
                note(calculation),
                cards,
                calculation.closed().stream()
                        .map(closed -> new CalculatorView.Closed(
                                closed.programme().title(), page(tenant, closed.programme()), closed.why()))
                        .toList(),
                open.size(),
                next,
                hidden,
                "/" + tenant.slug() + "/ask?q=" + URLEncoder.encode("申请补贴要交哪些材料？", StandardCharsets.UTF_8));
    }

    private static String note(Calculation calculation) {
        long open = calculation.results().stream()
                .filter(result -> !result.isDenied() && result.certain().isEmpty())
                .count();
        return open == 0 ? "" : "另有 " + open + " 项还差条件或者要由经办判断，金额见下。";
    }

    private static CalculatorView.Card card(
            Tenant tenant, Calculation.Result result, ClauseLinks.Lookup links, LocalDate today) {
        Trace trace = result.trace();
        Programme programme = result.programme();
        ProgrammeViews.Standing standing =
                ProgrammeViews.standing(programme, Optional.of(result.version()), List.of(result.version()), today);
        List<CalculatorView.Way> ways = result.ways().stream()
                .map(way -> new CalculatorView.Way(links.words(way.words()), reaches(way.reaches())))
                .toList();
        return new CalculatorView.Card(
                programme.code(),
                programme.title(),
                page(tenant, programme),
                programme.kind().label(),
                trace.verdict(),
                TraceRows.tone(trace.verdict()),
                amount(result),
                links.words(reduced(result)),
                programme.content().illustrative(),
                standing.words(),
                standing.tone(),
                TraceRows.conditions(trace, links),
                TraceRows.of(trace, links),
                trace.sentences().stream().map(links::words).toList(),
                ways,
                "《" + trace.title() + "》" + (trace.version().isEmpty() ? "" : "（" + trace.version() + "）"));
    }

    private static String amount(Calculation.Result result) {
        if (result.isDenied()) {
            return "";
        }
        Optional<Money> certain = result.certain();
        if (certain.isPresent()) {
            return certain.get().words();
        }
        return result.possible().map(money -> "最多 " + money.words()).orElse("金额待定");
    }

    /** Why less is left than the rule alone grants. */
    private static String reduced(Calculation.Result result) {
        List<String> why = new ArrayList<>();
        for (Settlement.Outcome outcome : result.outcomes()) {
            if (!outcome.because().isEmpty()) {
                why.add((outcome.key().isEmpty() ? "" : outcome.key() + "：") + "原为"
                        + outcome.before().words() + "，" + outcome.because());
            }
        }
        if (why.isEmpty()
                && result.certain().isEmpty()
                && !result.isDenied()
                && result.possible().isPresent()) {
            return "以上各项都符合时";
        }
        return String.join("；", why);
    }

    private static String reaches(Verdict verdict) {
        return switch (verdict) {
            case MET -> "就符合条件";
            case OFFICER -> "就可以由经办判断";
            default -> "就可能符合，还要补充其他情况";
        };
    }

    private static String page(Tenant tenant, Programme programme) {
        return "/" + tenant.slug() + "/subsidies/" + programme.code();
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/calculator";
    }
}
