package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Role;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Keeping and running a set through the pages, with a real server. */
class HitSetServerTest {
    private static final Pattern OFFERED = Pattern.compile(
            "name=\"shelf\" value=\"([a-z0-9-]+)\"><input type=\"hidden\" name=\"passage\" value=\"([0-9a-f]{32})\"");

    private final Bureau bureau = new Bureau();
    private final Bureau other = new Bureau();

    @Test
    void an_officer_asks_picks_the_clause_among_the_hits_and_runs_the_set() {
        PolicyVersion version = bureau.published(Bureau.measure("云山市杜鹃贷款贴息办法", "杜鹃花种植户的贷款贴息比例为三成。"));
        Browser officer = bureau.signedIn("wang", Role.OFFICER);
        assertThat(officer.open(bureau.hits()).body()).contains("还没有命中题");

        HttpResponse<String> added = officer.submit(bureau.hits() + "/questions", Map.of("question", "种杜鹃花贷款能贴息多少"));
        assertThat(added.body()).contains("已添加题目。", "设为应命中条款", "第二条", "没有设条款的题目不会运行");
        assertThat(officer.submit(bureau.hits() + "/runs", Map.of()).statusCode())
                .isEqualTo(422);

        HttpResponse<String> picked = officer.submit(added.uri().getPath() + "/clauses", offered(added));
        assertThat(picked.body()).contains("已设为应命中条款", version.documentNumber() + " 第二条", "现在第 1 位");

        HttpResponse<String> run = officer.submit(bureau.hits() + "/runs", Map.of());
        assertThat(run.body()).contains("已运行 1 道题。", "首次运行", "第 1 位", "1/1");
        HttpResponse<String> again = officer.submit(bureau.hits() + "/runs", Map.of());
        assertThat(again.body()).contains("没有题目不再通过。", "不变 1 道");
        assertThat(officer.open(bureau.hits()).body()).contains("第 1 位", "1/1");
        assertThat(officer.open(bureau.hits() + "/runs").body()).contains("例行运行", "wang", "1/1");
    }

    @Test
    void a_clause_can_be_named_by_its_address_and_taken_off_again() {
        PolicyVersion version = bureau.published(Bureau.measure("云山市茶园保险办法", "茶园保险的保费补一半。"));
        Browser officer = bureau.signedIn("wang", Role.OFFICER);
        HttpResponse<String> added = officer.submit(bureau.hits() + "/questions", Map.of("question", "茶园保险补多少"));
        String page = added.uri().getPath();
        String anchor = TestServer.get()
                .bean(HitRuns.class)
                .hits(bureau.tenant, "茶园保险的保费补一半")
                .getFirst()
                .passage()
                .anchor();

        HttpResponse<String> wrong = officer.submit(page + "/clauses", Map.of("address", "https://example.cn/<a>"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("请粘贴条款的链接", "https://example.cn/&lt;a&gt;");
        String address = "https://example.cn" + version.link().path(bureau.tenant.slug()) + "#" + anchor;
        assertThat(officer.submit(page + "/clauses", Map.of("address", address)).body())
                .contains(version.documentNumber() + " 第二条");

        Map<String, String> clause =
                Map.of("shelf", bureau.tenant.slug(), "policy", String.valueOf(version.policyId()), "path", "第二条");
        assertThat(officer.submit(page + "/clauses/removal", clause).body()).contains("已取消这一条。", "还没有设。");
        assertThat(officer.submit(page + "/clauses/removal", clause).statusCode())
                .isEqualTo(404);
        assertThat(officer.submit(page, Map.of("question", "茶园投保补多少")).body()).contains("已修改题目。", "茶园投保补多少");
        assertThat(officer.submit(page, Map.of("question", " ")).statusCode()).isEqualTo(400);
        assertThat(officer.submit(page + "/removal", Map.of()).body()).contains("已删除题目。", "还没有命中题");
    }

    @Test
    void the_set_goes_out_as_a_table_and_comes_in_again_whole_or_not_at_all() {
        PolicyVersion version = bureau.published(Bureau.measure("云山市油茶信贷办法", "油茶贷款最高三十万元。"));
        Browser officer = bureau.signedIn("wang", Role.OFFICER);
        String table = "题目,文号,条款\r\n油茶能贷多少," + version.documentNumber() + ",第2条\r\n\"=1+1,\"\"油茶\"\"\",,\r\n";
        assertThat(read(officer, table).body()).contains("已导入 2 条记录。", "油茶能贷多少", "第二条");

        HttpResponse<String> written = officer.open(bureau.hits() + "/questions.csv");
        assertThat(written.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(TestServer.get().bean(Audit.class).count(bureau.tenant, "hit-set.export", "hit-set"))
                .as("what leaves the house is recorded")
                .isEqualTo(1);
        assertThat(written.body()).contains("油茶能贷多少," + version.documentNumber() + ",第二条", "\"'=1+1,\"\"油茶\"\"\"");

        HttpResponse<String> wrong = read(officer, "新题," + version.documentNumber() + ",第一条\n又一题,没有的文号,第九条\n");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("第 2 条记录：没有找到“没有的文号”的“第九条”").doesNotContain("新题");
    }

    @Test
    void an_auditor_reads_every_page_of_it_and_is_offered_nothing_to_change() {
        bureau.published(Bureau.measure("云山市信贷贴息办法", "按照利息的三成给予贴息。"));
        bureau.expecting("能补多少利息", "按照利息的三成给予贴息");
        Browser auditor = bureau.signedIn("shen", Role.AUDITOR);
        String set = auditor.open(bureau.hits()).body();
        assertThat(set).contains("能补多少利息", "导出全部题目");
        String question = set.replaceAll("(?s).*href=\"(" + bureau.hits() + "/questions/[0-9]+)\".*", "$1");
        for (String page : List.of(
                bureau.hits(),
                bureau.hits() + "/runs",
                bureau.hits() + "/settings",
                question,
                bureau.passages(),
                "/" + bureau.tenant.slug() + "/console/unanswered")) {
            HttpResponse<String> seen = auditor.open(page);
            assertThat(seen.statusCode()).as(page).isEqualTo(200);
            assertThat(Jsoup.parse(seen.body()).select("main form[method=post] button"))
                    .as(page)
                    .isEmpty();
        }
        assertThat(auditor.submit(bureau.hits() + "/runs", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void other_settings_are_tried_by_an_officer_and_adopted_by_a_reviewer_for_this_bureau_alone() {
        bureau.published(Bureau.measure("云山市信贷贴息办法", "按照利息的三成给予贴息。"));
        other.published(Bureau.measure("海湾市信贷贴息办法", "按照利息的四成给予贴息。"));
        bureau.expecting("咋倒找", "按照利息的三成给予贴息");
        Browser officer = bureau.signedIn("wang", Role.OFFICER);
        String settings = bureau.hits() + "/settings";

        HttpResponse<String> malformed = officer.submit(settings, Map.of("synonyms", "倒找=贴息\n倒找", "meaning", "100"));
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.body()).contains("第 2 行应写成", "倒找=贴息");

        HttpResponse<String> trial = officer.submit(settings, Map.of("synonyms", "倒找=贴息", "meaning", "150"));
        assertThat(trial.body()).contains("已试运行。", "新通过", "请复核人员或者局长");
        String run = trial.uri().getPath();
        assertThat(found(bureau, "咋倒找")).doesNotContain("第二条");
        assertThat(officer.submit(run + "/adoption", Map.of()).statusCode()).isEqualTo(403);

        HttpResponse<String> stale = officer.submit(settings, Map.of("synonyms", "", "meaning", "200"));
        Browser reviewer = bureau.signedIn("li", Role.REVIEWER);
        assertThat(reviewer.submit(run + "/adoption", Map.of()).body()).contains("已采用", "150%");
        assertThat(found(bureau, "咋倒找")).contains("第二条");
        assertThat(found(other, "咋倒找")).doesNotContain("第二条");
        assertThat(reviewer.submit(run + "/adoption", Map.of()).statusCode()).isEqualTo(409);
        HttpResponse<String> late = reviewer.submit(stale.uri().getPath() + "/adoption", Map.of());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("请重新试运行");
        assertThat(officer.submit(stale.uri().getPath() + "/discard", Map.of()).body())
                .contains("已放弃");
        assertThat(officer.open(settings).body()).contains("倒找=贴息");
        assertThat(TestServer.get().bean(Audit.class).count(bureau.tenant, "search.adopt", "settings/1"))
                .isEqualTo(1);
    }

    @Test
    void what_belongs_to_another_bureau_is_not_there_and_nobody_enters_without_signing_in() {
        other.published(Bureau.measure("海湾市渔船办法", "渔船贷款贴息两成。"));
        long foreign = other.expecting("渔船贴息多少", "渔船贷款贴息两成");
        Browser stranger = other.signedIn("zhao", Role.OFFICER);
        String foreignRun =
                stranger.submit(other.hits() + "/runs", Map.of()).uri().getPath();
        String runId = foreignRun.substring(foreignRun.lastIndexOf('/') + 1);
        Browser officer = bureau.signedIn("wang", Role.OFFICER);

        for (String path : List.of("/questions/" + foreign, "/questions/999999999", "/questions/x", "/runs/" + runId)) {
            assertThat(officer.open(bureau.hits() + path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/questions/" + foreign + "/removal", "/runs/" + runId + "/discard")) {
            assertThat(officer.submit(bureau.hits() + path, Map.of()).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        long own = TestServer.get().bean(HitSets.class).add(bureau.tenant, "wang", "渔船贴息多少");
        Passage theirs = TestServer.get()
                .bean(HitRuns.class)
                .hits(other.tenant, "渔船贷款贴息两成")
                .getFirst()
                .passage();
        Map<String, String> passage = Map.of("shelf", other.tenant.slug(), "passage", theirs.id());
        assertThat(officer.submit(bureau.hits() + "/questions/" + own + "/clauses", passage)
                        .statusCode())
                .isEqualTo(404);
        // Signed in at one bureau is signed in at no other.
        for (Browser nobody : List.of(new Browser(), stranger)) {
            for (String path : List.of("", "/runs", "/settings", "/questions.csv", "/questions/" + own)) {
                assertThat(nobody.open(bureau.hits() + path).uri().getPath())
                        .as(path)
                        .endsWith("/sign-in");
            }
            assertThat(nobody.open(bureau.passages()).uri().getPath()).endsWith("/sign-in");
        }
        assertThat(new Browser().open("/no-such-bureau/console/hits").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> read(Browser browser, String table) {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + table + "\r\n--cut--\r\n";
        return browser.send(HttpRequest.newBuilder(Browser.uri(bureau.hits() + "/file"))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String found(Bureau asked, String question) {
        String q = URLEncoder.encode(question, StandardCharsets.UTF_8);
        return new Browser()
                .open("/api/v1/" + asked.tenant.slug() + "/policies?q=" + q)
                .body();
    }

    private static Map<String, String> offered(HttpResponse<String> page) {
        Matcher offered = OFFERED.matcher(page.body());
        assertThat(offered.find()).as("a hit is offered").isTrue();
        return Map.of("shelf", offered.group(1), "passage", offered.group(2));
    }
}
