package cn.zhirong.rule;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to ask next: what is unknown and could still decide, the most decisive first. A fact on which a whole rule stands or falls
 * weighs 1, one of n ways out of an alternative 1/n, one that only an amount needs 1/4; weights add up over the rules asked. Of
 * equals the one that comes first in the catalogue.
 */
public final class Questions {
    private static final long ONE = 1L << 24;

    private final Map<String, Weighed> asked = new LinkedHashMap<>();

    private Questions() {}

    /**
     * One thing to ask.
     *
     * @param list the list whose record it is about; empty for a fact of the firm
     * @param record the record it is about; empty for a fact of the firm
     */
    public record Question(FactDefinition fact, String list, String record) {
        /** In Chinese. */
        public String words() {
            return record.isEmpty() ? fact.question() : list + record + "：" + fact.question();
        }
    }

    private record Weighed(Question question, long weight) {}

    /** The questions that these evaluations leave open; one that was denied or refused asks nothing. */
    public static List<Question> of(List<Evaluation> evaluations, FactCatalogue catalogue) {
        Questions questions = new Questions();
        for (Evaluation evaluation : evaluations) {
            if (evaluation.verdict() != Verdict.NOT_MET && evaluation.refusal() == null) {
                questions.of(evaluation);
            }
        }
        return questions.asked.values().stream()
                .sorted(Comparator.comparingLong(Weighed::weight)
                        .reversed()
                        .thenComparing(weighed ->
                                catalogue.place(weighed.question().fact().name()))
                        .thenComparing(weighed -> weighed.question().fact().name())
                        .thenComparing(weighed -> weighed.question().record()))
                .map(Weighed::question)
                .toList();
    }

    private void of(Evaluation evaluation) {
        finding(evaluation.conditions(), ONE);
        Input list = evaluation.list();
        if (list != null) {
            List<Item> open = evaluation.items().stream()
                    .filter(item -> item.finding().verdict() == Verdict.UNKNOWN)
                    .toList();
            boolean settled =
                    evaluation.items().stream().anyMatch(item -> item.finding().verdict() == Verdict.MET);
            input(list, settled ? ONE / 4 : ONE);
            long each = ONE / Math.max(1, open.size()) / (settled ? 4 : 1);
            open.forEach(item -> finding(item.finding(), each));
        }
        for (Line line : evaluation.lines()) {
            if (!line.known()) {
                reckoning(line.reckoning(), ONE / 4);
                line.steps().forEach(step -> limit(step.limit()));
            }
        }
    }

    private void limit(@Nullable Reckoning limit) {
        if (limit != null) {
            reckoning(limit, ONE / 4);
        }
    }

    private void finding(Finding finding, long weight) {
        if (finding.verdict() != Verdict.UNKNOWN) {
            return;
        }
        List<Finding> open = finding.parts().stream()
                .filter(part -> part.verdict() == Verdict.UNKNOWN)
                .toList();
        long each = finding.criterion() instanceof Criterion.Some ? weight / Math.max(1, open.size()) : weight;
        open.forEach(part -> finding(part, each));
        finding.inputs().forEach(input -> input(input, weight));
        finding.reckonings().forEach(reckoning -> reckoning(reckoning, weight));
    }

    private void reckoning(Reckoning reckoning, long weight) {
        if (reckoning.isKnown() || reckoning.waits()) {
            return;
        }
        for (Input input : reckoning.inputs()) {
            boolean partly =
                    reckoning.formula() instanceof Formula.CountOf || reckoning.formula() instanceof Formula.TotalOf;
            if (!input.isWhole() || partly) {
                ask(input, weight);
            }
        }
        reckoning.parts().forEach(part -> reckoning(part, weight));
        reckoning.findings().forEach(finding -> finding(finding, weight));
    }

    private void input(Input input, long weight) {
        if (!input.isWhole()) {
            ask(input, weight);
        }
    }

    private void ask(Input input, long weight) {
        String record = input.record() == null ? "" : input.record();
        FactDefinition list = input.list();
        FactDefinition fact = input.fact().definition();
        Question question = new Question(fact, list == null ? "" : list.label(), record);
        // Records of two lists may have one name, and their fields too.
        asked.merge(
                (list == null ? "" : list.name()) + "|" + fact.name() + "|" + record,
                new Weighed(question, weight),
                (a, b) -> new Weighed(a.question(), a.weight() + b.weight()));
    }
}
