package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A program of 云山科技 applies, one of the bureau reviews. */
class ApplicationApiTest {
    private static final String FIRM = "云山科技有限公司";
    private static final String FACTS =
            "{\"registered-here\":true,\"loans\":[{\"id\":\"HT-9\",\"interest-paidFen\":6000000,\"other-subsidy\":false}]}";

    private final ApplicationFixture world = new ApplicationFixture();

    @Test
    void a_call_is_done_once_and_another_body_under_its_key_is_refused() {
        world.budget(world.programme, 100_000);
        Browser owner = world.firm(FIRM);
        assertThat(call(owner, "applications", null, "{}").statusCode()).isEqualTo(400);
        HttpResponse<String> first = call(owner, "applications", "k1", "{\"facts\":" + FACTS + "}");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).contains("\"state\":\"DRAFT\"", FIRM);
        assertThat(call(owner, "applications", "k1", "{\"facts\":" + FACTS + "}")
                        .body())
                .isEqualTo(first.body());
        HttpResponse<String> conflict = call(owner, "applications", "k1", "{}");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("idempotency-conflict");
        HttpResponse<String> early = call(
                owner,
                "applications",
                "k2",
                "{\"account\":{\"holder\":\"" + FIRM
                        + "\",\"number\":\"4400123456789012\",\"bank\":\"示例银行支行\"},\"submit\":true}");
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(early.body()).contains("还没有上传“借款合同”");
        assertThat(world.number("SELECT COUNT(*) FROM subsidy_application WHERE tenant_id = ?", world.city.id()))
                .isEqualTo(1);
    }

    @Test
    void reviews_by_programs_leave_the_same_bytes_as_by_pages() {
        world.budget(world.programme, 100_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-10", "6");
        String number =
                found(world.open(owner, "/enterprise/applications/" + id).body());
        world.send(world.as(Role.OFFICER), "/console/applications/" + id + "/acceptance", Map.of());
        String judged = "{\"application\":\"" + number + "\",\"stage\":\"first\",\"decision\":\"pass\",\"judgements\":"
                + "[{\"fact\":\"business-use\",\"yes\":true,\"reason\":\"已看资金流水\"}]}";
        HttpResponse<String> first = call(world.as(Role.OFFICER), "reviews", "r1", judged);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).contains("\"state\":\"FIRST_PASSED\"", "\"amountFen\":3000000", "可得3万元");
        String second = "{\"application\":\"" + number + "\",\"stage\":\"second\",\"decision\":\"confirm\"}";
        assertThat(call(world.as(Role.OFFICER), "reviews", "r2", second).statusCode())
                .isEqualTo(403);
        HttpResponse<String> confirmed = call(world.as(Role.REVIEWER), "reviews", "r2", second);
        assertThat(confirmed.body()).contains("\"state\":\"APPROVED\"", hash(first.body()));
        assertThat(call(world.as(Role.REVIEWER), "reviews", "r2", second).body())
                .isEqualTo(confirmed.body());
        assertThat(call(world.as(Role.REVIEWER), "disbursements", "d1", "{\"applications\":[\"" + number + "\"]}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(call(world.as(Role.REVIEWER), "disbursements", "d2", "{\"applications\":[\"2026-ZQ-000001-0\"]}")
                        .body())
                .contains("申报编号不对");
    }

    private HttpResponse<String> call(Browser browser, String verb, @Nullable String key, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        Browser.uri("/api/v1/" + world.city.slug() + "/subsidies/interest/" + verb))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return browser.send(request.build());
    }

    private static String found(String page) {
        Matcher number = Pattern.compile("20[0-9]{2}-CI-[0-9]{6}-[0-9A-Z]").matcher(page);
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private static String hash(String body) {
        Matcher hash = Pattern.compile("\"traceSha256\":\"([0-9a-f]{64})\"").matcher(body);
        assertThat(hash.find()).isTrue();
        return hash.group(1);
    }
}
