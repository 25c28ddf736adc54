package cn.zhirong.rule;

import cn.zhirong.kernel.Rate;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Evaluates brackets. */
final class BracketReckoner {
    private BracketReckoner() {}

    static Reckoning reckon(Formula.Brackets brackets, Scope scope) {
        Reckoning measure = Reckoner.reckon(brackets.measure(), scope);
        if (!measure.isKnown()) {
            return Reckoning.unknown(brackets, List.of(measure));
        }
        return brackets.marginal() ? marginal(brackets, measure, scope) : whole(brackets, measure, scope);
    }

    private static Reckoning whole(Formula.Brackets brackets, Reckoning measure, Scope scope) {
        int at = rowOf(brackets.rows(), measure.number());
        Reckoning result = Reckoner.reckon(brackets.rows().get(at).result(), scope);
        String row = "属于“" + FormulaWords.row(brackets, at) + "”一档";
        return Reckoner.unlessUnknown(brackets, List.of(measure, result), result::number)
                .because(row);
    }

    static int rowOf(List<Formula.Row> rows, long measure) {
        for (int at = 0; at < rows.size(); at++) {
            Long limit = rows.get(at).limit();
            if (limit == null || (rows.get(at).inclusive() ? measure <= limit : measure < limit)) {
                return at;
            }
        }
        throw new IllegalArgumentException("the last row has an end");
    }

    // of × Σ(part of the measure in the row × its rate) ÷ measure, rounded once.
    private static Reckoning marginal(Formula.Brackets brackets, Reckoning measure, Scope scope) {
        Reckoning of = Reckoner.reckon(brackets.of(), scope);
        List<Reckoning> parts = new ArrayList<>(List.of(measure, of));
        List<String> details = new ArrayList<>();
        BigInteger weighted = BigInteger.ZERO;
        long lower = 0;
        for (int at = 0; at < brackets.rows().size() && lower < measure.number(); at++) {
            Formula.Row row = brackets.rows().get(at);
            long upper = row.limit() == null ? measure.number() : Math.min(row.limit(), measure.number());
            Reckoning rate = Reckoner.reckon(row.result(), scope);
            parts.add(rate);
            if (!rate.isKnown()) {
                return Reckoning.unknown(brackets, parts);
            }
            weighted = weighted.add(BigInteger.valueOf(upper - lower).multiply(BigInteger.valueOf(rate.number())));
            details.add(brackets.measure().kind().words(upper - lower) + "按" + Kind.RATE.words(rate.number()));
            lower = upper;
        }
        BigInteger sum = weighted;
        return Reckoner.unlessUnknown(
                        brackets,
                        parts,
                        () -> measure.number() <= 0
                                ? 0
                                : brackets.rounding()
                                        .divide(
                                                BigInteger.valueOf(of.number()).multiply(sum),
                                                BigInteger.valueOf(measure.number())
                                                        .multiply(BigInteger.valueOf(Rate.ONE_PPM))))
                .because(String.join("，", details));
    }
}
