package cn.zhirong.rule;

import cn.zhirong.rule.BenchCondition.Asks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What could be had: bare bit sets written for these rules alone. Yes or no instead of four verdicts, nothing unknown, no
 * clauses, no trees; each different condition is scanned once and the bits of a rule are joined and counted.
 */
final class ColumnsEngine implements BenchEngine {
    private final BenchWorld world;
    /** The different conditions. */
    private final BenchCondition[] conditions;
    /** By rule, the numbers of its conditions. */
    private final int[][] rules;

    ColumnsEngine(BenchWorld world) {
        this.world = world;
        Map<BenchCondition, Integer> numbers = new HashMap<>();
        rules = new int[world.rules().size()][];
        for (int rule = 0; rule < rules.length; rule++) {
            List<BenchCondition> parts = world.rules().get(rule);
            rules[rule] = new int[parts.size()];
            for (int part = 0; part < parts.size(); part++) {
                Integer number = numbers.putIfAbsent(parts.get(part), numbers.size());
                rules[rule][part] = number == null ? numbers.size() - 1 : number;
            }
        }
        conditions = new BenchCondition[numbers.size()];
        numbers.forEach((condition, number) -> conditions[number] = condition);
    }

    @Override
    public int[] round() {
        var bits = new long[conditions.length][];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = scan(conditions[i]);
        }
        var counts = new int[rules.length];
        var joined = new long[(world.size() + 63) >>> 6];
        for (int rule = 0; rule < rules.length; rule++) {
            System.arraycopy(bits[rules[rule][0]], 0, joined, 0, joined.length);
            for (int part = 1; part < rules[rule].length; part++) {
                long[] others = bits[rules[rule][part]];
                for (int i = 0; i < joined.length; i++) {
                    joined[i] &= others[i];
                }
            }
            int count = 0;
            for (long word : joined) {
                count += Long.bitCount(word);
            }
            counts[rule] = count;
        }
        return counts;
    }

    private long[] scan(BenchCondition condition) {
        long[] cells = world.cells(condition.fact());
        return switch (condition.asks()) {
            case AT_LEAST -> atLeast(cells, condition.number());
            case AT_MOST -> atMost(cells, condition.number());
            case YES -> atLeast(cells, 1);
            case NO -> atMost(cells, 0);
            case OLD -> atMost(cells, condition.lastDay(BenchWorld.ASKED));
            case ONE_OF, HAS_ANY -> among(cells, mask(condition), condition.asks() == Asks.HAS_ANY);
        };
    }

    private static long mask(BenchCondition condition) {
        long mask = 0;
        for (String word : condition.words()) {
            mask |= 1L << condition.fact().words().indexOf(word);
        }
        return mask;
    }

    // No cell and no threshold is near the ends of a long: the sign of a difference tells.

    private static long[] atLeast(long[] cells, long number) {
        var bits = new long[(cells.length + 63) >>> 6];
        for (int word = 0; word < bits.length; word++) {
            int from = word << 6;
            int until = Math.min(cells.length, from + 64);
            long below = 0;
            for (int at = from; at < until; at++) {
                below |= (cells[at] - number) >>> 63 << at;
            }
            bits[word] = ~below & mask(until - from);
        }
        return bits;
    }

    private static long[] atMost(long[] cells, long number) {
        var bits = new long[(cells.length + 63) >>> 6];
        for (int word = 0; word < bits.length; word++) {
            int from = word << 6;
            int until = Math.min(cells.length, from + 64);
            long above = 0;
            for (int at = from; at < until; at++) {
                above |= (number - cells[at]) >>> 63 << at;
            }
            bits[word] = ~above & mask(until - from);
        }
        return bits;
    }

    private static long[] among(long[] cells, long mask, boolean several) {
        var bits = new long[(cells.length + 63) >>> 6];
        for (int at = 0; at < cells.length; at++) {
            boolean met = several ? (cells[at] & mask) != 0 : (mask >>> cells[at] & 1) != 0;
            bits[at >>> 6] |= met ? 1L << at : 0;
        }
        return bits;
    }

    private static long mask(int firms) {
        return firms == 64 ? -1 : (1L << firms) - 1;
    }
}
