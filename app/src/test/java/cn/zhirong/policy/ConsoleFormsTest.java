package cn.zhirong.policy;

import static cn.zhirong.policy.PolicyFixture.CHEN;
import static cn.zhirong.policy.PolicyFixture.aNumber;
import static cn.zhirong.policy.PolicyFixture.desk;
import static cn.zhirong.policy.PolicyFixture.draft;
import static cn.zhirong.policy.PolicyFixture.library;
import static cn.zhirong.policy.PolicyFixture.measure;
import static cn.zhirong.policy.PolicyFixture.published;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.document.BlockKey;
import cn.zhirong.document.Correction;
import cn.zhirong.document.Provision;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms on the page of a version, with a real server: what each changes, and when each is refused. */
class ConsoleFormsTest {
    private static final Map<String, String> ALL_FIELDS = Map.of(
            "reason", "误发", "repealedOn", "2026-06-01", "repealedBy", "云金〔2026〕9号", "notice", "0", "policy", "1");

    private final Tenant city = TestServer.get().aBureau();
    private final ConsoleUser officer = ConsoleUser.of(city, "wang", Role.OFFICER);
    private final ConsoleUser reviewer = ConsoleUser.of(city, "zhao", Role.REVIEWER);

    @Test
    void a_withdrawn_version_is_gone_for_readers_and_cannot_be_withdrawn_again() {
        PolicyVersion version = published(city, measure(aNumber(), "贴息比例为三成。"));
        String reading = "/" + city.slug() + "/policies/" + version.policyId() + "/v1";
        assertThat(new Browser().open(reading).statusCode()).isEqualTo(200);

        HttpResponse<String> silent = reviewer.send(version.id(), "withdrawal", Map.of("reason", " "));
        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(error(silent, "reason")).contains("撤下理由须为 1 至 500 个字");
        assertThat(page(silent).select("details[open] #reason")).hasSize(1);

        HttpResponse<String> done = reviewer.send(version.id(), "withdrawal", Map.of("reason", "误发"));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(page(done).select(".notification").text()).contains("已撤下");
        assertThat(new Browser().open(reading).statusCode()).isEqualTo(404);
        assertThat(state(version)).isEqualTo(State.WITHDRAWN);

        HttpResponse<String> again =
                reviewer.send(version.id(), "withdrawal", version.revision() + 1, Map.of("reason", "误发"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("只有已发布的文件可以这样处理");
    }

    @Test
    void a_repeal_holds_from_its_day_and_a_wrong_day_comes_back_with_what_was_typed() {
        PolicyVersion version = published(city, measure(aNumber(), "贴息比例为三成。"));
        int revision = version.revision();

        for (String day : List.of("", "昨天", "2026-02-28")) {
            HttpResponse<String> wrong =
                    reviewer.send(version.id(), "repeal", Map.of("repealedOn", day, "repealedBy", "云金〔2026〕9号"));
            assertThat(wrong.statusCode()).as(day).isEqualTo(400);
            assertThat(error(wrong, "repealedOn")).as(day).contains("日期");
            assertThat(page(wrong).select("details[open] #repealedBy").val()).isEqualTo("云金〔2026〕9号");
        }
        HttpResponse<String> nameless =
                reviewer.send(version.id(), "repeal", Map.of("repealedOn", "2026-06-01", "repealedBy", ""));
        assertThat(error(nameless, "repealedBy")).contains("1 至 200 个字");
        assertThat(page(nameless).select("#repealedOn").val()).isEqualTo("2026-06-01");

        Map<String, String> fields = Map.of("repealedOn", "2026-06-01", "repealedBy", "云金〔2026〕9号");
        HttpResponse<String> done = reviewer.send(version.id(), "repeal", revision, fields);
        assertThat(page(done).select(".notification").text()).contains("已登记废止");
        assertThat(validity(version, LocalDate.of(2026, 5, 31))).isEqualTo(Validity.IN_FORCE);
        assertThat(validity(version, LocalDate.of(2026, 6, 1))).isEqualTo(Validity.REPEALED);

        HttpResponse<String> twice = reviewer.send(version.id(), "repeal", revision, fields);
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("已被别人修改");
    }

    @Test
    void a_discarded_draft_is_gone_and_a_published_version_cannot_be_discarded() {
        PolicyVersion draft = draft(city, measure(aNumber(), "贴息比例为三成。"));

        HttpResponse<String> stale = officer.send(draft.id(), "discard", draft.revision() + 1, Map.of());
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(desk().versionsForDesk(city)).hasSize(1);

        HttpResponse<String> done = officer.send(draft.id(), "discard", Map.of());
        assertThat(done.uri().getPath()).endsWith("/console/policies");
        assertThat(page(done).select(".notification").text()).contains("已删除草稿");
        assertThat(desk().versionsForDesk(city)).isEmpty();
        assertThat(officer.send(draft.id(), "discard", draft.revision(), Map.of())
                        .statusCode())
                .isEqualTo(404);

        PolicyVersion version = published(city, measure(aNumber(), "贴息比例为五成。"));
        HttpResponse<String> refused = officer.send(version.id(), "discard", version.revision(), Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("只有草稿可以修改");
        assertThat(state(version)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void a_notice_is_settled_with_a_reason_and_then_lets_the_draft_be_published() {
        PolicyVersion draft = draft(city, measure(aNumber(), "内部资料，注意保存。"));
        int notice = firstHold(draft);
        int revision = draft.revision();
        Map<String, String> settled = Map.of("notice", String.valueOf(notice), "reason", "已核对，可以公开");

        HttpResponse<String> silent =
                officer.send(draft.id(), "notices", Map.of("notice", String.valueOf(notice), "reason", ""));
        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(error(silent, "reason")).contains("处理理由须为 1 至 500 个字");
        assertThat(officer.send(draft.id(), "notices", Map.of("notice", "99", "reason", "已核对"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(reviewer.send(draft.id(), "publication", Map.of()).statusCode())
                .isEqualTo(400);

        HttpResponse<String> done = officer.send(draft.id(), "notices", revision, settled);
        assertThat(page(done).select("#notice-" + notice).text()).contains("已处理", "wang", "已核对，可以公开");
        assertThat(officer.send(draft.id(), "notices", revision, settled).statusCode())
                .isEqualTo(409);
        while (!desk().draft(city, draft.id()).holds().isEmpty()) {
            int next = firstHold(draft);
            officer.send(draft.id(), "notices", Map.of("notice", String.valueOf(next), "reason", "已核对"));
        }
        assertThat(reviewer.send(draft.id(), "publication", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(state(draft)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void another_file_takes_the_place_of_a_drafts_and_corrections_stay() {
        String number = aNumber();
        PolicyVersion draft = draft(city, measure(number, "贴息比例为三成。"));
        Provision purpose = desk().draft(city, draft.id()).provisions().stream()
                .filter(it -> it.text().contains("为支持企业"))
                .findFirst()
                .orElseThrow();
        desk().correct(city, CHEN, draft.id(), draft.revision(), new Correction.Drop(BlockKey.of(purpose.source())));
        int revision = ConsoleUser.revision(officer.open(draft.id()));

        HttpResponse<String> done = officer.sendFile(draft.id(), revision, "办法.md", measure(number, "贴息比例为五成。"));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(page(done).select(".notification").text()).contains("已换成新文件", "更正已保留");
        assertThat(page(done).select("#tree").text()).contains("五成").doesNotContain("三成", "为支持企业");
        HttpResponse<String> twice = officer.sendFile(draft.id(), revision, "办法.md", measure(number, "贴息比例为七成。"));
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(page(twice).select(".error-summary").text()).contains("已被别人修改");
        assertThat(page(twice).select("#tree").text()).contains("五成");
    }

    @Test
    void a_file_that_is_refused_leaves_the_draft_and_is_told_at_its_field() {
        PolicyVersion draft = draft(city, measure(aNumber(), "贴息比例为三成。"));
        int revision = draft.revision();

        HttpResponse<String> unreadable = officer.sendFile(draft.id(), revision, "表.pdf", "这不是 PDF。");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(error(unreadable, "file")).isNotEmpty();
        assertThat(page(unreadable).select("details[open] #file")).hasSize(1);
        HttpResponse<String> empty = officer.sendFile(draft.id(), revision, "", "");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(error(empty, "file")).contains("请选择要上传的文件");

        assertThat(page(officer.open(draft.id())).select("#tree").text()).contains("三成");
        assertThat(desk().draft(city, draft.id()).version()).isEqualTo(draft);

        PolicyVersion version = published(city, measure(aNumber(), "贴息比例为五成。"));
        HttpResponse<String> late =
                officer.sendFile(version.id(), version.revision(), "办法.md", measure(aNumber(), "贴息比例为七成。"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("只有草稿可以修改");
    }

    @Test
    void a_draft_becomes_the_next_version_of_a_policy_of_its_own_bureau_only() {
        PolicyVersion old = published(city, measure(aNumber(), "贴息比例为三成。"));
        PolicyVersion foreign = published(TestServer.get().aBureau(), measure(aNumber(), "贴息比例为三成。"));
        PolicyVersion draft = draft(city, measure(aNumber(), "贴息比例为五成。"));

        for (String policy : List.of(String.valueOf(foreign.policyId()), "999999999", "x", "")) {
            HttpResponse<String> refused = officer.send(draft.id(), "version-of", Map.of("policy", policy));
            assertThat(refused.statusCode()).as(policy).isEqualTo(404);
            assertThat(desk().draft(city, draft.id()).version()).isEqualTo(draft);
        }
        Map<String, String> fields = Map.of("policy", String.valueOf(old.policyId()));
        HttpResponse<String> done = officer.send(draft.id(), "version-of", draft.revision(), fields);
        assertThat(page(done).select(".notification").text()).contains("新版本");
        assertThat(desk().draft(city, draft.id()).version())
                .returns(old.policyId(), PolicyVersion::policyId)
                .returns(2, PolicyVersion::number);
        assertThat(officer.send(draft.id(), "version-of", draft.revision(), fields)
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrawal", "repeal", "publication"})
    void an_officer_decides_nothing_that_readers_see(String form) {
        PolicyVersion version = form.equals("publication")
                ? draft(city, measure(aNumber(), "贴息比例为三成。"))
                : published(city, measure(aNumber(), "贴息比例为三成。"));

        HttpResponse<String> refused = officer.send(version.id(), form, version.revision(), ALL_FIELDS);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(desk().draft(city, version.id()).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrawal", "repeal", "publication", "discard", "notices", "version-of", "file"})
    void a_version_of_another_bureau_is_answered_as_one_that_nobody_has(String form) {
        boolean shown = form.equals("withdrawal") || form.equals("repeal");
        String text = measure(aNumber(), "内部资料，注意保存。");
        PolicyVersion version = draft(city, text);
        if (shown) {
            version = published(city, measure(aNumber(), "贴息比例为三成。"));
        }
        ConsoleUser stranger = ConsoleUser.of(TestServer.get().aBureau(), "sun", Role.DIRECTOR);

        HttpResponse<String> foreign = send(stranger, version.id(), form);
        HttpResponse<String> unknown = send(stranger, 999_999_999, form);

        assertThat(foreign.statusCode()).isEqualTo(404);
        // A page names its own address in the display settings.
        assertThat(foreign.body().replace("policies/" + version.id() + "/", "policies/999999999/"))
                .isEqualTo(unknown.body());
        assertThat(desk().draft(city, version.id()).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrawal", "repeal", "publication", "discard", "notices", "version-of"})
    void who_did_not_sign_in_is_led_to_the_door(String form) {
        PolicyVersion version = draft(city, measure(aNumber(), "贴息比例为三成。"));

        HttpResponse<String> led =
                new Browser().submit("/" + city.slug() + "/console/policies/" + version.id() + "/" + form, ALL_FIELDS);

        assertThat(led.uri().getPath()).endsWith("/sign-in");
        assertThat(desk().draft(city, version.id()).version()).isEqualTo(version);
    }

    private static HttpResponse<String> send(ConsoleUser by, long version, String form) {
        return form.equals("file")
                ? by.sendFile(version, 0, "办法.md", measure(aNumber(), "贴息比例为七成。"))
                : by.send(version, form, 0, ALL_FIELDS);
    }

    private int firstHold(PolicyVersion draft) {
        List<PolicyNotice> notices = desk().draft(city, draft.id()).notices();
        for (int i = 0; i < notices.size(); i++) {
            if (notices.get(i).holds()) {
                return i;
            }
        }
        throw new AssertionError("nothing holds " + draft);
    }

    private State state(PolicyVersion version) {
        return desk().draft(city, version.id()).version().state();
    }

    private Validity validity(PolicyVersion version, LocalDate day) {
        return library()
                .document(city, version.policyId(), null, day)
                .orElseThrow()
                .validity();
    }

    /** What stands at a field, which is also what the summary at the head links to. */
    private static String error(HttpResponse<String> answer, String field) {
        Document page = page(answer);
        String told = page.select("#" + field + "-error").text();
        assertThat(page.select(".error-summary a[href=#" + field + "]").text()).isNotEmpty();
        assertThat(told)
                .contains(page.select(".error-summary a[href=#" + field + "]").text());
        return told;
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }
}
