package cn.zhirong.rule;

import cn.zhirong.kernel.DateRange;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.kernel.Rounding;
import cn.zhirong.rule.BenchCondition.Asks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/** Generated rules and firms; the same seed gives the same in every contestant. Everything is known of every firm. */
final class BenchWorld {
    static final LocalDate ASKED = LocalDate.of(2026, 11, 22);

    private static final Provenance TOLD = new Provenance(Source.IMPORTED, LocalDate.of(2026, 6, 30), "测量");

    private final int size;
    private final List<List<BenchCondition>> rules = new ArrayList<>();
    private final Map<BenchFact, long[]> cells = new EnumMap<>(BenchFact.class);

    BenchWorld(int ruleCount, int firms, long seed) {
        this.size = firms;
        var random = new SplittableRandom(seed);
        for (int rule = 0; rule < ruleCount; rule++) {
            rules.add(conditions(random));
        }
        var ofFirms = new SplittableRandom(seed + 1);
        for (BenchFact fact : BenchFact.values()) {
            cells.put(fact, new long[firms]);
        }
        // Firm by firm, so that the first so many are the same whatever their number.
        for (int at = 0; at < firms; at++) {
            for (BenchFact fact : BenchFact.values()) {
                cells(fact)[at] = fact.cell(ofFirms, ASKED.toEpochDay());
            }
        }
    }

    int size() {
        return size;
    }

    List<List<BenchCondition>> rules() {
        return rules;
    }

    /** How many conditions are different from each other. */
    long distinct() {
        return rules.stream().flatMap(List::stream).distinct().count();
    }

    /** One fact of all firms; never changed. */
    long[] cells(BenchFact fact) {
        return Objects.requireNonNull(cells.get(fact));
    }

    /** As the product reads rules. */
    List<Rule> productRules() {
        List<Rule> all = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            List<Criterion> parts = new ArrayList<>();
            for (BenchCondition condition : rules.get(i)) {
                parts.add(condition.criterion(clause(i, parts.size() + 1)));
            }
            all.add(rule(i, parts));
        }
        return all;
    }

    /** As the product takes columns in. */
    FactColumns productColumns() {
        Map<String, FactColumn> columns = new HashMap<>();
        long[] known = new long[(size + 63) >>> 6];
        for (int at = 0; at < size; at++) {
            known[at >>> 6] |= 1L << at;
        }
        cells.forEach((fact, column) -> columns.put(
                fact.fact(),
                switch (fact.definition().type()) {
                    case CODE -> FactColumn.words(fact.words(), column, known);
                    case CODES -> FactColumn.wordSets(fact.words(), column, known);
                    default -> FactColumn.numbers(fact.definition().type(), column, known);
                }));
        return FactColumns.of(size, columns);
    }

    /** A firm as a map, with provenance, as an explanation wants it. */
    Facts facts(FactColumns columns, int at) {
        Map<String, Fact> facts = new HashMap<>();
        columns.firm(at).all().forEach((name, fact) -> facts.put(name, new Fact(fact.value(), TOLD)));
        return Facts.of(facts);
    }

    private static Rule rule(int number, List<Criterion> parts) {
        var basis = new Basis("measure-" + number, "第" + number + "号测量办法", "2026", false, new DateRange(ASKED, null));
        var award = new Benefit(
                "award",
                "奖励",
                Beneficiary.ENTERPRISE,
                null,
                new Formula.Constant(Kind.MONEY, 30_000_000),
                List.of(),
                clause(number, 9));
        return new Rule(
                "rule-" + number,
                "第" + number + "号奖励",
                basis,
                null,
                new Criterion.All(parts),
                new Criterion.All(List.of()),
                List.of(award),
                List.of(),
                List.of(),
                1,
                Rounding.HALF_UP);
    }

    private static ProvisionReference clause(int rule, int article) {
        return new ProvisionReference("measure-" + rule, "2026", "第" + article + "条");
    }

    /** Four to eight on different facts. */
    private static List<BenchCondition> conditions(SplittableRandom random) {
        int count = 4 + random.nextInt(5);
        Set<BenchFact> used = new HashSet<>();
        List<BenchCondition> conditions = new ArrayList<>();
        while (conditions.size() < count) {
            BenchFact fact = BenchFact.values()[random.nextInt(BenchFact.values().length)];
            if (used.add(fact)) {
                conditions.add(condition(fact, random));
            }
        }
        return conditions;
    }

    private static BenchCondition condition(BenchFact fact, SplittableRandom random) {
        double fails = 0.12 + 0.75 * random.nextDouble();
        return switch (fact.definition().type()) {
            case MONEY, RATE, COUNT -> {
                boolean most = fact == BenchFact.DEBT_RATIO || fact == BenchFact.STAFF && random.nextBoolean();
                long threshold = round(fact.quantile(most ? 1 - fails : fails));
                yield new BenchCondition(fact, most ? Asks.AT_MOST : Asks.AT_LEAST, threshold, List.of());
            }
            case DATE -> new BenchCondition(fact, Asks.OLD, 1 + random.nextInt(15), List.of());
            case CODE -> new BenchCondition(fact, Asks.ONE_OF, 0, some(fact.words(), 0.75, random));
            case CODES -> new BenchCondition(fact, Asks.HAS_ANY, 0, some(fact.words(), 0.5, random));
            case FLAG -> new BenchCondition(fact, fact.isFault() ? Asks.NO : Asks.YES, 0, List.of());
            case RECORDS -> throw new IllegalStateException(fact.name());
        };
    }

    /** As thresholds are: two digits and noughts. */
    private static long round(long number) {
        long unit = 1;
        while (number / unit >= 100) {
            unit *= 10;
        }
        return number / unit * unit;
    }

    private static List<String> some(List<String> words, double share, SplittableRandom random) {
        List<String> chosen =
                words.stream().filter(word -> random.nextDouble() < share).toList();
        return chosen.isEmpty() ? List.of(words.getFirst()) : chosen;
    }
}
