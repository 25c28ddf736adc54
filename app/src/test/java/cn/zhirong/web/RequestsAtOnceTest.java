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
import java.util.stream.Stream;
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

    @Test
    void of_two_who_stand_in_each_others_way_one_is_served_and_the_other_asked_to_try_again() {
        String other = TestServer.get().aBureau().slug();
        List<HttpResponse<String>> answers = Stream.of(
                        request("/broken/lock/" + city.slug() + "/" + other),
                        request("/broken/lock/" + other + "/" + city.slug()))
                .map(request -> CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 503);
        HttpResponse<String> refused = answers.stream()
                .filter(answer -> answer.statusCode() == 503)
                .findFirst()
                .orElseThrow();
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains("有人同时在改同样的内容").doesNotContain("SELECT", "Exception");
    }

    @Test
    void a_form_that_cannot_be_taken_apart_is_a_bad_request() throws Exception {
        HttpRequest malformed = HttpRequest.newBuilder(URI.create(server.getURL() + "/" + city.slug() + "/calculator"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("way=form&f-revenue=%zz"))
                .build();
        HttpResponse<String> answer = CLIENT.send(malformed, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("格式不对");
    }

    @Test
    void words_that_no_key_can_hold_name_nothing() throws Exception {
        for (String path : List.of("/subsidies/%F0%9F%98%80", "/subsidies/%E8%B4%B4%E6%81%AF", "/ask/%F0%9F%98%80")) {
            assertThat(CLIENT.send(request(path), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(server.getURL() + "/" + city.slug() + path))
                .build();
    }
}
