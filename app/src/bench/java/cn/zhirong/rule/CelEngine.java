package cn.zhirong.rule;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.optimizer.CelOptimizationException;
import dev.cel.optimizer.CelOptimizer;
import dev.cel.optimizer.CelOptimizerFactory;
import dev.cel.optimizer.optimizers.ConstantFoldingOptimizer;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** CEL: an expression a rule, checked, its constants folded, planned before; a map of values a firm, made before. */
final class CelEngine implements BenchEngine {
    private final List<CelRuntime.Program> programs = new ArrayList<>();
    private final List<Map<String, Object>> firms;

    CelEngine(BenchWorld world) {
        firms = IntStream.range(0, world.size())
                .mapToObj(at -> new BenchFirm(world, at).values())
                .toList();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder();
        for (BenchFact fact : BenchFact.values()) {
            builder.addVar(fact.property(), type(fact));
        }
        CelCompiler compiler = builder.build();
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        CelOptimizer optimizer = CelOptimizerFactory.standardCelOptimizerBuilder(compiler, runtime)
                .addAstOptimizers(ConstantFoldingOptimizer.getInstance())
                .build();
        for (List<BenchCondition> rule : world.rules()) {
            String expression = rule.stream()
                    .map(condition -> condition.cel(BenchWorld.ASKED))
                    .collect(Collectors.joining(" && "));
            try {
                programs.add(runtime.createProgram(
                        optimizer.optimize(compiler.compile(expression).getAst())));
            } catch (CelValidationException | CelOptimizationException | CelEvaluationException e) {
                throw new IllegalStateException(expression, e);
            }
        }
    }

    @Override
    public int[] round() {
        var counts = new int[programs.size()];
        for (Map<String, Object> firm : firms) {
            for (int rule = 0; rule < counts.length; rule++) {
                try {
                    counts[rule] += (boolean) programs.get(rule).eval(firm) ? 1 : 0;
                } catch (CelEvaluationException e) {
                    throw new IllegalStateException("rule " + rule, e);
                }
            }
        }
        return counts;
    }

    private static CelType type(BenchFact fact) {
        return switch (fact.definition().type()) {
            case MONEY, RATE, COUNT, DATE -> SimpleType.INT;
            case FLAG -> SimpleType.BOOL;
            case CODE -> SimpleType.STRING;
            case CODES -> ListType.create(SimpleType.STRING);
            case RECORDS -> throw new IllegalStateException(fact.name());
        };
    }
}
