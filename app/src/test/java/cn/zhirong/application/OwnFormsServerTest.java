package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.rule.Value;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The parts of an application that 云山科技 fills in, and its files. */
class OwnFormsServerTest {
    private static final String FIRM = "云山科技有限公司";
    private static final Map<String, String> CONTRACT = Map.of("material", "contract");

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();
    private final Browser owner = world.firm(FIRM);
    private final long id = world.begun(owner, "interest");
    private final String here = "/enterprise/applications/" + id;

    @Test
    void one_loan_under_two_spellings_is_told_in_its_row() {
        Map<String, String> form = new HashMap<>(ApplicationFixture.loan("HT-001", "6"));
        form.putAll(Map.of("f-loans-n", "2", "f-loans-2-id", "ht 001", "f-loans-2-interest-paid", "6"));
        HttpResponse<String> refused = world.send(owner, here + "/financing", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("编号“ht 001”和前面的一条是同一个编号", "href=\"#f-loans-2-id\"", "value=\"ht 001\"");
        form.put("f-loans-2-id", "HT-002");
        assertThat(world.send(owner, here + "/financing", form).body()).contains("融资信息已保存");
    }

    @Test
    void a_corrected_number_is_the_one_that_is_kept() {
        world.send(owner, here + "/financing", ApplicationFixture.loan("HT-001", "6"));
        world.send(owner, here + "/financing", ApplicationFixture.loan("HT-002", "6"));
        assertThat(Things.keys(server.bean(Sheets.class).facts(world.city, row()), "loans"))
                .containsExactly("HT-002");
    }

    @Test
    void the_account_is_the_firms_own() {
        HttpResponse<String> refused = world.send(owner, here + "/account", ApplicationFixture.account("何某某"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("户名须与企业名称“" + FIRM + "”一致", "value=\"何某某\"");
        assertThat(world.send(owner, here + "/account", ApplicationFixture.account("云山科技 有限公司"))
                        .body())
                .contains("收款账户已保存");
    }

    @Test
    void two_colleagues_on_two_parts_do_not_undo_each_other() {
        String financing = seen("/financing");
        assertThat(world.send(
                                owner,
                                here + "/enterprise",
                                Map.of("f-registered-here", "false", "seen", seen("/enterprise")))
                        .body())
                .contains("已保存");
        Map<String, String> loan = new HashMap<>(ApplicationFixture.loan("HT-001", "6"));
        loan.put("seen", financing);
        assertThat(world.send(owner, here + "/financing", loan).body()).contains("融资信息已保存");
        assertThat(server.bean(Sheets.class)
                        .facts(world.city, row())
                        .get("registered-here")
                        .value())
                .isEqualTo(Value.of(false));
    }

    @Test
    void two_colleagues_on_one_part_are_told_of_each_other() {
        String seen = seen("/enterprise");
        world.send(owner, here + "/enterprise", Map.of("f-registered-here", "false", "seen", seen));
        HttpResponse<String> late =
                world.send(owner, here + "/enterprise", Map.of("f-registered-here", "true", "seen", seen));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("同事改过这一部分", "在本地登记注册：同事保存的是“否”");
        assertThat(server.bean(Sheets.class)
                        .facts(world.city, row())
                        .get("registered-here")
                        .value())
                .isEqualTo(Value.of(false));
        assertThat(world.send(
                                owner,
                                here + "/enterprise",
                                Map.of("f-registered-here", "true", "seen", seenOn(late.body())))
                        .body())
                .contains("已保存");
    }

    @Test
    void the_same_file_for_two_applications_at_once_is_kept_once() throws Exception {
        long other = world.begun(owner, "welcome");
        for (int round = 0; round < 3; round++) {
            String content = "%PDF-1.7 第" + round + "份";
            CountDownLatch start = new CountDownLatch(1);
            List<Future<HttpResponse<String>>> sent = new ArrayList<>();
            try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
                for (long application : List.of(id, other)) {
                    sent.add(people.submit(() -> {
                        start.await();
                        return world.upload(
                                owner,
                                "/enterprise/applications/" + application + "/materials",
                                CONTRACT,
                                "合同.pdf",
                                content.getBytes(StandardCharsets.UTF_8));
                    }));
                }
                start.countDown();
            }
            for (Future<HttpResponse<String>> answer : sent) {
                assertThat(answer.get().body()).contains("已上传");
            }
        }
        assertThat(files()).isEqualTo(3);
    }

    @Test
    void a_full_shelf_drops_what_was_never_handed_in_and_keeps_the_rest() {
        fill(Materials.MOST_KEPT_FILES);
        assertThat(upload("一").body()).contains("已上传");
        assertThat(files()).isEqualTo(1);
        fill(Materials.MOST_KEPT_FILES - 1);
        world.insert(
                "INSERT INTO subsidy_event (tenant_id, application_id, step, state, actor, happened_at)"
                        + " VALUES (?, ?, 'SUBMIT', 'SUBMITTED', 'he', '2099-01-01')",
                world.city.id(),
                id);
        HttpResponse<String> full = upload("二");
        assertThat(full.statusCode()).isEqualTo(400);
        assertThat(full.body()).contains("已存的文件到了上限（200 个，共 500 MB）");
        assertThat(upload("一").body()).as("what is there takes no room").contains("已上传");
        assertThat(files()).isEqualTo(Materials.MOST_KEPT_FILES);
    }

    @Test
    void files_are_bounded_in_size_together() {
        fill(1);
        long room = Materials.MOST_KEPT_BYTES - "%PDF-1.7 一".getBytes(StandardCharsets.UTF_8).length;
        world.insert("UPDATE subsidy_file SET size_bytes = ? WHERE tenant_id = ?", room + 1, world.city.id());
        world.insert(
                "INSERT INTO subsidy_event (tenant_id, application_id, step, state, actor, happened_at)"
                        + " VALUES (?, ?, 'SUBMIT', 'SUBMITTED', 'he', '2099-01-01')",
                world.city.id(),
                id);
        assertThat(upload("一").statusCode()).isEqualTo(400);
        world.insert("UPDATE subsidy_file SET size_bytes = ? WHERE tenant_id = ?", room, world.city.id());
        assertThat(upload("一").body()).contains("已上传");
    }

    private HttpResponse<String> upload(String words) {
        return world.upload(
                owner, here + "/materials", CONTRACT, "合同.pdf", ("%PDF-1.7 " + words).getBytes(StandardCharsets.UTF_8));
    }

    private void fill(int count) {
        for (int number = 0; number < count; number++) {
            world.insert(
                    "INSERT INTO subsidy_file (tenant_id, enterprise_id, name, format, size_bytes, sha256, content,"
                            + " uploaded_by, uploaded_at) VALUES (?, ?, '旧.pdf', 'PDF', 1, SHA2(?, 256), '', 'he', '2026-01-05')",
                    world.city.id(),
                    row().enterpriseId(),
                    "旧" + number);
        }
    }

    private long files() {
        return world.number("SELECT COUNT(*) FROM subsidy_file WHERE tenant_id = ?", world.city.id());
    }

    private ApplicationRow row() {
        return server.bean(ApplicationRepository.class)
                .find(world.city.id(), id)
                .orElseThrow();
    }

    private String seen(String part) {
        return seenOn(world.open(owner, here + part).body());
    }

    private static String seenOn(String page) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }
}
