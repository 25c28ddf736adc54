package cn.zhirong.knowledge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Bare Lucene behind the JDK's HTTP server: {@code /plain?q=…&size=10} over passages alone and {@code /whole?…}, ten passages with title and text. */
public final class LuceneNode implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIZE = 10;

    @Option(names = "--data", required = true)
    @SuppressWarnings("NullAway.Init") // picocli fills these before anything runs
    private Path data;

    @Option(names = "--corpus", required = true)
    @SuppressWarnings("NullAway.Init")
    private Path corpus;

    @Option(names = "--passages", required = true)
    private int passages;

    @Option(names = "--ready", required = true)
    @SuppressWarnings("NullAway.Init")
    private Path ready;

    /** How a question is searched. */
    private interface Search {
        List<Integer> docs(String question) throws IOException;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LuceneNode()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var plain = filled(data.resolve(BenchIndex.PLAIN), false);
                var whole = filled(data.resolve(BenchIndex.WHOLE), true)) {
            IndexSearcher passagesAlone = searcher(plain);
            IndexSearcher withVersions = searcher(whole);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext(
                    "/" + BenchIndex.PLAIN,
                    exchange -> answer(exchange, passagesAlone, q -> BareQuery.byWords(passagesAlone, q, SIZE)));
            server.createContext(
                    "/" + BenchIndex.WHOLE,
                    exchange -> answer(exchange, withVersions, q -> BareQuery.byWholes(withVersions, q, SIZE)));
            server.start();
            Child.ready(ready, server.getAddress().getPort());
            new CountDownLatch(1).await();
        }
        return 0;
    }

    /** One segment of all passages, and of whole versions where they are wanted. */
    private DirectoryReader filled(Path folder, boolean whole) throws IOException {
        var configuration = new IndexWriterConfig().setSimilarity(ShelfIndex.SIMILARITY);
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, configuration)) {
            for (CutVersion version : BenchCorpus.read(corpus, "bare", passages).versions()) {
                for (Passage passage : version.passages()) {
                    writer.addDocument(Fields.passage(passage, null));
                }
                if (whole) {
                    writer.addDocument(Fields.whole(version));
                }
            }
            writer.forceMerge(1);
            writer.commit();
        }
        return DirectoryReader.open(FSDirectory.open(folder));
    }

    private static IndexSearcher searcher(DirectoryReader reader) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(ShelfIndex.SIMILARITY);
        return searcher;
    }

    private static void answer(HttpExchange exchange, IndexSearcher searcher, Search search) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String question =
                URLDecoder.decode(query.substring("q=".length(), query.indexOf("&size=")), StandardCharsets.UTF_8);
        var hits = new ArrayList<Map<String, Object>>();
        for (int doc : search.docs(question)) {
            Passage passage = ShelfIndex.stored(searcher, doc);
            var hit = new LinkedHashMap<String, Object>();
            hit.put("title", passage.title());
            hit.put("provision", passage.path());
            hit.put("text", passage.text());
            hits.add(hit);
        }
        byte[] body = JSON.writeValueAsBytes(Map.of("hits", hits));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
