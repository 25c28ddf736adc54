package cn.zhirong.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Search by words over HTTP: the product against an OpenSearch node and against bare Lucene behind the JDK's HTTP server. All
 * hold the same passages in one segment, analyse by the same code into the same fields with the same weights and the same BM25,
 * and answer ten hits with title and text (the product: its snippet). Each is a JVM of its own with the same heap; the rounds
 * are interleaved.
 *
 * <p>The product also scores whole versions, keeps 200 candidates and re-scores them, counts facets and looks for a literal
 * match. So each contestant runs twice: {@code plain} orders passages by their own words, {@code whole} adds the words of
 * whole versions. OpenSearch does the latter with a parent query, whose scores are added as they are.
 */
@Command(name = "SearchBench", mixinStandardHelpOptions = true)
public final class SearchBench implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAIN = "cn.zhirong.knowledge.";

    @Option(names = "--corpus", required = true, description = "folder in the BEIR layout")
    @SuppressWarnings("NullAway.Init") // picocli fills these before anything runs
    private Path corpus;

    @Option(names = "--passages", defaultValue = "1000000", description = "at most so many; all by default")
    private int passages;

    @Option(names = "--rounds", defaultValue = "7")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "5", description = "of a round")
    private double seconds;

    @Option(names = "--warmup", defaultValue = "20", description = "seconds of each contestant before the first round")
    private double warmup;

    @Option(names = "--connections", defaultValue = "8")
    private int connections;

    @Option(names = "--heap", defaultValue = "1500m", description = "of each contestant")
    @SuppressWarnings("NullAway.Init")
    private String heap;

    @Option(names = "--work", description = "folder for indexes and logs; kept where it is named")
    private @Nullable Path work;

    @Option(names = "--json", description = "file to which the JSON lines are appended")
    private @Nullable Path json;

    @Option(names = "--contestants", split = ",", description = "some of product, opensearch, lucene; all by default")
    private Set<String> wanted = new LinkedHashSet<>(List.of("product", "opensearch", "lucene"));

    @Option(names = "--profile", description = "records the product and says where the time of its rounds goes")
    private boolean profile;

    /** Who is asked, and how its answers name their hits. */
    private record Contestant(
            String name, Child child, HttpLoad load, Function<JsonNode, List<String>> hits, List<Figures> rounds) {
        Spread figure(Function<Figures, Double> figure) {
            return Spread.of(rounds.stream().map(figure).toList());
        }

        /** Its figures in parts of another's, round by round. */
        Spread against(Contestant rival, Function<Figures, Double> figure) {
            var ratios = new ArrayList<Double>();
            for (int i = 0; i < rounds.size(); i++) {
                ratios.add(figure.apply(rounds.get(i)) / figure.apply(rival.rounds.get(i)));
            }
            return Spread.of(ratios);
        }
    }

    private record Figures(double perSecond, double p50, double p99, double cpuMillis, CpuProfile.Stretch when) {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SearchBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = BenchFolder.of(work);
        var report = new Report("search", json);
        BenchCorpus read = BenchCorpus.read(corpus, "bench", passages);
        List<String> questions = new ArrayList<>(read.questions());
        Collections.shuffle(questions, new Random(7));
        Report.say(
                "%,d passages, %,d questions, %d connections, %d rounds of %s s after %s s, heap %s, %d processors",
                read.passages().size(),
                questions.size(),
                connections,
                rounds,
                seconds,
                warmup,
                heap,
                Runtime.getRuntime().availableProcessors());
        var children = new ArrayList<Child>();
        List<Contestant> contestants = List.of();
        try {
            contestants = start(folder, questions, children);
            report.line(
                    "set-up",
                    Map.of("passages", read.passages().size(), "questions", questions.size(), "rounds", rounds));
            agree(contestants, report);
            for (Contestant contestant : contestants) {
                contestant.load().run(connections, warmup);
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < contestants.size(); i++) {
                    measure(contestants.get((i + round) % contestants.size()));
                }
            }
            tell(contestants, report);
        } finally {
            IOUtils.close(children);
        }
        if (profile) {
            Report.say("%nwhere the product's time goes while whole versions count; recording costs it some too");
            List<CpuProfile.Stretch> stretches = contestants.stream()
                    .filter(each -> each.name().equals("product " + BenchIndex.WHOLE))
                    .flatMap(each -> each.rounds().stream().map(Figures::when))
                    .toList();
            CpuProfile.of(folder.resolve("product/profile.jfr"), stretches, report);
        }
        BenchFolder.leave(folder, work);
        return 0;
    }

    /** One after the other: while an index is built, the next would only make it slower. */
    private List<Contestant> start(Path folder, List<String> questions, List<Child> children)
            throws IOException, InterruptedException {
        var flags = new ArrayList<>(List.of("-Xmx" + heap, "-Dsun.net.httpserver.nodelay=true"));
        var contestants = new ArrayList<Contestant>();
        if (wanted.contains("opensearch")) {
            Child child = child("opensearch", MAIN + "OpenSearchNode", Child.openSearchClasspath(), flags, folder);
            children.add(child);
            add(
                    contestants,
                    "opensearch",
                    child,
                    answer -> hits(answer.path("hits").path("hits")),
                    kind -> {
                        boolean plain = kind.equals(BenchIndex.PLAIN);
                        return questions.stream()
                                .map(question ->
                                        plain ? OpenSearchNode.plain(question) : OpenSearchNode.whole(question))
                                .map(body -> HttpLoad.post("/" + kind + "/_search", body))
                                .toList();
                    });
        }
        if (wanted.contains("lucene")) {
            Child child = child("lucene", MAIN + "LuceneNode", Child.productClasspath(), flags, folder);
            children.add(child);
            add(contestants, "lucene", child, answer -> hits(answer.path("hits")), kind -> gets(questions, "/" + kind));
        }
        if (wanted.contains("product")) {
            if (profile) {
                Path recording = folder.resolve("product/profile.jfr");
                flags.add("-XX:StartFlightRecording=settings=profile,filename=" + recording);
            }
            Child child = child("product", "cn.zhirong.command.ProductNode", Child.productClasspath(), flags, folder);
            children.add(child);
            add(
                    contestants,
                    "product",
                    child,
                    answer -> hits(answer.path("hits")),
                    kind -> gets(questions, "/api/v1/" + kind + "/policies"));
        }
        return contestants;
    }

    private static void add(
            List<Contestant> contestants,
            String name,
            Child child,
            Function<JsonNode, List<String>> hits,
            Function<String, List<byte[]>> requests)
            throws IOException, InterruptedException {
        int port = child.port();
        for (String kind : List.of(BenchIndex.PLAIN, BenchIndex.WHOLE)) {
            var load = new HttpLoad(port, requests.apply(kind));
            contestants.add(new Contestant(name + " " + kind, child, load, hits, new ArrayList<>()));
        }
    }

    private static List<byte[]> gets(List<String> questions, String path) {
        return questions.stream()
                .map(question -> URLEncoder.encode(question, StandardCharsets.UTF_8))
                .map(question -> HttpLoad.get(path + "?q=" + question + "&size=10"))
                .toList();
    }

    private Child child(String name, String main, String classpath, List<String> flags, Path folder)
            throws IOException {
        Path own = folder.resolve(name);
        IOUtils.rm(own); // what an earlier run left there
        return Child.start(
                name,
                own,
                classpath,
                flags,
                main,
                List.of(
                        "--data",
                        own.resolve("data").toString(),
                        "--corpus",
                        corpus.toString(),
                        "--passages",
                        Integer.toString(passages),
                        "--ready",
                        Child.readyFile(own).toString()));
    }

    private static List<String> hits(JsonNode array) {
        var hits = new ArrayList<String>();
        for (JsonNode each : array) {
            JsonNode hit = each.has("_source") ? each.path("_source") : each;
            hits.add(hit.path("title").asText() + " " + hit.path("provision").asText());
        }
        return hits;
    }

    /** Whether they find the same: each against bare Lucene of its kind. */
    private static void agree(List<Contestant> contestants, Report report) throws IOException {
        var found = new LinkedHashMap<String, List<List<String>>>();
        for (Contestant contestant : contestants) {
            var lists = new ArrayList<List<String>>();
            for (String answer : contestant.load().once()) {
                lists.add(contestant.hits().apply(JSON.readTree(answer)));
            }
            found.put(contestant.name(), lists);
        }
        for (String kind : List.of(BenchIndex.PLAIN, BenchIndex.WHOLE)) {
            List<List<String>> reference = found.get("lucene " + kind);
            for (String name : List.of("product " + kind, "opensearch " + kind)) {
                if (reference == null || !found.containsKey(name)) {
                    continue;
                }
                Agreement agreement = Agreement.of(found.getOrDefault(name, List.of()), reference);
                Report.say("%-18s agrees with lucene %s: %s", name, kind, agreement);
                report.line("agreement of " + name, agreement.figures());
            }
        }
    }

    private void measure(Contestant contestant) throws IOException, InterruptedException {
        Instant began = Instant.now();
        Duration before = contestant.child().cpu();
        HttpLoad.Round round = contestant.load().run(connections, seconds);
        Duration used = contestant.child().cpu().minus(before);
        contestant
                .rounds()
                .add(new Figures(
                        round.perSecond(),
                        round.quantile(0.5),
                        round.quantile(0.99),
                        used.toNanos() / 1e6 / round.millis().length,
                        new CpuProfile.Stretch(began, Instant.now())));
    }

    private static void tell(List<Contestant> contestants, Report report) throws IOException {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("contestant", "queries/s", "p50 ms", "p99 ms", "CPU ms/query", "resident MB"));
        var byName = new LinkedHashMap<String, Contestant>();
        for (Contestant each : contestants) {
            byName.put(each.name(), each);
            double resident = each.child().residentMegabytes();
            rows.add(List.of(
                    each.name(),
                    each.figure(Figures::perSecond).toString(),
                    each.figure(Figures::p50).toString(),
                    each.figure(Figures::p99).toString(),
                    each.figure(Figures::cpuMillis).toString(),
                    Spread.shown(resident)));
            report.line(
                    each.name(),
                    Map.of(
                            "queriesPerSecond", each.figure(Figures::perSecond),
                            "p50Millis", each.figure(Figures::p50),
                            "p99Millis", each.figure(Figures::p99),
                            "cpuMillisPerQuery", each.figure(Figures::cpuMillis),
                            "residentMegabytes", resident));
        }
        Report.table(rows);
        for (String[] pair : new String[][] {{"whole", "plain"}, {"whole", "whole"}, {"plain", "plain"}}) {
            Contestant product = byName.get("product " + pair[0]);
            Contestant opensearch = byName.get("opensearch " + pair[1]);
            Contestant lucene = byName.get("lucene " + pair[1]);
            if (product != null && opensearch != null) {
                String against = product.name() + " / " + opensearch.name();
                report.goal(against + ": queries/s", product.against(opensearch, Figures::perSecond), 1.0, true);
                report.goal(against + ": p99", product.against(opensearch, Figures::p99), 1.0, false);
            }
            if (product != null && lucene != null) {
                String against = product.name() + " / " + lucene.name();
                report.goal(against + ": CPU/query", product.against(lucene, Figures::cpuMillis), 1.3, false);
            }
        }
    }
}
