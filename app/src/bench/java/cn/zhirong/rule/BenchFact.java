package cn.zhirong.rule;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What the generated firms are known by; all of it is in the catalogue that bureaus use. */
enum BenchFact {
    REVENUE("revenue", 100_000_00L, 10_000_000_000_00L),
    TOTAL_ASSETS("total-assets", 100_000_00L, 20_000_000_000_00L),
    NET_ASSETS("net-assets", 50_000_00L, 8_000_000_000_00L),
    STAFF("staff", 2, 5_000),
    RD_SHARE("rd-share", 500, 300_000),
    DEBT_RATIO("debt-ratio", 50_000, 950_000),
    SCORE("score", 20, 100),
    FOUNDED_ON("founded-on", 0, 40),
    SIZE("size", List.of("large", "medium", "small", "micro")),
    INDUSTRY("industry", IntStream.range(1, 49).mapToObj(i -> "C" + (10 + i)).toList()),
    HONOURS(
            "honours",
            List.of(
                    "high-tech",
                    "high-tech-seed",
                    "tech-sme",
                    "specialised",
                    "little-giant",
                    "gazelle",
                    "unicorn",
                    "ip-model",
                    "ip-advantage",
                    "known-trademark")),
    REGISTERED_HERE("registered-here"),
    TAX_HERE("tax-here"),
    BAD_CREDIT("bad-credit"),
    SERIOUS_VIOLATION("serious-violation"),
    STAYS("stays"),
    IN_RESERVE("in-reserve"),
    GREEN("green");

    private final String fact;
    private final long least;
    private final long most;
    private final List<String> words;

    BenchFact(String fact, long least, long most) {
        this(fact, least, most, List.of());
    }

    BenchFact(String fact, List<String> words) {
        this(fact, 0, 0, words);
    }

    BenchFact(String fact) {
        this(fact, 0, 1, List.of());
    }

    BenchFact(String fact, long least, long most, List<String> words) {
        this.fact = fact;
        this.least = least;
        this.most = most;
        this.words = words;
    }

    String fact() {
        return fact;
    }

    FactDefinition definition() {
        return StandardFacts.catalogue().find(fact).orElseThrow();
    }

    /** As beans name it. */
    String property() {
        var name = new StringBuilder();
        for (String part : fact.split("-", -1)) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }

    List<String> words() {
        return words;
    }

    /** A number such that as many are below as its share says: evenly by size, or by its logarithm where that spans decades. */
    long quantile(double share) {
        boolean decades = least > 0 && most / least >= 1_000;
        return decades
                ? Math.round(least * Math.pow((double) most / least, share))
                : least + Math.round((most - least) * share);
    }

    /** A cell of a firm: a number, a day, 0 or 1, a place among the words, or a mask of them. */
    long cell(SplittableRandom random, long today) {
        return switch (definition().type()) {
            case MONEY, RATE, COUNT -> quantile(random.nextDouble());
            case DATE -> today - random.nextLong(0, 365 * most);
            case CODE -> random.nextInt(words.size());
            case CODES -> {
                // Each word with one chance in four.
                long once = random.nextLong();
                long twice = random.nextLong();
                yield once & twice & (1L << words.size()) - 1;
            }
            case FLAG -> random.nextInt(100) < (isFault() ? 15 : 80) ? 1 : 0;
            case RECORDS -> throw new IllegalStateException(fact);
        };
    }

    boolean isFault() {
        return this == BAD_CREDIT || this == SERIOUS_VIOLATION;
    }
}
