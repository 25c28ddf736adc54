package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.TraceNode.TraceInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts an evaluation into words, node by node. */
final class TraceBuilder {
    private TraceBuilder() {}

    static Trace build(Evaluation evaluation) {
        Rule rule = evaluation.rule();
        Basis basis = rule.basis();
        List<TraceNode> parts = new ArrayList<>();
        parts.add(finding(evaluation.conditions()));
        Input list = evaluation.list();
        boolean open = list != null
                && !list.isWhole()
                && evaluation.items().stream().noneMatch(item -> item.finding().verdict() == Verdict.MET);
        if (list != null && (open || evaluation.items().isEmpty())) {
            Verdict verdict = open ? Verdict.UNKNOWN : Verdict.NOT_MET;
            String says = "有可以补贴的" + list.fact().label();
            parts.add(new TraceNode("leaf", says, verdict.label(), "", null, inputs(List.of(list)), List.of()));
        }
        for (Item item : evaluation.items()) {
            parts.add(item(evaluation, item));
        }
        for (Line line : evaluation.lines()) {
            parts.add(line(rule, line));
        }
        TraceNode root = new TraceNode("rule", rule.name(), evaluation.verdict().label(), "", null, List.of(), parts);
        return new Trace(
                rule.id(),
                basis.policy(),
                basis.title(),
                basis.version(),
                evaluation.asked(),
                evaluation.verdict().label(),
                amount(evaluation),
                root);
    }

    private static String amount(Evaluation evaluation) {
        if (evaluation.refusal() != null) {
            return evaluation.refusal().words();
        }
        Optional<Money> payable = evaluation.payable();
        Optional<Money> possible = evaluation.possible();
        Optional<Money> due = payable.or(() -> possible);
        String granted = evaluation.verdict() == Verdict.NOT_MET
                ? "没有金额"
                : due.map(money -> (payable.isPresent() ? "可得" : "待定各项都符合时可得") + money.words())
                        .orElse("金额还不能确定");
        if (evaluation.toReturn().fen() == 0) {
            return granted;
        }
        String back = "应当退还" + evaluation.toReturn().words();
        boolean nothing = evaluation.verdict() == Verdict.NOT_MET
                || due.filter(money -> money.fen() == 0).isPresent();
        return nothing ? back : back + "，" + granted;
    }

    private static TraceNode item(Evaluation evaluation, Item item) {
        Input list = evaluation.list();
        String label = list == null ? "" : list.fact().label();
        return new TraceNode(
                "item",
                label + item.record().id(),
                item.finding().verdict().label(),
                "",
                null,
                List.of(),
                List.of(finding(item.finding())));
    }

    static TraceNode finding(Finding finding) {
        Criterion criterion = finding.criterion();
        List<TraceNode> parts = new ArrayList<>();
        finding.parts().forEach(part -> parts.add(finding(part)));
        List<TraceInput> looked = new ArrayList<>(inputs(finding.inputs()));
        String detail = "";
        for (Reckoning reckoning : finding.reckonings()) {
            if (isPlain(reckoning)) {
                looked.addAll(inputs(reckoning.inputs()));
                detail = reckoning.detail().isEmpty() ? detail : reckoning.detail();
            } else if (!(reckoning.formula() instanceof Formula.Constant)) {
                parts.add(formula(reckoning));
            }
        }
        String kind = switch (criterion) {
            case Criterion.All all -> "all";
            case Criterion.Some some -> "some";
            case Criterion.Not not -> "not";
            case Criterion.Leaf leaf -> "leaf";
        };
        String says = switch (criterion) {
            case Criterion.All all -> all.parts().isEmpty() ? "不另设条件" : "以下条件全部符合";
            case Criterion.Some some -> "以下条件至少符合" + some.least() + "项";
            case Criterion.Not not -> "不属于以下情形";
            case Criterion.Leaf leaf -> CriterionWords.of(leaf);
        };
        return new TraceNode(kind, says, finding.verdict().label(), detail, clause(criterion), looked, parts);
    }

    /** The clause of a leaf, or the one that all parts share. */
    static @Nullable ProvisionReference clause(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Leaf leaf -> leaf.clause();
            case Criterion.Not not -> clause(not.part());
            case Criterion.All all -> shared(all.parts());
            case Criterion.Some some -> shared(some.parts());
        };
    }

    private static @Nullable ProvisionReference shared(List<Criterion> parts) {
        ProvisionReference first = parts.isEmpty() ? null : clause(parts.getFirst());
        boolean same = parts.stream().allMatch(part -> first != null && first.equals(clause(part)));
        return same ? first : null;
    }

    private static boolean isPlain(Reckoning reckoning) {
        return reckoning.formula() instanceof Formula.FromFact || reckoning.formula() instanceof Formula.CountOf;
    }

    private static TraceNode line(Rule rule, Line line) {
        List<TraceNode> parts = new ArrayList<>();
        parts.add(formula(line.reckoning()));
        line.steps().forEach(step -> parts.add(step(rule, step)));
        String says = line.benefit().label() + (line.key().isEmpty() ? "" : "（" + line.key() + "）");
        String result = !line.known()
                ? "还不能确定"
                : line.fen() < 0 ? "应当退还" + new Money(-line.fen()).words() : new Money(line.fen()).words();
        String detail =
                line.verdict() == Verdict.MET ? "" : "条件" + line.verdict().label();
        return new TraceNode("amount", says, result, detail, line.benefit().clause(), List.of(), parts);
    }

    private static TraceNode formula(Reckoning reckoning) {
        Formula formula = reckoning.formula();
        List<TraceNode> parts = new ArrayList<>();
        reckoning.findings().forEach(finding -> parts.add(finding(finding)));
        for (int at = 0; at < reckoning.parts().size(); at++) {
            Reckoning part = reckoning.parts().get(at);
            if (formula instanceof Formula.Ladder ladder) {
                TraceNode node = formula(part);
                parts.add(new TraceNode(
                        "formula",
                        ladder.stages().get(at).label(),
                        node.result(),
                        part.detail(),
                        ladder.stages().get(at).clause(),
                        node.inputs(),
                        node.parts()));
            } else if (!(part.formula() instanceof Formula.Constant)) {
                parts.add(formula(part));
            }
        }
        ProvisionReference clause = clause(reckoning);
        return new TraceNode(
                "formula",
                FormulaWords.of(formula),
                result(reckoning),
                reckoning.detail(),
                clause,
                inputs(reckoning.inputs()),
                parts);
    }

    private static String result(Reckoning reckoning) {
        Kind kind = reckoning.formula().kind();
        if (reckoning.isKnown()) {
            return kind.words(reckoning.number());
        }
        boolean atLeast = reckoning.formula() instanceof Formula.TotalOf && reckoning.least() > 0;
        return atLeast ? "至少" + kind.words(reckoning.least()) : "还不能确定";
    }

    /** The clause of a limit, or of the row that a measure lies in; null where that of the whole amount says it. */
    private static @Nullable ProvisionReference clause(Reckoning reckoning) {
        if (reckoning.formula() instanceof Formula.Brackets brackets && !brackets.marginal()) {
            Reckoning measure = reckoning.parts().getFirst();
            return measure.isKnown()
                    ? brackets.rows()
                            .get(BracketReckoner.rowOf(brackets.rows(), measure.number()))
                            .clause()
                    : null;
        }
        return reckoning.formula() instanceof Formula.Limited limited ? limited.clause() : null;
    }

    private static TraceNode step(Rule rule, Step step) {
        String after = new Money(step.afterFen()).words();
        Cap cap = step.cap();
        Reckoning limit = step.limit();
        if (cap == null || limit == null) {
            String says = step.way() == Step.Way.ALREADY_PAID ? "同一事项已经拨付" + new Money(step.usedFen()).words() : "取整";
            return new TraceNode("step", says, after, "", null, List.of(), List.of());
        }
        boolean years = cap.scope() == CapScope.YEARS;
        String used = step.usedFen() == 0
                ? ""
                : years ? "此前已享受" + step.usedFen() + "年" : "已用" + new Money(step.usedFen()).words();
        List<TraceNode> parts = limit.formula() instanceof Formula.Constant ? List.of() : List.of(formula(limit));
        return new TraceNode(
                "step",
                RuleSentence.cap(rule, cap),
                limit.isKnown() ? after : "还不能确定",
                used,
                cap.clause(),
                List.of(),
                parts);
    }

    private static List<TraceInput> inputs(List<Input> inputs) {
        return inputs.stream().map(TraceBuilder::input).toList();
    }

    private static TraceInput input(Input input) {
        FactDefinition definition = input.fact().definition();
        @Nullable Provenance provenance = input.provenance();
        String name = input.record() == null ? definition.name() : input.record() + "/" + definition.name();
        String value = Words.value(definition, input.value());
        return provenance == null
                ? new TraceInput(name, definition.label(), value, "", "", "")
                : new TraceInput(
                        name,
                        definition.label(),
                        value,
                        provenance.source().label(),
                        provenance.on().toString(),
                        provenance.evidence());
    }
}
