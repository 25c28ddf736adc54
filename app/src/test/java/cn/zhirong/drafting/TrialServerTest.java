package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Audit;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.database.Json;
import cn.zhirong.enterprise.RegisterScan;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import io.micronaut.transaction.TransactionOperations;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 云山, the four firms of {@link TrialFirms}, and its draft.
 */
class TrialServerTest {
    private static final String RUNNING = "本页会自己刷新";
    private static final Map<String, String> PLAIN = Map.of("source", "REGISTER");

    private final RuleBureau bureau = new RuleBureau();
    private final TestServer server = bureau.server;
    private final Tenant city = bureau.tenant;
    private final TrialRuns runs = server.bean(TrialRuns.class);
    private final Browser officer = in(city, "zhou", Role.OFFICER);
    private long draft;

    @BeforeEach
    void firms() throws SQLException {
        draft = new TrialFirms(bureau).draft();
    }

    @Test
    void an_officer_tries_a_draft_and_reads_who_gets_what() {
        HttpResponse<String> done = submit(
                officer,
                trials(draft),
                Map.of(
                        "budget",
                        "80",
                        "places",
                        "1",
                        "windowFrom",
                        "2026-03-01",
                        "windowUntil",
                        "2026-03-10",
                        "day",
                        bureau.drafts().today().toString()));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body())
                .contains("对照", "现行第1版", "企业库里的全部企业，4 家")
                // 50 + 24 + 50 against 40 + 50.
                .contains("124万元", "现行 90万元", "多 34万元", "3 家", "现行 2 家")
                .contains("新得到", "多 24万元", "比现行多", "多 10万元", "与现行相同")
                .contains("先到先得时，预算 80万元 用到第 3 家就不够了。", "到第 3 家，约 2026-03-07")
                .contains("每家得应得的 64.51%", "这些企业都没有综合评分")
                .contains("上年营业收入", "缺它的企业")
                .contains("/console/enterprises/", "甲企业", "乙企业", "丁企业")
                .contains("<polyline class=\"curve-line\" points=\"0,400 ");
        String row = firmRow(done.body(), "乙企业");
        assertThat(row).contains("可得补贴", "24万元", "不符合条件", "多 24万元");
        assertThat(server.bean(Audit.class).count(city, "rule.trial", "rule/" + draft))
                .isEqualTo(1);
    }

    @Test
    void firms_are_listed_by_what_changes_for_them() {
        String here = address(submit(officer, trials(draft), PLAIN));
        assertThat(open(officer, here + "?show=new")).contains("乙企业").doesNotContain("甲企业", "丁企业");
        assertThat(open(officer, here + "?show=more")).contains("甲企业").doesNotContain("乙企业", "丁企业");
        assertThat(open(officer, here + "?show=waiting&page=7")).contains("丙企业").doesNotContain("甲企业");
        assertThat(open(officer, here + "?show=lost")).contains("没有这样的企业。");
        assertThat(open(officer, here + "?show=%22%3E")).contains("甲企业");
    }

    @Test
    void all_firms_can_be_taken_out_as_a_table_and_that_is_recorded() {
        String here = address(submit(officer, trials(draft), PLAIN));
        HttpResponse<String> csv = officer.submit(here + "/export", Map.of());
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(5);
        assertThat(line("甲企业", csv.body())).endsWith("可得补贴,500000.00,可得补贴,400000.00,比现行多,100000.00");
        assertThat(line("乙企业", csv.body())).endsWith("可得补贴,240000.00,不符合条件,0.00,新得到,240000.00");
        assertThat(line("丙企业", csv.body())).endsWith("待补充信息,0.00,待补充信息,0.00,两边都没有,0.00");
        assertThat(server.bean(Audit.class).count(city, "rule.trial-export", "rule/" + draft))
                .isEqualTo(1);
    }

    @Test
    void what_is_wrong_comes_back_with_field_and_bound_and_nothing_typed_is_lost() {
        HttpResponse<String> refused = submit(
                officer,
                trials(draft),
                Map.of("budget", "很多", "places", "0", "day", "1900-01-01", "windowFrom", "2026-03-01"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "预算须是大于 0、不超过 10000000 的数",
                        "名额须是 1 至 100000 之间的整数",
                        "试算日期须是 ",
                        "要么都填，要么都不填",
                        "value=\"很多\"",
                        "value=\"2026-03-01\"");
        assertThat(submit(officer, trials(draft), Map.of("windowFrom", "2026-03-02", "windowUntil", "2026-03-01"))
                        .body())
                .contains("申报截止日期不能早于开始日期");
        assertThat(runs.newest(city, draft)).isEmpty();
    }

    @Test
    void a_draft_that_is_no_rule_yet_says_so_and_is_not_tried() {
        long empty =
                bureau.drafts().begin(city, RuleBureau.CHEN, bureau.programme).key();
        assertThat(open(officer, trials(empty))).contains("还不能试算").doesNotContain("开始试算");
        assertThat(submit(officer, trials(empty), PLAIN).statusCode()).isEqualTo(422);
    }

    @Test
    void a_draft_that_was_changed_since_is_told_with_its_old_result() {
        String here = address(submit(officer, trials(draft), PLAIN));
        assertThat(open(officer, here)).doesNotContain("草稿后来改过");
        assertThat(bureau.write(
                        RuleBureau.CHEN,
                        draft,
                        bureau.row(draft).revision(),
                        bureau.rule("企业奖励", "500万元", "4%", "50万元")))
                .isTrue();
        assertThat(open(officer, here)).contains("草稿后来改过", "124万元");
        assertThat(open(officer, trials(draft))).contains("草稿后来改过");
        bureau.drafts().discard(city, RuleBureau.CHEN, draft, null);
        assertThat(officer.open(here).statusCode()).isEqualTo(404);
    }

    @Test
    void an_auditor_reads_and_does_not_try_and_others_find_nothing() {
        String here = address(submit(officer, trials(draft), PLAIN));
        Browser auditor = in(city, "shen", Role.AUDITOR);
        assertThat(open(auditor, trials(draft))).contains("做过的试算").doesNotContain("开始试算");
        assertThat(open(auditor, here)).contains("124万元");
        assertThat(submit(auditor, trials(draft), PLAIN).statusCode()).isEqualTo(403);
        RuleBureau other = new RuleBureau();
        Browser stranger = in(other.tenant, "zhou", Role.OFFICER);
        String theirs = here.replace("/" + city.slug() + "/", "/" + other.tenant.slug() + "/");
        assertThat(stranger.open(theirs).statusCode()).isEqualTo(404);
        assertThat(stranger.submit(theirs + "/export", Map.of()).statusCode()).isEqualTo(404);
        // A trial is found under its own version alone.
        String elsewhere = here.replace("/rules/" + draft + "/", "/rules/" + bureau.first + "/");
        assertThat(officer.open(elsewhere).statusCode()).isEqualTo(404);
    }

    @Test
    void a_draft_is_tried_on_past_applications_in_the_order_of_filing() {
        PastApplications past = new PastApplications() {
            @Override
            public int count(Tenant tenant, long programmeId) {
                return 2;
            }

            @Override
            public void each(Tenant tenant, long programmeId, Consumer<TrialFirm> firm) {
                assertThat(tenant).isEqualTo(city);
                assertThat(programmeId).isEqualTo(bureau.programme.id());
                firm.accept(new TrialFirm(11, RuleBureau.firm("1000万元"), List.of(), at("2026-03-05")));
                firm.accept(new TrialFirm(12, RuleBureau.firm("1500万元"), List.of(), at("2026-03-02")));
            }
        };
        TrialRuns trials = runs(List.of(past));
        assertThat(new TrialSubjects(server.bean(Grants.class), server.bean(RegisterScan.class), List.of(past))
                        .applications(city, bureau.programme))
                .isEqualTo(2);
        long id = trials.begin(
                city,
                RuleBureau.CHEN,
                draft,
                new TrialRuns.Wanted(
                        TrialSettings.Source.APPLICATIONS,
                        bureau.drafts().today(),
                        50_000_000L,
                        null,
                        null,
                        null,
                        false));
        TrialRow row = ended(trials, id);
        assertThat(row.state()).isEqualTo(TrialRow.State.DONE);
        // 30万元 and 45万元, of which the second was first.
        assertThat(TrialRows.read(row.firms())).extracting(TrialOutcome::fen).containsExactly(30_000_000L, 45_000_000L);
        TrialResult.Rationed first = trials.result(row).rationings().getFirst();
        assertThat(first.usedUpAt()).isEqualTo(2);
        assertThat(first.usedUpOn()).isEqualTo("2026-03-05");
        // What is counted are applications, of which a firm may have several.
        assertThat(open(officer, trials(draft) + "/" + id))
                .contains("以往的申请，2 件", "到第 2 件", "中间的一件得", "申请（件）")
                .doesNotContain("2 家", "（家）");
    }

    @Test
    void a_trial_that_breaks_off_says_so_and_the_next_one_may_begin() {
        PastApplications broken = new PastApplications() {
            @Override
            public int count(Tenant tenant, long programmeId) {
                return 1;
            }

            @Override
            public void each(Tenant tenant, long programmeId, Consumer<TrialFirm> firm) {
                throw new IllegalStateException("the applications are away");
            }
        };
        TrialRuns.Wanted wanted = new TrialRuns.Wanted(
                TrialSettings.Source.APPLICATIONS, bureau.drafts().today(), null, null, null, null, false);
        long id = runs(List.of(broken)).begin(city, RuleBureau.CHEN, draft, wanted);
        assertThat(ended(runs, id).state()).isEqualTo(TrialRow.State.FAILED);
        assertThat(open(officer, trials(draft) + "/" + id)).contains("这次试算没有完成");
        assertThat(officer.submit(trials(draft) + "/" + id + "/export", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(submit(officer, trials(draft), PLAIN).body()).contains("124万元");
    }

    @Test
    void a_second_trial_waits_for_the_first_but_not_for_one_that_was_broken_off() throws SQLException {
        String settings = server.bean(Json.class)
                .write(new TrialSettings(
                        TrialSettings.Source.REGISTER, bureau.drafts().today(), 2, 1, null, null, null, null, false));
        long running = running(settings, server.bean(Clock.class).instant());
        assertThatThrownBy(() -> runs.begin(city, RuleBureau.CHEN, draft, wanted()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("正在进行");
        assertThatThrownBy(() -> running(settings, server.bean(Clock.class).instant()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("rule_trial_running");
        assertThat(open(officer, trials(draft) + "/" + running)).contains("本页会自己刷新");
        set(running, server.bean(Clock.class).instant().minus(TrialRuns.LONGEST).minusSeconds(1));
        assertThat(open(officer, trials(draft) + "/" + running)).contains("这次试算没有完成");
        assertThat(submit(officer, trials(draft), PLAIN).body()).contains("124万元");
    }

    @Test
    void trials_of_many_bureaus_take_their_turns() throws SQLException {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        PastApplications slow = new PastApplications() {
            @Override
            public int count(Tenant tenant, long programmeId) {
                return 1;
            }

            @Override
            public void each(Tenant tenant, long programmeId, Consumer<TrialFirm> firm) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                try {
                    assertThat(goOn.await(2, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                inside.decrementAndGet();
            }
        };
        TrialRuns trials = runs(List.of(slow));
        TrialRuns.Wanted wanted = new TrialRuns.Wanted(
                TrialSettings.Source.APPLICATIONS, bureau.drafts().today(), null, null, null, null, false);
        record Begun(Tenant bureau, long draft, long trial) {}
        List<Begun> begun = new ArrayList<>();
        for (int i = 0; i <= TrialPlaces.AT_ONCE; i++) {
            RuleBureau other = new RuleBureau();
            long of = new TrialFirms(other).draft();
            begun.add(new Begun(other.tenant, of, trials.begin(other.tenant, RuleBureau.CHEN, of, wanted)));
        }
        Patience.until("the places are taken", () -> inside.get() == TrialPlaces.AT_ONCE);
        assertThat(begun).allMatch(one -> trials.isRunning(trials.find(one.bureau(), one.draft(), one.trial())));
        goOn.countDown();
        for (Begun one : begun) {
            Patience.until(
                    "a trial ends", () -> !trials.isRunning(trials.find(one.bureau(), one.draft(), one.trial())));
            assertThat(trials.find(one.bureau(), one.draft(), one.trial()).state())
                    .isEqualTo(TrialRow.State.DONE);
        }
        assertThat(most.get()).isEqualTo(TrialPlaces.AT_ONCE);
    }

    private TrialRuns.Wanted wanted() {
        return new TrialRuns.Wanted(
                TrialSettings.Source.REGISTER, bureau.drafts().today(), null, null, null, null, false);
    }

    private TrialRuns runs(List<PastApplications> past) {
        @SuppressWarnings("unchecked")
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        return new TrialRuns(
                server.bean(TrialRepository.class),
                bureau.drafts(),
                server.bean(Programmes.class),
                server.bean(Vocabularies.class),
                new TrialSubjects(server.bean(Grants.class), server.bean(RegisterScan.class), past),
                transactions,
                server.bean(Audit.class),
                server.bean(Json.class),
                Executors.newVirtualThreadPerTaskExecutor(),
                server.bean(Clock.class));
    }

    private TrialRow ended(TrialRuns trials, long id) {
        Patience.until("a trial ends", () -> !trials.isRunning(trials.find(city, draft, id)));
        return trials.find(city, draft, id);
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T02:00:00Z");
    }

    private long running(String settings, Instant since) throws SQLException {
        try (Connection connection = server.connection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO rule_trial (tenant_id, rule_id, rule_revision, state, asked_by, asked_at, settings, result, firms,
                          millis) VALUES (?, ?, 0, 'RUNNING', 'chen', ?, ?, '', '', 0)
                        """, Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, city.id());
            insert.setLong(2, draft);
            insert.setObject(3, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
            insert.setString(4, settings);
            return TrialFirms.inserted(insert);
        }
    }

    private void set(long trial, Instant since) throws SQLException {
        try (Connection connection = server.connection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE rule_trial SET asked_at = ? WHERE tenant_id = ? AND id = ?")) {
            update.setObject(1, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
            update.setLong(2, city.id());
            update.setLong(3, trial);
            update.executeUpdate();
        }
    }

    private String trials(long version) {
        return "/" + city.slug() + "/console/rules/" + version + "/trial";
    }

    /** What comes back, once it is no longer a trial that runs. */
    private HttpResponse<String> submit(Browser browser, String path, Map<String, String> form) {
        HttpResponse<String> answer = browser.submit(path, new HashMap<>(form));
        if (!answer.body().contains(RUNNING)) {
            return answer;
        }
        Patience.until("a trial ends", () -> !open(browser, address(answer)).contains(RUNNING));
        return browser.open(address(answer));
    }

    private static String open(Browser browser, String path) {
        return browser.open(path).body();
    }

    private static String address(HttpResponse<String> page) {
        return page.uri().getPath();
    }

    private static String line(String name, String csv) {
        return csv.lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    private static String firmRow(String page, String name) {
        int at = page.indexOf(name);
        return page.substring(at, page.indexOf("</tr>", at));
    }

    private Browser in(Tenant tenant, String username, Role role) {
        Browser browser = new Browser();
        Accounts accounts = server.bean(Accounts.class);
        String link = accounts.issue(
                accounts.create(tenant, "system", username, username, role, null, null), CredentialKind.LINK);
        browser.submit("/" + tenant.slug() + "/sign-in", Browser.byLink(link));
        return browser;
    }
}
