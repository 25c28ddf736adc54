package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.policy.PolicyFixture;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What nobody could answer becomes a list for the officers of that bureau. */
class UnansweredServerTest {
    private final Tenant city = TestServer.get().aBureau();
    private final Tenant otherCity = TestServer.get().aBureau();

    @Test
    void a_question_without_an_answer_is_listed_counted_and_done() {
        String question = "纺车租金能不能报销";
        ask(city, question);
        ask(city, "纺车租金，能不能报销 ");
        ask(city, "我的电话13912345678，身份证11010519491231002X，纺车能报吗");
        Browser officer = signedIn(city, "wang");
        String page = "/" + city.slug() + "/console/unanswered";

        HttpResponse<String> list = officer.open(page);
        assertThat(list.body())
                .contains(question, "问过 1 次", "我的电话［手机号码］")
                .doesNotContain("13912345678", "11010519491231002X");
        assertThat(signedIn(otherCity, "zhao")
                        .open("/" + otherCity.slug() + "/console/unanswered")
                        .body())
                .doesNotContain("纺车");
        assertThat(new Browser().open(page).uri().getPath()).endsWith("/sign-in");

        String digest = digest(list, question);
        assertThat(officer.submit(page + "/handling", Map.of("question", digest, "remark", " "))
                        .statusCode())
                .isEqualTo(400);
        assertThat(officer.submit(page + "/handling", Map.of("question", "0".repeat(64), "remark", "无"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer.submit(page + "/handling", Map.of("question", digest, "remark", "不归本局管"))
                        .body())
                .contains("已记为处理完毕。");
        assertThat(officer.open(page).body()).doesNotContain(digest);
        assertThat(officer.open(page + "?done=1").body()).contains(question, "已处理（wang）：不归本局管");

        // Asked once more, it waits anew.
        ask(city, question);
        assertThat(officer.open(page).body()).contains(digest, "之后又有人问", "问过 2 次");
        assertThat(officer.submit(page + "/hit-set", Map.of("question", digest)).body())
                .contains("已加入命中题。", question, "应命中条款");
        assertThat(officer.open(page).body()).doesNotContain(digest);
    }

    @Test
    void an_answer_that_did_not_help_is_listed_though_it_was_one() {
        PolicyFixture.published(
                city,
                "# 云杉办法\n\n" + PolicyFixture.aNumber()
                        + "\n\n第一条　为支持育苗，制定本办法。\n\n第二条　云杉育苗补助每亩两百元。\n\n第三条　本办法自2026年3月1日起施行。\n");
        TestServer.get().bean(IndexFollower.class).catchUp(city);
        Browser asker = new Browser();
        HttpResponse<String> answer = asker.submit("/" + city.slug() + "/ask", Map.of("question", "云杉育苗补助多少"));
        assertThat(answer.body()).contains("两百元");
        Browser officer = signedIn(city, "wang");
        String page = "/" + city.slug() + "/console/unanswered";
        assertThat(officer.open(page).body()).doesNotContain("云杉育苗补助多少");

        assertThat(asker.submit(answer.uri().getPath() + "/turns/1/feedback", Map.of("thumb", "down"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer.open(page).body()).contains("云杉育苗补助多少", "没有帮助 1 次", "第二条");
    }

    private static void ask(Tenant tenant, String question) {
        HttpResponse<String> answer = new Browser().submit("/" + tenant.slug() + "/ask", Map.of("question", question));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String digest(HttpResponse<String> page, String question) {
        Matcher row = Pattern.compile(
                        Pattern.quote(question) + "</h2>[\\s\\S]*?name=\"question\" value=\"([0-9a-f]{64})\"")
                .matcher(page.body());
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private static Browser signedIn(Tenant tenant, String username) {
        Accounts accounts = TestServer.get().bean(Accounts.class);
        String link = accounts.issue(accounts.create(tenant, username, username, Role.OFFICER), CredentialKind.LINK);
        Browser browser = new Browser();
        browser.submit("/" + tenant.slug() + "/sign-in", Browser.byLink(link));
        return browser;
    }
}
