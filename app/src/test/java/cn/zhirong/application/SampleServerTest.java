package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Role;
import cn.zhirong.application.SampleRepository.Candidate;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What 经办 and 复核 approved is drawn from by 经办 and looked at by 局长. */
class SampleServerTest {
    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();
    private final Samples samples = server.bean(Samples.class);

    @Test
    void the_seed_draws_the_same_again_and_another_seed_another() {
        List<Candidate> all = LongStream.rangeClosed(1, 100)
                .mapToObj(id -> new Candidate(id, "2026-ZQ-%06d-K".formatted(id), id % 2))
                .toList();
        List<SampleShare> shares = List.of(new SampleShare(0, 10, 50, 5), new SampleShare(1, 3, 50, 2));
        List<Candidate> drawn = Samples.drawn(all, shares, "a".repeat(32));
        assertThat(drawn).hasSize(7).isEqualTo(Samples.drawn(all.reversed(), shares, "a".repeat(32)));
        assertThat(drawn).filteredOn(each -> each.programmeId() == 1).hasSize(2);
        assertThat(Samples.drawn(all, shares, "b".repeat(32))).isNotEqualTo(drawn);
    }

    @Test
    void a_share_is_rounded_up_and_at_least_one() {
        assertThat(SampleShare.count(10, 1)).isEqualTo(1);
        assertThat(SampleShare.count(10, 10)).isEqualTo(1);
        assertThat(SampleShare.count(10, 11)).isEqualTo(2);
        assertThat(SampleShare.count(100, 7)).isEqualTo(7);
        assertThat(SampleShare.count(1, 100)).isEqualTo(1);
    }

    @Test
    void it_is_drawn_once_with_its_seed_and_only_what_came_since_can_be_drawn_later() {
        approved("甲科技有限公司", "HT-S1");
        approved("乙科技有限公司", "HT-S2");
        HttpResponse<String> refused = draw(world.as(Role.OFFICER), "0");
        assertThat(refused.body()).contains("抽查比例须为 1 至 100");
        HttpResponse<String> drawn = draw(world.as(Role.OFFICER), "50");
        assertThat(drawn.body()).contains("不能重抽", "随机种子", "50%");
        SampleRow sample =
                samples.page(world.city, Paging.of(1, 0, Paging.SIZE, "")).getFirst();
        assertThat(drawn.body()).contains(sample.seed());
        assertThat(samples.of(world.city, sample)).hasSize(1);
        assertThat(draw(world.as(Role.OFFICER), "100").body()).contains("没有新的");
        long third = approved("丙科技有限公司", "HT-S3");
        draw(world.as(Role.OFFICER), "100");
        SampleRow second =
                samples.page(world.city, Paging.of(1, 0, Paging.SIZE, "")).getFirst();
        assertThat(samples.of(world.city, second))
                .extracting(SampleCheckRow::applicationId)
                .containsExactly(third);
        assertThat(second.afterAt()).isEqualTo(sample.untilAt());
    }

    @Test
    void whoever_reviewed_or_drew_it_does_not_check_it_and_the_database_refuses_them_too() {
        approved("甲科技有限公司", "HT-S4");
        draw(world.another(Role.OFFICER), "100");
        String row = row();
        assertThat(check(world.as(Role.OFFICER), row, allInOrder()).statusCode())
                .isEqualTo(409);
        assertThat(check(world.as(Role.REVIEWER), row, allInOrder()).statusCode())
                .isEqualTo(409);
        assertThat(world.open(world.as(Role.REVIEWER), row).body()).contains("须由没有参与的同事核查");
        assertThatThrownBy(() -> world.insert(
                        "UPDATE subsidy_sample_row SET checked_by = first_by WHERE tenant_id = ?", world.city.id()))
                .hasStackTraceContaining("subsidy_sample_row_another");
        assertThatThrownBy(() -> world.insert(
                        "UPDATE subsidy_sample_row SET checked_by = drawn_by WHERE tenant_id = ?", world.city.id()))
                .hasStackTraceContaining("subsidy_sample_row_another");
        assertThat(check(world.as(Role.DIRECTOR), row, allInOrder()).body()).contains("已登记核查结果", "没有问题");
        assertThat(check(world.as(Role.DIRECTOR), row, allInOrder()).statusCode())
                .isEqualTo(409);
        assertThat(world.open(world.as(Role.AUDITOR), row).body()).contains("没有问题", "属实", "已核对原件");
        assertThat(check(world.as(Role.AUDITOR), row, allInOrder()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_finding_about_what_was_paid_asks_the_money_back() {
        long id = approved("甲科技有限公司", "HT-S5");
        world.cleared(id);
        world.paid(world.disbursed(id));
        draw(world.as(Role.OFFICER), "PAID", "100");
        String row = row();
        Map<String, String> found = allInOrder();
        found.put("item-2", "no");
        found.put("words-2", "");
        assertThat(check(world.as(Role.DIRECTOR), row, found).body())
                .contains("“金额的计算依据属实”的核查说明须为 5 至 300 个字", "发现的问题须为 5 至 480 个字");
        found.put("words-2", "利息单据多记了一个月");
        found.put("finding", "多算利息一个月");
        found.put("amount", "100 万元");
        found.put("clause", "第九条");
        assertThat(check(world.as(Role.DIRECTOR), row, found).body()).contains("不超过已拨付的 3万元", "多算利息一个月");
        assertThat(world.number(
                        "SELECT COUNT(*) FROM subsidy_sample_row WHERE tenant_id = ? AND checked_by IS NOT NULL",
                        world.city.id()))
                .isZero();
        found.put("amount", "0.5 万元");
        assertThat(check(world.as(Role.DIRECTOR), row, found).body()).contains("并通知退回", "发现问题");
        assertThat(world.state(id)).isEqualTo(State.CLAWING);
        assertThat(world.open(world.as(Role.OFFICER), "/console/applications/" + id)
                        .body())
                .contains("抽查发现：多算利息一个月", "5000元");
    }

    private long approved(String firm, String contract) {
        world.budget(world.programme, 5_000_000);
        long id = world.submitted(world.firm(firm), firm, contract, "6");
        world.approved(id);
        return id;
    }

    private HttpResponse<String> draw(Browser browser, String percent) {
        return draw(browser, "APPROVED", percent);
    }

    private HttpResponse<String> draw(Browser browser, String basis, String percent) {
        return world.send(
                browser, "/console/samples", Map.of("basis", basis, "share-" + basis + "-" + world.programme, percent));
    }

    private String row() {
        SampleRow sample =
                samples.page(world.city, Paging.of(1, 0, Paging.SIZE, "")).getFirst();
        return "/console/samples/" + sample.key() + "/rows/"
                + samples.of(world.city, sample).getFirst().key();
    }

    private HttpResponse<String> check(Browser browser, String row, Map<String, String> form) {
        return world.send(browser, row, form);
    }

    private static Map<String, String> allInOrder() {
        Map<String, String> form = new HashMap<>();
        for (int at = 0; at < Samples.ITEMS.size(); at++) {
            form.put("item-" + at, "yes");
            form.put("words-" + at, "已核对原件");
        }
        return form;
    }
}
