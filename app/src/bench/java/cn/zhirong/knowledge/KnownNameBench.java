package cn.zhirong.knowledge;

import cn.zhirong.command.SignInNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Whether the time of an answer tells that a name is known: wrong passwords for names that somebody has and for names that nobody
 * has, one after the other in an order drawn anew each round, each from an address of its own. Known names are tried twice a
 * round, so that what two equal things differ by is seen beside.
 */
@Command(name = "KnownNameBench", mixinStandardHelpOptions = true)
public final class KnownNameBench implements Callable<Integer> {
    @Option(names = "--people", defaultValue = "50")
    private int people;

    @Option(names = "--rounds", defaultValue = "1000")
    private int rounds;

    @Option(names = "--warm-up", defaultValue = "100", description = "rounds that do not count")
    private int warmUp;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--work", description = "folder for data and logs; kept where it is named, and used again")
    private @Nullable Path work;

    @Option(names = "--json", description = "file to which the JSON lines are appended")
    private @Nullable Path json;

    /** What is tried. */
    private enum Name {
        KNOWN,
        KNOWN_AS_WELL,
        UNKNOWN
    }

    private int tries;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new KnownNameBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var millis = new double[Name.values().length][rounds];
        try (var product = ProductUnderLoad.start(work, people)) {
            HttpClient client = product.client();
            URI page = URI.create(product.bureau() + "/sign-in");
            product.child().awaitIdle();
            var random = new Random(seed);
            var order = new ArrayList<>(List.of(Name.values()));
            for (int round = -warmUp; round < rounds; round++) {
                Collections.shuffle(order, random);
                for (Name name : order) {
                    double time = tried(client, page, username(name, random));
                    if (round >= 0) {
                        millis[name.ordinal()][round] = time;
                    }
                }
            }
        }
        tell(new Report("known-name", json), millis);
        return 0;
    }

    /** Names of the same length, whoever has them. */
    private String username(Name name, Random random) {
        int number = random.nextInt(people);
        return name == Name.UNKNOWN
                ? SignInNode.person(number).replace("officer", "nobody1")
                : SignInNode.person(number);
    }

    private double tried(HttpClient client, URI page, String username) throws IOException, InterruptedException {
        tries++;
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", "10.%d.%d.%d".formatted(tries >> 16, tries >> 8 & 255, tries & 255))
                .POST(HttpRequest.BodyPublishers.ofString("username=" + username + "&password=not-the-one-of-anybody"))
                .build();
        long began = System.nanoTime();
        int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
        double time = (System.nanoTime() - began) / 1e6;
        if (status != 400) {
            throw new IOException("a wrong password of " + username + " is answered " + status);
        }
        return time;
    }

    private void tell(Report report, double[][] millis) {
        for (Name name : Name.values()) {
            double[] sorted = Spread.sorted(millis[name.ordinal()], rounds);
            double median = Spread.quantile(sorted, 0.5);
            double quick = Spread.quantile(sorted, 0.1);
            double slow = Spread.quantile(sorted, 0.9);
            Report.say(
                    "%-14s median %s ms, a tenth below %s, a tenth above %s",
                    name, Spread.shown(median), Spread.shown(quick), Spread.shown(slow));
            report.line(name.name(), Map.of("median", median, "p10", quick, "p90", slow));
        }
        // For samples of one kind, by the normal approximation of the rank sum, two standard deviations.
        double noise = 200 * Math.sqrt((2.0 * rounds + 1) / (12.0 * rounds * rounds));
        double told = told(millis[Name.KNOWN.ordinal()], millis[Name.UNKNOWN.ordinal()]);
        double equal = told(millis[Name.KNOWN.ordinal()], millis[Name.KNOWN_AS_WELL.ordinal()]);
        Report.say(
                "of two answers the slower is that of the known name: %.1f %%; of two known ones the first: %.1f %%;"
                        + " by chance 50 ± %.1f %%",
                told, equal, noise);
        report.line(
                "slower is known", Map.of("percent", told, "of two known", equal, "noise", noise, "rounds", rounds));
    }

    /** Of all pairs, in how many per cent the one of {@code these} is slower; ties count half. */
    private static double told(double[] these, double[] those) {
        double[] sorted = Spread.sorted(those, those.length);
        double slower = 0;
        for (double time : these) {
            int at = Arrays.binarySearch(sorted, time);
            slower += at < 0 ? -at - 1 : at + 0.5;
        }
        return 100 * slower / these.length / those.length;
    }
}
