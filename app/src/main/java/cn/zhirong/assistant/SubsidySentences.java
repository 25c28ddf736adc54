package cn.zhirong.assistant;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.TraceNode;
import cn.zhirong.rule.Verdict;
import cn.zhirong.subsidy.Calculation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in sentences what a calculation came to, each with the clauses it rests on. */
final class SubsidySentences {
    private static final int MOST_OPEN = 5;
    private static final int MOST_DENIED = 3;
    private static final int MOST_CONDITIONS = 3;

    private final Quotes quotes;
    private final Set<String> onlyAsSaid;

    /** @param onlyAsSaid codes of the programmes that would come out otherwise if the firm had more than it said */
    SubsidySentences(Quotes quotes, Set<String> onlyAsSaid) {
        this.quotes = quotes;
        this.onlyAsSaid = onlyAsSaid;
    }

    /** Of a firm of which nothing is known yet: what decides most is asked, and what there is is named, no more. */
    void opening(Calculation calculation, String question) {
        quotes.say("先回答一个问题：" + question, List.of());
        String titles = calculation.results().stream()
                .limit(MOST_OPEN)
                .map(result -> "“" + result.programme().title() + "”")
                .collect(Collectors.joining("、"));
        int count = calculation.results().size();
        quotes.say(
                "现在可以测算的有" + count + "个项目：" + titles + (count > MOST_OPEN ? "等" : "")
                        + "。说得越具体，能排除和确定的越多，例如注册地、企业规模、专利件数、贷款金额和利息。",
                List.of());
    }

    /** @param lacking whether what is lacking was asked: then those that are denied come first */
    void all(Calculation calculation, boolean lacking) {
        List<Calculation.Result> open = calculation.results().stream()
                .filter(result -> !result.isDenied())
                .toList();
        List<Calculation.Result> denied = calculation.results().stream()
                .filter(Calculation.Result::isDenied)
                .toList();
        quotes.say(conclusion(calculation, open), List.of());
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
                    .forEach(closed ->
                            quotes.say("“" + closed.programme().title() + "”" + closed.why() + "。", List.of()));
        }
    }

    private String conclusion(Calculation calculation, List<Calculation.Result> open) {
        if (calculation.certain().fen() > 0) {
            boolean asSaid = open.stream()
                    .anyMatch(result -> result.certain().isPresent()
                            && onlyAsSaid.contains(result.programme().code()));
            return "按您说的情况，" + (asSaid ? "没有别的荣誉资质的话，" : "") + "已经能确定的补贴合计"
                    + calculation.certain().words() + "。";
        }
        if (calculation.results().isEmpty()) {
            return "现在没有可以申请的相应项目。";
        }
        if (open.isEmpty()
                && calculation.results().stream()
                        .anyMatch(
                                result -> onlyAsSaid.contains(result.programme().code()))) {
            return "按您说到的情况还不符合；没有说到的荣誉资质可能改变结果，请补充。";
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
        Money back = result.evaluation().toReturn();
        String amount = result.certain()
                .map(money -> back.fen() > 0
                        ? "应当退回" + back.words()
                        : money.fen() == 0 ? "条件符合，但按上限和已知的数额算下来是0元" : "可得" + money.words())
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
        amountClauses(trace.root()).forEach(clause -> quotes.cite(clause, cited));
        lacking.stream().limit(MOST_CONDITIONS).forEach(node -> quotes.cite(node.clause(), cited));
        quotes.say("“" + result.programme().title() + "”：" + amount + still + "。", cited);
    }

    private void denied(Calculation.Result result) {
        Trace trace = result.trace();
        List<TraceNode> not = leaves(trace.root(), "不符合");
        List<Integer> cited = new ArrayList<>();
        not.stream().limit(MOST_CONDITIONS).forEach(node -> quotes.cite(node.clause(), cited));
        String why = not.stream()
                .limit(MOST_CONDITIONS)
                .map(node -> node.says() + known(node))
                .collect(Collectors.joining("；"));
        String way = result.ways().stream()
                .findFirst()
                .map(first -> "如果" + first.words() + (first.reaches() == Verdict.MET ? "，就符合。" : "，就可能符合。"))
                .orElse("");
        // What was not said is not denied: who named one honour may have others.
        String no = onlyAsSaid.contains(result.programme().code()) ? "按您说到的还不符合，有没说到的请补充：" : "不符合：";
        quotes.say("“" + result.programme().title() + "”" + no + why + "。" + way, cited);
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
}
