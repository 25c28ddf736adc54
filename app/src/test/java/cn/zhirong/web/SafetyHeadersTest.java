package cn.zhirong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every answer of every route carries the headers: found, not found, refused, redirected, streamed. */
class SafetyHeadersTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final Tenant city = TestServer.get().aBureau();

    @Test
    void every_route_answers_nobody_with_them() throws Exception {
        walk(null);
    }

    @Test
    void every_route_answers_the_director_with_them() throws Exception {
        Accounts accounts = TestServer.get().bean(Accounts.class);
        walk(accounts.issue(accounts.create(city, "ju", "ju", Role.DIRECTOR), CredentialKind.SESSION));
    }

    @Test
    void so_do_addresses_of_no_route_and_methods_of_no_route() throws Exception {
        for (String path : List.of("/", "/no/such", "/" + city.slug() + "/no", "/api/v1/none/ask", "/static/x/../y")) {
            assertHeaders(send(HttpMethod.GET, path, null));
            assertHeaders(send(HttpMethod.DELETE, path, null));
        }
    }

    @Test
    void no_route_that_changes_something_listens_to_another_site() throws Exception {
        Accounts accounts = TestServer.get().bean(Accounts.class);
        String session = accounts.issue(accounts.create(city, "ju", "ju", Role.DIRECTOR), CredentialKind.SESSION);
        for (UriRouteInfo<?, ?> route : routes()) {
            if (route.getHttpMethod() == HttpMethod.GET || route.getHttpMethod() == HttpMethod.HEAD) {
                continue;
            }
            for (String[] header : new String[][] {
                {"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://evil.example"}, {"Origin", "null"}
            }) {
                HttpResponse<String> answer = CLIENT.send(
                        HttpRequest.newBuilder(uri(path(route)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Cookie", SessionCookie.PLAIN + "=" + session)
                                .header(header[0], header[1])
                                .method(route.getHttpMethod().name(), HttpRequest.BodyPublishers.ofString(""))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode())
                        .as(route + " with " + header[0] + " " + header[1])
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void so_does_a_stream() throws Exception {
        HttpResponse<String> stream = CLIENT.send(
                HttpRequest.newBuilder(uri("/api/v1/" + city.slug() + "/ask"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"question\":\"贴息比例是多少？\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertHeaders(stream);
    }

    private void walk(@Nullable String session) throws Exception {
        List<UriRouteInfo<?, ?>> routes = routes();
        assertThat(routes.size()).isGreaterThan(50);
        TreeSet<Integer> statuses = new TreeSet<>();
        for (UriRouteInfo<?, ?> route : routes) {
            String path = path(route);
            if (path.endsWith("/sign-out")) {
                continue;
            }
            HttpResponse<String> answer = send(route.getHttpMethod(), path, session);
            statuses.add(answer.statusCode());
            assertHeaders(answer);
            assertThat(answer.statusCode())
                    .as(route.getHttpMethod() + " " + path)
                    .isLessThan(500);
        }
        assertThat(statuses).contains(200, 303, 404);
    }

    private static List<UriRouteInfo<?, ?>> routes() {
        return new ArrayList<>(TestServer.get()
                .bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getDeclaringType().getName().startsWith("cn.zhirong."))
                .toList());
    }

    private String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate()
                .toPathString()
                .replaceAll("\\{/?slug}", city.slug())
                .replaceAll("\\{[^}]*}", "1");
    }

    private static void assertHeaders(HttpResponse<String> answer) {
        assertThat(answer.headers().map())
                .as(answer.request().method() + " " + answer.uri() + " " + answer.statusCode())
                .containsKeys(
                        "content-security-policy",
                        "x-content-type-options",
                        "referrer-policy",
                        "cross-origin-opener-policy",
                        "cross-origin-resource-policy",
                        "permissions-policy",
                        "cache-control");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Server").orElse("")).isEmpty();
    }

    private HttpResponse<String> send(HttpMethod method, String path, @Nullable String session) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .method(method.name(), HttpRequest.BodyPublishers.ofString(""));
        if (session != null) {
            request.header("Cookie", SessionCookie.PLAIN + "=" + session);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create(TestServer.get().url() + path);
    }
}
