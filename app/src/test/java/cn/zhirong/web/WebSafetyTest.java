package cn.zhirong.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Limits and faults on a server of its own whose limits are low. */
class WebSafetyTest {
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static EmbeddedServer server;
    private static Tenant city;

    @BeforeAll
    static void a_server_with_low_limits() {
        city = TestServer.get().aBureau();
        server = TestServer.get()
                .beside(
                        "limits",
                        Map.of(
                                "zhirong.limits.address.uploading",
                                5,
                                "zhirong.limits.tenant.asking",
                                2,
                                "zhirong.limits.slow-request",
                                SLOW.toSeconds() + "s",
                                "zhirong.test.broken",
                                true));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void one_upload_too_many_waits_while_reading_and_changing_go_on() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(upload().statusCode()).isNotEqualTo(429);
        }
        HttpResponse<String> refused = upload();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(refused.body()).contains("请求太频繁，请在");
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(get("/" + city.slug() + "/accessibility").statusCode()).isEqualTo(200);
        assertThat(post("/display").statusCode()).isLessThan(400);
    }

    @Test
    void the_questions_of_a_bureau_are_counted_over_all_addresses() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(post("/" + city.slug() + "/ask").statusCode()).isNotEqualTo(429);
        }
        assertThat(post("/" + city.slug() + "/ask").statusCode()).isEqualTo(429);
    }

    @Test
    void a_fault_is_named_alike_on_the_page_and_in_the_log_and_nothing_of_it_is_told() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(Problems.class);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        log.addAppender(seen);
        HttpResponse<String> page;
        try {
            page = get("/" + city.slug() + "/broken");
        } finally {
            log.detachAppender(seen);
        }
        assertThat(page.statusCode()).isEqualTo(500);
        Matcher fault = Pattern.compile("故障编号 ([0-9a-f]{12})").matcher(page.body());
        assertThat(fault.find()).as(page.body()).isTrue();
        assertThat(seen.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains(fault.group(1)) && line.contains("/" + city.slug() + "/broken"));
        assertThat(page.body()).doesNotContain("SELECT", "secret", "/var/lib", "Exception", "at cn.zhirong");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void a_body_that_comes_a_byte_at_a_time_is_cut_off() throws Exception {
        assertThat(drip("POST /display HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                        + " application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n"))
                .isGreaterThanOrEqualTo(SLOW.toSeconds() - 1);
    }

    @Test
    void a_head_that_comes_a_byte_at_a_time_is_cut_off() throws Exception {
        assertThat(drip("GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ")).isGreaterThanOrEqualTo(SLOW.toSeconds() - 1);
    }

    @Test
    void a_connection_may_rest_between_two_requests() throws Exception {
        try (Socket socket = new Socket("localhost", server.getPort())) {
            socket.setSoTimeout(20_000);
            byte[] request =
                    "GET /static/x/none HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(request);
            byte[] answer = new byte[65_536];
            assertThat(socket.getInputStream().read(answer)).isPositive();
            Thread.sleep(SLOW.multipliedBy(2));
            socket.getOutputStream().write(request);
            assertThat(socket.getInputStream().read(answer)).isPositive();
        }
    }

    @Test
    void a_flood_of_headers_is_refused() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(uri("/"))
                        .header("X-Flood", "x".repeat(20_000))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isBetween(400, 431);
    }

    @Test
    void a_body_that_says_it_is_too_large_is_refused_before_it_comes() throws Exception {
        try (Socket socket = new Socket("localhost", server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            ("POST /display HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded"
                                            + "\r\nContent-Length: 90000000\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[12];
            assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isIn("HTTP/1.1 413", "HTTP/1.1 429");
        }
    }

    /** Sends this and then a byte every 300 ms; the seconds until the server hangs up, which it does before a thousand. */
    private static long drip(String beginning) throws Exception {
        long begun = System.nanoTime();
        try (Socket socket = new Socket("localhost", server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1000; i++) {
                out.write('a');
                out.flush();
                socket.setSoTimeout(300);
                try {
                    if (socket.getInputStream().read() < 0) {
                        return secondsSince(begun);
                    }
                } catch (java.net.SocketTimeoutException stillOpen) {
                    // The server goes on waiting.
                }
            }
        } catch (IOException cut) {
            return secondsSince(begun);
        }
        throw new AssertionError("a thousand bytes, one at a time, were waited for");
    }

    private static long secondsSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> upload() throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(uri("/" + city.slug() + "/console/upload"))
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(HttpRequest.BodyPublishers.ofString("--cut--\r\n"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("reset=on&question="))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }
}
