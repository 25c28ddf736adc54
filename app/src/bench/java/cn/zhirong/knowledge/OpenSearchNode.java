package cn.zhirong.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.action.admin.indices.create.CreateIndexRequest;
import org.opensearch.action.bulk.BulkRequestBuilder;
import org.opensearch.action.index.IndexRequest;
import org.opensearch.core.xcontent.MediaTypeRegistry;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * One OpenSearch node with two indexes of one shard and one segment. In {@code plain} are passages alone; in {@code whole} a
 * version is the parent of its passages, so that its words can be part of their scores.
 */
public final class OpenSearchNode implements Callable<Integer> {
    private static final List<String> INDEXES = List.of(BenchIndex.PLAIN, BenchIndex.WHOLE);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 1000;

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

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new OpenSearchNode()).execute(arguments));
    }

    /** Passages by their words. */
    static String plain(String question) {
        return written(body(words(question)));
    }

    /** Passages by their words and those of their whole versions, the scores added. */
    static String whole(String question) {
        Map<String, Object> parent = Map.of(
                "has_parent",
                Map.of(
                        "parent_type",
                        "version",
                        "score",
                        true,
                        "query",
                        Map.of("match", Map.of(Fields.WHOLE_2, question))));
        return written(body(Map.of("bool", Map.of("should", List.of(words(question), parent)))));
    }

    private static Map<String, Object> words(String question) {
        List<String> fields = BareQuery.WEIGHTS.entrySet().stream()
                .map(entry -> path(entry.getKey()) + "^" + entry.getValue())
                .toList();
        return Map.of("multi_match", Map.of("query", question, "type", "most_fields", "fields", fields));
    }

    private static Map<String, Object> body(Map<String, Object> query) {
        return Map.of(
                "size",
                10,
                "track_total_hits",
                false,
                "_source",
                List.of("title", "provision", "text"),
                "query",
                query);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        int port = freePort();
        int transport = freePort();
        var runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
                    settings.put("http.port", Integer.toString(port));
                    settings.put("transport.port", Integer.toString(transport));
                    settings.put("discovery.type", "single-node");
                })
                .build(OpenSearchRunner.newConfigs()
                        .basePath(data.toString())
                        .clusterName("bench-" + port)
                        .numOfNode(1)
                        .pluginTypes(GramsPlugin.class.getName())
                        .useLogger());
        runner.ensureYellow();
        for (String index : INDEXES) {
            boolean whole = index.equals(BenchIndex.WHOLE);
            runner.admin()
                    .indices()
                    .create(new CreateIndexRequest(index)
                            .settings(written(settings()), MediaTypeRegistry.JSON)
                            .mapping(written(mapping(whole)), MediaTypeRegistry.JSON))
                    .actionGet();
            fill(runner, index, whole);
            runner.admin()
                    .indices()
                    .prepareForceMerge(index)
                    .setMaxNumSegments(1)
                    .get();
            runner.admin().indices().prepareFlush(index).get();
            runner.admin().indices().prepareRefresh(index).get();
        }
        Child.ready(ready, port);
        new CountDownLatch(1).await();
        return 0;
    }

    private void fill(OpenSearchRunner runner, String index, boolean whole) throws IOException {
        BulkRequestBuilder batch = runner.client().prepareBulk();
        for (CutVersion version : BenchCorpus.read(corpus, index, passages).versions()) {
            String parent = "v" + version.versionId();
            if (whole) {
                var text = new StringBuilder(version.title());
                version.passages().forEach(passage -> text.append('\n').append(passage.text()));
                batch.add(new IndexRequest(index)
                        .id(parent)
                        .source(Map.of(Fields.WHOLE_2, text.toString(), "part", Map.of("name", "version"))));
            }
            for (Passage passage : version.passages()) {
                var source = new LinkedHashMap<String, Object>();
                source.put("title", passage.title());
                source.put("provision", passage.path());
                source.put("text", passage.text());
                var request = new IndexRequest(index).id(passage.id());
                if (whole) {
                    source.put("part", Map.of("name", "passage", "parent", parent));
                    request.routing(parent);
                }
                batch.add(request.source(source));
            }
            if (batch.numberOfActions() >= BATCH) {
                send(batch);
                batch = runner.client().prepareBulk();
            }
        }
        if (batch.numberOfActions() > 0) {
            send(batch);
        }
    }

    private static void send(BulkRequestBuilder batch) {
        var response = batch.get();
        if (response.hasFailures()) {
            throw new IllegalStateException(response.buildFailureMessage());
        }
    }

    /** {@code text.text2}: the same words are analysed in three ways, as part of one field. */
    private static String path(String field) {
        return switch (field) {
            case Fields.TITLE_2 -> "title";
            case Fields.TRAIL_2 -> "provision";
            default -> "text." + field;
        };
    }

    private static Map<String, Object> settings() {
        var analyzers = new LinkedHashMap<String, Object>();
        var tokenizers = new LinkedHashMap<String, Object>();
        for (int size = 1; size <= 3; size++) {
            tokenizers.put("grams" + size, Map.of("type", "grams", "size", size));
            analyzers.put("grams" + size, Map.of("type", "custom", "tokenizer", "grams" + size));
        }
        Map<String, Object> index = Map.of(
                "number_of_shards",
                1,
                "number_of_replicas",
                0,
                "similarity",
                Map.of("default", Map.of("type", "BM25", "k1", 0.9, "b", 0.5)));
        return Map.of("index", index, "analysis", Map.of("tokenizer", tokenizers, "analyzer", analyzers));
    }

    private static Map<String, Object> mapping(boolean whole) {
        var parts = new LinkedHashMap<String, Object>();
        for (String field : List.of(Fields.TEXT_1, Fields.TEXT_2, Fields.TEXT_3)) {
            parts.put(field, grams(BareQuery.gramsOf(field)));
        }
        var properties = new LinkedHashMap<String, Object>();
        properties.put("title", grams(2));
        properties.put("provision", grams(2));
        properties.put("text", Map.of("type", "text", "index", false, "fields", parts));
        if (whole) {
            properties.put(Fields.WHOLE_2, grams(2));
            properties.put("part", Map.of("type", "join", "relations", Map.of("version", "passage")));
        }
        return Map.of("dynamic", "strict", "properties", properties);
    }

    private static Map<String, Object> grams(int size) {
        return Map.of("type", "text", "analyzer", "grams" + size, "index_options", "freqs");
    }

    private static String written(Map<String, Object> json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of words are always JSON", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
