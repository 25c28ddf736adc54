package cn.zhirong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that wait keep no others waiting. */
class RequestsAtOnceTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static EmbeddedServer server;
    private static Tenant city;

    @BeforeAll
    static void a_server_with_requests_that_wait() {
        city = TestServer.get().aBureau();
        server = TestServer.get().beside("together", Map.of("zhirong.test.broken", true));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void as_many_requests_as_wait_for_each_other_are_in_progress_together() {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < BrokenController.TOGETHER; i++) {
            answers.add(CLIENT.sendAsync(request("/broken/together"), HttpResponse.BodyHandlers.ofString()));
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("met"));
    }

    @Test
    void without_a_connection_to_the_database_a_person_is_asked_to_come_again() throws Exception {
        HttpResponse<String> answer = CLIENT.send(request("/broken/crowded"), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("现在访问的人太多").doesNotContain("SELECT", "Exception");
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(server.getURL() + "/" + city.slug() + path))
                .build();
    }
}
