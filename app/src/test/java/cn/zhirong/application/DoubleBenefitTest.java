package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.rule.Beneficiary;
import cn.zhirong.rule.Payment;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same loan, invoice or event asked for twice: within a programme, across programmes, across years, and while both are under way. */
class DoubleBenefitTest {
    private static final String FIRM = "云山科技有限公司";
    private static final String OTHER = "海州贸易有限公司";

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();

    @Test
    void two_that_are_only_handed_in_see_each_other() {
        long first = handedIn(world.firm(FIRM), FIRM, "interest", "HT-D1");
        long second = handedIn(world.firm(OTHER), OTHER, "interest", "ht d1");
        assertThat(seen(first)).contains("还有其他申报", OTHER, "贷款 HTD1", "待受理");
        assertThat(seen(second)).contains("还有其他申报", FIRM);
        long third = handedIn(world.firm("丁科技有限公司"), "丁科技有限公司", "interest", "HT-D2");
        assertThat(seen(third)).doesNotContain("还有其他申报");
    }

    @Test
    void another_programme_of_the_same_kind_is_refused_and_one_of_another_kind_is_shown_and_paid() {
        long second = programme("again", "再贴息（示例）", "INTEREST");
        long fee = programme("guarantee", "担保费补贴（示例）", "GUARANTEE_FEE");
        world.budget(world.programme, 500_000);
        world.budget(second, 500_000);
        world.budget(fee, 500_000);
        Browser owner = world.firm(FIRM);
        world.approved(handedIn(owner, FIRM, "interest", "HT-D3"));
        long refused = handedIn(owner, FIRM, "again", "HT-D3");
        world.firstPassed(refused);
        assertThat(confirmed(refused).statusCode()).isEqualTo(422);
        long paid = handedIn(owner, FIRM, "guarantee", "HT-D3");
        world.firstPassed(paid);
        assertThat(seen(paid)).contains("还有其他申报", "已占用");
        assertThat(confirmed(paid).body()).contains("复审通过，待上会");
    }

    @Test
    void what_was_paid_in_an_earlier_year_is_still_held() {
        world.budget(world.programme, 500_000);
        long first = handedIn(world.firm(FIRM), FIRM, "interest", "HT-D4");
        world.approved(first);
        world.cleared(first);
        world.paid(world.disbursed(first));
        world.insert(
                "UPDATE subsidy_application SET opened_on = '2025-03-01', submitted_on = '2025-03-02' WHERE tenant_id = ? AND id = ?",
                world.city.id(),
                first);
        long second = handedIn(world.firm(OTHER), OTHER, "interest", "HT-D4");
        world.firstPassed(second);
        assertThat(seen(second)).contains(FIRM, "已拨付，已占用");
        assertThat(confirmed(second).statusCode()).isEqualTo(422);
    }

    @Test
    void what_another_government_granted_for_the_same_loan_is_shown() {
        long id = handedIn(world.firm(FIRM), FIRM, "interest", "HT-D5");
        assertThat(seen(id)).doesNotContain("已经享受过");
        grantedByTheProvince(id, "HT-D5");
        assertThat(seen(id)).contains("已经享受过", "HT-D5：2025 年 province，1万元");
    }

    @Test
    void what_another_grant_takes_away_is_told_before_it_is_handed_in_and_where_it_is_refused() {
        world.newest(
                world.programme,
                2,
                ApplicationFixture.rule() + "relations:\n  - exclusive-with: province\n    provision: 第八条\n");
        Browser owner = world.firm(FIRM);
        long id = handedIn(owner, FIRM, "interest", "HT-D6");
        grantedByTheProvince(id, "HT-D7");
        long second = world.begun(owner, "interest");
        String here = "/enterprise/applications/" + second;
        world.send(owner, here + "/enterprise", Map.of("f-registered-here", "true"));
        world.send(owner, here + "/financing", ApplicationFixture.loan("HT-D7", "6"));
        world.send(owner, here + "/account", ApplicationFixture.account(FIRM));
        world.upload(owner, here + "/materials", Map.of("material", "contract"), "a.pdf", "%PDF-1.7 x".getBytes());
        String told = "HT-D7：3万元 减为 0元，已经由“province”得到1万元";
        assertThat(world.open(owner, here + "/submission").body()).contains("以前享受过的补贴", "减为 0元，已经由“province”得到1万元");
        world.send(owner, here + "/submission", Map.of("declared", "yes"));
        String desk = "/console/applications/" + second;
        world.send(world.as(Role.OFFICER), desk + "/acceptance", Map.of());
        Map<String, String> refused =
                Map.of("say-f_1", "yes", "why-f_1", "已看资金流水", "decision", "refuse", "reason", "已经得到省级贴息");
        assertThat(world.send(world.as(Role.OFFICER), desk + "/first-review", refused)
                        .statusCode())
                .isEqualTo(200);
        assertThat(world.open(world.as(Role.REVIEWER), desk).body()).contains("扣除以前享受过的补贴：" + told);
    }

    /** 1万元 for this loan, to the firm of an application. */
    private void grantedByTheProvince(long application, String loan) {
        long firm =
                server.bean(Applications.class).seen(world.city, application).enterpriseId();
        Payment payment =
                new Payment("province", "interest", Set.of(), Beneficiary.ENTERPRISE, "", loan, "", 2025, 1_000_000);
        server.bean(Grants.class).add(world.city, firm, payment, "import/1");
    }

    @ParameterizedTest
    @CsvSource({
        "invoices, 费用发票, f-invoices-1-gross",
        "issues, 证券化产品, f-issues-1-issue-size",
    })
    void an_invoice_or_an_issue_is_paid_once_too(String list, String word, String field) {
        String rule = """
                rule: things
                name: 费用补贴
                policy: measure
                title: 贴息办法
                version: 示例〔2026〕1号
                effective-from: 2026-01-01
                rounding: down
                each: %s
                benefits:
                  - id: fee
                    label: 补贴
                    to: enterprise
                    amount:
                      share: 50%%
                      of: {field: %s}
                    provision: 第六条
                """.formatted(list, field.substring(field.indexOf("-1-") + 3));
        long programme = world.programme("things", "费用补贴（示例）", "OTHER", rule);
        world.budget(programme, 5_000_000);
        long first = thing(world.firm(FIRM), FIRM, list, field);
        pass(first);
        assertThat(confirmed(first).body()).contains("复审通过，待上会");
        long second = thing(world.firm(OTHER), OTHER, list, field);
        assertThat(seen(second)).contains("还有其他申报", FIRM);
        pass(second);
        HttpResponse<String> refused = confirmed(second);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("不能重复享受", "NO1").contains(word);
    }

    private long thing(Browser owner, String firm, String list, String field) {
        long id = world.begun(owner, "things");
        String here = "/enterprise/applications/" + id;
        Map<String, String> form = new HashMap<>();
        form.put("f-" + list + "-n", "1");
        form.put("f-" + list + "-1-id", "No. 1");
        form.put(field, "2");
        world.send(owner, here + "/financing", form);
        return handIn(owner, firm, id);
    }

    private void pass(long id) {
        String here = "/console/applications/" + id;
        world.send(world.as(Role.OFFICER), here + "/acceptance", Map.of());
        assertThat(world.send(
                                world.as(Role.OFFICER),
                                here + "/first-review",
                                Map.of("decision", "pass", "reason", "已核对原件"))
                        .body())
                .contains("等待复审");
    }

    private long programme(String code, String title, String kind) {
        return world.programme(code, title, kind, ApplicationFixture.rule().replace("rule: interest", "rule: " + code));
    }

    private long handedIn(Browser owner, String firm, String code, String contract) {
        long id = world.begun(owner, code);
        String here = "/enterprise/applications/" + id;
        world.send(owner, here + "/enterprise", Map.of("f-registered-here", "true"));
        world.send(owner, here + "/financing", ApplicationFixture.loan(contract, "2"));
        return handIn(owner, firm, id);
    }

    private long handIn(Browser owner, String firm, long id) {
        String here = "/enterprise/applications/" + id;
        world.send(owner, here + "/account", ApplicationFixture.account(firm));
        world.upload(owner, here + "/materials", Map.of("material", "contract"), "a.pdf", "%PDF-1.7 x".getBytes());
        assertThat(world.send(owner, here + "/submission", Map.of("declared", "yes"))
                        .body())
                .contains("待受理");
        return id;
    }

    private String seen(long id) {
        return world.open(world.as(Role.REVIEWER), "/console/applications/" + id)
                .body();
    }

    private HttpResponse<String> confirmed(long id) {
        return world.send(
                world.as(Role.REVIEWER),
                "/console/applications/" + id + "/second-review",
                Map.of("decision", "confirm"));
    }
}
