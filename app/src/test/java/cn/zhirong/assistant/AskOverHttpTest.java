package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The assistant's pages and calls on the real server, as a browser without script and a program see them. */
class AskOverHttpTest {
    private final Tenant bureau = TestServer.get().aBureau();
    private final HttpClient browser = aBrowser();

    @Test
    void shows_the_answer_on_the_page_that_comes_back_and_typed_markup_as_text() throws Exception {
        Document home = page(get(browser, "/" + bureau.slug()));
        assertThat(home.select("h1").text()).isEqualTo(bureau.profile().name());
        HttpResponse<String> answered = ask(browser, "<script>alert(1)</script>“></textarea><img src=x onerror=1>");
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.uri().getPath()).matches("/" + bureau.slug() + "/ask/[0-9a-f]{32}");
        Document page = page(answered);
        assertThat(page.select("#t1 .question").text()).contains("<script>alert(1)</script>");
        assertThat(page.select("main script, main img, [style], [onclick]")).isEmpty();
        assertThat(page.select("#t1 .answer-text p")).isNotEmpty();
        assertThat(page.select("#t1 .ai-mark").text()).contains("自动生成", "以文件原文为准", "政策库截至");
        assertThat(page.select("#t1[data-events]")).isEmpty();
        // Going on: the second question stands below the first.
        Document second = page(ask(browser, "申请要交哪些材料？", Map.of("conversation", conversation(answered))));
        assertThat(second.select(".turn")).hasSize(2);
        assertThat(page(get(browser, "/" + bureau.slug() + "/ask")).select(".history a"))
                .hasSize(1);
    }

    @Test
    void gives_back_what_was_typed_when_it_cannot_be_asked() throws Exception {
        String typed = "问".repeat(501);
        HttpResponse<String> refused = ask(browser, typed);
        assertThat(refused.statusCode()).isEqualTo(400);
        Document page = page(refused);
        assertThat(field(page, "#question").wholeText().strip()).isEqualTo(typed);
        assertThat(page.select(".error-summary").text()).contains("500", "501");
        assertThat(ask(browser, "问".repeat(500)).statusCode()).isEqualTo(200);
        assertThat(ask(browser, "  ").statusCode()).isEqualTo(400);
    }

    @Test
    void answers_as_of_the_day_in_the_form_and_goes_on_with_it() throws Exception {
        HttpResponse<String> answered = ask(browser, "商标能不能质押？", Map.of("asOf", "2024-06-01"));
        Document page = page(answered);
        assertThat(page.select("#t1 .ai-mark").text()).contains("按截至 2024年6月1日有效的文件回答");
        assertThat(field(page, ".ask-docked input[name=asOf]").attr("value")).isEqualTo("2024-06-01");
        Document today = page(ask(browser, "商标能不能质押？", Map.of("asOf", "")));
        assertThat(today.select("#t1 .ai-mark").text()).contains("政策库截至").doesNotContain("2024年6月1日");
        assertThat(today.select(".ask-docked input[name=asOf]")).isEmpty();
        Document begun = page(get(browser, "/" + bureau.slug() + "/ask?asOf=2024-06-01"));
        assertThat(field(begun, "input[name=asOf]").attr("value")).isEqualTo("2024-06-01");
    }

    @ParameterizedTest
    @CsvSource({
        "1949-09-30, 1949-10-01",
        "2101-01-01, 2100-12-31",
        "2024-02-30, 写成 2024-06-01 这样",
        "昨天, 写成 2024-06-01 这样"
    })
    void gives_back_question_and_day_when_the_day_cannot_be_taken(String day, String told) throws Exception {
        HttpResponse<String> refused =
                ask(browser, "商标能不能质押？", Map.of("asOf", URLEncoder.encode(day, StandardCharsets.UTF_8)));
        assertThat(refused.statusCode()).isEqualTo(400);
        Document page = page(refused);
        assertThat(page.select(".error-summary a[href=#asOf]").text()).contains("截至日期", told);
        assertThat(page.select("#asOf-error").text()).contains(told);
        assertThat(field(page, "#asOf").attr("value")).isEqualTo(day);
        assertThat(field(page, "#question").wholeText().strip()).isEqualTo("商标能不能质押？");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1949-10-01", "2100-12-31"})
    void takes_the_first_and_the_last_day(String day) throws Exception {
        assertThat(ask(browser, "商标能不能质押？", Map.of("asOf", day)).statusCode()).isEqualTo(200);
    }

    @Test
    void tells_all_that_is_wrong_at_once_and_keeps_it_in_a_conversation() throws Exception {
        String conversation = conversation(ask(browser, "商标能不能质押？"));
        HttpResponse<String> refused = ask(browser, " ", Map.of("asOf", "x", "conversation", conversation));
        assertThat(refused.statusCode()).isEqualTo(400);
        Document page = page(refused);
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#question", "#asOf");
        assertThat(page.select(".turn")).hasSize(1);
        assertThat(field(page, "#asOf").attr("value")).isEqualTo("x");
    }

    @Test
    void makes_one_conversation_of_a_form_sent_twice_by_a_browser_without_a_mark() throws Exception {
        String form = field(page(get(browser, "/" + bureau.slug() + "/ask")), "input[name=form]")
                .attr("value");
        HttpResponse<String> first = ask(aBrowser(), "商标能不能质押？", Map.of("form", form));
        HttpResponse<String> second = ask(aBrowser(), "商标能不能质押？", Map.of("form", form));
        assertThat(second.uri().getPath()).isEqualTo(first.uri().getPath());
        assertThat(page(second).select(".turn")).hasSize(1);
    }

    @Test
    void answers_a_stranger_and_another_bureau_as_if_there_were_nothing() throws Exception {
        String conversation = conversation(ask(browser, "商标能不能质押？"));
        String unknown = "0".repeat(32);
        String other = TestServer.get().aBureau().slug();
        String path = "/" + bureau.slug() + "/ask/";
        for (HttpResponse<String> answer : List.of(
                get(aBrowser(), path + conversation),
                get(browser, "/" + other + "/ask/" + conversation),
                get(aBrowser(), path + conversation + "/turns/1/events"),
                post(aBrowser(), path + conversation + "/turns/1/stop", ""),
                post(aBrowser(), path + conversation + "/deletion", ""))) {
            assertThat(answer.statusCode()).isEqualTo(404);
        }
        Document strange = page(get(aBrowser(), path + conversation));
        Document missing = page(get(aBrowser(), path + unknown));
        assertThat(strange.select("main").text())
                .isEqualTo(missing.select("main").text());
        assertThat(get(browser, path + conversation).statusCode()).isEqualTo(200);
    }

    @Test
    void streams_the_end_of_a_turn_that_is_over_to_whoever_listens_late() throws Exception {
        String conversation = conversation(ask(browser, "商标能不能质押？"));
        HttpResponse<String> events =
                get(browser, "/" + bureau.slug() + "/ask/" + conversation + "/turns/1/events?after=3");
        assertThat(events.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(events.headers().firstValue("Cache-Control")).contains("no-cache, no-transform");
        assertThat(events.headers().firstValue("X-Accel-Buffering")).contains("no");
        assertThat(events.body()).startsWith("id: 4\nevent: done\n").contains("id=\"t1\"");
    }

    @Test
    void keeps_feedback_and_deletes_on_request() throws Exception {
        String path = "/" + bureau.slug() + "/ask/" + conversation(ask(browser, "商标能不能质押？"));
        HttpResponse<String> thanked = post(
                browser, path + "/turns/1/feedback", "thumb=down&reason=OUTDATED&reason=INCOMPLETE&note=%E6%97%A7");
        assertThat(page(thanked).select(".notification").text()).contains("意见已记下");
        assertThat(page(thanked).select("#t1 .feedback-why[open]")).hasSize(1);
        assertThat(post(browser, path + "/deletion", "").statusCode()).isEqualTo(200);
        assertThat(get(browser, path).statusCode()).isEqualTo(404);
    }

    @Test
    void answers_programs_with_json_and_problems() throws Exception {
        HttpResponse<String> answer = call("{\"question\":\"商标能不能质押？\",\"asOf\":\"2026-01-01\"}", "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"kind\":\"refused\"", "\"generatedBy\":\"extractive-1\"", "\"asOf\":\"2026-01-01\"");
        HttpResponse<String> stream = call("{\"question\":\"商标能不能质押？\"}", "text/event-stream");
        assertThat(stream.body()).contains("event: stage\n", "event: done\n");
        HttpResponse<String> empty = call("{\"question\":\"\"}", "application/json");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(call("{\"question\":\"商标？\",\"conversation\":\"x\"}", "application/json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("{\"question\":\"商标？\",\"asOf\":\"1949-09-30\"}", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("{nonsense", "application/json").statusCode()).isEqualTo(400);
    }

    @Test
    @SuppressWarnings("unchecked")
    void describes_every_call_of_the_interface() throws Exception {
        String text = get(browser, "/openapi.yml").body();
        Map<String, Map<String, Object>> paths = (Map<String, Map<String, Object>>) Objects.requireNonNull(
                ((Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text)).get("paths"));
        assertThat(TestServer.get().bean(Router.class).uriRoutes())
                .filteredOn(route -> route.getUriMatchTemplate().toString().startsWith("/api/"))
                .filteredOn(route -> !route.getHttpMethodName().equals("HEAD"))
                .isNotEmpty()
                .allSatisfy(route -> {
                    String path = route.getUriMatchTemplate()
                            .toPathString()
                            .replace("{slug}", "{tenant}")
                            .replaceAll("\\{\\?.*", "");
                    assertThat(paths).containsKey(path);
                    assertThat(paths.get(path))
                            .containsKey(route.getHttpMethodName().toLowerCase(Locale.ROOT));
                });
    }

    private HttpResponse<String> call(String json, String accept) throws IOException, InterruptedException {
        return aBrowser()
                .send(
                        HttpRequest.newBuilder(URI.create(TestServer.get().url() + "/api/v1/" + bureau.slug() + "/ask"))
                                .header("Content-Type", "application/json")
                                .header("Accept", accept)
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(HttpClient by, String question) throws IOException, InterruptedException {
        return ask(by, question, Map.of());
    }

    private HttpResponse<String> ask(HttpClient by, String question, Map<String, String> more)
            throws IOException, InterruptedException {
        String fields = more.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining());
        return post(
                by,
                "/" + bureau.slug() + "/ask",
                "question=" + URLEncoder.encode(question, StandardCharsets.UTF_8) + fields);
    }

    private static HttpResponse<String> get(HttpClient by, String path) throws IOException, InterruptedException {
        return by.send(
                HttpRequest.newBuilder(URI.create(TestServer.get().url() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient by, String path, String form)
            throws IOException, InterruptedException {
        return by.send(
                HttpRequest.newBuilder(URI.create(TestServer.get().url() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient aBrowser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static Document page(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }

    private static Element field(Document page, String selector) {
        return Objects.requireNonNull(page.selectFirst(selector), selector);
    }

    private static String conversation(HttpResponse<String> answered) {
        String path = answered.uri().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
