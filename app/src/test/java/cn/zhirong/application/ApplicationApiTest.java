package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
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

    @Test
    void a_program_of_a_firm_is_told_what_the_pages_tell() {
        Browser owner = world.firm(FIRM);
        long id = world.begun(owner, "interest");
        for (State state : State.values()) {
            ApplicationRow row = TestServer.get()
                    .bean(ApplicationRepository.class)
                    .find(world.city.id(), id)
                    .orElseThrow();
            ApplicationApi.Applied told = ApplicationApiController.applied(
                    world.city,
                    TestServer.get().bean(Applications.class).programme(world.city, row),
                    ApplicationEdit.of(row).amount(3_000_000).to(state, null).at(row.changedAt()));
            assertThat(State.valueOf(told.state()).label())
                    .isEqualTo(
                            told.state().equals("ACCEPTED")
                                    ? "初审中"
                                    : told.state().equals("APPROVED") ? "复审通过，待上会" : state.firmLabel());
            assertThat(told.state()).isNotIn("FIRST_PASSED", "FIRST_REFUSED", "LISTED", "ENDORSED");
            assertThat(told.amountFen() != null).as(state.name()).isEqualTo(state.tellsAmount());
        }
        assertThat(State.FIRST_PASSED.tellsAmount()).isFalse();
        assertThat(State.APPROVED.tellsAmount()).isTrue();
    }

    @Test
    void a_firm_cannot_answer_what_only_an_officer_may_judge() {
        Browser owner = world.firm(FIRM);
        HttpResponse<String> judged =
                call(owner, "applications", "j1", "{\"facts\":{\"business-use\":true,\"registered-here\":true}}");
        assertThat(judged.statusCode()).as(judged.body()).isEqualTo(400);
        assertThat(judged.body()).contains("facts.business-use", "由经办判断");
        HttpResponse<String> notAsked = call(owner, "applications", "j2", "{\"facts\":{\"revenue\":\"2000万元\"}}");
        assertThat(notAsked.statusCode()).isEqualTo(400);
        assertThat(notAsked.body()).contains("facts.revenue");
    }

    @Test
    void whatever_a_firm_says_of_sources_its_sheet_says_declared() {
        Browser owner = world.firm(FIRM);
        String verified = "\"source\":\"verified\",\"on\":\"2026-01-02\",\"evidence\":\"银行核实\"";
        HttpResponse<String> answer = call(
                owner,
                "applications",
                "s1",
                "{\"facts\":{\"loans\":{\"value\":[{\"id\":\"HT1\",\"interest-paid\":\"6万元\"," + verified + "}],"
                        + verified + "}}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        ApplicationRow row = onlyOne();
        Fact loans = TestServer.get().bean(Sheets.class).facts(world.city, row).get("loans");
        assertThat(loans.provenance().source()).isEqualTo(Source.DECLARED);
        assertThat(((Value.Records) loans.value()).records())
                .singleElement()
                .satisfies(loan -> assertThat(loan.provenance())
                        .isEqualTo(new Provenance(Source.DECLARED, ApplicationFixture.TODAY.day(), "")));
    }

    @Test
    void one_loan_under_two_spellings_is_refused() {
        Browser owner = world.firm(FIRM);
        HttpResponse<String> answer = call(
                owner,
                "applications",
                "t1",
                "{\"facts\":{\"loans\":[{\"id\":\"HT-001\",\"interest-paid\":\"6万元\"},{\"id\":\"ht 001\",\"interest-paid\":\"6万元\"}]}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("facts.loans[1].id", "同一个编号");
    }

    @Test
    void money_goes_to_no_other_account_than_the_firms_own() {
        Browser owner = world.firm(FIRM);
        String account = "{\"account\":{\"holder\":\"%s\",\"number\":\"4400123456789012\",\"bank\":\"示例银行支行\"}}";
        HttpResponse<String> another = call(owner, "applications", "a1", account.formatted("何某某"));
        assertThat(another.statusCode()).isEqualTo(400);
        assertThat(another.body()).contains("户名须与企业名称“" + FIRM + "”一致");
        assertThat(call(owner, "applications", "a2", account.formatted(" 云山科技 有限公司"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void only_what_the_rule_leaves_to_officers_can_be_judged_and_for_a_reason() {
        world.budget(world.programme, 100_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-11", "6");
        String number =
                found(world.open(owner, "/enterprise/applications/" + id).body());
        world.send(world.as(Role.OFFICER), "/console/applications/" + id + "/acceptance", Map.of());
        String start = "{\"application\":\"" + number + "\",\"stage\":\"first\",\"decision\":";
        HttpResponse<String> any = call(
                world.as(Role.OFFICER),
                "reviews",
                "f1",
                start + "\"pass\",\"judgements\":[{\"fact\":\"registered-here\",\"yes\":true,\"reason\":\"看过营业执照\"}]}");
        assertThat(any.statusCode()).isEqualTo(400);
        assertThat(any.body()).contains("judgements[0].fact", "规则没有让经办判断");
        assertThat(call(world.as(Role.OFFICER), "reviews", "f2", start + "\"refuse\",\"reason\":\"不\"}")
                        .body())
                .contains("5 至 500 个字");
        HttpResponse<String> passed = call(
                world.as(Role.OFFICER),
                "reviews",
                "f3",
                start + "\"pass\",\"judgements\":[{\"fact\":\"business-use\",\"yes\":true,\"reason\":\"已看资金流水\"}]}");
        assertThat(passed.statusCode()).as(passed.body()).isEqualTo(201);
        String back = "{\"application\":\"" + number + "\",\"stage\":\"second\",\"decision\":\"back\"";
        assertThat(call(world.as(Role.REVIEWER), "reviews", "b1", back + "}").body())
                .contains("退回理由须为 5 至 500 个字");
        assertThat(call(world.as(Role.REVIEWER), "reviews", "b2", back + ",\"reason\":\"请再核对用途\"}")
                        .body())
                .contains("\"state\":\"ACCEPTED\"");
    }

    @Test
    void a_key_is_used_for_one_place_and_for_thirty_days() {
        Browser owner = world.firm(FIRM);
        assertThat(call(owner, "applications", "p1", "{}").statusCode()).isEqualTo(201);
        assertThat(call(owner, "applications", "p1", "{}").statusCode()).isEqualTo(201);
        world.insert(
                "UPDATE subsidy_call SET called_at = called_at - INTERVAL 29 DAY WHERE tenant_id = ?", world.city.id());
        assertThat(call(owner, "applications", "p2", "{}").statusCode()).isEqualTo(201);
        assertThat(calls()).isEqualTo(2);
        world.insert(
                "UPDATE subsidy_call SET called_at = called_at - INTERVAL 2 DAY WHERE tenant_id = ?", world.city.id());
        assertThat(call(owner, "applications", "p3", "{}").statusCode()).isEqualTo(201);
        assertThat(calls()).isEqualTo(2);
        Calls once = TestServer.get().bean(Calls.class);
        Person person = TestServer.get()
                .bean(Accounts.class)
                .create(world.city, "system", "caller", "caller", Role.OFFICER, null, null);
        assertThat(once.once(world.city, person, "k", "interest/notices", "{}", String.class, () -> "一"))
                .isEqualTo("一");
        assertThat(once.once(world.city, person, "k", "interest/notices", "{}", String.class, () -> "二"))
                .isEqualTo("一");
        assertThatThrownBy(() -> once.once(world.city, person, "k", "interest/reviews", "{}", String.class, () -> "三"))
                .hasMessageContaining("另一个请求");
    }

    @Test
    void a_list_of_another_programme_is_not_published_here() {
        world.budget(world.programme, 100_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-12", "6");
        world.approved(id);
        HttpResponse<String> list = world.send(
                world.as(Role.OFFICER),
                "/console/batches",
                Map.of(
                        "title",
                        "第一次会议",
                        "meetingOn",
                        ApplicationFixture.TODAY.day().toString(),
                        "pick-" + id,
                        "yes"));
        String batch = list.uri().getPath().substring(world.path("").length());
        world.send(world.as(Role.REVIEWER), batch + "/decision", Map.of("minutes", "第一次会议纪要", "decision", "agree"));
        String body = "{\"batch\":" + batch.substring(batch.lastIndexOf('/') + 1) + ",\"title\":\"拟支持名单公示\"}";
        assertThat(called(world.as(Role.REVIEWER), "welcome", "notices", "n1", body)
                        .statusCode())
                .isEqualTo(404);
        assertThat(call(world.as(Role.REVIEWER), "notices", "n2", body).statusCode())
                .isEqualTo(201);
    }

    private long calls() {
        return world.number("SELECT COUNT(*) FROM subsidy_call WHERE tenant_id = ?", world.city.id());
    }

    private ApplicationRow onlyOne() {
        long id = world.number("SELECT MAX(id) FROM subsidy_application WHERE tenant_id = ?", world.city.id());
        return TestServer.get()
                .bean(ApplicationRepository.class)
                .find(world.city.id(), id)
                .orElseThrow();
    }

    private HttpResponse<String> call(Browser browser, String verb, @Nullable String key, String body) {
        return called(browser, "interest", verb, key, body);
    }

    private HttpResponse<String> called(Browser browser, String code, String verb, @Nullable String key, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        Browser.uri("/api/v1/" + world.city.slug() + "/subsidies/" + code + "/" + verb))
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
