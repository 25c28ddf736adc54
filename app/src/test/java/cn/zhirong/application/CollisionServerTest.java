package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.SqlTap;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever somebody does with an application is rolled back for another transaction just before its end, and still comes about once. */
class CollisionServerTest {
    private static final String FIRM = "云山科技有限公司";

    private final ApplicationFixture world = new ApplicationFixture();
    private final AtomicInteger collisions = new AtomicInteger();

    @AfterEach
    void nobody_listens_any_more() {
        SqlTap.listen(null);
    }

    @Test
    void a_firm_and_the_bureau_come_to_a_refusal_and_an_appeal_without_noticing() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        Browser officer = world.as(Role.OFFICER);
        Browser reviewer = world.as(Role.REVIEWER);
        Browser director = world.as(Role.DIRECTOR);
        String path = collided(() -> world.send(owner, "/enterprise/applications", Map.of("programme", "interest")))
                .uri()
                .getPath();
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        String own = "/enterprise/applications/" + id;
        String here = "/console/applications/" + id;
        done(owner, own + "/enterprise", Map.of("f-registered-here", "true"), "已保存");
        done(owner, own + "/financing", ApplicationFixture.loan("HT-C1", "6"), "已保存");
        done(owner, own + "/account", ApplicationFixture.account(FIRM), "收款账户已保存");
        assertThat(collided(() -> world.upload(
                                owner,
                                own + "/materials",
                                Map.of("material", "contract"),
                                "a.pdf",
                                "%PDF-1.7 x".getBytes()))
                        .body())
                .contains("已上传");
        assertThat(world.number("SELECT COUNT(*) FROM subsidy_file WHERE tenant_id = ?", world.city.id()))
                .isEqualTo(1);
        done(owner, own + "/submission", Map.of("declared", "yes"), "申报已提交");
        done(officer, here + "/corrections", Map.of("wrong-account", "户名不全"), "已通知企业补正");
        long asked = newest("subsidy_correction");
        done(owner, own + "/corrections", Map.of("answer-" + asked, "已改好"), "补正已提交");
        done(officer, "/console/applications/assignment", Map.of("assignee", "-", "pick-" + id, "yes"), "已收回");
        done(officer, here + "/acceptance", Map.of(), "已受理");
        done(
                officer,
                here + "/first-review",
                Map.of("say-f_1", "no", "why-f_1", "资金转给了股东", "decision", "refuse"),
                "已登记初审结果");
        done(reviewer, here + "/second-review", Map.of("decision", "confirm"), "已登记复审结果");
        done(owner, own + "/appeal", Map.of("words", "资金是归还股东垫付的原料款"), "申诉已提交");
        assertThat(world.number("SELECT COUNT(*) FROM subsidy_complaint WHERE tenant_id = ?", world.city.id()))
                .isEqualTo(1);
        long appeal = newest("subsidy_complaint");
        done(
                director,
                "/console/complaints/" + appeal + "/decision",
                Map.of("answer-" + appeal, "证据充分，重新审核", "decision", "grant"),
                "已答复");
        assertThat(world.state(id)).isEqualTo(State.ACCEPTED);
        done(owner, own + "/withdrawal", Map.of("reason", "不再申报"), "已撤回");
        assertThat(steps(id))
                .isEqualTo(
                        "OPEN,SUBMIT,ASK_CORRECTION,CORRECT,ACCEPT,FIRST_REFUSE,SECOND_REFUSE,APPEAL,REOPEN,WITHDRAW");
        assertThat(world.number(
                        "SELECT COUNT(*) FROM inbox_notice WHERE tenant_id = ? AND kind = 'application.waiting' AND words LIKE '%提出申诉%'",
                        world.city.id()))
                .as("whoever may decide is told of the appeal once: the reviewer, the director")
                .isEqualTo(2);
    }

    @Test
    void money_goes_out_and_comes_back_once() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-C2", "6");
        world.approved(id);
        Browser officer = world.as(Role.OFFICER);
        Browser reviewer = world.as(Role.REVIEWER);
        Browser director = world.as(Role.DIRECTOR);
        done(
                officer,
                "/console/batches",
                Map.of(
                        "title",
                        "会议",
                        "meetingOn",
                        ApplicationFixture.TODAY.day().toString(),
                        "pick-" + id,
                        "yes"),
                "已列好名单");
        String batch = "/console/batches/" + newest("subsidy_batch");
        done(reviewer, batch + "/decision", Map.of("minutes", "会议纪要"), "已登记会议结果");
        done(reviewer, batch + "/notice", Map.of("title", "名单公示"), "已公示");
        String notice = "/notices/" + newest("subsidy_notice");
        done(
                new Browser(),
                notice + "/objections",
                Map.of(
                        "application",
                        String.valueOf(id),
                        "name",
                        "某群众",
                        "contact",
                        "13900000000",
                        "words",
                        "这家企业的贷款没有用于经营"),
                "异议已收到");
        assertThat(world.number("SELECT COUNT(*) FROM subsidy_complaint WHERE tenant_id = ?", world.city.id()))
                .isEqualTo(1);
        long objection = newest("subsidy_complaint");
        done(
                director,
                "/console/complaints/" + objection + "/decision",
                Map.of("answer-" + objection, "经核实，资金用于购买原料", "decision", "reject"),
                "已答复");
        world.insert(
                "UPDATE subsidy_notice SET opens_on = '2026-01-05', closes_on = '2026-01-15' WHERE tenant_id = ?",
                world.city.id());
        done(reviewer, notice + "/closing", Map.of(), "公示已结束");
        done(officer, "/console/disbursements", Map.of("pick-" + id, "yes"), "已列好拨付批次");
        world.paid("/console/disbursements/" + newest("subsidy_disbursement"));
        String here = "/console/applications/" + id;
        done(
                officer,
                here + "/clawback",
                Map.of("amount", "1 万元", "ground", "提前还款，多领利息补贴", "clause", "第九条"),
                "已通知企业退回");
        done(reviewer, here + "/clawback/closing", Map.of("decision", "returned", "remark", "凭证 12 号"), "已登记");
        assertThat(world.number("SELECT paid_fen FROM subsidy_budget WHERE tenant_id = ?", world.city.id()))
                .isEqualTo(2_000_000);
        assertThat(world.number("SELECT COUNT(*) FROM subsidy_clawback WHERE tenant_id = ?", world.city.id()))
                .isEqualTo(1);
        done(officer, "/console/samples", Map.of("basis", "PAID", "share-PAID-" + world.programme, "100"), "已抽取");
        assertThat(world.number("SELECT COUNT(*) FROM subsidy_sample WHERE tenant_id = ?", world.city.id()))
                .isEqualTo(1);
    }

    @Test
    void what_is_offered_is_found_sent_out_and_taken_once() {
        world.budget(world.automatic, 50_000);
        Browser owner = world.firm(FIRM);
        Map<String, String> programme = Map.of("programme", String.valueOf(world.automatic));
        done(world.as(Role.OFFICER), "/console/offers", programme, "找到 1 家");
        long id = newest("subsidy_application");
        done(
                world.as(Role.REVIEWER),
                "/console/offers/release",
                Map.of("programme", String.valueOf(world.automatic), "pick-" + id, "yes"),
                "已发出 1 家");
        String own = "/enterprise/applications/" + id;
        done(owner, own + "/confirmation", ApplicationFixture.account(FIRM), "已确认，不用再提交材料");
        assertThat(world.number(
                        "SELECT reserved_fen FROM subsidy_budget WHERE tenant_id = ? AND programme_id = ?",
                        world.city.id(),
                        world.automatic))
                .isEqualTo(1_000_000);
        assertThat(steps(id)).isEqualTo("OPEN,RELEASE,CONFIRM");
    }

    @Test
    void what_a_person_follows_and_when_they_are_away_is_kept() {
        Browser owner = world.firm(FIRM);
        Browser officer = world.as(Role.OFFICER);
        String today = ApplicationFixture.TODAY.day().toString();
        done(officer, "/console/applications/absence", Map.of("act", "away", "from", today, "until", today), "不在岗");
        done(officer, "/console/applications/absence", Map.of("act", "back"), "已登记在岗");
        collidedAt(
                "INSERT IGNORE INTO subsidy_told",
                () -> world.send(owner, "/subsidies/interest/subscription", Map.of("on", "yes")));
        assertThat(world.number("SELECT COUNT(*) FROM subsidy_subscription WHERE tenant_id = ?", world.city.id()))
                .isEqualTo(1);
    }

    @Test
    void a_transaction_that_collides_three_times_is_given_up_as_a_whole() {
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-C3", "6");
        Browser officer = world.as(Role.OFFICER);
        listen("INSERT INTO audit_entry", 3);
        assertThat(world.send(officer, "/console/applications/" + id + "/acceptance", Map.of())
                        .statusCode())
                .isEqualTo(503);
        assertThat(collisions).hasValue(0);
        SqlTap.listen(null);
        assertThat(world.state(id)).isEqualTo(State.SUBMITTED);
    }

    private void done(Browser browser, String path, Map<String, String> form, String words) {
        HttpResponse<String> answer = collided(() -> world.send(browser, path, form));
        assertThat(answer.body()).as("%s %s", answer.statusCode(), path).contains(words);
    }

    private HttpResponse<String> collided(Supplier<HttpResponse<String>> act) {
        return collidedAt("INSERT INTO audit_entry", act);
    }

    private HttpResponse<String> collidedAt(String statement, Supplier<HttpResponse<String>> act) {
        listen(statement, 1);
        HttpResponse<String> answer = act.get();
        SqlTap.listen(null);
        assertThat(collisions).as("collisions left to come").hasValue(0);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    /** The next so many statements of this bureau that begin so are the victim of a deadlock. */
    private void listen(String statement, int times) {
        collisions.set(times);
        SqlTap.listen((connection, sql, parameters) -> {
            if (sql.strip().startsWith(statement)
                    && parameters.contains(world.city.id())
                    && collisions.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new SQLException("Deadlock found when trying to get lock", "40001", 1213);
            }
        });
    }

    private long newest(String table) {
        return world.number("SELECT MAX(id) FROM " + table + " WHERE tenant_id = ?", world.city.id());
    }

    private String steps(long id) {
        return TestServer.get().bean(Way.class).events(world.city, id).stream()
                .map(EventRow::step)
                .collect(Collectors.joining(","));
    }
}
