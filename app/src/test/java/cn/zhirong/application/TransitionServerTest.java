package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 云山科技 applied under version 1, which pays half of the interest; version 2 pays a third. */
class TransitionServerTest {
    private static final String FIRM = "云山科技有限公司";
    private static final String THIRD =
            ApplicationFixture.rule().replace("share: 50%", "share: 30%").replace("示例〔2026〕1号", "示例〔2026〕2号");

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();

    @Test
    void by_the_stated_transition_the_newest_version_decides_what_was_opened_before_down_to_the_bank() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-N1", "6");
        world.newest(world.programme, 2, THIRD);
        String here = "/console/applications/" + id;
        world.send(world.as(Role.OFFICER), here + "/acceptance", Map.of());
        assertThat(world.open(world.as(Role.OFFICER), here + "/first-review").body())
                .contains("第 2 版");
        world.send(
                world.as(Role.OFFICER),
                here + "/first-review",
                Map.of("say-f_1", "yes", "why-f_1", "已看资金流水", "decision", "pass"));
        assertThat(world.send(world.as(Role.REVIEWER), here + "/second-review", Map.of("decision", "confirm"))
                        .body())
                .contains("复审通过，待上会", "1.8万元");
        ReviewRow decided = server.bean(Reviews.class).of(world.city, id).getFirst();
        ApplicationRow row = server.bean(Applications.class).seen(world.city, id);
        assertThat(decided.ruleId()).isNotEqualTo(row.ruleId());
        world.cleared(id);
        assertThat(world.open(new Browser(), "/notices/" + notice()).body()).contains("示例〔2026〕2号", "1.8万元");
        String payment = world.disbursed(id);
        world.agreed(payment);
        assertThat(world.bankFile(payment).getFirst()).contains("18000.00");
        world.paid(payment);
        assertThat(world.state(id)).isEqualTo(State.PAID);
        world.send(
                world.as(Role.OFFICER),
                here + "/clawback",
                Map.of("amount", "1.8 万元", "ground", "提前还款，利息未发生", "clause", "第九条"));
        assertThat(world.send(
                                world.as(Role.REVIEWER),
                                here + "/clawback/closing",
                                Map.of("decision", "returned", "remark", "凭证 7 号"))
                        .body())
                .contains("已追回");
    }

    @Test
    void without_the_transition_the_version_of_the_day_it_was_opened_decides() {
        world.budget(world.programme, 500_000);
        long id = world.submitted(world.firm(FIRM), FIRM, "HT-N2", "6");
        world.newest(world.programme, 2, THIRD);
        world.insert(
                "UPDATE subsidy_rule SET transition = 'OPENED' WHERE tenant_id = ? AND programme_id = ? AND number = 2",
                world.city.id(),
                world.programme);
        world.approved(id);
        assertThat(server.bean(Applications.class).seen(world.city, id).fen()).isEqualTo(3_000_000);
    }

    @Test
    void what_the_newest_version_asks_for_besides_can_be_put_right() {
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-N3", "6");
        world.newest(world.programme, 2, THIRD.replace("of: {field: interest-paid}", "of: {field: principal}"));
        world.send(
                world.as(Role.OFFICER),
                "/console/applications/" + id + "/corrections",
                Map.of("wrong-financing", "新办法按本金计算，请补填本金"));
        HttpResponse<String> form = world.open(owner, "/enterprise/applications/" + id + "/financing");
        assertThat(form.body()).contains("name=\"f-loans-1-principal\"");
    }

    private long notice() {
        return world.number("SELECT MAX(id) FROM subsidy_notice WHERE tenant_id = ?", world.city.id());
    }
}
