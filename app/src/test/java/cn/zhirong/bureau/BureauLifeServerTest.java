package cn.zhirong.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Role;
import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.policy.BundledLibrary;
import cn.zhirong.policy.BundledPolicy;
import cn.zhirong.policy.PolicyFiles;
import cn.zhirong.policy.PolicyFilter;
import cn.zhirong.policy.PolicyLibrary;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantFiles;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a bureau on a real server: opened, set up, suspended, exported, deleted. */
class BureauLifeServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static <T> T bean(Class<T> type) {
        return TestServer.get().bean(type);
    }

    private static String aSlug() {
        return "yunzhou-" + NEXT.incrementAndGet();
    }

    private static Tenant opened(String slug) {
        HttpResponse<String> answer = BureauFixture.operator().submit("/platform/opening", BureauFixture.form(slug));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return bean(Tenants.class).find(slug).orElseThrow();
    }

    @Test
    void an_operator_opens_a_bureau_and_its_director_comes_in_by_a_link_that_works_once() {
        String slug = aSlug();
        Browser operator = BureauFixture.operator();
        assertThat(operator.open("/platform").body()).contains("租户", "新建租户");
        HttpResponse<String> opened = operator.submit("/platform/opening", BureauFixture.form(slug));
        assertThat(opened.statusCode()).isEqualTo(201);
        String link = BureauFixture.link(opened);
        assertThat(operator.open("/platform/bureaus/" + slug).body())
                .contains("云州市金融工作局", "正常")
                .doesNotContain("token=");

        String token = link.replaceAll(".*token=([^&]+).*", "$1");
        Browser director = new Browser();
        assertThat(director.open(link).body()).contains(token);
        HttpResponse<String> in = director.submit(
                "/" + slug + "/sign-in", Map.of("token", token, "return", "/" + slug + "/console/settings"));
        assertThat(in.body()).contains("本局设置", "云州市金融工作局", "周局长");
        assertThat(new Browser()
                        .submit("/" + slug + "/sign-in", Map.of("token", token))
                        .statusCode())
                .isEqualTo(400);
        assertThat(new Browser().open("/" + slug).body()).contains("您可以问本局已发布的金融政策");
        Tenant tenant = bean(Tenants.class).find(slug).orElseThrow();
        assertThat(bean(Audit.class).count(tenant, "tenant.open", slug)).isEqualTo(1);
        assertThat(bean(Audit.class).count(bean(Tenants.class).platform(), "bureau.open", slug))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slug|api|不可用",
                "slug|Y1|不可用",
                "slug|a|不可用",
                "primary|#ffcc00|对比度",
                "primary|red|主色应当写成",
                "name|云|名称须为 2 至 60 个字",
                "regionCode|12345|6 位数字",
                "email|nobody|不是电子邮箱",
                "username|x|用户名须为",
                "directorName|周|局长姓名须为 2 至 30 个字"
            })
    void a_wrong_field_is_named_and_nothing_typed_is_lost(String field, String value, String message) {
        String slug = aSlug();
        Map<String, String> form = BureauFixture.form(slug);
        form.put(field, value);
        HttpResponse<String> answer = BureauFixture.operator().submit("/platform/opening", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message, "融资服务科", "href=\"#" + field + "\"");
        assertThat(bean(Tenants.class).find(slug)).isEmpty();
    }

    @Test
    void the_platform_is_nobody_elses() {
        Tenant bureau = TestServer.get().aBureau();
        Browser director = BureauFixture.signedIn(bureau, "director", Role.DIRECTOR);
        assertThat(director.open("/platform/bureaus").body()).contains("登录");
        assertThat(director.submit("/platform/opening", BureauFixture.form(aSlug()))
                        .body())
                .contains("登录");
        assertThat(BureauFixture.operator()
                        .open("/" + bureau.slug() + "/console/settings")
                        .body())
                .contains("登录");
        assertThat(BureauFixture.operator().open("/platform/bureaus/shared").statusCode())
                .isEqualTo(404);
        assertThat(BureauFixture.operator().open("/platform/bureaus/platform").statusCode())
                .isEqualTo(404);
        Browser officer = BureauFixture.signedIn(bureau, "officer", Role.OFFICER);
        assertThat(officer.open("/" + bureau.slug() + "/console/settings").statusCode())
                .isEqualTo(403);
        Browser auditor = BureauFixture.signedIn(bureau, "auditor", Role.AUDITOR);
        String settings = "/" + bureau.slug() + "/console/settings";
        assertThat(auditor.open(settings).body()).contains("不能更改").doesNotContain("保存设置", "导出与删除");
        assertThat(auditor.submit(settings, Map.of()).statusCode()).isEqualTo(403);
        assertThat(auditor.open("/" + bureau.slug() + "/console/leave").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_suspended_bureau_shows_one_page_everywhere_and_resumes() {
        Tenant tenant = opened(aSlug());
        String slug = tenant.slug();
        BureauFixture.published(tenant, BureauFixture.TEXT.formatted("11" + tenant.id()));
        Browser director = BureauFixture.signedIn(tenant, "ju", Role.DIRECTOR);
        Browser operator = BureauFixture.operator();
        String page = "/platform/bureaus/" + slug;
        assertThat(operator.submit(page + "/suspension", Map.of("reason", "欠")).statusCode())
                .isEqualTo(400);
        assertThat(operator.submit(page + "/suspension", Map.of("reason", "合同到期"))
                        .body())
                .contains("已暂停服务", "合同到期");
        for (String path : List.of(
                "", "/", "/policies", "/ask", "/sign-in", "/theme.css", "/console/settings", "/console/leave", "/nothing")) {
            for (Browser anybody : List.of(new Browser(), director)) {
                HttpResponse<String> answer = anybody.open("/" + slug + path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.body())
                        .contains("暂停服务", "融资服务科", "0000-1234567")
                        .doesNotContain("专利保险");
                assertThat(answer.headers().allValues("X-Content-Type-Options")).contains("nosniff");
            }
        }
        HttpResponse<String> call = new Browser().open("/api/v1/" + slug + "/policies");
        assertThat(call.statusCode()).isEqualTo(503);
        assertThat(call.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(call.body()).contains("/problems/suspended").doesNotContain("专利保险");
        assertThat(new Browser().submit("/" + slug + "/ask", Map.of("question", "补贴多少")).statusCode())
                .isEqualTo(503);

        assertThat(operator.submit(page + "/suspension", Map.of("reason", "再来一次")).statusCode())
                .isEqualTo(409);
        assertThat(operator.submit(page + "/resumption", Map.of("reason", "已续约")).body())
                .contains("已恢复服务");
        assertThat(director.open("/" + slug + "/policies").body()).contains("专利保险");
    }

    @Test
    void a_change_is_seen_at_once_by_the_next_request_and_the_second_editor_loses_nothing() {
        Tenant tenant = opened(aSlug());
        String settings = "/" + tenant.slug() + "/console/settings";
        Browser one = BureauFixture.signedIn(tenant, "one", Role.DIRECTOR);
        Browser other = BureauFixture.signedIn(tenant, "two", Role.DIRECTOR);
        String revision = BureauFixture.revision(one.open(settings));
        Map<String, String> form = BureauFixture.form(tenant.slug());
        form.put("revision", revision);
        form.put("features", "OPEN_LIBRARY");
        form.put("primary", "#123456");
        form.put("welcome", "云州欢迎您。");
        assertThat(one.submit(settings, form).body()).contains("设置已保存");
        assertThat(new Browser().open("/" + tenant.slug()).body()).contains("云州欢迎您。");
        assertThat(new Browser().open("/" + tenant.slug() + "/theme.css").body()).contains("#123456");

        form.put("name", "云州市地方金融管理局");
        HttpResponse<String> late = other.submit(settings, form);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("刚被别人改过", "云州市地方金融管理局");
        form.put("primary", "#ffee00");
        form.put("revision", BureauFixture.revision(late));
        form.put("suggestions", "一个问题？");
        HttpResponse<String> wrong = other.submit(settings, form);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("对比度", "6 至 8 个", "云州市地方金融管理局");
        assertThat(rows("SELECT detail FROM audit_entry WHERE tenant_id = " + tenant.id()
                        + " AND action = 'tenant.configure'"))
                .singleElement()
                .asString()
                .contains("primary: #0b5394 -> #123456", "switchedOff: [] ->", "ASSISTANT", "REGISTRATION");
    }

    @Test
    void what_is_switched_off_is_not_offered_and_not_answered() {
        Tenant tenant = opened(aSlug());
        String slug = tenant.slug();
        Browser director = BureauFixture.signedIn(tenant, "one", Role.DIRECTOR);
        Map<String, String> form = BureauFixture.form(slug);
        form.put("revision", BureauFixture.revision(director.open("/" + slug + "/console/settings")));
        assertThat(director.submit("/" + slug + "/console/settings", form).body())
                .contains("设置已保存");
        Browser anybody = new Browser();
        assertThat(anybody.open("/" + slug + "/ask").statusCode()).isEqualTo(403);
        assertThat(anybody.open("/" + slug + "/ask").body()).contains("暂未开放智能问答");
        assertThat(anybody.submit("/" + slug + "/ask", Map.of("question", "补贴多少")).statusCode())
                .isEqualTo(403);
        assertThat(anybody.open("/api/v1/" + slug + "/ask").statusCode()).isIn(403, 405);
        assertThat(anybody.open("/" + slug).body()).doesNotContain("href=\"/" + slug + "/ask\"");
        assertThat(anybody.open("/" + slug + "/policies").body()).contains("登录").doesNotContain("搜索");
        assertThat(anybody.open("/api/v1/" + slug + "/policies").statusCode()).isEqualTo(401);
        assertThat(director.open("/" + slug + "/policies").statusCode()).isEqualTo(200);
    }

    @Test
    void the_calendar_is_read_from_a_table_and_wrong_lines_are_named() {
        Tenant tenant = opened(aSlug());
        String page = "/" + tenant.slug() + "/console/settings/calendar";
        Browser director = BureauFixture.signedIn(tenant, "one", Role.DIRECTOR);
        HttpResponse<String> wrong = director.submit(
                page, Map.of("seen", "date,working,remark\n", "days", "2030-02-30,否,示例\n2030-02-01,也许,示例\n2030-02-04,否"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("第 1 行", "2030-02-30", "第 2 行", "也许").doesNotContain("第 3 行");
        assertThat(director.submit(
                                page,
                                Map.of(
                                        "seen",
                                        "date,working,remark\n",
                                        "days",
                                        "date,working,remark\n2030-02-04,否,=示例节\n2030-02-02,是,调休\n"))
                        .body())
                .contains("工作日历已保存", "2030年2月4日", "=示例节");
        assertThat(bean(Calendars.class).of(tenant).addWorkingDays(LocalDate.of(2030, 2, 1), 2))
                .isEqualTo(LocalDate.of(2030, 2, 5));
        assertThat(director.submit(page, Map.of("seen", "date,working,remark\n", "days", ""))
                        .statusCode())
                .isEqualTo(409);
        assertThat(bean(Calendars.class).days(TestServer.get().aBureau())).isEmpty();
    }

    @Test
    void everything_comes_out_in_the_form_in_which_it_went_in(@TempDir Path folder) throws IOException {
        Tenant tenant = opened(aSlug());
        BureauFixture.published(tenant, BureauFixture.TEXT.formatted("21" + tenant.id()));
        Tenant other = TestServer.get().aBureau();
        BureauFixture.published(other, BureauFixture.TEXT.formatted("22" + other.id()).replace("云州", "别州"));
        bean(TenantExport.class).write(tenant, folder);

        TenantFiles.Loaded tenants = TenantFiles.read(folder.resolve("tenants"));
        assertThat(tenants.problems()).isEmpty();
        assertThat(tenants.tenants()).containsExactly(tenant.profile());
        PolicyFiles.Loaded policies = PolicyFiles.read(folder.resolve("policies"));
        assertThat(policies.problems()).isEmpty();
        assertThat(Files.readString(folder.resolve("说明.md"))).contains("credential", "token_hash", "没有。");

        Tenant again = bean(Tenants.class).create(TenantProfile.named(aSlug(), "重建的局"), false);
        List<BundledPolicy> moved = policies.policies().stream()
                .map(it -> new BundledPolicy(
                        again.slug(), it.slug(), it.title(), it.issuers(), it.kind(), it.level(), it.audience(),
                        it.topics(), it.source(), it.illustrative(), it.note(), it.versions()))
                .toList();
        assertThat(bean(BundledLibrary.class).load(again, moved)).isEqualTo(1);
        assertThat(provisions(again)).isEqualTo(provisions(tenant)).hasSize(6);

        assertThat(rowsOf(folder, "policy_version")).singleElement().asString().contains("云州市专利保险补贴办法");
        assertThat(rowsOf(folder, "account")).hasSize(1);
        assertThat(String.join("", rowsOf(folder, "credential"))).contains("LINK").doesNotContain("token_hash");
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain("别州");
            }
        }
        try (var originals = Files.list(folder.resolve("files"))) {
            assertThat(originals.toList()).hasSize(1);
        }
    }

    @Test
    void a_director_takes_everything_out_by_a_link_of_a_day_and_nobody_else_does() throws Exception {
        Tenant tenant = opened(aSlug());
        BureauFixture.published(tenant, BureauFixture.TEXT.formatted("31" + tenant.id()));
        String page = "/" + tenant.slug() + "/console/leave";
        Browser director = BureauFixture.signedIn(tenant, "one", Role.DIRECTOR);
        assertThat(director.submit(page + "/exports", Map.of()).body()).contains("正在生成");
        Matcher link = Pattern.compile(page + "/exports/\\d+").matcher("");
        for (int i = 0; i < 100 && !link.find(); i++) {
            Thread.sleep(300);
            link.reset(director.open(page).body());
        }
        String path = link.group();
        HttpRequest request = HttpRequest.newBuilder(Browser.uri(path)).build();
        HttpResponse<String> fetched = director.send(request);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        assertThat(names(tenant, path)).contains("tenants/" + tenant.slug() + "/tenant.yml", "data/account.jsonl", "说明.md");

        Tenant other = TestServer.get().aBureau();
        Browser stranger = BureauFixture.signedIn(other, "one", Role.DIRECTOR);
        String foreign = path.replace(tenant.slug(), other.slug());
        assertThat(stranger.open(foreign).statusCode()).isEqualTo(404);
        assertThat(new Browser().open(path).body()).contains("登录");
        Exports exports = bean(Exports.class);
        exports.expire(Instant.now().plus(Duration.ofHours(23)));
        assertThat(director.open(path).statusCode()).isEqualTo(200);
        exports.expire(Instant.now().plus(Duration.ofHours(25)));
        assertThat(director.open(path).statusCode()).isEqualTo(404);
        assertThat(director.open(page).body()).contains("已过期");
    }

    @Test
    void a_bureau_goes_after_a_second_person_and_thirty_days_and_nothing_of_it_is_left() throws SQLException {
        Tenant tenant = opened(aSlug());
        String slug = tenant.slug();
        BureauFixture.published(tenant, BureauFixture.TEXT.formatted("41" + tenant.id()));
        Tenant other = TestServer.get().aBureau();
        BureauFixture.published(other, BureauFixture.TEXT.formatted("42" + other.id()));
        bean(IndexFollower.class).catchUp();
        new Browser().open("/" + slug + "/policies?q=%E8%A1%A5%E8%B4%B4");
        assertThat(TestServer.get().data().resolve("index").resolve(slug)).exists();
        String leave = "/" + slug + "/console/leave";
        Browser director = BureauFixture.signedIn(tenant, "one", Role.DIRECTOR);
        assertThat(director.submit(leave + "/deletion", Map.of("name", "别的局", "reason", "机构合并"))
                        .statusCode())
                .isEqualTo(400);
        Map<String, String> asking = Map.of("name", "云州市金融工作局", "reason", "机构合并");
        assertThat(director.submit(leave + "/deletion", asking).body()).contains("平台还没有确认");
        Deletions deletions = bean(Deletions.class);
        Instant now = Instant.now();
        deletions.carryOut(now.plus(Duration.ofDays(400)));
        assertThat(director.open("/" + slug).statusCode()).isEqualTo(200);

        assertThat(director.submit(leave + "/deletion/cancellation", Map.of()).body())
                .contains("已撤回");
        director.submit(leave + "/deletion", asking);
        Browser operator = BureauFixture.operator();
        String confirmation = "/platform/bureaus/" + slug + "/deletion/confirmation";
        assertThat(operator.submit(confirmation, Map.of("reason", "别的")).statusCode())
                .isEqualTo(400);
        assertThat(operator.submit(confirmation, Map.of("reason", slug)).body()).contains("已确认删除申请");
        deletions.carryOut(now.plus(Duration.ofDays(29)));
        assertThat(director.open("/" + slug).statusCode()).isEqualTo(200);

        execute("CREATE TABLE IF NOT EXISTS later_table (tenant_id BIGINT NOT NULL, note VARCHAR(10),"
                + " FOREIGN KEY (tenant_id) REFERENCES tenant (id))");
        try {
            execute("INSERT INTO later_table VALUES (" + tenant.id() + ", 'a'), (" + other.id() + ", 'b')");
            deletions.carryOut(now.plus(Duration.ofDays(31)));
            for (TenantTables.Table table : bean(TenantTables.class).childrenFirst()) {
                long left = bean(TenantRows.class).count(tenant, table);
                assertThat(left > 0).as(table.name()).isEqualTo(table.name().startsWith("audit_"));
            }
            assertThat(rows("SELECT note FROM later_table")).containsExactly("b");
        } finally {
            execute("DROP TABLE later_table");
        }
        assertThat(new Browser().open("/" + slug).statusCode()).isEqualTo(404);
        assertThat(director.open("/" + slug + "/console/settings").statusCode()).isEqualTo(404);
        assertThat(TestServer.get().data().resolve("index").resolve(slug)).doesNotExist();
        assertThat(provisions(other)).hasSize(6);
        HttpResponse<String> taken = operator.submit("/platform/opening", BureauFixture.form(slug));
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.body()).contains("已被使用");
        assertThat(operator.open("/platform/bureaus/" + slug).body())
                .contains("已删除")
                .doesNotContain("云州市");
        assertThat(rows("SELECT detail FROM audit_entry WHERE action = 'bureau.delete' AND object = '" + slug + "'"))
                .singleElement()
                .asString()
                .contains("policy_version=1", "provision=6", "document_file=1", "later_table=1");

        deletions.carryOut(now.plus(Duration.ofDays(431)));
        assertThat(rows("SELECT id FROM audit_entry WHERE tenant_id = " + tenant.id())).isEmpty();
        assertThat(rows("SELECT state FROM tenant WHERE slug = '" + slug + "'")).containsExactly("DELETED");
    }

    @Test
    void the_database_itself_refuses_a_deletion_that_one_person_asked_for_and_confirmed() {
        Tenant tenant = TestServer.get().aBureau();
        bean(Deletions.class).ask(tenant, "wang", "理由");
        assertThatThrownBy(() -> bean(Deletions.class).confirm(tenant, "wang")).hasMessageContaining("同名");
        String set = "UPDATE tenant_deletion SET receipt = %s, confirmed_by = %s, due_at = %s WHERE tenant_id = "
                + tenant.id();
        assertThatThrownBy(() -> execute(set.formatted("NULL", "'wang'", "NOW()")))
                .hasStackTraceContaining("tenant_deletion_second_person");
        assertThatThrownBy(() -> execute(set.formatted("NULL", "NULL", "NOW()")))
                .hasStackTraceContaining("tenant_deletion_due");
        assertThatThrownBy(() -> execute(set.formatted("'x'", "NULL", "NULL")))
                .hasStackTraceContaining("tenant_deletion_begun");
        bean(Deletions.class).cancel(tenant, "wang", false);
    }

    private static List<String> provisions(Tenant tenant) {
        return bean(PolicyLibrary.class)
                .list(tenant, PolicyFilter.newest(LocalDate.of(2026, 11, 22), 50))
                .policies()
                .stream()
                .filter(it -> it.version().shelf().equals(tenant.slug()))
                .flatMap(it -> bean(PolicyLibrary.class)
                        .document(tenant, it.version().policyId(), null, LocalDate.of(2026, 11, 22))
                        .orElseThrow()
                        .provisions()
                        .stream())
                .map(it -> it.path() + "|" + it.heading() + "|" + it.text())
                .toList();
    }

    private static List<String> rowsOf(Path folder, String table) throws IOException {
        return Files.readAllLines(folder.resolve("data").resolve(table + ".jsonl"));
    }

    private static List<String> names(Tenant tenant, String path) throws IOException {
        List<String> names = new ArrayList<>();
        Path file = TestServer.get()
                .data()
                .resolve("exports")
                .resolve(tenant.slug())
                .resolve(path.substring(path.lastIndexOf('/') + 1) + ".zip");
        try (InputStream bytes = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static List<String> rows(String sql) {
        TransactionOperations<Connection> transactions = transactions();
        return transactions.executeRead(status -> {
            List<String> found = new ArrayList<>();
            try (Statement statement = status.getConnection().createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return found;
        });
    }

    private static void execute(String sql) {
        transactions().executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                return statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static TransactionOperations<Connection> transactions() {
        return bean(TransactionOperations.class);
    }
}
