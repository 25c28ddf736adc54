package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Role;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.subsidy.ProgrammeHistory;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 何 of 云山科技 follows interest subsidies; the days go by as the test says. */
class RemindersTest {
    private static final String FIRM = "云山科技有限公司";

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();
    private final Browser owner = world.firm(FIRM);
    private final HandClock clock = new HandClock();
    private final Applications applications = new Applications(
            server.bean(ApplicationRepository.class),
            server.bean(Programmes.class),
            server.bean(ProgrammeHistory.class),
            server.bean(Enterprises.class),
            server.bean(Calendars.class),
            server.bean(PayAccounts.class),
            clock);
    private final Reminders reminders = new Reminders(
            server.bean(SubscriptionRepository.class),
            applications,
            server.bean(Programmes.class),
            server.bean(PublicNotices.class),
            server.bean(Enterprises.class),
            server.bean(Accounts.class),
            server.bean(Tenants.class),
            server.bean(Messenger.class),
            server.bean(FirmRepository.class),
            new RunningClocks(server.bean(ApplicationRepository.class), applications));

    /** Stands where the test puts it: at noon in Shanghai. */
    private static final class HandClock extends Clock {
        private Instant now = TestServer.get().bean(Clock.class).instant();

        void on(LocalDate day) {
            now = day.atTime(4, 0).toInstant(ZoneOffset.UTC);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void what_was_there_is_no_news_and_a_new_programme_version_and_window_of_the_topic_are_told_once() {
        topics("kind/INTEREST");
        assertThat(reminders.tell(world.city)).isZero();
        long other = world.programme(
                "second", "第二贴息（示例）", "INTEREST", ApplicationFixture.rule().replace("rule: interest", "rule: second"));
        world.programme(
                "fee", "评估费（示例）", "VALUATION_FEE", ApplicationFixture.rule().replace("rule: interest", "rule: fee"));
        assertThat(reminders.tell(world.city)).isEqualTo(2);
        assertThat(reminders.tell(world.city)).isZero();
        assertThat(inbox()).contains("“第二贴息（示例）”是新的项目", "“第二贴息（示例）”有第 1 版规则").doesNotContain("评估费（示例）");
        world.newest(world.programme, 2, ApplicationFixture.rule());
        assertThat(reminders.tell(world.city)).isEqualTo(1);
        assertThat(inbox()).contains("“贷款贴息（示例）”有第 2 版规则");
        window(other, today().plusDays(40), today().plusDays(100));
        assertThat(reminders.tell(world.city)).isEqualTo(1);
        assertThat(inbox()).contains("“第二贴息（示例）”公布了受理时间");
        assertThat(reminders.tell(world.city)).isZero();
    }

    @Test
    void years_of_refusals_keep_nobody_from_being_reminded() {
        correcting("HT-R9", "2027-02-01");
        assertThat(told(LocalDate.of(2027, 3, 9))).isEqualTo(1);
        world.insert("DELETE FROM subsidy_told WHERE tenant_id = ?", world.city.id());
        for (int doubled = 0; doubled < 12; doubled++) {
            world.insert("""
                    INSERT INTO subsidy_application (tenant_id, number, programme_id, rule_id, enterprise_id, firm, origin,
                      state, opened_by, opened_on, opened_at, submitted_on, facts, due_on, changed_at)
                    SELECT tenant_id, CONCAT('old-', ?, '-', id), programme_id, rule_id, enterprise_id, firm, origin,
                      'REFUSED', opened_by, opened_on, opened_at, submitted_on, '{}', '2026-01-05', '2026-01-05'
                    FROM subsidy_application WHERE tenant_id = ?
                    """, doubled, world.city.id());
        }
        assertThat(world.number("SELECT COUNT(*) FROM subsidy_application WHERE tenant_id = ?", world.city.id()))
                .isGreaterThan(Offers.MOST);
        assertThat(told(LocalDate.of(2027, 3, 9))).isEqualTo(1);
    }

    @Test
    void what_a_firm_writes_in_its_last_days_does_not_take_its_reminder_away() {
        correcting("HT-R10", "2027-03-09");
        assertThat(told(LocalDate.of(2027, 3, 9))).isEqualTo(1);
    }

    /** The firm has until 10 March 2027 to correct its application, since 1 February; it wrote something last on this day. */
    private void correcting(String loan, String changed) {
        long id = world.submitted(owner, FIRM, loan, "6");
        world.insert(
                "UPDATE subsidy_application SET state = 'CORRECTING', due_on = '2027-03-10', changed_at = ? WHERE tenant_id = ? AND id = ?",
                changed,
                world.city.id(),
                id);
        world.insert("UPDATE subsidy_event SET happened_at = '2027-02-01' WHERE tenant_id = ?", world.city.id());
    }

    @Test
    void a_window_is_told_when_it_opens_and_ten_and_three_working_days_before_it_ends_each_once() {
        LocalDate from = LocalDate.of(2027, 3, 1);
        window(world.programme, from, LocalDate.of(2027, 4, 30));
        world.send(owner, "/subsidies/interest/subscription", Map.of("act", "on"));
        assertThat(told(from.minusDays(1))).isZero();
        assertThat(told(from)).isEqualTo(1);
        assertThat(told(from.plusDays(1))).isZero();
        assertThat(told(LocalDate.of(2027, 4, 27))).isEqualTo(1);
        assertThat(told(LocalDate.of(2027, 4, 28))).isZero();
        assertThat(told(LocalDate.of(2027, 4, 30))).isZero();
        assertThat(told(LocalDate.of(2027, 5, 1))).isZero();
        assertThat(told(LocalDate.of(2027, 5, 4))).isZero();
    }

    @Test
    void whoever_applied_is_not_reminded_and_whoever_only_began_is() {
        window(world.programme, today().minusDays(40), today().plusDays(2));
        Browser other = world.firm("海州贸易有限公司");
        world.send(owner, "/subsidies/interest/subscription", Map.of("act", "on"));
        world.send(other, "/subsidies/interest/subscription", Map.of("act", "on"));
        world.submitted(owner, FIRM, "HT-R1", "6");
        world.begun(other, "interest");
        assertThat(reminders.tell(world.city)).isEqualTo(1);
        assertThat(inbox()).doesNotContain("即将截止");
        assertThat(world.open(other, "/account/inbox").body()).contains("即将截止");
    }

    @Test
    void a_firm_is_reminded_of_its_own_clock_three_working_days_before_it_ends_and_not_after() {
        long id = world.submitted(owner, FIRM, "HT-R2", "6");
        world.send(
                world.as(Role.OFFICER),
                "/console/applications/" + id + "/corrections",
                Map.of("wrong-material-contract", "合同缺少签字页"));
        LocalDate due = server.bean(Applications.class).seen(world.city, id).dueOn();
        assertThat(reminders.tell(world.city)).isZero();
        assertThat(told(due.minusDays(1))).isEqualTo(1);
        assertThat(told(due)).isZero();
        assertThat(told(due.plusDays(1))).isZero();
        assertThat(inbox()).contains("须在 " + due + " 前提交补正");
    }

    @Test
    void nothing_late_is_told_where_the_server_was_down_until_the_end() {
        long id = world.submitted(owner, FIRM, "HT-R3", "6");
        world.send(
                world.as(Role.OFFICER),
                "/console/applications/" + id + "/corrections",
                Map.of("wrong-material-contract", "合同缺少签字页"));
        LocalDate due = server.bean(Applications.class).seen(world.city, id).dueOn();
        assertThat(told(due.plusDays(1))).isZero();
        assertThat(inbox()).doesNotContain("前提交补正");
    }

    @Test
    void a_letter_carries_a_link_that_ends_it_without_signing_in_and_only_for_its_owner() {
        long account = world.number(
                "SELECT MAX(id) FROM account WHERE tenant_id = ? AND username LIKE 'he%'", world.city.id());
        server.bean(Accounts.class).reachBy(world.city, "system", account, "he@example.cn", null);
        topics("kind/INTEREST");
        world.newest(world.programme, 2, ApplicationFixture.rule());
        assertThat(reminders.tell(world.city)).isEqualTo(1);
        assertThat(world.number(
                        "SELECT COUNT(*) FROM outbox_letter WHERE tenant_id = ? AND kind = 'application.window'",
                        world.city.id()))
                .isEqualTo(1);
        String link = server.bean(FeedLinks.class).unsubscribe(world.city, account);
        String query = URI.create(link).getRawQuery();
        Browser anybody = new Browser();
        assertThat(world.open(anybody, "/unsubscribe?" + query).body()).contains("主题：贷款贴息", "全部取消");
        String token = URLDecoder.decode(query.substring("token=".length()), StandardCharsets.UTF_8);
        assertThat(world.send(anybody, "/unsubscribe", Map.of("token", token + "A"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(new ApplicationFixture()
                        .send(anybody, "/unsubscribe", Map.of("token", token))
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.send(anybody, "/unsubscribe", Map.of("token", token)).body())
                .contains("没有订阅");
        world.newest(world.programme, 3, ApplicationFixture.rule());
        assertThat(reminders.tell(world.city)).isZero();
    }

    @Test
    void the_calendar_of_a_person_carries_what_they_follow_and_their_own_clocks() {
        window(world.programme, today().minusDays(3), today().plusDays(60));
        window(world.automatic, today(), today().plusDays(60));
        topics("kind/INTEREST");
        long id = world.submitted(owner, FIRM, "HT-R4", "6");
        world.send(
                world.as(Role.OFFICER),
                "/console/applications/" + id + "/corrections",
                Map.of("wrong-material-contract", "合同缺少签字页"));
        String list = world.open(owner, "/enterprise/applications").body();
        String href = list.substring(list.indexOf("/calendar.ics?token=")).split("\"")[0];
        HttpResponse<String> feed = world.open(new Browser(), href);
        var events = IcsReader.events(feed.body());
        assertThat(events).hasSize(2);
        assertThat(events.toString()).contains("贷款贴息（示例）：受理申报", "待补正到期").doesNotContain("落户奖励");
        assertThat(world.open(new Browser(), "/calendar.ics?token=nowhere").statusCode())
                .isEqualTo(404);
        assertThat(IcsReader.events(world.open(new Browser(), "/calendar.ics").body()))
                .hasSize(2);
    }

    private int told(LocalDate day) {
        clock.on(day);
        return reminders.tell(world.city);
    }

    private void topics(String... keys) {
        Map<String, String> form = new java.util.HashMap<>(Map.of("sent", "yes"));
        for (String key : keys) {
            form.put("topic-" + key, "yes");
        }
        assertThat(world.send(owner, "/enterprise/applications/topics", form).body())
                .contains("订阅的主题已保存");
    }

    private void window(long programme, LocalDate from, LocalDate until) {
        world.insert(
                "UPDATE subsidy_programme SET content = REPLACE(content, '\"windows\":[]', ?) WHERE tenant_id = ? AND id = ?",
                "\"windows\":[{\"from\":\"" + from + "\",\"until\":\"" + until + "\",\"note\":\"\"}]",
                world.city.id(),
                programme);
    }

    private String inbox() {
        return world.open(owner, "/account/inbox").body();
    }

    private static LocalDate today() {
        return ApplicationFixture.TODAY.day();
    }
}
