package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Audit;
import cn.zhirong.access.Role;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ways in which money could have gone astray, and does not: 云山科技 applies for half of the interest. */
class SafeMoneyTest {
    private static final String FIRM = "云山科技有限公司";

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();

    @Test
    void a_grant_counts_in_the_year_that_was_asked_so_that_its_cap_holds() {
        world.budget(world.programme, 900_000);
        Browser owner = world.firm(FIRM);
        long first = world.submitted(owner, FIRM, "HT-Y1", "30");
        long second = world.submitted(owner, FIRM, "HT-Y2", "30");
        int year = ApplicationFixture.TODAY.day().getYear() - 1;
        world.insert("UPDATE subsidy_rule SET effective_from = '2020-01-01' WHERE tenant_id = ?", world.city.id());
        world.insert(
                "UPDATE subsidy_rule SET revision = revision + 1, content = REPLACE(content, 'effective-from: 2026-01-01', 'effective-from: 2020-01-01')"
                        + " WHERE tenant_id = ?",
                world.city.id());
        world.insert(
                "UPDATE subsidy_application SET facts = REPLACE(REPLACE(facts, ?, '" + year
                        + "-12-20'), '2026-01-05', '" + year + "-12-20') WHERE tenant_id = ?",
                ApplicationFixture.TODAY.day().toString(),
                world.city.id());
        world.insert(
                "UPDATE subsidy_application SET opened_on = '" + year + "-12-20' WHERE tenant_id = ?", world.city.id());
        world.approved(first);
        long firm = server.bean(Applications.class).seen(world.city, first).enterpriseId();
        assertThat(server.bean(Grants.class).of(world.city, firm))
                .extracting(payment -> payment.year())
                .containsOnly(year);
        world.send(world.as(Role.OFFICER), "/console/applications/" + second + "/acceptance", Map.of());
        String sheet = world.open(world.as(Role.OFFICER), "/console/applications/" + second + "/first-review")
                .body();
        assertThat(sheet).contains("第 1 版");
        world.send(
                world.as(Role.OFFICER),
                "/console/applications/" + second + "/first-review",
                Map.of("say-f_1", "yes", "why-f_1", "已看资金流水", "decision", "pass"));
        assertThat(server.bean(Applications.class).seen(world.city, second).fen())
                .isEqualTo(5_000_000);
    }

    @Test
    void the_clock_of_the_payment_begins_with_the_end_of_the_notice_however_late_somebody_ends_it() {
        world.budget(world.programme, 500_000);
        long id = world.submitted(world.firm(FIRM), FIRM, "HT-P1", "6");
        world.approved(id);
        world.cleared(id);
        assertThat(server.bean(Applications.class).seen(world.city, id).dueOn())
                .as("20 working days after 2026-01-15")
                .isEqualTo(server.bean(Calendars.class).of(world.city).addWorkingDays(LocalDate.of(2026, 1, 15), 20));
    }

    @Test
    void nobody_puts_another_account_in_the_place_of_the_firms() {
        String payment = listed("HT-M1");
        HttpResponse<String> refused = world.send(
                world.as(Role.OFFICER),
                payment + "/account",
                Map.of("ordinal", "1", "holder", "别人", "accountNumber", "6200 0000 0000 0001", "bank", "别处银行支行"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("企业的收款账户由企业自己填写");
        world.agreed(payment);
        assertThat(world.bankFile(payment).getFirst()).contains("4400 1234 5678 9012");
    }

    @Test
    void the_finance_office_confirms_what_it_saw_and_by_one_of_two_buttons() {
        String payment = listed("HT-M2");
        Browser finance = world.as(Role.FINANCE_OFFICE);
        assertThat(world.send(finance, payment + "/confirmation", Map.of("decision", "agree", "seen", "0"))
                        .body())
                .contains("付款明细在您打开页面之后有了变化");
        assertThat(world.send(finance, payment + "/confirmation", Map.of("remark", "金额不对"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(world.open(finance, payment).body()).contains("待财政局确认");
        assertThat(world.agreed(payment).body()).contains("已登记确认结果");
    }

    @Test
    void what_a_receipt_said_did_not_arrive_is_paid_again_only_by_one_who_was_told() {
        String first = listed("HT-M30");
        world.agreed(first);
        world.bounced(first, "账号已经销户");
        long id = world.number("SELECT MAX(id) FROM subsidy_application WHERE tenant_id = ?", world.city.id());
        String again = world.disbursed(id);
        Browser finance = world.as(Role.FINANCE_OFFICE);
        String page = world.open(finance, again).body();
        String batch = world.open(finance, first).body().split("<h1>拨付批次 ")[1].split("<")[0];
        assertThat(page).contains("以前付过一次、回单登记为未成功的", FIRM + "：批次 " + batch, "账号已经销户");
        String seen = page.split("name=\"seen\" value=\"")[1].split("\"")[0];
        HttpResponse<String> blind =
                world.send(finance, again + "/confirmation", Map.of("decision", "agree", "seen", seen));
        assertThat(blind.statusCode()).isEqualTo(400);
        assertThat(blind.body()).contains("先向银行核实确实没有到账");
        assertThat(world.open(finance, again).body()).contains("待财政局确认");

        // What was seen covers what the bank said of the payment before.
        world.insert(
                "UPDATE subsidy_disbursement_row SET remark = '户名不符' WHERE tenant_id = ? AND state = 'FAILED'",
                world.city.id());
        Map<String, String> knowingly = Map.of("decision", "agree", "seen", seen, "again", "yes");
        assertThat(world.send(finance, again + "/confirmation", knowingly).statusCode())
                .isEqualTo(409);
        assertThat(world.agreed(again).body()).contains("已登记确认结果");
        assertThat(world.number(
                        "SELECT COUNT(*) FROM audit_entry WHERE tenant_id = ? AND action = 'application.disburse-confirm' AND detail LIKE ?",
                        world.city.id(),
                        "%第 1 笔在批次 " + batch + " 未成功，同意再付%"))
                .isEqualTo(1);
    }

    @Test
    void nothing_is_decided_by_leaving_the_decision_out() {
        world.budget(world.programme, 500_000);
        long id = world.submitted(world.firm(FIRM), FIRM, "HT-M3", "6");
        world.firstPassed(id);
        String here = "/console/applications/" + id;
        assertThat(world.send(world.as(Role.REVIEWER), here + "/second-review", Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(world.state(id)).isEqualTo(State.FIRST_PASSED);
    }

    @Test
    void a_refused_form_keeps_whom_the_meeting_refused_and_each_firm_reads_its_own_reason() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long first = world.submitted(owner, FIRM, "HT-M4", "6");
        Browser other = world.firm("海州贸易有限公司");
        long second = world.submitted(other, "海州贸易有限公司", "HT-M5", "6");
        world.approved(first);
        world.approved(second);
        world.send(
                world.as(Role.OFFICER),
                "/console/batches",
                Map.of(
                        "title",
                        "会议",
                        "meetingOn",
                        ApplicationFixture.TODAY.day().toString(),
                        "pick-" + first,
                        "yes",
                        "pick-" + second,
                        "yes"));
        String batch = "/console/batches/"
                + world.number("SELECT MAX(id) FROM subsidy_batch WHERE tenant_id = ?", world.city.id());
        Map<String, String> form = new HashMap<>(Map.of("no-" + first, "yes", "why-" + first, "主营业务已经停止"));
        HttpResponse<String> refused = world.send(world.as(Role.REVIEWER), batch + "/decision", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("name=\"no-" + first + "\" value=\"yes\" checked", "主营业务已经停止");
        form.put("minutes", "纪要：云山科技停业，海州贸易存疑");
        world.send(world.as(Role.REVIEWER), batch + "/decision", form);
        assertThat(world.state(first)).isEqualTo(State.REFUSED);
        assertThat(world.state(second)).isEqualTo(State.ENDORSED);
        assertThat(own(owner, first)).contains("主营业务已经停止").doesNotContain("海州贸易存疑");
        assertThat(own(other, second)).contains("审核通过，待公示").doesNotContain("停业", "存疑");
        assertThat(world.open(world.as(Role.OFFICER), "/console/applications/" + second)
                        .body())
                .contains("海州贸易存疑");

        // Whoever refused it at the meeting is no judge of the appeal.
        world.send(owner, "/enterprise/applications/" + first + "/appeal", Map.of("words", "主营业务没有停止，附上纳税记录"));
        long complaint = world.number("SELECT MAX(id) FROM subsidy_complaint WHERE tenant_id = ?", world.city.id());
        String decision = "/console/complaints/" + complaint + "/decision";
        Map<String, String> answer = Map.of("answer-" + complaint, "维持原来的决定", "decision", "reject");
        assertThat(world.send(world.as(Role.REVIEWER), decision, answer).statusCode())
                .isEqualTo(409);
        assertThat(world.send(world.as(Role.DIRECTOR), decision, Map.of("answer-" + complaint, "维持原来的决定"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(world.send(world.as(Role.DIRECTOR), decision, answer).body()).contains("已答复");
    }

    @Test
    void a_firm_does_not_read_what_only_the_first_look_says() {
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-M6", "6");
        world.send(world.as(Role.OFFICER), "/console/applications/" + id + "/acceptance", Map.of());
        world.send(
                world.as(Role.OFFICER),
                "/console/applications/" + id + "/first-review",
                Map.of("say-f_1", "no", "why-f_1", "资金转给了股东", "decision", "refuse"));
        assertThat(own(owner, id)).contains("审核中").doesNotContain("拟不予支持");
        assertThat(world.open(owner, "/enterprise/applications").body())
                .contains("审核中")
                .doesNotContain("拟不予支持");
    }

    @Test
    void a_refusal_of_a_firm_that_meets_all_can_be_confirmed() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-M7", "6");
        String here = "/console/applications/" + id;
        world.send(world.as(Role.OFFICER), here + "/acceptance", Map.of());
        world.send(
                world.as(Role.OFFICER),
                here + "/first-review",
                Map.of("say-f_1", "yes", "why-f_1", "已看资金流水", "decision", "refuse", "reason", "同一项目已由省里立项支持"));
        assertThat(world.send(world.as(Role.REVIEWER), here + "/second-review", Map.of("decision", "confirm"))
                        .body())
                .contains("不予支持");
        assertThat(world.state(id)).isEqualTo(State.REFUSED);
        assertThat(own(owner, id)).contains("同一项目已由省里立项支持");
    }

    @Test
    void a_draft_is_handed_in_only_while_the_window_is_open_and_under_the_rule_of_that_day() {
        Browser owner = world.firm(FIRM);
        long id = world.begun(owner, "interest");
        String here = "/enterprise/applications/" + id;
        world.send(owner, here + "/enterprise", Map.of("f-registered-here", "true"));
        world.send(owner, here + "/financing", ApplicationFixture.loan("HT-M8", "6"));
        world.send(owner, here + "/account", ApplicationFixture.account(FIRM));
        world.upload(owner, here + "/materials", Map.of("material", "contract"), "a.pdf", "%PDF-1.7 x".getBytes());
        String closed = "\"windows\":[{\"from\":\"2026-01-05\",\"until\":\"2026-01-09\",\"note\":\"\"}]";
        world.insert(
                "UPDATE subsidy_programme SET content = REPLACE(content, '\"windows\":[]', ?) WHERE tenant_id = ? AND id = ?",
                closed,
                world.city.id(),
                world.programme);
        HttpResponse<String> late = world.send(owner, here + "/submission", Map.of("declared", "yes"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("今天不受理申报");
        world.insert(
                "UPDATE subsidy_programme SET content = REPLACE(content, ?, '\"windows\":[]') WHERE tenant_id = ? AND id = ?",
                closed,
                world.city.id(),
                world.programme);
        long version =
                world.newest(world.programme, 2, ApplicationFixture.rule().replace("share: 50%", "share: 10%"));
        world.insert(
                "UPDATE subsidy_rule SET transition = 'OPENED' WHERE tenant_id = ? AND id = ?",
                world.city.id(),
                version);
        assertThat(world.send(owner, here + "/submission", Map.of("declared", "yes"))
                        .body())
                .contains("待受理");
        assertThat(server.bean(Applications.class).seen(world.city, id).ruleId())
                .isEqualTo(version);
    }

    @Test
    void what_took_over_is_not_undone_by_a_later_version_that_does_not() {
        world.budget(world.programme, 500_000);
        long id = world.submitted(world.firm(FIRM), FIRM, "HT-M9", "6");
        world.newest(world.programme, 2, ApplicationFixture.rule().replace("share: 50%", "share: 30%"));
        long third = world.newest(world.programme, 3, ApplicationFixture.rule().replace("share: 50%", "share: 10%"));
        world.insert(
                "UPDATE subsidy_rule SET transition = 'OPENED' WHERE tenant_id = ? AND id = ?", world.city.id(), third);
        world.approved(id);
        assertThat(server.bean(Applications.class).seen(world.city, id).fen()).isEqualTo(1_800_000);
    }

    @Test
    void a_wrong_account_is_put_right_by_the_firm_before_it_is_listed_again() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-M10", "6");
        world.approved(id);
        world.cleared(id);
        assertThat(own(owner, id)).contains("更正收款账户");
        Map<String, String> right = Map.of("holder", FIRM, "accountNumber", "5500 0000 0000 0009", "bank", "示例银行二区支行");
        assertThat(world.send(owner, "/enterprise/applications/" + id + "/account", right)
                        .body())
                .contains("收款账户已保存");
        String payment = world.disbursed(id);
        assertThat(world.send(owner, "/enterprise/applications/" + id + "/account", right)
                        .statusCode())
                .isEqualTo(409);
        world.agreed(payment);
        assertThat(world.bankFile(payment).getFirst()).contains("5500 0000 0000 0009");
    }

    @Test
    void a_loan_for_which_nothing_is_paid_is_not_held_and_one_that_was_paid_back_is_free() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = world.begun(owner, "interest");
        String here = "/enterprise/applications/" + id;
        world.send(owner, here + "/enterprise", Map.of("f-registered-here", "true"));
        Map<String, String> loans = new HashMap<>(ApplicationFixture.loan("HT-M11", "6"));
        loans.putAll(Map.of(
                "f-loans-n", "2",
                "f-loans-2-id", "HT-M12",
                "f-loans-2-interest-paid", "4",
                "f-loans-2-other-subsidy", "true"));
        world.send(owner, here + "/financing", loans);
        world.send(owner, here + "/account", ApplicationFixture.account(FIRM));
        world.upload(owner, here + "/materials", Map.of("material", "contract"), "a.pdf", "%PDF-1.7 x".getBytes());
        world.send(owner, here + "/submission", Map.of("declared", "yes"));
        world.approved(id);
        assertThat(held(id)).isEqualTo(1);
        world.cleared(id);
        world.paid(world.disbursed(id));
        String desk = "/console/applications/" + id;
        world.send(
                world.as(Role.OFFICER),
                desk + "/clawback",
                Map.of("amount", "3 万元", "ground", "提前还款，利息未发生", "clause", "第九条"));
        assertThat(held(id)).isEqualTo(1);
        world.send(
                world.as(Role.REVIEWER),
                desk + "/clawback/closing",
                Map.of("decision", "returned", "remark", "凭证 7 号"));
        assertThat(held(id)).isZero();
    }

    @Test
    void the_bank_file_is_for_those_who_pay_and_is_recorded_and_the_receipt_is_another_persons() {
        String payment = listed("HT-M13");
        world.agreed(payment);
        assertThat(world.open(world.as(Role.AUDITOR), payment + "/bank.csv").statusCode())
                .isEqualTo(403);
        world.bankFile(payment);
        long batch = Long.parseLong(payment.substring(payment.lastIndexOf('/') + 1));
        assertThat(server.bean(Audit.class).count(world.city, "application.bank-file", "disbursement/" + batch))
                .isEqualTo(1);
        HttpResponse<String> own =
                world.upload(world.as(Role.OFFICER), payment + "/receipt", Map.of(), "receipt.csv", "x".getBytes());
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("银行回单须由另一位同事核对登记");
        world.paid(payment);
        assertThat(world.number(
                        "SELECT COUNT(*) FROM subsidy_disbursement WHERE tenant_id = ? AND receipt LIKE '%成功%' AND settled_by = 'reviewer'",
                        world.city.id()))
                .isEqualTo(1);
    }

    @Test
    void what_the_finance_office_did_not_confirm_is_no_failed_payment_and_the_clock_runs_on() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-M14", "6");
        world.approved(id);
        world.cleared(id);
        var due = server.bean(Applications.class).seen(world.city, id).dueOn();
        world.insert(
                "UPDATE subsidy_application SET due_on = ? WHERE tenant_id = ? AND id = ?",
                due.minusDays(3),
                world.city.id(),
                id);
        String payment = world.disbursed(id);
        world.send(
                world.as(Role.FINANCE_OFFICE),
                payment + "/confirmation",
                Map.of("decision", "reject", "remark", "预算科目填写不对"));
        assertThat(world.state(id)).isEqualTo(State.CLEARED);
        assertThat(own(owner, id)).doesNotContain("支付给");
        assertThat(server.bean(Applications.class).seen(world.city, id).dueOn()).isEqualTo(due.minusDays(3));
    }

    @Test
    void confirming_what_was_never_offered_is_refused_with_words() {
        Browser owner = world.firm(FIRM);
        long id = world.begun(owner, "interest");
        HttpResponse<String> answer =
                world.send(owner, "/enterprise/applications/" + id + "/confirmation", ApplicationFixture.account(FIRM));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("不用确认");
    }

    @Test
    void people_of_a_role_and_of_an_organisation_are_found_however_many_there_are() {
        Browser owner = world.firm(FIRM);
        assertThat(world.open(owner, "/enterprise/applications").statusCode()).isEqualTo(200);
        world.as(Role.OFFICER);
        Accounts accounts = server.bean(Accounts.class);
        assertThat(accounts.whoMay(world.city, cn.zhirong.access.Action.APPLICATION_REVIEW))
                .extracting(person -> person.username())
                .containsExactly("officer");
        long organisation = world.number(
                "SELECT MAX(id) FROM organisation WHERE tenant_id = ? AND kind = 'ENTERPRISE'", world.city.id());
        assertThat(accounts.of(world.city, organisation)).hasSize(1);
    }

    private String listed(String contract) {
        world.budget(world.programme, 500_000);
        long id = world.submitted(world.firm(FIRM), FIRM, contract, "6");
        world.approved(id);
        world.cleared(id);
        return world.disbursed(id);
    }

    private long held(long id) {
        return world.number(
                "SELECT COUNT(*) FROM subsidy_thing WHERE tenant_id = ? AND application_id = ? AND held IS NOT NULL",
                world.city.id(),
                id);
    }

    private String own(Browser owner, long id) {
        return world.open(owner, "/enterprise/applications/" + id).body();
    }
}
