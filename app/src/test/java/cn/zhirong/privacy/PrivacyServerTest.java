package cn.zhirong.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Audit;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Erasure;
import cn.zhirong.access.Person;
import cn.zhirong.access.PersonalFields;
import cn.zhirong.access.Role;
import cn.zhirong.database.Json;
import cn.zhirong.notice.Inbox;
import cn.zhirong.tenant.CalendarDay;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.tenant.WorkCalendar;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bureau with its director 周, its officers 陈 and 林, and another bureau with an officer 海. */
class PrivacyServerTest {
    private static final Map<String, String> REASON = Map.of("reason", "不再从事这项工作。");

    private final TestServer server = TestServer.get();
    private final Accounts accounts = server.bean(Accounts.class);
    private final DeletionRequests requests = server.bean(DeletionRequests.class);
    private final Tenant city = server.aBureau();
    private final Tenant otherCity = server.aBureau();
    private final Browser director = in(city, "zhou", "周局长", Role.DIRECTOR);
    private final Browser officer = in(city, "chen", "陈经办", Role.OFFICER);
    private final Browser leaver = in(city, "lin", "林经办", Role.OFFICER);

    @Test
    void the_notice_is_open_to_all_and_linked_from_every_page_of_the_bureau() {
        Browser anybody = new Browser();
        HttpResponse<String> notice = anybody.open("/" + city.slug() + "/privacy");
        assertThat(notice.statusCode()).isEqualTo(200);
        assertThat(notice.body())
                .contains(city.profile().name(), "版本 " + Consents.VERSION, "400 天", "15 个工作日", "最多 10 处");
        String link = "href=\"/" + city.slug() + "/privacy\"";
        assertThat(anybody.open("/" + city.slug() + "/").body()).contains(link);
        assertThat(anybody.open("/" + city.slug() + "/registration").body()).contains(link + " target");
        assertThat(anybody.open("/platform/privacy").statusCode()).isEqualTo(404);
        assertThat(anybody.open("/platform/sign-in").body()).doesNotContain("/privacy\"");
    }

    @Test
    void an_enterprise_that_registers_leaves_its_consent_and_an_officer_has_none() {
        Browser owner = new Browser();
        HttpResponse<String> page = owner.submit(
                "/" + city.slug() + "/registration",
                Map.of(
                        "enterprise",
                        "云山科技有限公司",
                        "creditCode",
                        "91350100M000100Y43",
                        "name",
                        "何经理",
                        "username",
                        "he",
                        "email",
                        "",
                        "consent",
                        "yes"));
        String link = page.uri().getQuery().replace("token=", "");
        owner.submit("/" + city.slug() + "/sign-in", Browser.byLink(link));
        assertThat(own(owner).body()).contains(Consents.VERSION, "何经理").doesNotContain("不以同意为依据");
        assertThat(own(officer).body()).contains("不以同意为依据");
        Person he = accounts.find(city, "he").orElseThrow();
        assertThat(server.bean(Consents.class).of(city, he)).hasSize(1);
        assertThat(server.bean(Consents.class).of(otherCity, he)).isEmpty();
    }

    @Test
    void people_see_and_take_out_what_is_held_on_themselves_and_nobody_else() {
        reachable("lin", "lin@example.cn", "0758-1234567");
        reachable("zhou", "zhou@example.cn", null);
        assertThat(own(leaver).body()).contains("林经办", "lin@example.cn", "0758-1234567");
        HttpResponse<String> file = leaver.open("/" + city.slug() + "/account/data/export");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", ".json");
        OwnData data = server.bean(Json.class).read(file.body(), OwnData.class);
        assertThat(data.account().email()).isEqualTo("lin@example.cn");
        assertThat(data.account().name()).isEqualTo("林经办");
        assertThat(data.sessions()).hasSize(1);
        assertThat(file.body()).doesNotContain("zhou", "周局长");
        assertThat(server.bean(Audit.class).count(city, "privacy.export", "lin"))
                .isEqualTo(1);
        assertThat(server.bean(Audit.class).count(city, "privacy.export", "chen"))
                .isZero();
        HttpResponse<String> stranger = new Browser().open("/" + city.slug() + "/account/data/export");
        assertThat(stranger.uri().getPath()).contains("/sign-in");
    }

    @Test
    void a_request_is_due_in_fifteen_working_days_by_the_calendar_of_the_bureau() {
        LocalDate today = LocalDate.ofInstant(server.bean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"));
        WorkCalendar weekdays = new WorkCalendar(Map.of());
        LocalDate first = weekdays.addWorkingDays(today, 1);
        assertThat(server.bean(Calendars.class).replace(city, List.of(), List.of(new CalendarDay(first, false, "调休"))))
                .isTrue();
        submit(leaver, "/account/data/deletion", REASON);
        RequestRow row = requests.all(city).getFirst();
        assertThat(row.dueOn()).isEqualTo(weekdays.addWorkingDays(today, DeletionRequests.WORKING_DAYS + 1));
        assertThat(officer.open("/" + city.slug() + "/console/privacy").body())
                .contains("林经办（lin）", PrivacyTexts.day(row.dueOn()), "还有 15 个工作日");
        assertThat(director.open("/" + city.slug() + "/console/privacy").body()).contains("lin");
        assertThat(in(city, "sun", "孙审计", Role.AUDITOR)
                        .open("/" + city.slug() + "/console/privacy")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_clock_says_left_today_and_overdue() {
        WorkCalendar weekdays = new WorkCalendar(Map.of());
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertThat(DeletionRequests.left(weekdays, friday.minusDays(1), friday)).isEqualTo("还有 1 个工作日");
        assertThat(DeletionRequests.left(weekdays, friday, friday)).isEqualTo("今天到期");
        assertThat(DeletionRequests.left(weekdays, friday.plusDays(3), friday)).isEqualTo("已超期 1 个工作日");
    }

    @Test
    void a_granted_request_empties_the_account_for_good_and_tells_its_owner() throws SQLException {
        reachable("lin", "lin@example.cn", "0758-1234567");
        Person lin = accounts.find(city, "lin").orElseThrow();
        Inbox inbox = server.bean(Inbox.class);
        inbox.tell(city, lin.accountId(), "a cause", "account.password-changed", Map.of("姓名", "林经办"), "");
        submit(leaver, "/account/data/deletion", REASON);
        assertThat(letters("privacy.received", "lin@example.cn")).isEqualTo(1);
        long id = requests.all(city).getFirst().key();
        assertThat(officer.open("/" + city.slug() + "/account/inbox").body())
                .contains("有一份个人信息申请等待答复")
                .doesNotContain("林经办");
        assertThat(answer(officer, id, "done", "已按您的申请删除。").body()).contains("已答复这份申请");

        Accounts.Listed emptied = accounts.find(city, lin.accountId()).orElseThrow();
        assertThat(emptied.disabled()).isTrue();
        assertThat(emptied.passwordSet()).isFalse();
        assertThat(emptied.person().name()).isEqualTo(Erasure.NAME);
        assertThat(accounts.contacts(city, lin.accountId())).isEqualTo(new Accounts.Contacts(null, null));
        assertThat(inbox.of(lin)).isZero();
        assertThat(own(leaver).uri().getPath()).contains("/sign-in");
        assertThat(letters("privacy.answered", "lin@example.cn")).isEqualTo(1);
        assertThat(server.bean(Audit.class).count(city, "account.erase", "lin")).isEqualTo(1);
        assertThat(director.open("/" + city.slug() + "/console/people").body())
                .contains(Erasure.NAME)
                .doesNotContain("林经办");
        assertThat(submit(director, "/console/people/" + lin.accountId() + "/enable", Map.of())
                        .body())
                .contains("已按本人申请注销");
        assertThat(accounts.find(city, "lin")).isEmpty();
        assertThat(answer(director, id, "refused", "再看一次。").statusCode()).isEqualTo(409);
    }

    @Test
    void a_refused_request_leaves_the_account_and_its_owner_reads_why_and_may_ask_again() {
        submit(leaver, "/account/data/deletion", REASON);
        assertThat(submit(leaver, "/account/data/deletion", REASON).statusCode())
                .isEqualTo(409);
        long id = requests.all(city).getFirst().key();
        answer(officer, id, "refused", "所经办的审计记录须保存满 400 天。");
        assertThat(own(leaver).body()).contains("林经办", "未予删除", "所经办的审计记录须保存满 400 天。");
        assertThat(accounts.find(city, "lin")).isPresent();
        submit(leaver, "/account/data/deletion", REASON);
        assertThat(requests.all(city))
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row.isOpen()).isTrue());
    }

    @Test
    void nobody_answers_a_request_of_their_own() {
        submit(officer, "/account/data/deletion", REASON);
        long id = requests.all(city).getFirst().key();
        assertThat(officer.open("/" + city.slug() + "/console/privacy/" + id).body())
                .contains("请另一位同事处理")
                .doesNotContain("提交答复");
        assertThat(answer(officer, id, "done", "删除。").statusCode()).isEqualTo(409);
        assertThat(accounts.find(city, "chen")).isPresent();
        assertThatThrownBy(() -> {
                    try (Connection connection = server.connection();
                            PreparedStatement update = connection.prepareStatement(
                                    "UPDATE privacy_request SET state = 'DONE', handled_by = 'chen' WHERE tenant_id = ?")) {
                        update.setLong(1, city.id());
                        update.executeUpdate();
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("privacy_request_second_person");
        assertThat(director.open("/" + city.slug() + "/console/privacy/" + id).body())
                .contains("提交答复");
    }

    @Test
    void a_request_of_another_bureau_is_as_one_that_nobody_made() {
        Person hai = accounts.create(otherCity, "hai", "海经办", Role.OFFICER);
        long foreign = requests.ask(otherCity, hai, "不再任职。");
        for (String path : List.of("", "/answer")) {
            HttpResponse<String> toForeign = at(foreign, path);
            HttpResponse<String> toUnknown = at(987654321L, path);
            assertThat(toForeign.statusCode()).isEqualTo(404);
            assertThat(toForeign.body().replace("/privacy/" + foreign, "/privacy/987654321"))
                    .isEqualTo(toUnknown.body())
                    .doesNotContain("海经办");
        }
        assertThat(requests.all(city)).isEmpty();
        assertThat(requests.find(otherCity, foreign).isOpen()).isTrue();
        Tenant platform = server.bean(Tenants.class).platform();
        assertThatThrownBy(() -> requests.ask(platform, hai, "平台没有受理的人。")).isInstanceOf(Refusal.class);
    }

    @Test
    void reasons_and_answers_have_one_to_five_hundred_characters_and_nothing_typed_is_lost() {
        assertThat(submit(leaver, "/account/data/deletion", Map.of("reason", "　 "))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> long501 = submit(leaver, "/account/data/deletion", Map.of("reason", "因".repeat(501)));
        assertThat(long501.statusCode()).isEqualTo(400);
        assertThat(long501.body()).contains("1 至 500 个字", "现在是 501 个字", "因".repeat(501));
        assertThat(requests.all(city)).isEmpty();
        submit(leaver, "/account/data/deletion", Map.of("reason", "因".repeat(500)));
        long id = requests.all(city).getFirst().key();
        HttpResponse<String> undecided = answer(officer, id, "", "先记下这句话。");
        assertThat(undecided.statusCode()).isEqualTo(400);
        assertThat(undecided.body()).contains("请选择处理结果", "先记下这句话。");
        assertThat(answer(officer, id, "done", "").body()).contains("请写明答复");
        assertThat(requests.find(city, id).isOpen()).isTrue();
    }

    private HttpResponse<String> at(long id, String path) {
        String address = "/console/privacy/" + id + path;
        return path.isEmpty()
                ? officer.open("/" + city.slug() + address)
                : submit(officer, address, Map.of("decision", "done", "answer", "删除。"));
    }

    private HttpResponse<String> answer(Browser browser, long id, String decision, String answer) {
        return submit(browser, "/console/privacy/" + id + "/answer", Map.of("decision", decision, "answer", answer));
    }

    private HttpResponse<String> own(Browser browser) {
        return browser.open("/" + city.slug() + "/account/data");
    }

    private HttpResponse<String> submit(Browser browser, String path, Map<String, String> form) {
        return browser.submit("/" + city.slug() + path, form);
    }

    private void reachable(String username, String email, String phone) {
        long id = accounts.find(city, username).orElseThrow().accountId();
        accounts.reachBy(city, "system", id, email, phone);
    }

    private int letters(String kind, String address) throws SQLException {
        try (Connection connection = server.connection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT address FROM outbox_letter WHERE tenant_id = ? AND kind = ?")) {
            select.setLong(1, city.id());
            select.setString(2, kind);
            try (ResultSet rows = select.executeQuery()) {
                int count = 0;
                while (rows.next()) {
                    String to = server.bean(PersonalFields.class)
                            .open(city.id(), "outbox_letter.address", rows.getString(1));
                    count += to.equals(address) ? 1 : 0;
                }
                return count;
            }
        }
    }

    private Browser in(Tenant tenant, String username, String name, Role role) {
        Browser browser = new Browser();
        String link = accounts.issue(accounts.create(tenant, username, name, role), CredentialKind.LINK);
        browser.submit("/" + tenant.slug() + "/sign-in", Browser.byLink(link));
        return browser;
    }
}
