package cn.zhirong.knowledge;

import cn.zhirong.command.SignInNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Many people sign in at the same moment, each from an address of their own; what the others wait for their pages meanwhile,
 * beside what they wait on a quiet server. Whoever asks shares the processors with the server.
 */
@Command(name = "SignInBench", mixinStandardHelpOptions = true)
public final class SignInBench implements Callable<Integer> {
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int CROWDS_BEFORE = 4;
    private static final List<String> PAGES = List.of("", "/policies", "/sign-in");

    @Option(names = "--people", defaultValue = "500")
    private int people;

    @Option(names = "--readers", defaultValue = "4", description = "who open one page after the other")
    private int readers;

    @Option(names = "--rounds", defaultValue = "5")
    private int rounds;

    @Option(names = "--quiet", defaultValue = "5", description = "seconds of pages alone, each round")
    private int quiet;

    @Option(names = "--warm", defaultValue = "30", description = "seconds of pages alone after the start")
    private int warm;

    @Option(names = "--work", description = "folder for data and logs; kept where it is named, and used again")
    private @Nullable Path work;

    @Option(names = "--json", description = "file to which the JSON lines are appended")
    private @Nullable Path json;

    private final List<Double> alone = new ArrayList<>();
    private final List<Double> median = new ArrayList<>();
    private final List<Double> slowest = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> sentAway = new ArrayList<>();
    private final List<Double> served = new ArrayList<>();
    private final Map<Integer, List<Double>> answers = new TreeMap<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SignInBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var report = new Report("sign-in", json);
        try (var product = ProductUnderLoad.start(work, people)) {
            // As those who read have browsers of their own: what waits in the client of the crowd is not the server's
            // doing.
            HttpClient client = product.client();
            HttpClient reading = ProductUnderLoad.newClient();
            String bureau = product.bureau();
            pages(reading, bureau, Duration.ofSeconds(warm));
            for (int crowd = 0; crowd < CROWDS_BEFORE; crowd++) {
                askAtOnce(client, URI.create(bureau).resolve("/health"));
            }
            for (int round = 0; round < rounds; round++) {
                alone.add(Spread.quantile(pages(reading, bureau, Duration.ofSeconds(quiet)), 0.5));
                burst(client, reading, bureau, round);
            }
        }
        tell(report);
        return 0;
    }

    /** The client as well compiles what it does often: in the first crowd it would take half of the processors for that. */
    private void askAtOnce(HttpClient client, URI page) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(page).build();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < people; i++) {
                answers.add(workers.submit(
                        () -> client.send(request, BodyHandlers.discarding()).statusCode()));
            }
            for (Future<Integer> each : answers) {
                if (each.get() != OK) {
                    throw new IOException(page + " answers " + each.get());
                }
            }
        }
    }

    private void burst(HttpClient client, HttpClient reading, String bureau, int round) throws Exception {
        var start = new CountDownLatch(1);
        var over = new AtomicBoolean();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Future<Answer>>();
            for (int i = 0; i < people; i++) {
                HttpRequest request = signIn(bureau, i, round);
                tries.add(workers.submit(() -> {
                    start.await();
                    long sent = System.nanoTime();
                    int status = client.send(request, BodyHandlers.discarding()).statusCode();
                    return new Answer(status, (System.nanoTime() - sent) / 1e9);
                }));
            }
            Future<double[]> others = workers.submit(() -> read(reading, bureau, over::get));
            long began = System.nanoTime();
            start.countDown();
            var statuses = new TreeMap<Integer, Integer>();
            double longestAway = 0;
            double longestServed = 0;
            for (Future<Answer> each : tries) {
                Answer answer = each.get();
                statuses.merge(answer.status(), 1, Integer::sum);
                if (answer.status() == TOO_MANY) {
                    longestAway = Math.max(longestAway, answer.seconds());
                } else {
                    longestServed = Math.max(longestServed, answer.seconds());
                }
            }
            sentAway.add(longestAway);
            served.add(longestServed);
            seconds.add((System.nanoTime() - began) / 1e9);
            over.set(true);
            statuses.forEach((status, count) ->
                    answers.computeIfAbsent(status, first -> new ArrayList<>()).add((double) count));
            double[] millis = others.get();
            median.add(Spread.quantile(millis, 0.5));
            slowest.add(Spread.quantile(millis, 1));
            Report.say("round %d: slowest page %.0f ms of %d", round + 1, millis[millis.length - 1], millis.length);
        }
    }

    /** How somebody was answered and after how long. */
    private record Answer(int status, double seconds) {}

    private static HttpRequest signIn(String bureau, int person, int round) {
        String form = "username=" + SignInNode.person(person) + "&password=" + SignInNode.PASSWORD;
        return HttpRequest.newBuilder(URI.create(bureau + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", "10.%d.%d.%d".formatted(round, person / 250, person % 250 + 1))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private double[] pages(HttpClient client, String bureau, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        return read(client, bureau, () -> System.nanoTime() > end);
    }

    /** Milliseconds of each page, sorted. */
    private double[] read(HttpClient client, String bureau, Callable<Boolean> over) throws Exception {
        var millis = new ArrayList<Double>();
        try (var workers = Executors.newFixedThreadPool(readers)) {
            Callable<List<Double>> reader = () -> {
                var own = new ArrayList<Double>();
                for (int i = 0; !over.call(); i++) {
                    URI page = URI.create(bureau + PAGES.get(i % PAGES.size()));
                    long began = System.nanoTime();
                    int status = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray())
                            .statusCode();
                    own.add((System.nanoTime() - began) / 1e6);
                    if (status != OK) {
                        throw new IOException(page + " answers " + status);
                    }
                }
                return own;
            };
            for (Future<List<Double>> each : workers.invokeAll(java.util.Collections.nCopies(readers, reader))) {
                millis.addAll(each.get());
            }
        }
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private void tell(Report report) {
        Report.say("%d people at once, %d readers, %d rounds", people, readers, rounds);
        answers.forEach((status, counts) -> {
            Report.say("answered %d: %s", status, Spread.of(counts));
            report.line("answered " + status, Map.of("people", Spread.of(counts)));
        });
        Report.say(
                "until the last was answered: %s s; was sent away: %s s; was signed in: %s s",
                Spread.of(seconds), Spread.of(sentAway), Spread.of(served));
        report.line("the last", Map.of("sent away", Spread.of(sentAway), "signed in", Spread.of(served)));
        Report.say("a page alone, median: %s ms; meanwhile: %s ms", Spread.of(alone), Spread.of(median));
        report.line("pages", Map.of("alone", Spread.of(alone), "meanwhile", Spread.of(median)));
        report.goal("the slowest page meanwhile, ms", Spread.of(slowest), 1000, false);
    }
}
