package cn.zhirong.drafting;

import static cn.zhirong.drafting.RuleBureau.CHEN;
import static cn.zhirong.drafting.RuleBureau.LI;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.policy.PolicyFixture;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.rule.Verdict;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.subsidy.Transition;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was typed and cannot be kept is shown with the reason. */
class EditorServerTest {
    private final RuleBureau bureau = new RuleBureau();
    private final String rules = "/" + bureau.tenant.slug() + "/console/rules";
    private final Browser chen = in(CHEN, "陈敏", Role.OFFICER);

    private Browser in(String username, String name, Role role) {
        Browser browser = new Browser();
        Accounts accounts = bureau.server.bean(Accounts.class);
        String link = accounts.issue(
                accounts.create(bureau.tenant, "system", username, name, role, null, null), CredentialKind.LINK);
        browser.submit("/" + bureau.tenant.slug() + "/sign-in", Browser.byLink(link));
        return browser;
    }

    private long published() {
        long id = bureau.draft(bureau.rule());
        bureau.expects(id, "1000万元", 200_000L);
        bureau.tested(id);
        bureau.publication()
                .publish(
                        bureau.tenant,
                        LI,
                        id,
                        bureau.row(id).revision(),
                        bureau.cases().mark(bureau.tenant, id),
                        new Publication.Wanted(
                                new DateRange(bureau.drafts().today().plusDays(1), null), Transition.OPENED, "示例"));
        return id;
    }

    private Map<String, String> form(long id) {
        RuleForm form = bureau.drafts().get(bureau.tenant, id).form();
        Map<String, String> fields =
                new HashMap<>(Objects.requireNonNull(form.data()).fields());
        fields.put("revision", String.valueOf(bureau.row(id).revision()));
        fields.put("do", "save");
        return fields;
    }

    @Test
    void what_is_sent_to_a_version_that_was_published_meanwhile_is_shown_and_the_version_stays() {
        long id = published();
        String before = bureau.row(id).content();
        Map<String, String> fields = form(id);
        fields.put("name", "我改的名字");
        HttpResponse<String> answer = chen.submit(rules + "/" + id + "/form", fields);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("这一版已经发布", "我改的名字", "没有保存");

        HttpResponse<String> text =
                chen.submit(rules + "/" + id + "/text", Map.of("revision", "1", "text", "rule: award # 我的注释"));
        assertThat(text.statusCode()).isEqualTo(409);
        assertThat(text.body()).contains("这一版已经发布", "我的注释");
        assertThat(bureau.row(id).content()).isEqualTo(before);
        assertThat(bureau.row(id).state()).isEqualTo(RuleState.PUBLISHED);
    }

    @Test
    void a_clause_of_another_policy_is_named_and_linked_as_such() {
        String number = PolicyFixture.aNumber();
        PolicyVersion other = PolicyFixture.published(
                bureau.tenant, RuleBureau.measure(number).replace("企业奖励办法", "资金总额办法"));
        long id = bureau.draft(bureau.rule()
                .replace(
                        "50万元, provision: 第三条",
                        "50万元, provision: {policy: policy-" + other.policyId() + ", version: " + number
                                + ", path: 第三条}"));
        String page = chen.open(rules + "/" + id).body();
        assertThat(page)
                .contains("《云山市资金总额办法（示例）》第三条</a>")
                .contains("/policies/" + other.policyId() + "/v")
                .contains(">第三条</a>");
    }

    @Test
    void the_list_names_who_changed_a_version_last() {
        bureau.draft(bureau.rule());
        assertThat(chen.open(rules).body()).contains("陈敏 20");
    }

    @Test
    void a_text_beyond_the_bound_is_shown_with_the_bound_and_not_kept() {
        long id = bureau.draft(bureau.rule());
        String before = bureau.row(id).content();
        String text = "# 很长的说明\n" + "x".repeat(Drafts.MOST_CHARACTERS);
        HttpResponse<String> answer = chen.submit(rules + "/" + id + "/text", Map.of("revision", "1", "text", text));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("规则最长 200000 个字", "很长的说明", "x".repeat(1_000));
        assertThat(bureau.row(id).content()).isEqualTo(before);
    }

    @Test
    void a_form_beyond_its_bounds_is_shown_with_the_bound_and_not_kept() {
        long id = bureau.draft(bureau.rule());
        String before = bureau.row(id).content();
        Map<String, String> fields = form(id);
        fields.put("name", "很长的名字" + "长".repeat(2_000));
        HttpResponse<String> answer = chen.submit(rules + "/" + id + "/form", fields);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("每格 2000 个字", "很长的名字", "第三条");
        assertThat(bureau.row(id).content()).isEqualTo(before);
    }

    @Test
    void a_form_says_before_it_is_saved_that_the_comments_of_the_text_would_go() {
        String bare = bureau.rule();
        long without = bureau.draft(bare);
        assertThat(chen.open(rules + "/" + without + "/form").body()).doesNotContain("行注释");
        long id = bureau.draft("# 第二条指上年\n" + bare.replace("rounding: down", "rounding: down # 示例"));
        assertThat(chen.open(rules + "/" + id + "/form").body()).contains("文本里有 2 行注释");
    }

    @Test
    void the_page_of_a_case_keeps_what_it_has_no_room_for_and_tells_the_second_of_two_tabs() {
        long id = bureau.draft(bureau.rule());
        Provenance register = new Provenance(Source.VERIFIED, LocalDate.parse("2025-12-31"), "年报");
        Facts facts = RuleBureau.firm("1000万元")
                .with(
                        "loans",
                        new Fact(
                                Value.ofRecords(IntStream.range(0, 25)
                                        .mapToObj(i -> new FactRecord("合同" + i, Map.of(), register))
                                        .toList()),
                                register));
        bureau.cases()
                .keep(
                        bureau.tenant,
                        CHEN,
                        id,
                        new RuleCase(0, "很多贷款", LocalDate.parse("2026-03-01"), facts, Verdict.MET, 20_000_000L));
        RuleCase one = bureau.cases().of(bureau.tenant, id).getFirst();
        String page = rules + "/" + id + "/cases/" + one.id();
        String body = chen.open(page).body();
        Map<String, String> fields = new HashMap<>(
                Map.of("name", "改名", "asked", "2026-03-01", "expected", "MET", "amount", "200000", "do", "save"));
        fields.put("fact.registered-here", "true");
        fields.put("fact.revenue", "1000万元");
        fields.put("seen", value(body, "seen"));

        assertThat(chen.submit(page, fields).body()).contains("已保存案例。");
        RuleCase kept = bureau.cases().get(bureau.tenant, id, one.id());
        assertThat(kept.name()).isEqualTo("改名");
        assertThat(kept.facts()).isEqualTo(facts);

        fields.put("name", "另一页改的名");
        HttpResponse<String> second = chen.submit(page, fields);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("在您打开之后改过", "另一页改的名");
        assertThat(bureau.cases().get(bureau.tenant, id, one.id()).name()).isEqualTo("改名");
        fields.put("seen", value(second.body(), "seen"));
        assertThat(chen.submit(page, fields).body()).contains("已保存案例。");
        assertThat(bureau.cases().get(bureau.tenant, id, one.id()).name()).isEqualTo("另一页改的名");
    }

    private static String value(String body, String field) {
        String mark = "name=\"" + field + "\" value=\"";
        int at = body.indexOf(mark) + mark.length();
        return body.substring(at, body.indexOf('"', at));
    }

    @Test
    void the_page_of_rates_shows_what_waits_and_only_another_person_can_confirm_it() {
        String rates = rules + "/rates";
        Map<String, String> entered = Map.of(
                "name", "lpr-1y", "lpr-1y-day", "2026-01-20", "lpr-1y-rate", "2.9%", "lpr-1y-kept", "2026-02-10");
        assertThat(chen.submit(rates, entered).body())
                .contains("等待另一人确认后生效", "2026-01-20 公布 2.9%", "陈敏")
                .doesNotContain("/confirmation");
        Browser li = in(LI, "李主任", Role.REVIEWER);
        String seen = li.open(rates).body();
        assertThat(seen).contains("等待确认：2026-01-20 公布 2.9%，维护到 2026-02-10", "陈敏");
        int end = seen.indexOf("/confirmation");
        String entry = seen.substring(seen.lastIndexOf("/rates/", end) + "/rates/".length(), end);
        assertThat(chen.submit(rates + "/" + entry + "/confirmation", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(li.submit(rates + "/" + entry + "/confirmation", Map.of()).body())
                .contains("已确认", "维护到 2026-02-10")
                .doesNotContain("等待确认：");
    }

    @Test
    void a_rate_that_is_known_to_hold_for_some_time_can_be_put_right_before_that_day() throws SQLException {
        try (var connection = TestServer.get().connection();
                var update = connection.prepareStatement(
                        "UPDATE rate_series SET kept_until = '2099-12-19' WHERE tenant_id = ? AND name = 'lpr-1y'")) {
            update.setLong(1, bureau.tenant.id());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        Map<String, String> entered = Map.of(
                "name", "lpr-1y", "lpr-1y-day", "2026-01-20", "lpr-1y-rate", "2.9%", "lpr-1y-kept", "2026-02-10");
        assertThat(chen.submit(rules + "/rates", entered).body()).contains("等待确认：2026-01-20 公布 2.9%，维护到 2099-12-19");
    }
}
