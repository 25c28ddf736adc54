package cn.zhirong.rule;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rules of the golden set, each for invented firms with lists of up to three records: evaluated, put into words and written
 * as bytes, again and again. What a trace takes is the median of its repetitions, so that neither the compiler nor the collector
 * is counted; the slowest of all traces counts.
 */
final class GoldenTraces {
    private static final LocalDate ASKED = LocalDate.of(2025, 4, 1);
    private static final int FIRMS = 40;
    private static final int REPEATED = 15;

    private static final Vocabulary VOCABULARY = new Vocabulary(
            StandardFacts.with(List.of(
                    StandardFacts.judged("contribution", "对本地有实质性贡献"),
                    StandardFacts.flag("listings-fell", "当年上市家数下降", Changeable.NEVER, "家数下降了吗？"),
                    new FactDefinition(
                            "new-listings",
                            "当年新增上市企业",
                            FactType.COUNT,
                            Changeable.NEVER,
                            "新增几家？",
                            "家",
                            Map.of(),
                            Map.of()))),
            Map.of("lpr-1y", "1年期LPR", "benchmark", "贷款基准利率"));

    private static final Parameters PARAMETERS = new Parameters(List.of(
            series("lpr-1y", "2022-08-22", "2023-06-20", "2023-08-21", "2024-07-22", "2024-10-21"),
            series("benchmark", "2012-07-06", "2015-10-24")));

    private GoldenTraces() {}

    /** Nanoseconds of the slowest trace, its rule, and how many there were. */
    static String measure() {
        long slowest = 0;
        long firstSlowest = 0;
        String name = "";
        int traces = 0;
        List<Rule> rules = rules();
        for (int pass = 0; pass < 2; pass++) {
            // The first pass warms up.
            slowest = 0;
            traces = 0;
            for (Rule rule : rules) {
                for (int firm = 0; firm < FIRMS; firm++) {
                    Situation situation = situation(firm);
                    var took = new long[REPEATED];
                    for (int i = 0; i < REPEATED; i++) {
                        long began = System.nanoTime();
                        byte[] bytes = Trace.of(RuleEvaluator.evaluate(rule, situation))
                                .bytes();
                        took[i] = System.nanoTime() - began + (bytes.length == 0 ? 1 : 0);
                    }
                    firstSlowest = pass == 0 && firm == 0 ? Math.max(firstSlowest, took[0]) : firstSlowest;
                    Arrays.sort(took);
                    traces++;
                    if (took[REPEATED / 2] > slowest) {
                        slowest = took[REPEATED / 2];
                        name = rule.id();
                    }
                }
            }
        }
        return slowest + " " + name + " " + traces + " " + rules.size() + " " + firstSlowest;
    }

    private static List<Rule> rules() {
        try (Stream<Path> files =
                Files.list(Path.of(GoldenTraces.class.getResource("golden").toURI()))) {
            List<Rule> rules = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".yml", "");
                rules.add(RuleYaml.read(name, Files.readString(file), VOCABULARY, new Problems())
                        .orElseThrow());
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Series series(String name, String... days) {
        TreeMap<LocalDate, Rate> rates = new TreeMap<>();
        for (String day : days) {
            rates.put(LocalDate.parse(day), new Rate(36_500 - 1_000L * rates.size()));
        }
        return new Series(name, name, rates, LocalDate.of(2026, 6, 30));
    }

    private static Situation situation(int seed) {
        var random = new SplittableRandom(seed);
        Map<String, Fact> facts = new HashMap<>();
        for (FactDefinition definition : VOCABULARY.facts().all()) {
            if (random.nextInt(100) < 90) {
                facts.put(definition.name(), new Fact(value(definition, random), told()));
            }
        }
        return new Situation(Facts.of(facts), ASKED, PARAMETERS, List.of());
    }

    private static Provenance told() {
        return new Provenance(Source.DECLARED, LocalDate.of(2025, 1, 1), "申报表");
    }

    private static Value value(FactDefinition definition, SplittableRandom random) {
        return switch (definition.type()) {
            case MONEY -> Value.of(new Money((long) Math.pow(10, 4 + random.nextInt(9)) * (1 + random.nextInt(99))));
            case RATE -> Value.of(new Rate(random.nextInt(120_000)));
            case COUNT -> Value.of((long) random.nextInt(120));
            case FLAG -> Value.of(random.nextInt(4) > 0);
            case DATE -> Value.of(ASKED.minusDays(random.nextInt(3_000) - 30));
            case CODE -> Value.of(code(definition, random));
            case CODES -> Value.ofCodes(List.of(code(definition, random)));
            case RECORDS -> {
                List<FactRecord> records = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    Map<String, Value> values = new HashMap<>();
                    definition.fields().values().forEach(field -> values.put(field.name(), value(field, random)));
                    records.add(new FactRecord(definition.name() + i, values, told()));
                }
                yield Value.ofRecords(records);
            }
        };
    }

    private static String code(FactDefinition definition, SplittableRandom random) {
        List<String> codes = definition.codes().isEmpty()
                ? List.of("software", "a", "b")
                : List.copyOf(definition.codes().keySet());
        return codes.get(random.nextInt(codes.size()));
    }
}
