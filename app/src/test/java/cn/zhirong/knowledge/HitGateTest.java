package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Role;
import cn.zhirong.policy.PolicyFixture;
import cn.zhirong.policy.PolicyOutbox;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.policy.State;
import cn.zhirong.policy.Upload;
import cn.zhirong.policy.UploadHints;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A publication that pushes a clause out of sight is told of, and done only with a reason. */
class HitGateTest {
    private static final String QUESTION = "紫薇苗木贷款贴息比例是多少";

    private final Bureau bureau = new Bureau();
    private final Audit audit = TestServer.get().bean(Audit.class);

    @Test
    void a_bureau_without_a_set_publishes_as_ever() {
        bureau.published(Bureau.measure("云山市紫薇办法", "紫薇苗木贷款贴息三成。"));
        PolicyVersion draft = PolicyFixture.draft(bureau.tenant, Bureau.flood("云山市淹没办法", QUESTION));

        assertThat(bureau.desk()
                        .publish(bureau.tenant, PolicyFixture.LI, draft.id(), draft.revision())
                        .state())
                .isEqualTo(State.PUBLISHED);
        assertThat(TestServer.get().bean(HitRuns.class).latest(bureau.tenant)).isEmpty();
    }

    @Test
    void what_takes_nothing_away_is_published_and_the_check_is_kept() {
        watched();
        PolicyVersion draft = PolicyFixture.draft(bureau.tenant, Bureau.measure("云山市渔船办法", "渔船检修补助两万元。"));

        bureau.desk().publish(bureau.tenant, PolicyFixture.LI, draft.id(), draft.revision());

        HitRunRow check =
                TestServer.get().bean(HitRuns.class).latest(bureau.tenant).getFirst();
        assertThat(check.cause()).isEqualTo(HitRun.Cause.GATE);
        assertThat(check.about()).isEqualTo("云山市渔船办法");
        assertThat(check.hitAtThree()).isEqualTo(1);
        assertThat(check.decision()).isNull();
    }

    @Test
    void what_pushes_a_clause_out_of_sight_needs_a_reason_on_the_page() {
        watched();
        PolicyVersion draft = PolicyFixture.draft(bureau.tenant, Bureau.flood("云山市淹没办法", QUESTION));
        long position = TestServer.get().bean(PolicyOutbox.class).last(bureau.tenant);
        Browser reviewer = bureau.signedIn("zhou", Role.REVIEWER);
        String page = "/" + bureau.tenant.slug() + "/console/policies/" + draft.id();

        HttpResponse<String> refused =
                reviewer.submit(page + "/publication", Map.of("revision", revision(reviewer.open(page))));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("1 道命中题中有 1 道不再找到应命中的条款", "“" + QUESTION + "”不再通过。", "仍要发布的理由", "/console/hits/runs");
        // Trying it left nothing behind that an index or a reader would see.
        assertThat(TestServer.get().bean(PolicyOutbox.class).last(bureau.tenant))
                .isEqualTo(position);
        assertThat(bureau.desk().draft(bureau.tenant, draft.id()).version().state())
                .isEqualTo(State.DRAFT);

        HttpResponse<String> published = reviewer.submit(
                page + "/publication", Map.of("revision", revision(refused), "publishReason", "新办法更细，旧题随后修改"));
        assertThat(published.body()).contains("已发布，读者现在可以看到。");
        assertThat(audit.count(bureau.tenant, "policy.publish-despite", "version/" + draft.id()))
                .isEqualTo(1);
        HitRuns runs = TestServer.get().bean(HitRuns.class);
        HitRun report =
                runs.run(bureau.tenant, runs.latest(bureau.tenant).getFirst().id());
        assertThat(report.decision()).isEqualTo(HitRun.Decision.OVERRULED);
        assertThat(report.reason()).isEqualTo("新办法更细，旧题随后修改");
        assertThat(report.lost()).extracting(HitResult::question).containsExactly(QUESTION);
        assertThat(report.results().getFirst().before()).isEqualTo(1);

        // What the gate foresaw is what the index then gives.
        TestServer.get().bean(IndexFollower.class).catchUp(bureau.tenant);
        assertThat(runs.present(bureau.tenant, "zhou").results().getFirst().rank())
                .isEqualTo(report.results().getFirst().rank());
    }

    @Test
    void the_call_is_refused_with_422_and_takes_the_reason() {
        watched();
        PolicyVersion draft = PolicyFixture.draft(bureau.tenant, Bureau.flood("云山市淹没办法", QUESTION));
        String token = bureau.token("zhou", Role.REVIEWER);
        String call = "/api/v1/" + bureau.tenant.slug() + "/policies/" + draft.policyId() + "/publication";

        HttpResponse<String> refused = post(token, call, "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/problems/hit-test", "不再找到应命中的条款", QUESTION);
        assertThat(post(token, call, "{\"reason\":").statusCode()).isEqualTo(400);
        assertThat(post(token, call, reason(501)).statusCode()).isEqualTo(422);
        assertThat(post(token, call, reason(500)).statusCode()).isEqualTo(200);
    }

    @Test
    void set_up_is_told_and_not_stopped() {
        watched();
        Upload upload = bureau.desk()
                .importAndPublish(
                        bureau.tenant,
                        "淹没.md",
                        PolicyFixture.file(Bureau.flood("云山市淹没办法", QUESTION)),
                        UploadHints.none());

        assertThat(upload).isInstanceOf(Upload.Stored.class);
        Upload.Stored stored = (Upload.Stored) upload;
        assertThat(stored.version().state()).isEqualTo(State.PUBLISHED);
        assertThat(stored.warnings()).anyMatch(warning -> warning.contains("不再找到应命中的条款") && warning.contains(QUESTION));
        assertThat(audit.count(
                        bureau.tenant,
                        "policy.publish-despite",
                        "version/" + stored.version().id()))
                .isEqualTo(1);
    }

    @Test
    void a_new_version_is_tried_without_the_one_it_supersedes() {
        PolicyVersion old = watched();
        PolicyVersion draft = PolicyFixture.draft(
                bureau.tenant,
                "# 云山市紫薇贷款办法\n\n第一条　紫薇苗木贷款的贴息比例是五成。本办法自2026年3月1日起施行。\n",
                new UploadHints(old.policyId(), ""));

        // The old version would no longer hold, and the new one has no second article.
        assertThatThrownBy(() -> bureau.desk().publish(bureau.tenant, PolicyFixture.LI, draft.id(), draft.revision()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不再找到应命中的条款");
        PolicyVersion better = PolicyFixture.draft(
                bureau.tenant, Bureau.measure("云山市紫薇贷款办法", "紫薇苗木贷款的贴息比例是五成。"), new UploadHints(old.policyId(), ""));
        assertThat(bureau.desk()
                        .publish(bureau.tenant, PolicyFixture.LI, better.id(), better.revision())
                        .state())
                .isEqualTo(State.PUBLISHED);
    }

    @Test
    void somebody_who_may_not_publish_learns_nothing_of_the_gate() {
        watched();
        PolicyVersion draft = PolicyFixture.draft(bureau.tenant, Bureau.flood("云山市淹没办法", QUESTION));

        assertThatThrownBy(() ->
                        bureau.desk().publish(bureau.tenant, PolicyFixture.CHEN, draft.id(), draft.revision(), "我要发布"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("上传人不能发布自己上传的文件");
        assertThat(TestServer.get().bean(HitRuns.class).latest(bureau.tenant)).isEmpty();
    }

    /** The measure whose clause is watched. */
    private PolicyVersion watched() {
        PolicyVersion version = bureau.published(Bureau.measure("云山市紫薇贷款办法", "紫薇苗木贷款的贴息比例是三成。"));
        bureau.published(Bureau.measure("云山市水产办法", "水产养殖设备按照价格补一半。"));
        bureau.expecting(QUESTION, "紫薇苗木贷款的贴息比例是三成");
        return version;
    }

    private static HttpResponse<String> post(String token, String path, String json) {
        return new Browser()
                .send(HttpRequest.newBuilder(Browser.uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    private static String reason(int length) {
        return "{\"reason\":\"" + "长".repeat(length) + "\"}";
    }

    private static String revision(HttpResponse<String> page) {
        Matcher revision =
                Pattern.compile("name=\"revision\" value=\"([0-9]+)\"").matcher(page.body());
        assertThat(revision.find()).isTrue();
        return revision.group(1);
    }
}
