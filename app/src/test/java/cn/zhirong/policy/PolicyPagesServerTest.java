package cn.zhirong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a document through the pages, from upload to reading, with a real server. */
class PolicyPagesServerTest {
    private static final String TEXT = """
            # 云州市专利保险补贴办法

            云金〔2026〕%s号

            第一条　为减轻投保负担，制定本办法。

            第二条　按照保费的50%%给予补贴。

            第三条　本办法自2026年3月1日起施行。
            """;

    private Tenant bureau;

    @BeforeEach
    void people() {
        bureau = TestServer.get().aBureau();
    }

    @Test
    void a_document_is_uploaded_by_one_and_published_by_another_and_then_read_by_everybody() {
        Browser officer = signedIn("wang", Role.OFFICER);
        long draft = upload(officer, TEXT.formatted(bureau.id()));
        String page = "/" + bureau.slug() + "/console/policies/" + draft;
        HttpResponse<String> shown = officer.open(page);
        assertThat(shown.body()).contains("云州市专利保险补贴办法", "第二条", "不能发布");

        assertThat(officer.submit(page + "/publication", Map.of("revision", revision(shown)))
                        .statusCode())
                .isEqualTo(403);
        Browser anybody = new Browser();
        assertThat(anybody.open("/" + bureau.slug() + "/policies").body()).doesNotContain("云州市专利保险补贴办法");

        Browser reviewer = signedIn("li", Role.REVIEWER);
        HttpResponse<String> published =
                reviewer.submit(page + "/publication", Map.of("revision", revision(reviewer.open(page))));
        assertThat(published.body()).contains("已发布", "查看公开页面");
        String list = anybody.open("/" + bureau.slug() + "/policies").body();
        // The shared shelf, which other tests fill, stands in the same list.
        Matcher link = Pattern.compile("/" + bureau.slug() + "/policies/[0-9]+/v1(?=\"[^>]*>云州市专利保险补贴办法)")
                .matcher(list);
        assertThat(link.find()).isTrue();
        assertThat(anybody.open(link.group()).body()).contains("按照保费的50%给予补贴。", "第二条的链接");
        HttpResponse<String> file = anybody.open(link.group() + "/file");
        assertThat(file.body()).isEqualTo(TEXT.formatted(bureau.id()));
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(file.headers().allValues("X-Content-Type-Options")).contains("nosniff");

        Tenant other = TestServer.get().aBureau();
        String foreign = link.group().replace(bureau.slug(), other.slug());
        String unknown = "/" + other.slug() + "/policies/999999999/v1";
        assertThat(anybody.open(foreign).statusCode()).isEqualTo(404);
        assertThat(withoutPath(anybody.open(foreign).body(), foreign))
                .isEqualTo(withoutPath(anybody.open(unknown).body(), unknown));
        assertThat(anybody.open(foreign + "/file").statusCode()).isEqualTo(404);
    }

    @Test
    void a_reviewer_cannot_publish_what_they_uploaded() {
        Browser reviewer = signedIn("zhou", Role.REVIEWER);
        long draft = upload(reviewer, TEXT.formatted("7" + bureau.id()));
        String page = "/" + bureau.slug() + "/console/policies/" + draft;
        HttpResponse<String> refused =
                reviewer.submit(page + "/publication", Map.of("revision", revision(reviewer.open(page))));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("上传人不能发布自己上传的文件");
    }

    @Test
    void facts_that_cannot_be_taken_come_back_as_typed_and_a_second_editor_loses_nothing() {
        Browser officer = signedIn("wang", Role.OFFICER);
        long draft = upload(officer, TEXT.formatted("8" + bureau.id()));
        String page = "/" + bureau.slug() + "/console/policies/" + draft;
        String revision = revision(officer.open(page));
        HttpResponse<String> wrong = officer.submit(
                page + "/facts",
                Map.of("revision", revision, "title", "", "kind", "NOTICE", "level", "CITY", "note", "请先<看>这里"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("标题不能为空。", "请先&lt;看&gt;这里");

        Map<String, String> first = Map.of("revision", revision, "title", "甲稿", "kind", "NOTICE", "level", "CITY");
        assertThat(officer.submit(page + "/facts", first).body()).contains("已保存文件信息。");
        Map<String, String> second = Map.of("revision", revision, "title", "乙稿", "kind", "NOTICE", "level", "CITY");
        HttpResponse<String> conflict = officer.submit(page + "/facts", second);
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("已被别人修改", "乙稿", "已保存的内容：甲稿");
    }

    @Test
    void a_line_is_split_at_the_words_given_and_put_together_again() {
        Browser officer = signedIn("wang", Role.OFFICER);
        long draft = upload(officer, TEXT.formatted("9" + bureau.id()));
        String page = "/" + bureau.slug() + "/console/policies/" + draft;
        HttpResponse<String> before = officer.open(page);
        Matcher line = Pattern.compile(
                        "name=\"anchor\" value=\"([a-z0-9-]+)\">\\s*<input type=\"hidden\" name=\"at\" value=\"([0-9a-f-]+)\"")
                .matcher(before.body());
        assertThat(line.find()).isTrue();
        Map<String, String> split = Map.of(
                "revision", revision(before), "act", "split", "at", line.group(2), "words", "制定本办法", "anchor", "tree");
        HttpResponse<String> after = officer.submit(page + "/corrections", split);
        assertThat(after.body()).contains("已更正条文结构。", "已更正 1 处", "第一条第二款");
        HttpResponse<String> undone =
                officer.submit(page + "/corrections/undo", Map.of("revision", revision(after), "anchor", "tree"));
        assertThat(undone.body()).contains("已撤销上一次更正。").doesNotContain("第一条第二款");
        Map<String, String> nowhere = Map.of(
                "revision",
                revision(undone),
                "act",
                "split",
                "at",
                line.group(2),
                "words",
                "没有的字",
                "anchor",
                line.group(1));
        HttpResponse<String> refused = officer.submit(page + "/corrections", nowhere);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("这一段里没有“没有的字”", "value=\"没有的字\"");
    }

    @Test
    void nobody_enters_the_console_without_signing_in() {
        HttpResponse<String> led = new Browser().open("/" + bureau.slug() + "/console/policies");
        assertThat(led.uri().getPath()).endsWith("/sign-in");
        assertThat(led.body()).contains("登录");
    }

    private Browser signedIn(String username, Role role) {
        Accounts accounts = TestServer.get().bean(Accounts.class);
        String link = accounts.issue(accounts.create(bureau, username, username, role), CredentialKind.LINK);
        Browser browser = new Browser();
        assertThat(browser.submit("/" + bureau.slug() + "/sign-in", Browser.byLink(link))
                        .statusCode())
                .isEqualTo(200);
        return browser;
    }

    private long upload(Browser browser, String text) {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.md\"\r\n"
                + "Content-Type: text/markdown\r\n\r\n" + text + "\r\n--cut--\r\n";
        HttpResponse<String> answer =
                browser.send(HttpRequest.newBuilder(Browser.uri("/" + bureau.slug() + "/console/policies/upload"))
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        String path = answer.uri().getPath();
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String revision(HttpResponse<String> page) {
        Matcher revision =
                Pattern.compile("name=\"revision\" value=\"([0-9]+)\"").matcher(page.body());
        assertThat(revision.find()).isTrue();
        return revision.group(1);
    }

    /** A page names its own address in the display settings. */
    private static String withoutPath(String body, String path) {
        return body.replace(path, "");
    }
}
