package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money that goes to an institution and to the firm for the same loan: 云山科技 gets half of the interest, its guarantor 1%. */
class PayeeServerTest {
    private static final String FIRM = "云山科技有限公司";
    private static final String GUARANTOR = "担保机构：甲担保";
    static final String RULE =
            ApplicationFixture.rule().replace("rule: interest", "rule: shared").replace("caps:\n", """
                  - id: guarantee
                    label: 担保补助
                    to: guarantor
                    payee: guarantor
                    amount:
                      share: 1%
                      of: {field: principal}
                    provision: 第六条之一
                caps:
                """.indent(0));

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();
    private final long programme = world.programme("shared", "贴息和担保补助（示例）", "GUARANTEE_FEE", RULE);

    @Test
    void an_institution_is_paid_beside_the_firm_down_to_the_bank_and_gives_its_part_back() {
        world.budget(programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = approved(owner, "HT-P1");
        String payment = world.disbursed(id);
        String open = world.open(world.as(Role.OFFICER), payment).body();
        assertThat(open).contains(FIRM, GUARANTOR, "未填写", "收款账户");

        // Nothing is confirmed before the institution's account is there.
        HttpResponse<String> early = world.agreed(payment);
        assertThat(early.body()).contains("有的收款人还没有收款账户");
        assertThat(account(payment, "1", "12a").body()).contains("银行账号须为 8 至 30 位数字");
        assertThat(account(payment, "2", "5500 1234 5678 0001").body()).contains("收款账户已保存");
        assertThat(world.open(world.as(Role.FINANCE_OFFICE), payment).body())
                .contains("5500123456780001")
                .containsOnlyOnce("户名与收款人不同");
        assertThat(world.open(world.as(Role.AUDITOR), payment).body())
                .contains("尾号 0001")
                .doesNotContain("5500123456780001");
        world.agreed(payment);
        List<List<String>> sent = world.bankFile(payment);
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).contains("云山科技有限公司", "4400 1234 5678 9012", "30000.00");
        assertThat(sent.get(1)).contains("甲融资担保公司", "5500 1234 5678 0001", "10000.00");
        world.paid(payment);
        assertThat(world.state(id)).isEqualTo(State.PAID);
        assertThat(world.open(owner, "/enterprise/applications/" + id).body())
                .contains("支付给" + FIRM, "支付给" + GUARANTOR, "1万元，已到账");
        assertThat(budget("paid_fen")).isEqualTo(4_000_000);

        // Of the institution's part so much and no more; the firm keeps its own.
        String here = "/console/applications/" + id;
        assertThat(demanded(here, "", "1 万元").body()).contains("请选择由谁退回");
        assertThat(demanded(here, GUARANTOR, "1.01 万元").body()).contains("不超过已拨付的 1万元");
        assertThat(demanded(here, GUARANTOR, "1 万元").body()).contains("请担保机构：甲担保退回 1万元");
        assertThat(world.send(
                                world.as(Role.REVIEWER),
                                here + "/clawback/closing",
                                Map.of("decision", "returned", "remark", "凭证 9 号"))
                        .body())
                .contains("已追回");
        assertThat(budget("paid_fen")).isEqualTo(3_000_000);
        assertThat(granted(id, "guarantee")).isZero();
        assertThat(granted(id, "interest")).isEqualTo(3_000_000);

        // What the firm holds can still be asked back, what the institution gave back cannot.
        assertThat(demanded(here, GUARANTOR, "1 元").statusCode()).isEqualTo(400);
        assertThat(demanded(here, FIRM, "3 万元").body()).contains("请退回 3万元");
        world.send(
                world.as(Role.REVIEWER),
                here + "/clawback/closing",
                Map.of("decision", "dropped", "remark", "企业已更正材料"));
        assertThat(world.state(id)).isEqualTo(State.RETURNED);
        assertThat(budget("paid_fen")).isEqualTo(3_000_000);
    }

    @Test
    void an_account_where_money_arrived_before_is_known_the_next_time_and_can_be_changed() {
        world.budget(programme, 500_000);
        Browser owner = world.firm(FIRM);
        String first = world.disbursed(approved(owner, "HT-P2"));
        account(first, "2", "5500 1234 5678 0002");
        world.paid(first);
        String second = world.disbursed(approved(owner, "HT-P3"));
        assertThat(world.open(world.as(Role.OFFICER), second).body())
                .contains("5500123456780002")
                .doesNotContain("未填写");
        account(second, "2", "5500 1234 5678 0003");
        assertThat(world.open(world.as(Role.OFFICER), second).body()).contains("5500123456780003");
        world.paid(second);
    }

    @Test
    void what_is_called_off_after_a_part_arrived_is_asked_back_instead() {
        world.budget(programme, 500_000);
        long id = approved(world.firm(FIRM), "HT-P4");
        String payment = world.disbursed(id);
        account(payment, "2", "5500 1234 5678 0004");
        world.agreed(payment);
        StringBuilder answer = new StringBuilder(String.join(",", Receipt.HEAD) + "\r\n");
        for (List<String> row : world.bankFile(payment)) {
            boolean arrived = row.get(1).equals("1");
            answer.append(String.join(
                            ",",
                            row.get(0),
                            row.get(1),
                            row.get(2),
                            row.get(6),
                            arrived ? "成功" : "失败",
                            ApplicationFixture.TODAY.day().toString(),
                            arrived ? "" : "户名不符"))
                    .append("\r\n");
        }
        assertThat(world.upload(
                                world.as(Role.REVIEWER),
                                payment + "/receipt",
                                Map.of(),
                                "receipt.csv",
                                answer.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .contains("1 笔未成功");
        assertThat(world.state(id)).isEqualTo(State.CLEARED);
        assertThat(world.send(
                                world.as(Role.REVIEWER),
                                "/console/applications/" + id + "/revocation",
                                Map.of("revocation", "企业主动放弃"))
                        .body())
                .contains("已有 3万元 到账，不能取消支持");
        String again = world.disbursed(id);
        assertThat(world.open(world.as(Role.OFFICER), again).body())
                .contains(GUARANTOR)
                .contains("1万元");
        account(again, "1", "5500 1234 5678 0005");
        world.paid(again);
        assertThat(world.state(id)).isEqualTo(State.PAID);
        assertThat(budget("reserved_fen")).isZero();
    }

    private long approved(Browser owner, String contract) {
        long id = world.guaranteed(owner, FIRM, "shared", contract);
        world.approved(id);
        world.cleared(id);
        return id;
    }

    private HttpResponse<String> account(String payment, String ordinal, String number) {
        return world.send(
                world.as(Role.OFFICER),
                payment + "/account",
                Map.of("ordinal", ordinal, "holder", "甲融资担保公司", "accountNumber", number, "bank", "示例银行二区支行"));
    }

    private HttpResponse<String> demanded(String here, String payee, String amount) {
        return world.send(
                world.as(Role.OFFICER),
                here + "/clawback",
                Map.of("payee", payee, "amount", amount, "ground", "担保已提前解除", "clause", "第九条"));
    }

    private long granted(long id, String benefit) {
        long firm = server.bean(Applications.class).seen(world.city, id).enterpriseId();
        return server.bean(Grants.class).of(world.city, firm).stream()
                .filter(payment -> payment.benefit().equals(benefit))
                .mapToLong(payment -> payment.fen())
                .sum();
    }

    private long budget(String column) {
        return world.number(
                "SELECT " + column + " FROM subsidy_budget WHERE tenant_id = ? AND programme_id = ?",
                world.city.id(),
                programme);
    }
}
