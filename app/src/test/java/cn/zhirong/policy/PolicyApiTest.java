package cn.zhirong.policy;

import static cn.zhirong.policy.PolicyFixture.aNumber;
import static cn.zhirong.policy.PolicyFixture.measure;
import static cn.zhirong.policy.PolicyFixture.published;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.TestServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyApiTest {
    private static final String BOUNDARY = "policy-api-test";
    private static final Pattern POLICY = Pattern.compile("\"policy\":(\\d+)");

    private final Tenant city = TestServer.get().aBureau();
    private final Tenant otherCity = TestServer.get().aBureau();
    private final String officer = token(city, "chen", Role.OFFICER);
    private final String reviewer = token(city, "li", Role.REVIEWER);

    @Test
    void an_officer_uploads_a_reviewer_publishes_everybody_reads() throws IOException {
        String text = measure(aNumber(), "贴息比例为三成。");

        HttpResponse<String> uploaded = upload(officer, text.getBytes(StandardCharsets.UTF_8));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        assertThat(uploaded.body()).contains("\"version\":1", "云山市知识产权质押贴息办法");
        String id = policy(uploaded);
        assertThat(get("/policies/" + id).statusCode()).isEqualTo(404);
        assertThat(post(officer, "/policies/" + id + "/publication").statusCode())
                .isEqualTo(403);

        HttpResponse<String> publication = post(reviewer, "/policies/" + id + "/publication");
        assertThat(publication.statusCode()).as(publication.body()).isEqualTo(200);

        HttpResponse<String> read = get("/policies/" + id + "?asOf=2026-04-01");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).contains("\"validity\":\"in-force\"", "贴息比例为三成", "第二条");
        assertThat(get("/policies/" + id + "?asOf=2026-02-28").body()).contains("not-yet-in-force");
        assertThat(post(reviewer, "/policies/" + id + "/publication").statusCode())
                .isEqualTo(404);
        // The server takes a file away once the answer is on its way.
        Patience.until("no temporary file is left", PolicyApiTest::isNothingKept);
    }

    @Test
    void nobody_uploads_without_a_token_or_with_that_of_another_bureau() {
        byte[] text = measure(aNumber(), "贴息比例为三成。").getBytes(StandardCharsets.UTF_8);

        assertThat(upload("", text).statusCode()).isEqualTo(401);
        assertThat(upload(token(city, "shen", Role.AUDITOR), text).statusCode()).isEqualTo(403);
        assertThat(upload(token(otherCity, "wang", Role.OFFICER), text).statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_same_file_again_is_a_conflict_and_an_unreadable_one_is_refused() throws IOException {
        byte[] text = measure(aNumber(), "贴息比例为三成。").getBytes(StandardCharsets.UTF_8);
        upload(officer, text);

        HttpResponse<String> again = upload(officer, text);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("云山市知识产权质押贴息办法");
        HttpResponse<String> empty = upload(officer, new byte[0]);
        assertThat(empty.statusCode()).as(empty.body()).isBetween(400, 422);
        // The server takes a file away once the answer is on its way.
        Patience.until("no temporary file is left", PolicyApiTest::isNothingKept);
    }

    @Test
    void a_file_above_fifty_megabytes_is_too_large() throws IOException {
        HttpResponse<String> answer = upload(officer, new byte[(50 << 20) + 1]);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("50 MB");
        // The server takes a file away once the answer is on its way.
        Patience.until("no temporary file is left", PolicyApiTest::isNothingKept);
    }

    @Test
    void a_policy_of_another_bureau_looks_like_one_that_is_not_there() {
        PolicyVersion version = published(city, measure(aNumber(), "贴息比例为三成。"));

        HttpResponse<String> foreign = send(
                HttpRequest.newBuilder(Browser.uri("/api/v1/" + otherCity.slug() + "/policies/" + version.policyId())));
        HttpResponse<String> unknown =
                send(HttpRequest.newBuilder(Browser.uri("/api/v1/" + otherCity.slug() + "/policies/987654321")));

        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(foreign.body()).isEqualTo(unknown.body());
    }

    @Test
    void a_question_finds_passages_and_none_lists_documents() {
        PolicyVersion version = published(city, measure(aNumber(), "云山杜鹃花苗木贴息比例为三成。"));
        TestServer.get().bean(IndexFollower.class).catchUp(city);

        HttpResponse<String> hits = get("/policies?q=%E6%9D%9C%E9%B9%83%E8%8A%B1%E8%8B%97%E6%9C%A8&asOf=2026-04-01");
        HttpResponse<String> list = get("/policies?asOf=2026-04-01&size=100");

        assertThat(hits.body())
                .contains("\"policy\":" + version.policyId(), "\"provision\":\"第二条\"", "\"total\":", "\"millis\":");
        assertThat(list.body()).contains("\"policy\":" + version.policyId(), "\"documentNumber\":");
        assertThat(get("/policies?size=101").statusCode()).isEqualTo(400);
        assertThat(get("/policies?size=100").statusCode()).isEqualTo(200);
        assertThat(get("/policies?kind=poem").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(Browser.uri("/api/v1/" + city.slug() + path)));
    }

    private HttpResponse<String> post(String token, String path) {
        return send(HttpRequest.newBuilder(Browser.uri("/api/v1/" + city.slug() + path))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> upload(String token, byte[] content) {
        byte[] head = ("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"measure.md\"\r\n"
                        + "Content-Type: text/markdown\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(Browser.uri("/api/v1/" + city.slug() + "/policies"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofByteArray(tail)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return new Browser().send(request.build());
    }

    private static String policy(HttpResponse<String> response) {
        Matcher matcher = POLICY.matcher(response.body());
        assertThat(matcher.find()).as(response.body()).isTrue();
        return matcher.group(1);
    }

    private static String token(Tenant tenant, String username, Role role) {
        Accounts accounts = TestServer.get().bean(Accounts.class);
        return accounts.issue(accounts.create(tenant, username, username, role), CredentialKind.TOKEN);
    }

    private static boolean isNothingKept() throws IOException {
        try (Stream<Path> files = Files.list(TestServer.get().data().resolve("tmp"))) {
            return files.findAny().isEmpty();
        }
    }
}
