package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 云山科技 and 海州贸易 are registered here and get 1万元 without asking. */
class OfferServerTest {
    private static final String FIRM = "云山科技有限公司";
    private static final String OTHER = "海州贸易有限公司";

    private final ApplicationFixture world = new ApplicationFixture();
    private final Map<String, String> programme = Map.of("programme", String.valueOf(world.automatic));

    @Test
    void the_list_says_why_and_how_much_and_only_what_is_chosen_goes_out() {
        world.budget(world.automatic, 50_000);
        Browser owner = world.firm(FIRM);
        Browser other = world.firm(OTHER);
        assertThat(found()).contains("找到 2 家");
        String list = world.open(world.as(Role.REVIEWER), "/console/offers").body();
        assertThat(list).contains("1万元", "（第八条）", "2026 年度预算还剩 5万元".replace("2026", year()), FIRM, OTHER);
        long mine = newest(FIRM);
        assertThat(world.send(world.as(Role.REVIEWER), "/console/offers/release", programme)
                        .body())
                .contains("请勾选 1 至 2000 家企业");
        assertThat(released(mine)).contains("已发出 1 家");
        assertThat(world.state(mine)).isEqualTo(State.OFFERED);
        assertThat(world.state(newest(OTHER))).isEqualTo(State.FOUND);
        assertThat(world.open(other, "/enterprise/applications").body()).doesNotContain("落户奖励");
        String own = world.open(owner, "/enterprise/applications/" + mine).body();
        assertThat(own).contains("确认后就能享受", "1万元", "核算依据", "第八条", "剩 10 个工作日", "数据不对，要更正", "不享受这项补贴");
        assertThat(world.open(owner, "/account/inbox").body()).contains("落户奖励");
    }

    @Test
    void what_a_firm_only_says_of_itself_brings_no_offer() {
        world.budget(world.automatic, 50_000);
        String known = ApplicationFixture.automaticRule()
                .replace("conditions:", "conditions:\n  - fact: honours\n    has-any: [high-tech]\n    provision: 第八条");
        world.newest(world.automatic, 2, known);
        Browser owner = world.firm(FIRM);
        world.send(
                owner,
                "/enterprise/profile/items/new",
                Map.of(
                        "group", "honour",
                        "kind", "honour.high-tech",
                        "number", "示例GR1",
                        "beginsOn", "2025-01-01",
                        "asOf", "2025-01-01",
                        "evidence", "证书"));
        assertThat(world.number(
                        "SELECT COUNT(*) FROM enterprise_item WHERE tenant_id = ? AND state = 'WAITS'",
                        world.city.id()))
                .isEqualTo(1);
        assertThat(found()).contains("没有找到新的");
        long firm = world.number("SELECT MAX(enterprise_id) FROM enterprise_item WHERE tenant_id = ?", world.city.id());
        long item = world.number("SELECT MAX(id) FROM enterprise_item WHERE tenant_id = ?", world.city.id());
        world.send(
                world.as(Role.OFFICER),
                "/console/enterprises/" + firm + "/items/" + item + "/answer",
                Map.of("decision", "accept", "words", "核对证书"));
        assertThat(found()).contains("找到 1 家");
    }

    @Test
    void confirmed_it_goes_the_same_way_to_notice_and_payment() {
        world.budget(world.automatic, 50_000);
        Browser owner = world.firm(FIRM);
        long id = offered(FIRM);
        assertThat(confirmed(owner, id).body()).contains("已确认，不用再提交材料", "审核通过，待公示");
        assertThat(confirmed(owner, id).statusCode()).isEqualTo(409);
        world.cleared(id);
        String payment = world.disbursed(id);
        world.paid(payment);
        assertThat(world.state(id)).isEqualTo(State.PAID);
        assertThat(found()).contains("没有找到新的");
        HttpResponse<String> again = world.send(owner, "/enterprise/applications", Map.of("programme", "welcome"));
        assertThat(again.uri().getPath()).endsWith("/applications/" + id);
    }

    @Test
    void a_budget_that_was_used_up_meanwhile_reserves_nothing_and_the_offer_stands() {
        Browser owner = world.firm(FIRM);
        long id = offered(FIRM);
        world.budget(world.automatic, 9_999);
        HttpResponse<String> refused = confirmed(owner, id);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("年度预算不足", "value=\"示例银行一区支行\"");
        assertThat(world.state(id)).isEqualTo(State.OFFERED);
        world.budget(world.automatic, 10_000);
        assertThat(confirmed(owner, id).body()).contains("审核通过，待公示");
    }

    @Test
    void a_rule_that_changed_meanwhile_calls_it_off_and_lists_the_firm_anew() {
        world.budget(world.automatic, 50_000);
        Browser owner = world.firm(FIRM);
        long id = offered(FIRM);
        String half = ApplicationFixture.automaticRule().replace("amount: 1万元", "amount: 5000元");
        world.newest(world.automatic, 2, half);
        assertThat(confirmed(owner, id).body()).contains("情况有了变化");
        assertThat(world.state(id)).isEqualTo(State.WITHDRAWN);
        long anew = newest(FIRM);
        assertThat(anew).isNotEqualTo(id);
        assertThat(world.state(anew)).isEqualTo(State.FOUND);
        assertThat(released(anew)).contains("已发出 1 家");
        assertThat(confirmed(owner, anew).body()).contains("审核通过，待公示", "5000元");
    }

    @Test
    void facts_that_changed_meanwhile_call_it_off_for_good_where_nothing_is_due_any_more() {
        world.budget(world.automatic, 50_000);
        Browser owner = world.firm(FIRM);
        long id = offered(FIRM);
        world.insert(
                "UPDATE enterprise_fact f JOIN enterprise e ON e.tenant_id = f.tenant_id AND e.id = f.enterprise_id"
                        + " SET f.text_value = '' WHERE f.tenant_id = ? AND e.name = ?",
                world.city.id(),
                FIRM);
        world.insert("DELETE FROM enterprise_fact WHERE tenant_id = ? AND text_value = ''", world.city.id());
        world.insert("UPDATE enterprise SET zone = '' WHERE tenant_id = ? AND name = ?", world.city.id(), FIRM);
        assertThat(confirmed(owner, id).body()).contains("情况有了变化");
        assertThat(world.state(id)).isEqualTo(State.WITHDRAWN);
        assertThat(newest(FIRM)).isEqualTo(id);
        assertThat(reserved()).isZero();
    }

    @Test
    void whoever_declines_is_not_asked_again_this_year_and_whoever_was_taken_off_may_be() {
        world.budget(world.automatic, 50_000);
        Browser owner = world.firm(FIRM);
        long id = offered(FIRM);
        assertThat(world.send(owner, "/enterprise/applications/" + id + "/withdrawal", Map.of("reason", "今年不需要"))
                        .body())
                .contains("已撤回");
        assertThat(found()).contains("没有找到新的");
        world.firm(OTHER);
        assertThat(found()).contains("找到 1 家");
        world.send(
                world.as(Role.REVIEWER),
                "/console/applications/" + newest(OTHER) + "/revocation",
                Map.of("revocation", "地址还要核对"));
        assertThat(found()).contains("找到 1 家");
    }

    @Test
    void a_firm_that_says_the_figures_are_wrong_applies_itself_and_is_not_listed_beside() {
        world.budget(world.automatic, 50_000);
        Browser owner = world.firm(FIRM);
        long id = offered(FIRM);
        String path = "/enterprise/applications/" + id;
        assertThat(world.send(owner, path + "/amendment", Map.of("wrong", "错")).body())
                .contains("哪里不对须为 5 至 300 个字");
        assertThat(world.send(owner, path + "/amendment", Map.of("wrong", "注册地址已经迁出"))
                        .body())
                .contains("要填写的内容", "填写中");
        assertThat(found()).contains("没有找到新的");
        assertThat(world.begun(owner, "welcome")).isEqualTo(id);
        world.send(owner, path + "/enterprise", Map.of("f-registered-here", "true"));
        world.send(owner, path + "/account", ApplicationFixture.account(FIRM));
        assertThat(world.send(owner, path + "/submission", Map.of("declared", "yes"))
                        .body())
                .contains("待受理");
        String here = "/console/applications/" + id;
        world.send(world.as(Role.OFFICER), here + "/acceptance", Map.of());
        world.send(world.as(Role.OFFICER), here + "/first-review", Map.of("decision", "pass", "reason", "已核对地址"));
        assertThat(world.send(world.as(Role.REVIEWER), here + "/second-review", Map.of("decision", "confirm"))
                        .body())
                .contains("复审通过，待上会");
        assertThat(reserved()).isEqualTo(1_000_000);
    }

    @Test
    void after_its_time_nothing_is_confirmed_on_its_last_day_it_is() {
        world.budget(world.automatic, 50_000);
        Browser owner = world.firm(FIRM);
        long id = offered(FIRM);
        due(id, ApplicationFixture.TODAY.day().minusDays(1).toString());
        HttpResponse<String> late = confirmed(owner, id);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("已经过期");
        due(id, ApplicationFixture.TODAY.day().toString());
        assertThat(confirmed(owner, id).body()).contains("审核通过，待公示");
    }

    @Test
    void two_searches_at_once_list_nobody_twice_and_two_confirmations_reserve_once() throws Exception {
        world.budget(world.automatic, 50_000);
        Browser owner = world.firm(FIRM);
        world.as(Role.OFFICER);
        atOnce(() -> found());
        assertThat(world.number("SELECT COUNT(*) FROM subsidy_application WHERE tenant_id = ?", world.city.id()))
                .isEqualTo(1);
        long id = newest(FIRM);
        released(id);
        atOnce(() -> confirmed(owner, id).body());
        assertThat(reserved()).isEqualTo(1_000_000);
    }

    private interface Act {
        String run();
    }

    private static void atOnce(Act act) throws ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = IntStream.range(0, 4)
                    .mapToObj(at -> threads.submit(act::run))
                    .toList();
            for (Future<String> each : all) {
                each.get();
            }
        }
    }

    private String found() {
        return world.send(world.as(Role.OFFICER), "/console/offers", programme).body();
    }

    private String released(long id) {
        return world.send(
                        world.as(Role.REVIEWER),
                        "/console/offers/release",
                        Map.of("programme", String.valueOf(world.automatic), "pick-" + id, "yes"))
                .body();
    }

    private long offered(String firm) {
        found();
        long id = newest(firm);
        assertThat(released(id)).contains("已发出 1 家");
        return id;
    }

    private HttpResponse<String> confirmed(Browser owner, long id) {
        return world.send(owner, "/enterprise/applications/" + id + "/confirmation", ApplicationFixture.account(FIRM));
    }

    private void due(long id, String day) {
        world.insert(
                "UPDATE subsidy_application SET due_on = ? WHERE tenant_id = ? AND id = ?", day, world.city.id(), id);
    }

    private long newest(String firm) {
        return world.number(
                "SELECT MAX(id) FROM subsidy_application WHERE tenant_id = ? AND firm = ?", world.city.id(), firm);
    }

    private long reserved() {
        return world.number(
                "SELECT reserved_fen FROM subsidy_budget WHERE tenant_id = ? AND programme_id = ?",
                world.city.id(),
                world.automatic);
    }

    private static String year() {
        return String.valueOf(ApplicationFixture.TODAY.day().getYear());
    }
}
