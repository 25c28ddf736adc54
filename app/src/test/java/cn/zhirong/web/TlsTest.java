package cn.zhirong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What browsers are told where people reach the site by TLS, which ends at a proxy, and where they do not. */
class TlsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String HSTS = "Strict-Transport-Security";

    private final TestServer server = TestServer.get();
    private final Tenant city = server.aBureau();
    private final Accounts accounts = server.bean(Accounts.class);

    @Test
    void where_the_address_of_the_site_is_https_every_answer_holds_browsers_to_it() throws Exception {
        try (EmbeddedServer tls = tls()) {
            String base = "http://localhost:" + tls.getPort();
            for (String path : paths()) {
                HttpResponse<String> answer = get(base + path);
                assertThat(answer.headers().allValues(HSTS))
                        .as(answer.statusCode() + " " + path)
                        .containsExactly("max-age=31536000; includeSubDomains");
            }
        }
    }

    @Test
    void over_plain_http_it_is_not_said_whatever_a_request_says_of_itself() throws Exception {
        for (String path : paths()) {
            for (String[] said : List.of(
                    new String[] {"X-Forwarded-Proto", "https"},
                    new String[] {"Forwarded", "proto=https"},
                    new String[] {"X-Forwarded-Ssl", "on"})) {
                assertThat(get(server.url() + path, said).headers().allValues(HSTS))
                        .as(path)
                        .isEmpty();
            }
        }
    }

    @Test
    void where_it_is_https_every_cookie_is_for_tls_alone_and_else_none_is() throws Exception {
        try (EmbeddedServer tls = tls()) {
            List<String> overTls = cookies("http://localhost:" + tls.getPort(), "__Host-zr_session", "chen");
            List<String> overHttp = cookies(server.url(), "zr_session", "lin");
            assertThat(overTls)
                    .hasSameSizeAs(overHttp)
                    .allSatisfy(cookie -> assertThat(cookie).containsOnlyOnce("; Secure"));
            assertThat(overHttp).noneMatch(cookie -> cookie.contains("Secure"));
        }
    }

    /** A page, a file, an answer to a program, what is not there and what leads elsewhere. */
    private List<String> paths() {
        return List.of(
                "/" + city.slug(),
                "/" + city.slug() + "/theme.css",
                "/api/v1/" + city.slug() + "/policies",
                "/" + city.slug() + "/no/such",
                "/" + city.slug() + "/account/sessions");
    }

    /** Whatever sets a cookie, once: signing in and out, a choice of colours, a question, a sentence for the next page. */
    private List<String> cookies(String base, String name, String username) throws Exception {
        String here = base + "/" + city.slug();
        Person person = accounts.create(city, username, username, Role.OFFICER);
        String cookie = name + "=" + accounts.issue(person, CredentialKind.SESSION);
        List<HttpResponse<String>> answers = List.of(
                post(base + "/display", Map.of("zoom", "125"), ""),
                post(here + "/ask", Map.of("question", "贴息比例是多少？", "form", "0".repeat(32), "live", "1"), ""),
                post(here + "/account/data/deletion", Map.of("reason", "不再任职。"), cookie),
                get(here + "/account/sessions", "Cookie", cookie + "; zr_flash=done"),
                post(here + "/sign-out", Map.of(), cookie));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.headers().allValues("Set-Cookie"))
                        .as(answer + " " + answer.body())
                        .isNotEmpty());
        return answers.stream()
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .toList();
    }

    private EmbeddedServer tls() {
        return server.beside("tls-headers", Map.of("zhirong.base-url", "https://zhirong.example.cn"));
    }

    private static HttpResponse<String> get(String uri, String... header) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
        return CLIENT.send((header.length == 0 ? request : request.headers(header)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String uri, Map<String, String> form, String cookie)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        form.forEach((field, value) ->
                body.append('&').append(field).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Cookie", cookie.isEmpty() ? "none=1" : cookie)
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }
}
