package cn.zhirong.rule;

import java.util.List;
import java.util.stream.IntStream;

/** A contestant: how many of the firms meet each rule. */
interface BenchEngine {
    /** Matches by rule; everything that depends on the firms is done here, what depends on the rules alone was done before. */
    int[] round();

    /** The engine of that name for these rules and firms. */
    static BenchEngine named(String name, BenchWorld world) {
        return switch (name) {
            case "product" -> new ProductEngine(world);
            case "maps" -> new MapsEngine(world);
            case "columns" -> new ColumnsEngine(world);
            case "rows" -> new RowsEngine(world);
            case "drools" -> new DroolsEngine(world);
            case "cel" -> new CelEngine(world);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The product, on columns that are there. */
    final class ProductEngine implements BenchEngine {
        private final List<Rule> rules;
        private final FactColumns columns;

        ProductEngine(BenchWorld world) {
            rules = world.productRules();
            columns = world.productColumns();
        }

        @Override
        public int[] round() {
            var batch = new BatchVerdicts(columns, BenchWorld.ASKED, Parameters.none());
            return rules.stream()
                    .mapToInt(rule -> batch.of(rule).count(Verdict.MET))
                    .toArray();
        }

        /** All verdicts held at once. */
        List<BatchVerdicts.Verdicts> all() {
            var batch = new BatchVerdicts(columns, BenchWorld.ASKED, Parameters.none());
            return rules.stream().map(batch::of).toList();
        }
    }

    /** The product, on a map a firm: columns are made in every round. */
    final class MapsEngine implements BenchEngine {
        private final List<Rule> rules;
        private final List<Facts> firms;

        MapsEngine(BenchWorld world) {
            rules = world.productRules();
            FactColumns columns = world.productColumns();
            firms = IntStream.range(0, world.size())
                    .mapToObj(at -> world.facts(columns, at))
                    .toList();
        }

        @Override
        public int[] round() {
            var batch = new BatchVerdicts(firms, BenchWorld.ASKED, Parameters.none());
            return rules.stream()
                    .mapToInt(rule -> batch.of(rule).count(Verdict.MET))
                    .toArray();
        }
    }

    /** By hand, row by row, no further than the first condition that fails: the reference. */
    final class RowsEngine implements BenchEngine {
        private final List<List<BenchCondition>> rules;
        private final List<BenchFirm> firms;

        RowsEngine(BenchWorld world) {
            rules = world.rules();
            firms = IntStream.range(0, world.size())
                    .mapToObj(at -> new BenchFirm(world, at))
                    .toList();
        }

        @Override
        public int[] round() {
            var counts = new int[rules.size()];
            for (BenchFirm firm : firms) {
                for (int rule = 0; rule < counts.length; rule++) {
                    boolean met = true;
                    for (BenchCondition condition : rules.get(rule)) {
                        if (!condition.test(firm, BenchWorld.ASKED)) {
                            met = false;
                            break;
                        }
                    }
                    counts[rule] += met ? 1 : 0;
                }
            }
            return counts;
        }
    }
}
