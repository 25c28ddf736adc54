package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Firms made up from a seed: most facts known, dates around the day asked, amounts from small to large. */
final class Firms {
    static final LocalDate ASKED = LocalDate.of(2025, 4, 1);

    private static final Provenance TOLD = new Provenance(Source.DECLARED, LocalDate.of(2025, 1, 1), "");

    private Firms() {}

    static Facts random(long seed) {
        Random random = new Random(seed);
        Map<String, Fact> facts = new TreeMap<>();
        for (FactDefinition definition : Asking.VOCABULARY.facts().all()) {
            if (random.nextInt(100) < 85) {
                facts.put(definition.name(), new Fact(value(definition, random), TOLD));
            }
        }
        return Facts.of(facts);
    }

    static Situation situation(long seed) {
        return new Situation(random(seed), ASKED, Asking.PARAMETERS, List.of());
    }

    private static Value value(FactDefinition definition, Random random) {
        return switch (definition.type()) {
            case MONEY -> Value.of(new Money((long) Math.pow(10, 4 + random.nextInt(9)) * (1 + random.nextInt(99))));
            case RATE -> Value.of(new Rate(random.nextInt(120_000)));
            case COUNT -> Value.of((long) random.nextInt(120));
            case FLAG -> Value.of(random.nextBoolean());
            case DATE -> Value.of(ASKED.minusDays(random.nextInt(3_000) - 30));
            case CODE -> Value.of(code(definition, random));
            case CODES -> Value.ofCodes(random.nextInt(3) == 0 ? List.of() : List.of(code(definition, random)));
            case RECORDS -> Value.ofRecords(records(definition, random));
        };
    }

    private static String code(FactDefinition definition, Random random) {
        List<String> codes = definition.codes().isEmpty()
                ? List.of("software", "a", "b", "Issues-0", "issues１", "loans0")
                : List.copyOf(definition.codes().keySet());
        return codes.get(random.nextInt(codes.size()));
    }

    private static List<FactRecord> records(FactDefinition definition, Random random) {
        List<FactRecord> records = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            Map<String, Value> values = new HashMap<>();
            for (FactDefinition field : definition.fields().values()) {
                if (random.nextInt(100) < 95) {
                    values.put(field.name(), value(field, random));
                }
            }
            records.add(new FactRecord(definition.name() + i, values, TOLD));
        }
        return records;
    }
}
