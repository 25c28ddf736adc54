package cn.zhirong.knowledge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Pages are asked for several times as fast as they can be made, by a clock that waits for no answer: how many are still made,
 * how long people wait for them, and what the others are told. Whoever asks shares the processors with the server, so both
 * rates are those of the two together.
 */
@Command(name = "OverloadBench", mixinStandardHelpOptions = true)
public final class OverloadBench implements Callable<Integer> {
    private static final List<String> PAGES = List.of("", "/policies", "/sign-in");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(names = "--times", defaultValue = "5", description = "of what can be answered")
    private int times;

    @Option(names = "--seconds", defaultValue = "20")
    private int seconds;

    @Option(names = "--readers", defaultValue = "8", description = "who find out what can be answered")
    private int readers;

    @Option(
            names = "--open",
            defaultValue = "3000",
            description = "requests on their way at most; further ones are not sent")
    private int open;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    @Option(names = "--work", description = "folder for data and logs; kept where it is named, and used again")
    private @Nullable Path work;

    @Option(names = "--json", description = "file to which the JSON lines are appended")
    private @Nullable Path json;

    /** How one request ended, and after how long; status 0 is no answer at all. */
    private record Answer(int status, boolean retryAfter, double millis) {}

    private final List<Double> capacity = new ArrayList<>();
    private final List<Double> goodput = new ArrayList<>();
    private final List<Double> kept = new ArrayList<>();
    private final List<Double> median = new ArrayList<>();
    private final List<Double> slow = new ArrayList<>();
    private final List<Double> refused = new ArrayList<>();
    private final List<Double> refusedMillis = new ArrayList<>();
    private final List<Double> lost = new ArrayList<>();
    private final List<Double> unsent = new ArrayList<>();
    private final List<Double> after = new ArrayList<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new OverloadBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (var product = ProductUnderLoad.start(work, 1)) {
            HttpClient client = product.client();
            String bureau = product.bureau();
            closed(client, bureau, 2 * seconds); // warms up
            for (int round = 0; round < rounds; round++) {
                double can = closed(client, bureau, seconds);
                capacity.add(can);
                overload(client, bureau, can);
                after.add(closed(client, bureau, seconds) / can);
            }
        }
        tell(new Report("overload", json));
        return 0;
    }

    /** Pages a second where everybody waits for their page before they ask for the next. */
    private double closed(HttpClient client, String bureau, int time) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(time).toNanos();
        try (var workers = Executors.newFixedThreadPool(readers)) {
            Callable<Integer> reader = () -> {
                int pages = 0;
                for (; System.nanoTime() < end; pages++) {
                    Answer answer = answer(client, bureau, pages).join();
                    if (answer.status() != 200) {
                        throw new IllegalStateException("a page alone is answered " + answer.status());
                    }
                }
                return pages;
            };
            int pages = 0;
            for (Future<Integer> each : workers.invokeAll(Collections.nCopies(readers, reader))) {
                pages += each.get();
            }
            return (double) pages / time;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // when all have come, all places are free
    private void overload(HttpClient client, String bureau, double can) throws InterruptedException {
        var answers = new ConcurrentLinkedQueue<Answer>();
        var places = new Semaphore(open);
        long began = System.nanoTime();
        int asked = (int) (can * times * seconds);
        int notSent = 0;
        for (int i = 0; i < asked; i++) {
            long due = began + (long) (i * 1e9 / (can * times));
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            if (!places.tryAcquire()) {
                notSent++;
                continue;
            }
            answer(client, bureau, i).thenAccept(answer -> {
                answers.add(answer);
                places.release();
            });
        }
        double span = (System.nanoTime() - began) / 1e9;
        long intime = answers.stream().filter(it -> it.status() == 200).count();
        places.acquire(open);
        double[] good = millis(answers, 200);
        double[] told = millis(answers, 503);
        goodput.add(intime / span);
        kept.add(intime / span / can);
        median.add(Spread.quantile(good, 0.5));
        slow.add(Spread.quantile(good, 0.99));
        refused.add((double) told.length);
        refusedMillis.add(Spread.quantile(told, 0.99));
        lost.add((double) answers.stream()
                .filter(it -> it.status() != 200 && !(it.status() == 503 && it.retryAfter()))
                .count());
        unsent.add((double) notSent);
    }

    private static double[] millis(ConcurrentLinkedQueue<Answer> answers, int status) {
        return answers.stream()
                .filter(it -> it.status() == status)
                .mapToDouble(Answer::millis)
                .sorted()
                .toArray();
    }

    private static CompletableFuture<Answer> answer(HttpClient client, String bureau, int number) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(bureau + PAGES.get(number % PAGES.size())))
                .timeout(PATIENCE)
                .build();
        long began = System.nanoTime();
        return client.sendAsync(request, BodyHandlers.discarding())
                .handle((HttpResponse<Void> response, Throwable lost) -> response == null
                        ? new Answer(0, false, millisSince(began))
                        : new Answer(
                                response.statusCode(),
                                response.headers().firstValue("Retry-After").isPresent(),
                                millisSince(began)));
    }

    private static double millisSince(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private void tell(Report report) {
        Report.say("%d times of what can be answered, %d s, %d rounds", times, seconds, rounds);
        Report.say("pages a second that can be made: %s; made meanwhile: %s", Spread.of(capacity), Spread.of(goodput));
        Report.say("ms for a page, median: %s, of a hundred the slowest: %s", Spread.of(median), Spread.of(slow));
        Report.say(
                "told to come again (503, Retry-After): %s, within %s ms; not sent: %s",
                Spread.of(refused), Spread.of(refusedMillis), Spread.of(unsent));
        report.line(
                "pages",
                Map.of(
                        "can", Spread.of(capacity),
                        "meanwhile", Spread.of(goodput),
                        "median", Spread.of(median),
                        "p99", Spread.of(slow),
                        "told to come again", Spread.of(refused),
                        "not sent", Spread.of(unsent)));
        report.goal("of the pages that can be made, made meanwhile", Spread.of(kept), 0.7, true);
        report.goal("answered by nothing, or by an error", Spread.of(lost), 0, false);
        report.goal("of the pages that can be made, made right after", Spread.of(after), 0.9, true);
    }
}
