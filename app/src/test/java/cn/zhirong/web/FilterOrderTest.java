package cn.zhirong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Feature;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.TestServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who sends a request is known to whatever asks for it before the controller. */
class FilterOrderTest {
    private final TestServer server = TestServer.get();
    private final Tenant city = server.aBureau();

    @Test
    void requests_of_an_account_are_counted_as_its_own() throws Exception {
        try (EmbeddedServer beside =
                server.beside("counting", Map.<String, Object>of("zhirong.limits.account.reading", 3))) {
            String page = "http://localhost:" + beside.getPort() + "/" + city.slug() + "/privacy";
            String one = session("one");
            for (int n = 0; n < 3; n++) {
                assertThat(status(page, one)).isEqualTo(200);
            }
            assertThat(status(page, one)).isEqualTo(429);
            assertThat(status(page, session("two"))).isEqualTo(200);
            assertThat(status(page, "")).isEqualTo(200);
        }
    }

    @Test
    void a_library_that_is_not_open_to_all_is_open_to_whoever_signed_in() throws Exception {
        server.bean(Tenants.class)
                .update(city, city.profile(), Set.of(Feature.OPEN_LIBRARY))
                .orElseThrow();
        String page = server.url() + "/" + city.slug() + "/policies";
        assertThat(status(page, session("one"))).isEqualTo(200);
        assertThat(status(page, "")).isEqualTo(303);
    }

    private String session(String username) {
        Accounts accounts = server.bean(Accounts.class);
        return accounts.issue(accounts.create(city, username, username, Role.OFFICER), CredentialKind.SESSION);
    }

    private static int status(String page, String session) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(page));
        if (!session.isEmpty()) {
            request.header("Cookie", SessionCookie.PLAIN + "=" + session);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
