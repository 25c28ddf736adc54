package cn.zhirong.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** 一个像滨海的局和一个像肇庆的局: programmes, the calculator and the API as people and programs use them. */
class SubsidyServerTest {
    private static final Tenant COAST = SubsidyFixture.like("binhai");
    private static final Tenant RIVER = SubsidyFixture.like("zhaoqing");
    private static final Browser ANYBODY = new Browser();

    /** A loan as both versions of the guide take it; what only officers can say is said. */
    private static final String LOAN = """
            {"registered-here": true, "size": "small", "paid-on-time": true,
             "ip-assets": [{"id": "专利1", "kind": "invention"}],
             "loans": [{"id": "合同1", "pledged-kinds": ["patent"], "interest-paid": "10万元", "actual-rate": "3.8%%", "signed-on": "%s", "drawn-on": "%s",
                        "pledged-on": "%s", "settled-on": "%s", "interest-until": "%s", "other-subsidy": false, "ip-principal": "300万元", "principal": "300万元"}]}
            """;

    @Test
    void the_list_and_a_programme_are_there_for_everybody_with_their_clauses() {
        HttpResponse<String> list = ANYBODY.open("/" + RIVER.slug() + "/subsidies");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("知识产权质押融资贴息", "征求意见", "尚未公布", "2027-01-01 起施行");
        String page = ANYBODY.open("/" + RIVER.slug() + "/subsidies/interest").body();
        assertThat(page)
                .contains("在本地登记注册", "第四条第一项", "当年不超过30万元", "第十条", "申报材料")
                .contains("与“数据知识产权质押融资贴息”不得同时享受")
                .doesNotContain("financing-total", "rescale", "“data-ip-interest”");
        assertThat(ANYBODY.open("/" + RIVER.slug() + "/subsidies/data-ip-interest")
                        .body())
                .contains("与“知识产权质押融资贴息”不得同时享受")
                .doesNotContain("与“interest”");
        Matcher clause = Pattern.compile("href=\"(/" + RIVER.slug() + "/policies/[0-9]+/v1)#([^\"]+)\">第十条")
                .matcher(page);
        assertThat(clause.find()).isTrue();
        assertThat(ANYBODY.open(clause.group(1)).body()).contains("id=\"" + clause.group(2) + "\"");
    }

    @Test
    void one_rule_that_cannot_be_read_takes_no_page_of_the_others_away() {
        Tenant broken = SubsidyFixture.like("zhaoqing");
        SubsidyFixture.spoil(broken, "premium");
        String here = "/" + broken.slug();
        assertThat(ANYBODY.open(here + "/subsidies").body()).contains("知识产权质押融资贴息");
        HttpResponse<String> shown = ANYBODY.open(here + "/subsidies/premium");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).doesNotContain("nonsense", "calculator?programme=premium");
        assertThat(ANYBODY.open(here + "/subsidies/interest").body()).contains("calculator?programme=interest");
        String body = evaluated(broken, "2026-05-20", "{\"registered-here\":true}");
        assertThat(body).contains("\"code\":\"interest\"").doesNotContain("nonsense");
    }

    @Test
    void what_is_read_for_a_day_is_reckoned_for_that_day() {
        String here = "/" + RIVER.slug();
        assertThat(ANYBODY.open(here + "/subsidies/interest?asOf=2026-05-20").body())
                .contains("calculator?programme=interest&amp;asOf=2026-05-20");
        assertThat(ANYBODY.open(here + "/subsidies/interest").body()).contains("calculator?programme=interest\"");
        assertThat(ANYBODY.open(here + "/calculator?programme=interest&asOf=2026-05-20")
                        .body())
                .contains("value=\"2026-05-20\"");
    }

    @Test
    void the_programme_of_another_bureau_is_as_unknown_as_none() {
        HttpResponse<String> foreign = ANYBODY.open("/" + COAST.slug() + "/subsidies/premium");
        HttpResponse<String> unknown = ANYBODY.open("/" + COAST.slug() + "/subsidies/no-such-thing");
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body().replace("premium", ""))
                .isEqualTo(unknown.body().replace("no-such-thing", ""));
    }

    @Test
    void two_days_give_two_amounts_by_two_versions() {
        String before = evaluated(COAST, "2025-07-15", loan("2024-07-08", "2025-06-30"));
        String after = evaluated(COAST, "2026-10-15", loan("2025-07-08", "2026-09-30"));
        assertThat(version(before, "interest")).isEqualTo("示例〔2025〕2号");
        assertThat(version(after, "interest")).isEqualTo("示例〔2026〕2号");
        // 4 of 10 by the first, 5 of 10 by the second.
        assertThat(amount(before, "interest")).isEqualTo("4000000");
        assertThat(amount(after, "interest")).isEqualTo("5000000");
    }

    @Test
    void a_draft_for_comment_never_yields_an_amount() {
        String body = evaluated(RIVER, "2026-11-22", "{\"issues\": [{\"id\": \"一期\", \"issue-size\": \"5000万元\"}]}");
        assertThat(body).contains("{\"code\":\"securitisation\"").contains("征求意见稿，不能据此计算金额");
        assertThat(body.substring(0, body.indexOf("\"closed\""))).doesNotContain("\"code\":\"securitisation\"");
    }

    @Test
    void wrong_facts_are_told_by_name() {
        HttpResponse<String> answer = post(RIVER, "{\"facts\":{\"revenue\":2000,\"nonsense\":1}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"revenue\"", "上年营业收入的值不对", "\"nonsense\"", "没有名为");
        assertThat(post(RIVER, "{\"facts\":{},\"asOf\":\"2026-02-30\"}").statusCode())
                .isEqualTo(400);
        assertThat(post(RIVER, "{\"facts\":{},\"asOf\":\"1999-12-31\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_anybody_sends_is_declared_whatever_it_says_of_its_source() {
        String body = evaluated(
                RIVER,
                "2026-05-20",
                "{\"registered-here\":{\"value\":true,\"source\":\"verified\",\"on\":\"2026-01-02\",\"evidence\":\"大家都看过\"}}");
        assertThat(of(body, "interest")).contains("企业填报").doesNotContain("大家都看过", "经办核实");
    }

    @Test
    void what_is_missing_of_a_record_names_its_list_and_its_number() {
        String body = evaluated(
                RIVER, "2026-05-20", "{\"registered-here\":true,\"size\":\"small\",\"loans\":[{\"id\":\"合同7\"}]}");
        assertThat(of(body, "interest")).contains("\"list\":\"loans\",\"record\":\"合同7\"");
    }

    @Test
    void a_firm_of_the_register_is_not_there_for_those_who_may_not_see_it() {
        assertThat(post(RIVER, "{\"enterprise\":\"91441200XXXX000016\",\"facts\":{}}")
                        .statusCode())
                .isIn(400, 404);
        assertThat(post(RIVER, "{\"enterprise\":\"not a code\",\"facts\":{}}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_form_gives_a_result_and_loses_nothing_that_was_typed() {
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "way", "form",
                "programme", "interest",
                "asOf", "2026-05-20",
                "f-registered-here", "true",
                "f-size", "small",
                "f-listed-dishonest", "false"));
        typed.put("f-abnormal-list", "false");
        typed.put("f-ip-assets-n", "1");
        typed.put("f-ip-assets-1-kind", "invention");
        typed.put("f-loans-n", "1");
        typed.put("f-loans-1-pledged-kinds-patent", "yes");
        typed.put("f-loans-1-ip-principal", "500");
        typed.put("f-loans-1-interest-paid", "18");
        typed.put("f-loans-1-interest-year", "2025");
        typed.put("f-loans-1-actual-rate", "三点六");
        typed.put("f-loans-1-signed-on", "2025-06-10");
        typed.put("f-loans-1-pledged-on", "2025-06-12");
        typed.put("f-loans-1-other-municipal-subsidy", "false");
        HttpResponse<String> refused = ANYBODY.submit("/" + RIVER.slug() + "/calculator", typed);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("实际年利率：请填写比例", "value=\"三点六\"", "value=\"500\"", "value=\"2025-06-12\"");
        typed.put("f-loans-1-actual-rate", "3.6");
        String result =
                ANYBODY.submit("/" + RIVER.slug() + "/calculator", typed).body();
        // 18万元 × 3 ÷ 3.6 × 50%，第十一条的示例；经办还要判断两项。
        assertThat(result).contains("测算结果", "最多 7.5万元", "待经办判断", "第四条第三项");
        typed.put("edit", "yes");
        assertThat(ANYBODY.submit("/" + RIVER.slug() + "/calculator", typed).body())
                .contains("填写情况", "value=\"500\"", "value=\"3.6\"");
    }

    @Test
    void steps_ask_one_thing_at_a_time_and_come_to_an_end() {
        Map<String, String> sent = new LinkedHashMap<>(Map.of("way", "steps", "asOf", "2026-05-20"));
        String page = "";
        int steps = 0;
        while (steps < 30) {
            page = ANYBODY.submit("/" + RIVER.slug() + "/calculator", sent).body();
            if (page.contains("<h1>测算结果</h1>")) {
                break;
            }
            steps++;
            sent = hidden(page);
            sent.put("skip", "yes");
        }
        assertThat(page).contains("<h1>测算结果</h1>");
        assertThat(steps).isBetween(3, 20);
    }

    @Test
    void a_question_that_was_answered_is_not_asked_again() {
        String first = ANYBODY.submit("/" + RIVER.slug() + "/calculator", Map.of("way", "steps"))
                .body();
        Map<String, String> sent = hidden(first);
        String fact = sent.get("step");
        sent.put("f-" + fact, fact.equals("size") ? "large" : "false");
        String second = ANYBODY.submit("/" + RIVER.slug() + "/calculator", sent).body();
        assertThat(hidden(second).getOrDefault("step", "")).isNotEqualTo(fact);
    }

    @Test
    void another_row_keeps_what_was_typed() {
        String page = ANYBODY.submit(
                        "/" + RIVER.slug() + "/calculator",
                        Map.of("way", "form", "add", "loans", "f-loans-n", "1", "f-loans-1-id", "合同甲"))
                .body();
        assertThat(page).contains("value=\"合同甲\"", "name=\"f-loans-2-id\"").doesNotContain("name=\"f-loans-3-id\"");
    }

    @Test
    void a_bureau_without_programmes_says_so() {
        Tenant empty = TestServer.get().aBureau();
        assertThat(ANYBODY.open("/" + empty.slug() + "/subsidies").body()).contains("还没有补贴项目");
        assertThat(ANYBODY.open("/" + empty.slug() + "/calculator").body()).contains("现在没有可以测算的项目");
        assertThat(post(empty, "{\"facts\":{}}").body()).contains("\"programmes\":[]");
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")
                .matcher(page);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    private static String loan(String signed, String settled) {
        return LOAN.formatted(signed, signed, signed, settled, settled);
    }

    private static String evaluated(Tenant tenant, String day, String facts) {
        HttpResponse<String> answer = post(tenant, "{\"asOf\":\"" + day + "\",\"facts\":" + facts + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> post(Tenant tenant, String json) {
        return ANYBODY.send(HttpRequest.newBuilder(Browser.uri("/api/v1/" + tenant.slug() + "/subsidies/evaluation"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static String of(String body, String code) {
        int from = body.indexOf("{\"code\":\"" + code + "\"");
        assertThat(from).as(body).isPositive();
        int next = body.indexOf("{\"code\":", from + 1);
        return next < 0 ? body.substring(from) : body.substring(from, next);
    }

    private static String version(String body, String code) {
        Matcher version = Pattern.compile("\"version\":\"([^\"]*)\",\"trace\"").matcher(of(body, code));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static String amount(String body, String code) {
        Matcher amount =
                Pattern.compile("\"(?:amountFen|possibleFen)\":([0-9]+)").matcher(of(body, code));
        assertThat(amount.find()).as(of(body, code)).isTrue();
        return amount.group(1);
    }
}
