package cn.zhirong.knowledge;

import cn.zhirong.tenant.TenantFiles;
import cn.zhirong.tenant.TenantProfile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long the product takes to answer without a language model: over HTTP, on one connection, with its demonstration. */
final class AnswerTime {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerTime() {}

    /** @param file JSON lines with {@code tenant} and {@code text}, or null for what the bureaus suggest to ask */
    static void measure(Path folder, @Nullable Path file, int rounds, double seconds, Report report)
            throws IOException, InterruptedException {
        List<byte[]> requests = file == null ? suggested() : read(file);
        try (Child product = Child.start(
                "answer",
                folder,
                Child.productClasspath(),
                List.of("-Xmx1500m", "-Dzhirong.limits.loopback=false"),
                "cn.zhirong.command.Main",
                List.of(
                        "serve",
                        "--demo",
                        "--stop-with-parent",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString()))) {
            var load = new HttpLoad(product.port(), requests);
            product.awaitIdle(); // the vectors are made
            int grounded = 0;
            for (String answer : load.once()) {
                grounded += JSON.readTree(answer).path("kind").asText().equals("grounded") ? 1 : 0;
            }
            load.run(1, seconds); // warms up
            var p50 = new ArrayList<Double>();
            var p99 = new ArrayList<Double>();
            for (int round = 0; round < rounds; round++) {
                HttpLoad.Round measured = load.run(1, seconds);
                p50.add(measured.quantile(0.5));
                p99.add(measured.quantile(0.99));
            }
            Report.say("%d questions, %d answered from a document", requests.size(), grounded);
            Report.say("answer, one connection: p50 %s ms, p99 %s ms", Spread.of(p50), Spread.of(p99));
            report.line(
                    "answer",
                    Map.of(
                            "questions", requests.size(),
                            "grounded", grounded,
                            "p50Millis", Spread.of(p50),
                            "p99Millis", Spread.of(p99)));
            report.goal("answer without a model, one connection: p50 ms", Spread.of(p50), 150, false);
        }
    }

    private static List<byte[]> suggested() throws IOException {
        var requests = new ArrayList<byte[]>();
        for (TenantProfile tenant : TenantFiles.bundled().tenants()) {
            for (String question : tenant.suggestions()) {
                requests.add(request(tenant.slug(), question));
            }
        }
        return requests;
    }

    private static List<byte[]> read(Path file) throws IOException {
        var requests = new ArrayList<byte[]>();
        for (String line : Files.readAllLines(file)) {
            JsonNode question = JSON.readTree(line);
            requests.add(request(
                    question.path("tenant").asText(), question.path("text").asText()));
        }
        return requests;
    }

    private static byte[] request(String tenant, String question) throws IOException {
        return HttpLoad.post("/api/v1/" + tenant + "/ask", JSON.writeValueAsString(Map.of("question", question)));
    }
}
