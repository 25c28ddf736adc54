package cn.zhirong.rule;

import cn.zhirong.knowledge.BenchFolder;
import cn.zhirong.knowledge.Report;
import cn.zhirong.knowledge.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Verdicts of generated rules for generated firms: the product beside Drools, CEL and bare bit sets, each in a JVM of its own,
 * rounds taken in turn; and what reasons cost. Drools and CEL look at a part of the firms and are compared by pairs a second.
 * Nothing is compared before the numbers of matches agree with a loop over rows. Figures are in {@code decisions/12-rules.md}.
 */
@Command(name = "RuleBench", mixinStandardHelpOptions = true)
public final class RuleBench implements Callable<Integer> {
    private static final double MEGABYTE = 1 << 20;

    @Option(names = "--rules", defaultValue = "1000")
    private int rules;

    @Option(names = "--firms", defaultValue = "100000")
    private int firms;

    @Option(names = "--part", defaultValue = "2000", description = "firms for Drools and CEL")
    private int part;

    @Option(names = "--seed", defaultValue = "20261122")
    private long seed;

    @Option(names = "--rounds", defaultValue = "7")
    private int rounds;

    @Option(names = "--warm-up", defaultValue = "3", description = "rounds that do not count")
    private int warmUp;

    @Option(names = "--explained", defaultValue = "500", description = "firms whose reasons are asked for")
    private int explained;

    @Option(names = "--heap", defaultValue = "1g")
    private String heap = "1g";

    @Option(names = "--without", split = ",", description = "contestants to leave out: drools, cel, maps")
    private List<String> without = List.of();

    @Option(names = "--flag", description = "more flags of the contestants' JVMs")
    private List<String> flags = List.of();

    @Option(names = "--work", description = "folder for logs; kept where it is named")
    private @Nullable Path work;

    @Option(names = "--json", description = "file to which the JSON lines are appended")
    private @Nullable Path json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RuleBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = BenchFolder.of(work);
        var report = new Report("rules", json);
        List<Contestant> contestants = new ArrayList<>();
        try {
            for (String name : List.of("product", "columns", "maps", "drools", "cel")) {
                if (!without.contains(name)) {
                    boolean slow = name.equals("drools") || name.equals("cel");
                    contestants.add(Contestant.start(name, folder, rules, slow ? part : firms, seed, heap, flags));
                }
            }
            agree(report, folder, contestants);
            for (int i = 0; i < warmUp; i++) {
                for (Contestant contestant : contestants) {
                    contestant.warmUp();
                }
            }
            for (int round = 0; round < rounds; round++) {
                for (Contestant contestant : contestants) {
                    contestant.round();
                }
            }
            tell(report, contestants);
            explain(report, contestants.getFirst());
        } finally {
            for (Contestant contestant : contestants) {
                contestant.close();
            }
        }
        BenchFolder.leave(folder, work);
        return 0;
    }

    private void agree(Report report, Path folder, List<Contestant> contestants)
            throws IOException, InterruptedException {
        Report.say(
                "%,d rules, %,d firms (%,d for the slow), seed %d, heap %s; %s different conditions",
                rules, firms, part, seed, heap, contestants.getFirst().ask("distinct"));
        for (int count : new int[] {firms, part}) {
            try (Contestant rows = Contestant.start("rows", folder, rules, count, seed, heap, flags)) {
                rows.round();
                long matches = Long.parseLong(rows.matches().split(" ")[0]);
                double share = 100.0 * matches / rows.pairs();
                Report.say(
                        "%,d firms: %,d pairs match, %.1f %%; row by row %s pairs/s",
                        count, matches, share, Spread.of(rows.rates()));
                report.line("reference", Map.of("firms", count, "matches", matches, "percent", share));
                for (Contestant contestant : contestants) {
                    if (contestant.pairs() == rows.pairs()) {
                        contestant.warmUp();
                        if (!contestant.matches().equals(rows.matches())) {
                            throw new IOException(contestant.name() + " finds " + contestant.matches()
                                    + " matches, not " + rows.matches());
                        }
                    }
                }
            }
        }
        Report.say("every contestant finds the same number of firms for every rule");
    }

    private void tell(Report report, List<Contestant> contestants) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("contestant", "pairs/s", "seconds for all pairs"));
        double all = (double) rules * firms;
        for (Contestant contestant : contestants) {
            Spread rate = Spread.of(contestant.rates());
            Spread seconds = Spread.of(
                    contestant.rates().stream().map(each -> all / each).toList());
            table.add(List.of(contestant.name(), rate.toString(), seconds.toString()));
            report.line(
                    contestant.name(),
                    Map.of("pairsPerSecond", rate, "secondsForAll", seconds, "matches", contestant.matches()));
        }
        Report.table(table);
        Contestant product = contestants.getFirst();
        for (Contestant rival : contestants) {
            switch (rival.name()) {
                case "drools" -> report.goal("verdicts, product / Drools", ratio(product, rival), 200, true);
                case "cel" -> report.goal("verdicts, product / CEL", ratio(product, rival), 150, true);
                case "columns" ->
                    report.goal("verdicts, time of product / bare bit sets", ratio(rival, product), 3, false);
                default -> {}
            }
        }
    }

    /** How many times as fast, round by round. */
    private static Spread ratio(Contestant one, Contestant other) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < one.rates().size(); round++) {
            ratios.add(one.rates().get(round) / other.rates().get(round));
        }
        return Spread.of(ratios);
    }

    private void explain(Report report, Contestant product) throws IOException {
        long[] heapUsed = product.numbers("heap");
        report.goal(
                "memory, MB of heap with all firms and " + heapUsed[1] + " rules' verdicts",
                Spread.of(List.of(heapUsed[0] / MEGABYTE)),
                1024,
                false);
        product.numbers("explain " + explained);
        report.goal("one firm, all rules, with reasons: ms", millis(product.numbers("explain " + explained)), 2, false);
        product.numbers("written " + explained / 5);
        Spread written = millis(product.numbers("written " + explained / 5));
        Report.say("the same with all traces written as bytes: %s ms", written);
        report.line("one firm, all rules, traces as bytes: ms", Map.of("figure", written));
        String[] golden = product.ask("golden").split(" ");
        Report.say(
                "golden rules: %s traces of %s rules, slowest of %s; the very first took %.2f ms",
                golden[2], golden[3], golden[1], Long.parseLong(golden[4]) / 1e6);
        report.goal(
                "slowest trace of the golden rules, ms", Spread.of(List.of(Long.parseLong(golden[0]) / 1e6)), 1, false);
        Report.say("most resident memory of the product's JVM: %.0f MB", product.mostResidentMegabytes());
        report.line("resident", Map.of("megabytes", product.mostResidentMegabytes()));
    }

    /** Median, and what 99 of 100 firms do not exceed as the most. */
    private static Spread millis(long[] nanoseconds) {
        double[] sorted = Arrays.stream(nanoseconds)
                .mapToDouble(each -> each / 1e6)
                .sorted()
                .toArray();
        return new Spread(Spread.quantile(sorted, 0.5), sorted[0], Spread.quantile(sorted, 0.99));
    }
}
