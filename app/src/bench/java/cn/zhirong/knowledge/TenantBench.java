package cn.zhirong.knowledge;

import java.io.IOException;
import java.nio.file.Files;
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
 * What a bureau costs that nobody uses: time of the start and memory, with few bureaus and with many, each with one published
 * document. Every start is a JVM of its own; few and many take turns.
 * Figures are in {@code decisions/09-tenants.md}.
 */
@Command(name = "TenantBench", mixinStandardHelpOptions = true)
public final class TenantBench implements Callable<Integer> {
    private static final double MEGABYTE = 1 << 20;
    private static final String NODE = "cn.zhirong.command.TenantNode";

    @Option(names = "--few", defaultValue = "10")
    private int few;

    @Option(names = "--many", defaultValue = "300")
    private int many;

    @Option(names = "--rounds", defaultValue = "5")
    private int rounds;

    @Option(names = "--work", description = "folder for data and logs; kept where it is named, and used again")
    private @Nullable Path work;

    @Option(names = "--json", description = "file to which the JSON lines are appended")
    private @Nullable Path json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TenantBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = BenchFolder.of(work);
        var report = new Report("tenants", json);
        for (int count : new int[] {few, many}) {
            if (!Files.exists(folder.resolve(count + "/built"))) {
                List<Double> made = run(folder, count, true);
                Report.say(
                        "%d tenants made in %.0f ms, filled with a document each in %.1f s",
                        count, made.get(0), made.get(1) / 1000);
                report.line("made", Map.of("tenants", count, "millis", made.get(0), "fillMillis", made.get(1)));
                Files.writeString(folder.resolve(count + "/built"), "");
            }
        }
        List<List<Double>> ofFew = new ArrayList<>();
        List<List<Double>> ofMany = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ofFew.add(run(folder, few, false));
            ofMany.add(run(folder, many, false));
        }
        tell(report, "start, ms a tenant", 0, 1, ofFew, ofMany, 10);
        tell(report, "start, ms of processor a tenant", 5, 1, ofFew, ofMany, 10);
        tell(report, "idle, MB of heap a tenant", 1, MEGABYTE, ofFew, ofMany, 1);
        tell(report, "after a page of each, MB of heap a tenant", 2, MEGABYTE, ofFew, ofMany, 1);
        tell(report, "after a search in each, MB of heap a tenant", 3, MEGABYTE, ofFew, ofMany, 1);
        Report.say("one look of the follower at %d tenants: %.1f ms", many, median(ofMany, 4) / 1000);
        BenchFolder.leave(folder, work);
        return 0;
    }

    /** The growth from few to many, by a tenant, round by round. */
    private void tell(
            Report report,
            String what,
            int figure,
            double unit,
            List<List<Double>> ofFew,
            List<List<Double>> ofMany,
            double goal) {
        List<Double> growth = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            growth.add((ofMany.get(round).get(figure) - ofFew.get(round).get(figure)) / unit / (many - few));
        }
        Report.say(
                "%-45s %d: %.1f   %d: %.1f",
                what, few, median(ofFew, figure) / unit, many, median(ofMany, figure) / unit);
        report.goal(what, Spread.of(growth), goal, false);
    }

    private static double median(List<List<Double>> rounds, int figure) {
        List<Double> sorted =
                rounds.stream().map(round -> round.get(figure)).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static List<Double> run(Path folder, int count, boolean build) throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve(Integer.toString(count)));
        Path figures = own.resolve("figures");
        var arguments = new ArrayList<>(List.of(
                "--data",
                own.resolve("data").toString(),
                "--tenants",
                Integer.toString(count),
                "--figures",
                figures.toString()));
        if (build) {
            arguments.add("--build");
        }
        try (Child child = Child.start(
                "tenants-" + count, own, Child.productClasspath(), List.of("-Xms600m", "-Xmx600m"), NODE, arguments)) {
            child.join();
        }
        return Arrays.stream(Files.readString(figures).split(" "))
                .map(Double::valueOf)
                .toList();
    }
}
