package cn.zhirong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The auditor's pages on a real server. */
class AuditPagesTest {
    private final TestServer server = TestServer.get();
    private final Audit audit = server.bean(Audit.class);
    private final Tenant city = server.aBureau();
    private final String page = "/" + city.slug() + "/console/audit";

    @Test
    void the_auditor_searches_by_person_action_object_day_and_words() {
        Browser auditor = signedIn("shen", Role.AUDITOR);
        audit.record(city, "wang", "policy.publish", "71", "rev=3");
        audit.record(city, "li", "policy.withdraw", "72", "内容有误");
        audit.record(city, "li", "hit-set.add", "5", "100%_种茶");
        assertThat(auditor.open(page).body()).contains("政策：发布", "政策：撤下", "命中题：添加命中题");
        assertThat(auditor.open(page + "?actor=wang").body())
                .contains("政策：发布</")
                .doesNotContain("内容有误");
        assertThat(auditor.open(page + "?action=policy.").body())
                .contains("rev=3", "内容有误")
                .doesNotContain("种茶</");
        assertThat(auditor.open(page + "?action=policy.withdraw").body())
                .contains("内容有误")
                .doesNotContain("rev=3");
        assertThat(auditor.open(page + "?object=71").body()).contains("rev=3").doesNotContain("内容有误");
        assertThat(auditor.open(page + "?words=%25_").body())
                .contains("100%_种茶")
                .doesNotContain("rev=3");
        assertThat(auditor.open(page + "?until=2020-01-01").body()).contains("没有找到记录");
        assertThat(auditor.open(page + "?from=2020-01-01&until=2900-01-01").body())
                .contains("rev=3");
    }

    @Test
    void a_wrong_day_is_named_and_nothing_typed_is_lost() {
        Browser auditor = signedIn("shen", Role.AUDITOR);
        HttpResponse<String> answer = auditor.open(page + "?from=2026-13-01&words=%3Cb%3E");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("起始日期须是", "value=\"&lt;b&gt;\"", "value=\"2026-13-01\"");
        assertThat(auditor.open(page + "?from=2026-02-02&until=2026-02-01").body())
                .contains("截止日期不能早于起始日期 2026-02-02");
    }

    @Test
    void fifty_a_page_and_the_older_ones_behind_a_link() {
        Browser auditor = signedIn("shen", Role.AUDITOR);
        for (int i = 0; i < 60; i++) {
            audit.record(city, "wang", "policy.publish", "document-" + i, "");
        }
        String first = auditor.open(page + "?actor=wang").body();
        assertThat(first).contains("document-59\n", "document-10\n").doesNotContain("document-9\n", "回到最新");
        String older = first.replaceAll("(?s).*<a class=\"page-step\" rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(auditor.open(older).body())
                .contains("document-9\n", "document-0\n", "回到最新")
                .doesNotContain("document-10\n", "更早的记录");
    }

    @Test
    void one_entry_shows_before_and_after_side_by_side_and_escaped() {
        Browser auditor = signedIn("shen", Role.AUDITOR);
        audit.record(
                city,
                AuditedChange.by("li", "account.role", "zhao")
                        .from("{\"role\":\"<script>\"}")
                        .to("{\"role\":\"REVIEWER\"}")
                        .because("任命书 5 号"));
        String list = auditor.open(page + "?action=account.role").body();
        String entry = list.replaceAll("(?s).*href=\"(" + page + "/entries/[0-9]+)\".*", "$1");
        assertThat(auditor.open(entry).body())
                .contains("{&quot;role&quot;:&quot;&lt;script&gt;&quot;}", "REVIEWER", "任命书 5 号", "账号：改岗位");
        assertThat(auditor.open(page + "/entries/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void the_export_is_a_neutral_table_and_is_itself_recorded() {
        Browser auditor = signedIn("shen", Role.AUDITOR);
        audit.record(city, "wang", "policy.publish", "=cmd|' /C calc'!A0", "一,二\"三");
        HttpResponse<String> table = auditor.submit(page + "/export", Map.of("actor", "wang"));
        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", city.slug());
        assertThat(table.body())
                .startsWith("\ufeff序号,")
                .contains(",'=cmd|' /C calc'!A0,\"一,二\"\"三\",")
                .doesNotContain("account.create");
        assertThat(auditor.open(page).body()).contains("审计：导出审计记录", "actor=wang");
        assertThat(auditor.submit(page + "/export", Map.of("from", "gestern")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_button_verifies_and_says_so() {
        Browser auditor = signedIn("shen", Role.AUDITOR);
        assertThat(auditor.submit(page + "/verification", Map.of()).body()).contains("校验通过：第 1 至第", "没有被改动过");
        assertThat(audit.count(city, "audit.verify", "audit")).isEqualTo(1);
    }

    @Test
    void an_officer_is_refused_and_that_is_recorded() {
        Browser officer = signedIn("wang", Role.OFFICER);
        assertThat(officer.open(page).statusCode()).isEqualTo(403);
        assertThat(officer.submit(page + "/export", Map.of()).statusCode()).isEqualTo(403);
        assertThat(audit.count(city, "access.refused", "GET " + page)).isEqualTo(1);
        assertThat(audit.count(city, "access.refused", "POST " + page + "/export"))
                .isEqualTo(1);
        assertThat(signedIn("shen", Role.AUDITOR)
                        .open(page + "?action=access.refused")
                        .body())
                .contains("访问：越权访问被拒绝", "岗位：经办 所需权限：AUDIT_READ");
    }

    private Browser signedIn(String username, Role role) {
        Accounts accounts = server.bean(Accounts.class);
        Browser browser = new Browser();
        String link = accounts.issue(accounts.create(city, username, username, role), CredentialKind.LINK);
        browser.submit("/" + city.slug() + "/sign-in", Browser.byLink(link));
        return browser;
    }
}
