package cn.zhirong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.TestServer;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** When as many requests are in progress as may be, the next is told to come again, at once and with nothing done for it. */
class InProgressTest {
    private static final int MOST = 4;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Tenant city = TestServer.get().aBureau();

    @Test
    void the_last_place_is_given_and_the_next_is_refused_until_one_is_free() throws Exception {
        try (EmbeddedServer server = TestServer.get()
                .beside(
                        "full",
                        Map.<String, Object>of("zhirong.test.broken", true, "zhirong.limits.in-progress", MOST))) {
            BrokenController broken = server.getApplicationContext().getBean(BrokenController.class);
            InProgress progress = server.getApplicationContext().getBean(InProgress.class);
            List<CompletableFuture<HttpResponse<String>>> staying = new ArrayList<>();
            for (int one = 0; one < MOST - 1; one++) {
                staying.add(CLIENT.sendAsync(request(server, "/broken/stay"), HttpResponse.BodyHandlers.ofString()));
            }
            Patience.until("all but one place is taken", () -> broken.staying() == MOST - 1);
            assertThat(get(server, "/privacy").statusCode()).isEqualTo(200);

            staying.add(CLIENT.sendAsync(request(server, "/broken/stay"), HttpResponse.BodyHandlers.ofString()));
            Patience.until("all places are taken", () -> broken.staying() == MOST);
            HttpResponse<String> page = get(server, "/privacy");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("5");
            assertThat(page.body()).contains("现在访问的人太多", "返回即可看到").doesNotContain("<script");
            HttpResponse<String> call = send(server, "/api/v1/" + city.slug() + "/policies");
            assertThat(call.statusCode()).isEqualTo(503);
            assertThat(call.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(call.body()).contains("/problems/crowded");

            assertThat(send(server, "/health").statusCode()).isEqualTo(200);
            assertThat(get(server, "/sign-in").statusCode()).isEqualTo(200);

            broken.let();
            assertThat(staying).allSatisfy(one -> assertThat(one.join().body()).isEqualTo("left"));
            Patience.until("nobody is inside any more", () -> progress.inside() == 0);
            assertThat(get(server, "/privacy").statusCode()).isEqualTo(200);
            assertThat(get(server, "/broken").statusCode()).isEqualTo(500);
            assertThat(get(server, "/no-such-page").statusCode()).isEqualTo(404);
            Patience.until("who failed has left as well", () -> progress.inside() == 0);
        }
    }

    @Test
    void those_who_sign_in_are_counted_by_the_places_there_are_and_their_page_is_always_given() {
        AtomicInteger places = new AtomicInteger(2);
        InProgress progress = new InProgress(0, places::get);
        Sinks.One<MutableHttpResponse<?>> first = Sinks.one();
        List<MutableHttpResponse<?>> answers = new ArrayList<>();
        var page = io.micronaut.http.HttpRequest.POST("/city/sign-in", "");
        var call = io.micronaut.http.HttpRequest.POST("/api/v1/city/login", "");

        Flux.from(progress.admit(page, new Rest(first.asMono()))).subscribe(answers::add);
        Flux.from(progress.admit(call, new Rest(Flux.never()))).subscribe(answers::add);
        assertThat(answers).isEmpty();

        MutableHttpResponse<?> refused =
                Flux.from(progress.admit(page, new Rest(Flux.never()))).blockFirst();
        assertThat(refused.code()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        assertThat((String) refused.body()).contains("现在登录的人太多", "返回即可看到");
        assertThat(Flux.from(progress.admit(call, new Rest(Flux.never())))
                        .blockFirst()
                        .body())
                .isInstanceOf(Problems.Problem.class);
        MutableHttpResponse<?> form = io.micronaut.http.HttpResponse.ok();
        assertThat(Flux.from(progress.admit(
                                io.micronaut.http.HttpRequest.GET("/city/sign-in"), new Rest(Flux.just(form))))
                        .blockFirst())
                .isSameAs(form);

        first.tryEmitValue(form);
        assertThat(answers).containsExactly(form);
        assertThat(Flux.from(progress.admit(page, new Rest(Flux.just(form)))).blockFirst())
                .as("a place is free again")
                .isSameAs(form);
        places.set(1);
        assertThat(Flux.from(progress.admit(page, new Rest(Flux.never())))
                        .blockFirst()
                        .code())
                .as("there are fewer places, and one is taken")
                .isEqualTo(429);
    }

    private HttpResponse<String> get(EmbeddedServer server, String path) throws Exception {
        return CLIENT.send(request(server, path), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(EmbeddedServer server, String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.getURL() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(EmbeddedServer server, String path) {
        return HttpRequest.newBuilder(URI.create(server.getURL() + "/" + city.slug() + path))
                .build();
    }

    /** What comes after the filter. */
    private record Rest(Publisher<MutableHttpResponse<?>> answer)
            implements FilterContinuation<Publisher<MutableHttpResponse<?>>> {
        @Override
        public FilterContinuation<Publisher<MutableHttpResponse<?>>> request(io.micronaut.http.HttpRequest<?> other) {
            return this;
        }

        @Override
        public Publisher<MutableHttpResponse<?>> proceed() {
            return answer;
        }
    }
}
