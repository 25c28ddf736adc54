package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Role;
import cn.zhirong.kernel.Csv;
import cn.zhirong.rule.Trace;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bureau with its officer, reviewer and finance office; 云山科技 and 海州贸易 apply for half of their interest. */
class ApplicationServerTest {
    private static final String FIRM = "云山科技有限公司";

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();

    @Test
    void from_the_first_line_to_the_payment_and_back() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT2026-001", "6");
        assertThat(number(id)).matches("20[0-9]{2}-CI-[0-9]{6}-[0-9A-Z]");
        String here = "/console/applications/" + id;

        // A correction is asked for, answered and taken.
        HttpResponse<String> asked =
                world.send(world.as(Role.OFFICER), here + "/corrections", Map.of("wrong-material-contract", "合同缺少签字页"));
        assertThat(asked.body()).contains("待补正", "合同缺少签字页");
        String own = world.open(owner, "/enterprise/applications/" + id).body();
        assertThat(own).contains("需要补正", "合同缺少签字页");
        long correction = world.number("SELECT MAX(id) FROM subsidy_correction WHERE tenant_id = ?", world.city.id());
        assertThat(world.send(owner, "/enterprise/applications/" + id + "/corrections", Map.of("sent", "yes"))
                        .body())
                .contains("请逐项说明补正情况");
        assertThat(world.send(
                                owner,
                                "/enterprise/applications/" + id + "/corrections",
                                Map.of("answer-" + correction, "已重新上传"))
                        .body())
                .contains("补正已提交", "待受理");

        // The first look wants a judgement with a reason.
        world.send(world.as(Role.OFFICER), here + "/acceptance", Map.of());
        assertThat(world.send(world.as(Role.OFFICER), here + "/first-review", Map.of("decision", "pass"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(world.send(
                                world.as(Role.OFFICER),
                                here + "/first-review",
                                Map.of("say-f_1", "yes", "why-f_1", "看", "decision", "pass"))
                        .body())
                .contains("理由须为 5 至 300 个字");
        HttpResponse<String> passed = world.send(
                world.as(Role.OFFICER),
                here + "/first-review",
                Map.of("say-f_1", "yes", "why-f_1", "已看资金流水", "decision", "pass"));
        assertThat(passed.body()).contains("初审通过，待复审", "3万元", "已看资金流水", "第六条");

        // The second is another person's, and binds the money.
        assertThat(reserved()).isZero();
        assertThat(world.send(world.as(Role.REVIEWER), here + "/second-review", Map.of("decision", "confirm"))
                        .body())
                .contains("复审通过，待上会");
        assertThat(reserved()).isEqualTo(3_000_000);
        ReviewRow second = reviews(id).getFirst();
        ReviewRow first = reviews(id).get(1);
        assertThat(second.trace()).isEqualTo(first.trace());
        assertThat(second.traceSha256()).isEqualTo(Reviews.sha256(second.trace()));
        assertThat(Trace.read(second.trace()).amount()).isEqualTo("可得3万元");
        assertThat(granted(id)).isEqualTo(3_000_000);

        // A meeting, decided by another than who made the list.
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
        assertThat(list.body()).contains("已列好名单", FIRM);
        assertThat(world.send(world.as(Role.REVIEWER), batch + "/decision", Map.of("minutes", "第一次会议纪要"))
                        .body())
                .contains("会议已通过，待公示");

        // The notice says by which clause and figures, to everybody.
        HttpResponse<String> published =
                world.send(world.as(Role.REVIEWER), batch + "/notice", Map.of("title", "拟支持名单公示"));
        String notice = published.uri().getPath().substring(world.path("").length());
        String shown = world.open(new Browser(), notice).body();
        assertThat(shown).contains(FIRM, "《贴息办法》（示例〔2026〕1号）", "第六条", "实付利息：6万元（企业填报）", "3万元", "提出异议");

        // Anybody objects; nothing is paid before an answer and the end of the window.
        assertThat(world.send(
                                new Browser(),
                                notice + "/objections",
                                Map.of(
                                        "application", String.valueOf(id),
                                        "name", "某群众",
                                        "contact", "13900000000",
                                        "words", "这家企业的贷款没有用于经营"))
                        .body())
                .contains("异议已收到")
                .doesNotContain("13900000000");
        assertThat(world.send(world.as(Role.REVIEWER), notice + "/closing", Map.of())
                        .statusCode())
                .isEqualTo(409);
        world.insert(
                "UPDATE subsidy_notice SET opens_on = '2026-01-05', closes_on = '2026-01-15' WHERE tenant_id = ?",
                world.city.id());
        assertThat(world.send(world.as(Role.REVIEWER), notice + "/closing", Map.of())
                        .body())
                .contains("还有异议没有答复");
        long complaint = world.number("SELECT MAX(id) FROM subsidy_complaint WHERE tenant_id = ?", world.city.id());
        Map<String, String> answer = Map.of("answer-" + complaint, "经核实，资金用于购买原料", "decision", "reject");
        assertThat(world.send(world.as(Role.REVIEWER), "/console/complaints/" + complaint + "/decision", answer)
                        .body())
                .contains("须由没有参与审核的同事答复");
        assertThat(world.send(world.as(Role.DIRECTOR), "/console/complaints/" + complaint + "/decision", answer)
                        .body())
                .contains("已答复");
        assertThat(world.send(world.as(Role.REVIEWER), notice + "/closing", Map.of())
                        .body())
                .contains("公示已结束");

        // The finance office confirms; the bank fails once and pays once.
        String payment = disbursed(id);
        assertThat(world.open(world.as(Role.OFFICER), payment + "/bank.csv").statusCode())
                .isEqualTo(409);
        confirmed(payment);
        assertThat(receipt(payment, "失败", "账号不存在").body()).contains("1 笔未成功");
        assertThat(state(id)).isEqualTo(State.CLEARED);
        assertThat(reserved()).isEqualTo(3_000_000);
        String again = disbursed(id);
        confirmed(again);
        assertThat(receipt(again, "成功", "").body()).contains("全部到账");
        assertThat(state(id)).isEqualTo(State.PAID);
        assertThat(reserved()).isZero();
        assertThat(paid()).isEqualTo(3_000_000);
        assertThat(world.open(owner, "/enterprise/applications/" + id).body()).contains("已拨付", "拨付到账");

        // Part of it is taken back.
        Map<String, String> demand = Map.of("amount", "1 万元", "ground", "提前还款，多领利息补贴", "clause", "第九条");
        assertThat(world.send(world.as(Role.OFFICER), here + "/clawback", demand)
                        .body())
                .contains("追回中", "请退回 1万元");
        assertThat(world.send(
                                world.as(Role.REVIEWER),
                                here + "/clawback/closing",
                                Map.of("decision", "returned", "remark", "凭证 12 号"))
                        .body())
                .contains("已追回");
        assertThat(paid()).isEqualTo(2_000_000);
        assertThat(granted(id)).isEqualTo(2_000_000);
        assertThat(server.bean(Audit.class).count(world.city, "application.pay", "application/" + id))
                .isEqualTo(1);
        assertThat(world.number(
                        "SELECT COUNT(*) FROM inbox_notice WHERE tenant_id = ? AND kind = 'application.moved'",
                        world.city.id()))
                .isGreaterThan(6);
    }

    @Test
    void a_refusal_names_criteria_and_clauses_and_an_appeal_is_decided_by_a_third() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT2026-002", "6");
        String here = "/console/applications/" + id;
        world.send(world.as(Role.OFFICER), here + "/acceptance", Map.of());
        world.send(
                world.as(Role.OFFICER),
                here + "/first-review",
                Map.of("say-f_1", "no", "why-f_1", "资金转给了股东", "decision", "refuse"));
        world.send(world.as(Role.REVIEWER), here + "/second-review", Map.of("decision", "confirm"));
        String own = world.open(owner, "/enterprise/applications/" + id).body();
        assertThat(own).contains("不予支持", "不符合“经办认定贷款用于生产经营”（第四条）", "提出申诉");
        assertThat(world.send(owner, "/enterprise/applications/" + id + "/appeal", Map.of("words", "资金是归还股东垫付的原料款"))
                        .body())
                .contains("申诉处理中");
        long complaint = world.number("SELECT MAX(id) FROM subsidy_complaint WHERE tenant_id = ?", world.city.id());
        Map<String, String> granted = Map.of("answer-" + complaint, "证据充分，重新审核", "decision", "grant");
        String path = "/console/complaints/" + complaint + "/decision";
        assertThat(world.send(world.as(Role.REVIEWER), path, granted).statusCode())
                .isEqualTo(409);
        assertThat(world.send(world.as(Role.DIRECTOR), path, granted).body()).contains("已答复");
        assertThat(state(id)).isEqualTo(State.ACCEPTED);
        assertThat(reserved()).isZero();
    }

    @Test
    void a_criterion_is_overruled_with_a_reason_that_the_trace_shows() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = world.begun(owner, "interest");
        String here = "/enterprise/applications/" + id;
        world.send(owner, here + "/enterprise", Map.of("f-registered-here", "true"));
        Map<String, String> loan = new HashMap<>(ApplicationFixture.loan("HT2026-003", "6"));
        loan.put("f-loans-1-other-subsidy", "true");
        world.send(owner, here + "/financing", loan);
        world.send(owner, here + "/account", ApplicationFixture.account(FIRM));
        world.upload(owner, here + "/materials", Map.of("material", "contract"), "a.pdf", bytes("%PDF-1.7 示例"));
        assertThat(world.send(owner, here + "/submission", Map.of("declared", "yes"))
                        .body())
                .contains("待受理");
        String console = "/console/applications/" + id;
        world.send(world.as(Role.OFFICER), console + "/acceptance", Map.of());
        Map<String, String> bare = Map.of("say-f_1", "yes", "why-f_1", "已看资金流水", "decision", "pass");
        assertThat(world.send(world.as(Role.OFFICER), console + "/first-review", bare)
                        .body())
                .contains("结论是“不符合”");
        Map<String, String> overruled = new HashMap<>(bare);
        overruled.put("say-r-1", "yes");
        overruled.put("why-r-1", "另一项补贴已经退回");
        String passed = world.send(world.as(Role.OFFICER), console + "/first-review", overruled)
                .body();
        assertThat(passed).contains("初审通过，待复审", "另一项补贴已经退回", "本项按符合认定");
        assertThat(world.send(world.as(Role.REVIEWER), console + "/second-review", Map.of("decision", "confirm"))
                        .body())
                .contains("复审通过，待上会");
    }

    @Test
    void the_same_loan_is_paid_once_and_the_reviewer_sees_the_other() {
        world.budget(world.programme, 500_000);
        long first = world.submitted(world.firm(FIRM), FIRM, "HT2026-004", "6");
        world.approved(first);
        long second = world.submitted(world.firm("海州贸易有限公司"), "海州贸易有限公司", "ht2026 004", "8");
        world.firstPassed(second);
        assertThat(world.open(world.as(Role.REVIEWER), "/console/applications/" + second)
                        .body())
                .contains("同一笔贷款、发票或者事项还有其他申报", FIRM, number(first), "已占用");
        HttpResponse<String> refused = world.send(
                world.as(Role.REVIEWER),
                "/console/applications/" + second + "/second-review",
                Map.of("decision", "confirm"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("贷款 HT2026004", "不能重复享受");
        assertThat(reserved()).isEqualTo(3_000_000);
        world.send(
                world.as(Role.REVIEWER),
                "/console/applications/" + first + "/revocation",
                Map.of("revocation", "企业主动放弃"));
        assertThat(reserved()).isZero();
        assertThat(granted(first)).isZero();
        assertThat(world.send(
                                world.as(Role.REVIEWER),
                                "/console/applications/" + second + "/second-review",
                                Map.of("decision", "confirm"))
                        .body())
                .contains("复审通过，待上会");
        assertThat(reserved()).isEqualTo(4_000_000);
    }

    @Test
    void nobody_is_their_own_second_and_no_firm_sees_another() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT2026-005", "6");
        String here = "/console/applications/" + id;
        world.send(world.as(Role.REVIEWER), here + "/acceptance", Map.of());
        world.send(
                world.as(Role.REVIEWER),
                here + "/first-review",
                Map.of("say-f_1", "yes", "why-f_1", "已看资金流水", "decision", "pass"));
        HttpResponse<String> own =
                world.send(world.as(Role.REVIEWER), here + "/second-review", Map.of("decision", "confirm"));
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("复审须由另一位同事办理");
        Browser other = world.firm("海州贸易有限公司");
        assertThat(world.open(other, "/enterprise/applications/" + id).statusCode())
                .isEqualTo(404);
        assertThat(world.send(other, "/enterprise/applications/" + id + "/withdrawal", Map.of("reason", "不想要了"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.send(owner, "/enterprise/applications/" + id + "/withdrawal", Map.of("reason", "改为明年申报"))
                        .body())
                .contains("已撤回");
    }

    @Test
    void what_is_eligible_without_asking_is_found_released_by_another_and_confirmed_in_one_step() {
        world.budget(world.automatic, 20_000);
        Browser owner = world.firm(FIRM);
        world.register("海州贸易有限公司", ApplicationFixture.code(), "");
        String programme = String.valueOf(world.automatic);
        assertThat(world.send(world.as(Role.OFFICER), "/console/offers", Map.of("programme", programme))
                        .body())
                .contains("找到 1 家");
        assertThat(world.send(world.as(Role.OFFICER), "/console/offers", Map.of("programme", programme))
                        .body())
                .contains("没有找到新的");
        assertThat(world.open(owner, "/enterprise/applications").body()).doesNotContain("落户奖励");
        long id = world.number("SELECT MAX(id) FROM subsidy_application WHERE tenant_id = ?", world.city.id());
        assertThat(world.send(
                                world.as(Role.REVIEWER),
                                "/console/offers/release",
                                Map.of("programme", programme, "pick-" + id, "yes"))
                        .body())
                .contains("已发出 1 家");
        assertThat(world.open(owner, "/enterprise/applications/" + id).body()).contains("确认后就能享受", "1万元");
        HttpResponse<String> confirmed =
                world.send(owner, "/enterprise/applications/" + id + "/confirmation", ApplicationFixture.account(FIRM));
        assertThat(confirmed.body()).contains("审核通过，待公示");
        assertThat(world.number(
                        "SELECT reserved_fen FROM subsidy_budget WHERE tenant_id = ? AND programme_id = ?",
                        world.city.id(),
                        world.automatic))
                .isEqualTo(1_000_000);
    }

    @Test
    void a_file_is_what_its_bytes_say_and_is_used_again_elsewhere() {
        Browser owner = world.firm(FIRM);
        long id = world.begun(owner, "interest");
        String here = "/enterprise/applications/" + id + "/materials";
        Map<String, String> contract = Map.of("material", "contract");
        assertThat(world.upload(owner, here, contract, "合同.pdf", bytes("MZ 不是文档"))
                        .body())
                .contains("内容不是 PDF");
        assertThat(world.upload(owner, here, contract, "合同.exe", bytes("MZ")).body())
                .contains("不能上传");
        assertThat(world.upload(owner, here, contract, "合同.pdf", new byte[0]).statusCode())
                .isEqualTo(400);
        assertThat(world.upload(owner, here, Map.of("material", "nothing"), "合同.pdf", bytes("%PDF-1.7"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.upload(owner, here, contract, "合同.pdf", bytes("%PDF-1.7 示例"))
                        .body())
                .contains("已上传", "合同.pdf");
        long material = world.number("SELECT MAX(id) FROM subsidy_material WHERE tenant_id = ?", world.city.id());
        assertThat(world.open(owner, here + "/" + material).body()).isEqualTo("%PDF-1.7 示例");
        assertThat(world.send(owner, here + "/" + material + "/removal", Map.of())
                        .body())
                .contains("已移出");
        long file = world.number("SELECT MAX(id) FROM subsidy_file WHERE tenant_id = ?", world.city.id());
        assertThat(world.send(owner, here + "/reuse", Map.of("material", "contract", "file", String.valueOf(file)))
                        .body())
                .contains("已使用以前上传的文件");
        Browser other = world.firm("海州贸易有限公司");
        long theirs = world.begun(other, "interest");
        assertThat(world.send(
                                other,
                                "/enterprise/applications/" + theirs + "/materials/reuse",
                                Map.of("material", "contract", "file", String.valueOf(file)))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_missing_is_told_before_anything_is_handed_in() {
        Browser owner = world.firm(FIRM);
        long id = world.begun(owner, "interest");
        assertThat(world.begun(owner, "interest")).isEqualTo(id);
        HttpResponse<String> refused =
                world.send(owner, "/enterprise/applications/" + id + "/submission", Map.of("sent", "yes"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("“企业信息”还没有填写", "“融资信息”还没有填写", "“收款账户”还没有填写", "还没有上传“借款合同”", "请勾选承诺");
        Map<String, String> nameless = new HashMap<>(ApplicationFixture.loan("", "6"));
        HttpResponse<String> wrong = world.send(owner, "/enterprise/applications/" + id + "/financing", nameless);
        assertThat(wrong.body()).contains("还没有写编号", "value=\"6\"");
        assertThat(world.send(owner, "/enterprise/applications/" + id + "/account", Map.of("accountNumber", "12a"))
                        .body())
                .contains("银行账号须为 8 至 30 位数字", "value=\"12a\"");
        assertThat(world.open(owner, "/enterprise/applications/" + id + "/enterprise")
                        .body())
                .contains("经办核实");
        assertThat(world.open(world.as(Role.OFFICER), "/console/applications/" + id)
                        .statusCode())
                .isEqualTo(404);
    }

    private String disbursed(long id) {
        HttpResponse<String> made =
                world.send(world.as(Role.OFFICER), "/console/disbursements", Map.of("pick-" + id, "yes"));
        assertThat(made.body()).contains("等待财政局确认");
        return made.uri().getPath().substring(world.path("").length());
    }

    private void confirmed(String payment) {
        assertThat(world.agreed(payment).body()).contains("已登记确认结果");
    }

    /** The bank answers each row of its file in the same way. */
    private HttpResponse<String> receipt(String payment, String result, String reason) {
        List<List<String>> sent = Csv.readAll(
                world.open(world.as(Role.OFFICER), payment + "/bank.csv").body());
        List<List<String>> answer = new ArrayList<>();
        answer.add(Receipt.HEAD);
        for (List<String> row : sent.subList(1, sent.size())) {
            if (row.size() > 6 && row.get(1).matches("[0-9]+")) {
                String day = ApplicationFixture.TODAY.day().toString();
                answer.add(List.of(row.get(0), row.get(1), row.get(2), row.get(6), result, day, reason));
            }
        }
        return world.upload(
                world.as(Role.REVIEWER), payment + "/receipt", Map.of(), "receipt.csv", bytes(Csv.write(answer)));
    }

    private List<ReviewRow> reviews(long id) {
        return server.bean(Reviews.class).of(world.city, id);
    }

    private State state(long id) {
        return server.bean(Applications.class).seen(world.city, id).state();
    }

    private String number(long id) {
        return server.bean(Applications.class).seen(world.city, id).number();
    }

    private long reserved() {
        return budget("reserved_fen");
    }

    private long paid() {
        return budget("paid_fen");
    }

    private long budget(String column) {
        return world.number(
                "SELECT " + column + " FROM subsidy_budget WHERE tenant_id = ? AND programme_id = ?",
                world.city.id(),
                world.programme);
    }

    private long granted(long id) {
        long firm = server.bean(Applications.class).seen(world.city, id).enterpriseId();
        return server.bean(Grants.class).of(world.city, firm).stream()
                .mapToLong(payment -> payment.fen())
                .sum();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
