package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three applications wait; 经办, 复核 and 局长 share them out. */
class WorkSharedOutTest {
    private final ApplicationFixture world = new ApplicationFixture();
    private final Browser officer = world.as(Role.OFFICER);
    private final Browser reviewer = world.as(Role.REVIEWER);
    private final long first = handedIn("甲科技有限公司", "HT-A1");
    private final long second = handedIn("乙科技有限公司", "HT-A2");
    private final long third = handedIn("丙科技有限公司", "HT-A3");

    @Test
    void several_are_given_to_a_colleague_at_once_and_the_filters_stay() {
        Map<String, String> form = new HashMap<>(Map.of("view", "FIRST", "q", "科技", "programme", "interest"));
        form.putAll(picked("reviewer", first, second));
        HttpResponse<String> answer = world.send(officer, "/console/applications/assignment", form);
        assertThat(answer.body()).contains("已分给reviewer");
        assertThat(answer.uri().getQuery()).contains("view=FIRST", "q=科技", "programme=interest");
        assertThat(queue(reviewer, "view=FIRST&who=reviewer"))
                .contains("甲科技", "乙科技")
                .doesNotContain("丙科技");
        assertThat(queue(reviewer, "view=FIRST&who=-")).contains("丙科技").doesNotContain("甲科技");
        assertThat(world.open(reviewer, "/account/inbox").body()).contains("分给您 2 份补贴申报");
        assertThat(TestServer.get().bean(Audit.class).count(world.city, "application.assign", "application/" + first))
                .isEqualTo(1);
        assertThat(world.send(officer, "/console/applications/assignment", picked("-", first))
                        .body())
                .contains("已收回");
        assertThat(queue(reviewer, "view=FIRST&who=reviewer")).doesNotContain("甲科技");
    }

    @Test
    void nothing_goes_to_whoever_is_not_there_or_to_nobody_of_the_bureau() {
        LocalDate today = ApplicationFixture.TODAY.day();
        String away = world.send(
                        reviewer,
                        "/console/applications/absence",
                        Map.of(
                                "act",
                                "away",
                                "from",
                                today.toString(),
                                "until",
                                today.plusDays(2).toString()))
                .body();
        assertThat(away).contains("不在岗，期间不会分给您", "取消登记");
        HttpResponse<String> refused =
                world.send(officer, "/console/applications/assignment", picked("reviewer", first));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("reviewer不在岗，" + today.plusDays(3) + " 回来")
                .contains("name=\"pick-" + first + "\" value=\"yes\" checked");
        world.send(reviewer, "/console/applications/absence", Map.of("act", "back"));
        assertThat(world.send(officer, "/console/applications/assignment", picked("reviewer", first))
                        .body())
                .contains("已分给reviewer");
        assertThat(world.send(officer, "/console/applications/assignment", picked("nobody", first))
                        .statusCode())
                .isEqualTo(400);
        assertThat(world.send(officer, "/console/applications/assignment", picked("reviewer"))
                        .body())
                .contains("请勾选 1 至 500 份申报");
        assertThat(world.send(
                                reviewer,
                                "/console/applications/absence",
                                Map.of("act", "away", "from", "2026-01-05", "until", "明天"))
                        .body())
                .contains("最后一天须写成");
        assertThat(world.send(
                                reviewer,
                                "/console/applications/absence",
                                Map.of("act", "away", "from", "2026-01-05", "until", "2026-01-06"))
                        .body())
                .contains("最后一天不能早于今天");
    }

    @Test
    void a_case_leads_to_the_next_one_of_the_same_queue_and_an_act_keeps_the_queue() {
        String query = "?view=FIRST&q=&programme=&who=&page=1";
        String page =
                world.open(officer, "/console/applications/" + second + query).body();
        assertThat(page)
                .contains("第 2 份，共 3 份")
                .contains("/console/applications/" + first + query.replace("&", "&amp;"))
                .contains("/console/applications/" + third + query.replace("&", "&amp;"));
        HttpResponse<String> accepted =
                world.send(officer, "/console/applications/" + second + "/acceptance" + query, Map.of());
        assertThat(accepted.uri().getQuery()).contains("view=FIRST");
        assertThat(world.open(officer, "/console/applications/" + first + query).body())
                .doesNotContain("data-previous")
                .contains("data-next");
    }

    @Test
    void the_keys_are_told_on_the_page_and_come_with_a_switch() {
        assertThat(queue(officer, "view=FIRST")).contains("键盘快捷键", "在这台电脑上使用快捷键", "<kbd>]</kbd>", "<kbd>=</kbd>");
    }

    private long handedIn(String firm, String contract) {
        return world.submitted(world.firm(firm), firm, contract, "6");
    }

    private String queue(Browser browser, String query) {
        return world.open(browser, "/console/applications?" + query).body();
    }

    private static Map<String, String> picked(String assignee, long... ids) {
        Map<String, String> form = new HashMap<>(Map.of("assignee", assignee));
        for (long id : ids) {
            form.put("pick-" + id, "yes");
        }
        return form;
    }
}
