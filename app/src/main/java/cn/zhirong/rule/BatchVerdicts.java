package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The verdicts of many rules for many firms: conditions by columns, each different one once, put together word by word. The same
 * as {@link RuleEvaluator} gives one by one; it does not tell why. Not for several threads.
 */
public final class BatchVerdicts {
    private final FactColumns columns;
    private final LocalDate asked;
    private final Parameters parameters;
    private final LeafColumns leaves;
    private final Map<Criterion.Leaf, Bits> known = new HashMap<>();

    /** The firms in their order, all asked for the same day. */
    public BatchVerdicts(List<Facts> firms, LocalDate asked, Parameters parameters) {
        this(FactColumns.of(firms), asked, parameters);
    }

    /** The firms in the order of their columns, all asked for the same day. */
    public BatchVerdicts(FactColumns columns, LocalDate asked, Parameters parameters) {
        this.columns = columns;
        this.asked = asked;
        this.parameters = parameters;
        this.leaves = new LeafColumns(columns, asked);
    }

    /** The verdicts of one rule: bit n is firm n. */
    public Verdicts of(Rule rule) {
        Bits conditions = combine(rule.conditions());
        return new Verdicts(rule.each() == null ? conditions : withRecords(rule, conditions.copy()));
    }

    private Bits withRecords(Rule rule, Bits bits) {
        for (int at = 0; at < columns.size(); at++) {
            if (bits.get(at) != Verdict.NOT_MET) {
                bits.set(at, RuleEvaluator.verdict(rule, situation(at)));
            }
        }
        return bits;
    }

    /** The verdicts of one rule for all firms. */
    public static final class Verdicts {
        private final Bits bits;

        private Verdicts(Bits bits) {
            this.bits = bits;
        }

        /** Of firm n. */
        public Verdict get(int firm) {
            return bits.get(firm);
        }

        /** The firms that meet it. */
        public BitSet met() {
            return BitSet.valueOf(bits.met());
        }

        /** How many there are of a verdict. */
        public int count(Verdict verdict) {
            return bits.count(verdict);
        }
    }

    /** May be shared; whoever changes it copies it first. */
    private Bits combine(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Leaf leaf -> leaf(leaf);
            case Criterion.Not not -> combine(not.part()).not();
            case Criterion.All all -> {
                if (all.parts().isEmpty()) {
                    yield Bits.allMet(columns.size());
                }
                Bits bits = combine(all.parts().getFirst()).copy();
                all.parts().stream().skip(1).forEach(part -> bits.and(combine(part)));
                yield bits;
            }
            case Criterion.Some some -> {
                if (some.least() > 1) {
                    yield some(some);
                }
                Bits bits = combine(some.parts().getFirst()).copy();
                some.parts().stream().skip(1).forEach(part -> bits.or(combine(part)));
                yield bits;
            }
        };
    }

    private Bits some(Criterion.Some some) {
        List<Bits> parts = some.parts().stream().map(this::combine).toList();
        Bits bits = Bits.of(columns.size());
        for (int at = 0; at < columns.size(); at++) {
            int met = 0;
            int officer = 0;
            int unknown = 0;
            for (Bits part : parts) {
                switch (part.get(at)) {
                    case MET -> met++;
                    case OFFICER -> officer++;
                    case UNKNOWN -> unknown++;
                    case NOT_MET -> {}
                }
            }
            bits.set(
                    at,
                    met >= some.least()
                            ? Verdict.MET
                            : met + officer + unknown < some.least()
                                    ? Verdict.NOT_MET
                                    : unknown > 0 ? Verdict.UNKNOWN : Verdict.OFFICER);
        }
        return bits;
    }

    private Bits leaf(Criterion.Leaf named) {
        // Rules ask the same by different clauses.
        Criterion.Leaf leaf = LeafColumns.withoutClause(named);
        Bits bits = known.get(leaf);
        if (bits == null) {
            bits = leaves.column(leaf).orElseGet(() -> oneByOne(leaf));
            known.put(leaf, bits);
        }
        return bits;
    }

    private Bits oneByOne(Criterion.Leaf leaf) {
        Bits bits = Bits.of(columns.size());
        for (int at = 0; at < columns.size(); at++) {
            Scope scope = new Scope(situation(at), "", "");
            bits.set(at, Judge.judge(leaf, scope).verdict());
        }
        return bits;
    }

    private Situation situation(int at) {
        return new Situation(columns.firm(at), asked, parameters, List.of());
    }
}
