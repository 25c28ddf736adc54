package cn.zhirong.rule;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A firm that asks on a day: facts are written as people write them, by the type of their definition. */
final class Asking {
    static final Vocabulary VOCABULARY = new Vocabulary(
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

    static final Parameters PARAMETERS = new Parameters(List.of(
            series(
                    "lpr-1y",
                    "2022-08-22 3.65%",
                    "2023-06-20 3.55%",
                    "2023-08-21 3.45%",
                    "2024-07-22 3.35%",
                    "2024-10-21 3.1%",
                    "2025-05-20 3%"),
            series("benchmark", "2012-07-06 6%", "2015-10-24 4.35%")));

    private final LocalDate asked;
    private final Map<String, Fact> facts = new TreeMap<>();
    private final Map<String, List<FactRecord>> lists = new LinkedHashMap<>();
    private final List<Payment> paid = new ArrayList<>();

    private Asking(LocalDate asked) {
        this.asked = asked;
    }

    static Asking on(String day) {
        return new Asking(LocalDate.parse(day));
    }

    static Rule golden(String name) {
        Problems problems = new Problems();
        return RuleYaml.read(name + ".yml", text(name), VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
    }

    static String text(String name) {
        try (InputStream in = Asking.class.getResourceAsStream("golden/" + name + ".yml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Asking with(String fact, String words) {
        FactDefinition definition = VOCABULARY.facts().find(fact).orElseThrow();
        facts.put(fact, new Fact(value(definition, words), provenance(fact)));
        return this;
    }

    /** A record of a list, its fields written {@code name=value}. */
    Asking record(String list, String id, String... fields) {
        FactDefinition definition = VOCABULARY.facts().find(list).orElseThrow();
        Map<String, Value> values = new HashMap<>();
        for (String field : fields) {
            String[] pair = field.split("=", 2);
            values.put(pair[0], value(definition.fields().get(pair[0]), pair[1]));
        }
        lists.computeIfAbsent(list, name -> new ArrayList<>()).add(new FactRecord(id, values, provenance(id)));
        return none(list);
    }

    /** A list that is known, with the records so far. */
    Asking none(String list) {
        List<FactRecord> records = lists.computeIfAbsent(list, name -> new ArrayList<>());
        facts.put(list, new Fact(Value.ofRecords(records), provenance(list)));
        return this;
    }

    Asking loan(String id, String... fields) {
        return record("loans", id, fields);
    }

    /** What the firm was paid, {@code key} being empty for none. */
    Asking paid(String rule, String benefit, String key, int year, String amount) {
        return paid(rule, benefit, Beneficiary.ENTERPRISE, "", key, year, amount, Set.of());
    }

    Asking paid(
            String rule,
            String benefit,
            Beneficiary to,
            String payee,
            String key,
            int year,
            String amount,
            Set<String> groups) {
        long fen = Money.written(amount).orElseThrow().fen();
        paid.add(new Payment(rule, benefit, groups, to, payee, key, "", year, fen));
        return this;
    }

    Situation situation() {
        return new Situation(Facts.of(facts), asked, PARAMETERS, paid);
    }

    Evaluation of(String golden) {
        return RuleEvaluator.evaluate(golden(golden), situation());
    }

    /** What is granted for certain, in words; 未定 when it is not certain. */
    String grants(String golden) {
        return of(golden).payable().map(Money::words).orElse("未定");
    }

    private static Provenance provenance(String evidence) {
        return new Provenance(Source.VERIFIED, LocalDate.of(2024, 1, 2), evidence + "的证明");
    }

    private static Value value(FactDefinition definition, String words) {
        return switch (definition.type()) {
            case MONEY -> Value.of(Money.written(words).orElseThrow());
            case RATE -> Value.of(Rate.written(words).orElseThrow());
            case COUNT -> Value.of(Long.parseLong(words));
            case FLAG -> Value.of(Boolean.parseBoolean(words));
            case DATE -> Value.of(LocalDate.parse(words));
            case CODE -> Value.of(words);
            case CODES -> Value.ofCodes(words.isEmpty() ? List.of() : Arrays.asList(words.split(",")));
            case RECORDS -> throw new IllegalArgumentException("records are added one by one");
        };
    }

    private static Series series(String name, String... rates) {
        TreeMap<LocalDate, Rate> byDay = new TreeMap<>();
        for (String rate : rates) {
            byDay.put(
                    LocalDate.parse(rate.substring(0, 10)),
                    Rate.written(rate.substring(11)).orElseThrow());
        }
        return new Series(name, name, byDay, LocalDate.of(2026, 6, 30));
    }
}
