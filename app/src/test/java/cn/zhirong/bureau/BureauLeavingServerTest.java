package cn.zhirong.bureau;

import static cn.zhirong.bureau.BureauFixture.aSlug;
import static cn.zhirong.bureau.BureauFixture.bean;
import static cn.zhirong.bureau.BureauFixture.execute;
import static cn.zhirong.bureau.BureauFixture.opened;
import static cn.zhirong.bureau.BureauFixture.provisions;
import static cn.zhirong.bureau.BureauFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Role;
import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.policy.BundledLibrary;
import cn.zhirong.policy.BundledPolicy;
import cn.zhirong.policy.PolicyFiles;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantFiles;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last days of a bureau on a real server: exported, deleted. */
class BureauLeavingServerTest {
    @Test
    void everything_comes_out_in_the_form_in_which_it_went_in(@TempDir Path folder) throws IOException {
        Tenant tenant = opened(aSlug());
        BureauFixture.published(tenant, BureauFixture.TEXT.formatted("21" + tenant.id()));
        Tenant other = TestServer.get().aBureau();
        BureauFixture.published(
                other, BureauFixture.TEXT.formatted("22" + other.id()).replace("云州", "别州"));
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
                        again.slug(),
                        it.slug(),
                        it.title(),
                        it.issuers(),
                        it.kind(),
                        it.level(),
                        it.audience(),
                        it.topics(),
                        it.source(),
                        it.illustrative(),
                        it.note(),
                        it.versions()))
                .toList();
        assertThat(bean(BundledLibrary.class).load(again, moved)).isEqualTo(1);
        assertThat(provisions(again)).isEqualTo(provisions(tenant)).hasSize(6);

        assertThat(rowsOf(folder, "policy_version")).singleElement().asString().contains("云州市专利保险补贴办法");
        assertThat(rowsOf(folder, "account")).hasSize(1);
        assertThat(String.join("", rowsOf(folder, "credential")))
                .contains("LINK")
                .doesNotContain("token_hash");
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
        Patience.until(
                "the export is ready",
                () -> link.reset(director.open(page).body()).find());
        String path = link.group();
        HttpRequest request = HttpRequest.newBuilder(Browser.uri(path)).build();
        HttpResponse<String> fetched = director.send(request);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(names(tenant, path))
                .contains("tenants/" + tenant.slug() + "/tenant.yml", "data/account.jsonl", "说明.md");

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
        assertThat(rows("SELECT id FROM audit_entry WHERE tenant_id = " + tenant.id()))
                .isEmpty();
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
}
