package cn.zhirong.subsidy;

import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Payment;
import cn.zhirong.rule.Questions;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleEvaluator;
import cn.zhirong.rule.Settlement;
import cn.zhirong.rule.Situation;
import cn.zhirong.rule.Verdict;
import cn.zhirong.rule.WaysIn;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Evaluates the programmes of a bureau for one firm: the one that the pages, the API, the assistant and the reviewer ask. */
@Singleton
public class Calculator {
    private static final Comparator<Calculation.Result> MOST_FIRST = Comparator.comparing(
                    (Calculation.Result result) -> rank(result.evaluation()))
            .thenComparing(
                    result -> result.certain().or(result::possible).orElse(Money.ZERO), Comparator.reverseOrder());

    private final Programmes programmes;
    private final Vocabularies vocabularies;

    Calculator(Programmes programmes, Vocabularies vocabularies) {
        this.programmes = programmes;
        this.vocabularies = vocabularies;
    }

    /**
     * All programmes.
     *
     * @param paid what the firm was granted before
     */
    public Calculation all(Tenant tenant, Facts facts, LocalDate day, List<Payment> paid) {
        return of(tenant, programmes.all(tenant), facts, day, paid);
    }

    /** These programmes. */
    public Calculation of(Tenant tenant, List<Programme> asked, Facts facts, LocalDate day, List<Payment> paid) {
        Situation situation = new Situation(facts, day, vocabularies.parameters(tenant), paid);
        List<RuleVersion> published = programmes.published(tenant);
        List<Calculation.Closed> closed = new ArrayList<>();
        List<Calculation.Result> alone = new ArrayList<>();
        for (Programme programme : asked) {
            List<RuleVersion> versions = published.stream()
                    .filter(version -> version.programmeId() == programme.id())
                    .toList();
            Optional<RuleVersion> holding = Programmes.holding(versions, day);
            if (holding.isPresent() && !holding.get().rule().basis().draftForComment()) {
                alone.add(alone(programme, holding.get(), situation));
            } else {
                closed.add(new Calculation.Closed(programme, why(versions, holding, day)));
            }
        }
        return settled(tenant, situation, alone, closed);
    }

    /** The evaluation of one version, whatever its state or days, with nothing else beside it. */
    public Evaluation evaluate(Tenant tenant, Rule rule, Facts facts, LocalDate day, List<Payment> paid) {
        return RuleEvaluator.evaluate(rule, new Situation(facts, day, vocabularies.parameters(tenant), paid));
    }

    private static Calculation.Result alone(Programme programme, RuleVersion version, Situation situation) {
        Evaluation evaluation = RuleEvaluator.evaluate(version.rule(), situation);
        List<WaysIn.Way> ways =
                evaluation.verdict() == Verdict.NOT_MET ? WaysIn.find(version.rule(), situation) : List.of();
        return new Calculation.Result(programme, version, evaluation, List.of(), ways);
    }

    private Calculation settled(
            Tenant tenant, Situation situation, List<Calculation.Result> alone, List<Calculation.Closed> closed) {
        List<Evaluation> evaluations =
                alone.stream().map(Calculation.Result::evaluation).toList();
        List<Settlement.Outcome> outcomes = Settlement.settle(evaluations, situation.paid());
        List<Calculation.Result> results = alone.stream()
                .map(result -> new Calculation.Result(
                        result.programme(),
                        result.version(),
                        result.evaluation(),
                        outcomes.stream()
                                .filter(outcome -> outcome.rule()
                                        .equals(result.evaluation().rule().id()))
                                .toList(),
                        result.ways()))
                .sorted(MOST_FIRST)
                .toList();
        FactCatalogue catalogue = vocabularies.facts(tenant);
        return new Calculation(
                situation.asked(), situation.facts(), results, closed, Questions.of(evaluations, catalogue));
    }

    private static int rank(Evaluation evaluation) {
        return switch (evaluation.verdict()) {
            case MET -> 0;
            case OFFICER -> 1;
            case UNKNOWN -> 2;
            case NOT_MET -> 3;
        };
    }

    private static String why(List<RuleVersion> versions, Optional<RuleVersion> holding, LocalDate day) {
        if (holding.isPresent()) {
            return Evaluation.Refusal.DRAFT_FOR_COMMENT.words();
        }
        if (versions.isEmpty()) {
            return "金额和条件还没有公布";
        }
        return versions.stream()
                .map(version -> version.effective().from())
                .filter(from -> from.isAfter(day))
                .min(Comparator.naturalOrder())
                .map(from -> "从" + from.getYear() + "年" + from.getMonthValue() + "月" + from.getDayOfMonth() + "日起施行")
                .orElse(Evaluation.Refusal.NO_LONGER_IN_FORCE.words());
    }
}
