package cn.zhirong.rule;

import java.util.List;
import java.util.function.ToLongFunction;

/** One firm against all rules, with every reason. */
final class Explanations {
    /** So that nothing measured is for nothing. */
    private static long seen;

    private Explanations() {}

    /** The trees of evaluations: each condition with its verdict, the fact it looked at, source and day, and its clause. */
    static long[] reasons(BenchWorld world, int firms) {
        return each(world, firms, evaluation -> evaluation.conditions().parts().size());
    }

    /** The same as traces, written as the bytes that are stored with a decision. */
    static long[] written(BenchWorld world, int firms) {
        return each(world, firms, evaluation -> Trace.of(evaluation).bytes().length);
    }

    private static long[] each(BenchWorld world, int firms, ToLongFunction<Evaluation> read) {
        List<Rule> rules = world.productRules();
        FactColumns columns = world.productColumns();
        var took = new long[firms];
        for (int firm = 0; firm < firms; firm++) {
            var situation = new Situation(
                    world.facts(columns, firm % world.size()), BenchWorld.ASKED, Parameters.none(), List.of());
            long began = System.nanoTime();
            var evaluations = new Evaluation[rules.size()];
            for (int rule = 0; rule < evaluations.length; rule++) {
                evaluations[rule] = RuleEvaluator.evaluate(rules.get(rule), situation);
                seen += read.applyAsLong(evaluations[rule]);
            }
            took[firm] = System.nanoTime() - began;
        }
        return took;
    }

    static long seen() {
        return seen;
    }
}
