package cn.zhirong.assistant;

import cn.zhirong.document.Provision;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.policy.PolicyDocument;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.TraceNode;
import cn.zhirong.subsidy.Calculation;
import cn.zhirong.subsidy.ClauseLinks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in sentences what a calculation came to, each with the clauses it rests on. */
final class SubsidySentences {
    private static final int MOST_OPEN = 5;
    private static final int MOST_DENIED = 3;
    private static final int MOST_CONDITIONS = 3;
    private static final int LONGEST_QUOTE = 300;

    private final ClauseLinks.Lookup links;
    private final LocalDate asked;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();

    SubsidySentences(ClauseLinks.Lookup links, LocalDate asked) {
        this.links = links;
        this.asked = asked;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    List<Citation> citations() {
        return citations;
    }

    /** @param lacking whether what is lacking was asked: then those that are denied come first */
    void all(Calculation calculation, boolean lacking) {
        List<Calculation.Result> open = calculation.results().stream()
                .filter(result -> !result.isDenied())
                .toList();
        List<Calculation.Result> denied = calculation.results().stream()
                .filter(Calculation.Result::isDenied)
                .toList();
        sentences.add(new Sentence(conclusion(calculation, open), List.of()));
        if (lacking) {
            denied.stream().limit(MOST_OPEN).forEach(this::denied);
        }
        open.stream().limit(MOST_OPEN).forEach(this::open);
        if (!lacking) {
            denied.stream().limit(MOST_DENIED).forEach(this::denied);
        }
        if (calculation.results().isEmpty()) {
            calculation.closed().stream()
                    .limit(MOST_DENIED)
                    .forEach(closed -> sentences.add(
                            new Sentence("“" + closed.programme().title() + "”" + closed.why() + "。", List.of())));
        }
    }

    private static String conclusion(Calculation calculation, List<Calculation.Result> open) {
        if (calculation.certain().fen() > 0) {
            return "按您说的情况，已经能确定的补贴合计" + calculation.certain().words() + "。";
        }
        if (calculation.results().isEmpty()) {
            return "现在没有可以申请的相应项目。";
        }
        if (open.isEmpty()) {
            return "按您说的情况，目前不符合这些项目的条件。";
        }
        Optional<Calculation.Result> best = open.stream()
                .filter(result ->
                        result.possible().filter(money -> money.fen() > 0).isPresent())
                .findFirst();
        return best.map(result -> "按您说的情况，条件都符合时，“" + result.programme().title() + "”最多可得"
                        + result.possible().map(Money::words).orElse("") + "，现在还不能确定。")
                .orElse("按您说的情况，有" + open.size() + "个项目可能符合条件，还要补充情况才能算出金额。");
    }

    private void open(Calculation.Result result) {
        Trace trace = result.trace();
        List<TraceNode> lacking = leaves(trace.root(), "待补充", "待经办判断");
        String amount = result.certain()
                .map(money -> "可得" + money.words())
                .or(() -> result.possible().map(money -> "条件都符合时最多" + money.words()))
                .orElse("金额还不能确定");
        String still = lacking.isEmpty()
                ? ""
                : "；还要核对："
                        + lacking.stream()
                                .limit(MOST_CONDITIONS)
                                .map(TraceNode::says)
                                .collect(Collectors.joining("、"))
                        + (lacking.size() > MOST_CONDITIONS ? "等" + lacking.size() + "项" : "");
        List<Integer> cited = new ArrayList<>();
        amountClauses(trace.root()).forEach(clause -> cite(clause, cited));
        lacking.stream().limit(MOST_CONDITIONS).forEach(node -> cite(node.clause(), cited));
        sentences.add(new Sentence(links.words("“" + result.programme().title() + "”：" + amount + still + "。"), cited));
    }

    private void denied(Calculation.Result result) {
        Trace trace = result.trace();
        List<TraceNode> not = leaves(trace.root(), "不符合");
        List<Integer> cited = new ArrayList<>();
        not.stream().limit(MOST_CONDITIONS).forEach(node -> cite(node.clause(), cited));
        String why = not.stream()
                .limit(MOST_CONDITIONS)
                .map(node -> node.says() + known(node))
                .collect(Collectors.joining("；"));
        String way =
                result.ways().isEmpty() ? "" : "如果" + result.ways().getFirst().words() + "，就可能符合。";
        sentences.add(new Sentence(links.words("“" + result.programme().title() + "”不符合：" + why + "。" + way), cited));
    }

    private static String known(TraceNode node) {
        return node.inputs().isEmpty()
                ? ""
                : "（您的情况："
                        + node.inputs().stream()
                                .map(input -> input.label() + input.value())
                                .collect(Collectors.joining("，"))
                        + "）";
    }

    private static List<TraceNode> leaves(TraceNode node, String... results) {
        List<TraceNode> leaves = new ArrayList<>();
        if (node.kind().equals("leaf") && List.of(results).contains(node.result())) {
            leaves.add(node);
        } else if (!node.kind().equals("amount")) {
            node.parts().forEach(part -> leaves.addAll(leaves(part, results)));
        }
        return leaves;
    }

    private static List<ProvisionReference> amountClauses(TraceNode root) {
        List<ProvisionReference> clauses = new ArrayList<>();
        for (TraceNode part : root.parts()) {
            ProvisionReference clause = part.clause();
            if (part.kind().equals("amount") && clause != null && !clauses.contains(clause)) {
                clauses.add(clause);
            }
        }
        return clauses;
    }

    /** Cites the clause's own words, once; what is not in the library is not cited. */
    private void cite(@Nullable ProvisionReference reference, List<Integer> cited) {
        if (reference == null) {
            return;
        }
        Optional<PolicyDocument> document = links.document(reference.policy(), reference.version());
        Optional<Provision> provision = document.stream()
                .flatMap(found -> found.provisions().stream())
                .filter(one -> one.path().equals(reference.path()))
                .findFirst();
        if (document.isEmpty() || provision.isEmpty()) {
            return;
        }
        PolicyVersion version = document.get().version();
        for (Citation before : citations) {
            if (before.versionId() == version.id() && before.path().equals(reference.path())) {
                if (!cited.contains(before.n())) {
                    cited.add(before.n());
                }
                return;
            }
        }
        String words = provision.get().text().isEmpty()
                ? provision.get().heading()
                : provision.get().text();
        if (words.isEmpty()) {
            return;
        }
        Citation citation = new Citation(
                citations.size() + 1,
                version.policyId(),
                version.id(),
                version.shelf(),
                version.documentNumber(),
                version.title(),
                version.number(),
                reference.path(),
                provision.get().anchor(),
                words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) : words,
                0,
                version.term().on(asked).label(),
                null);
        citations.add(citation);
        cited.add(citation.n());
    }
}
