package cn.zhirong.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.policy.PolicyDesk;
import cn.zhirong.policy.PolicyFilter;
import cn.zhirong.policy.PolicyLibrary;
import cn.zhirong.policy.Upload;
import cn.zhirong.policy.UploadHints;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 云州市 and the platform that opened it. */
final class BureauFixture {
    static final String TEXT = """
            # 云州市专利保险补贴办法

            云金〔2026〕%s号

            第一条　为减轻投保负担，制定本办法。

            第二条　按照保费的50%%给予补贴，每家企业每年不超过3万元。

            第三条　申请补贴应当提交下列材料：

            （一）申请表；

            （二）保险单。

            第四条　本办法自2026年3月1日起施行。
            """;

    private static final AtomicInteger NEXT = new AtomicInteger();

    private BureauFixture() {}

    static Browser operator() {
        Tenant platform = TestServer.get().bean(Tenants.class).platform();
        return signedIn(platform, "ops-" + UUID.randomUUID().toString().substring(0, 8), Role.PLATFORM_OPERATOR);
    }

    static Browser signedIn(Tenant tenant, String username, Role role) {
        Accounts accounts = TestServer.get().bean(Accounts.class);
        Person person = accounts.find(tenant, username)
                .orElseGet(() -> accounts.create(tenant, username, "人员" + username, role));
        Browser browser = new Browser();
        browser.submit("/" + tenant.slug() + "/sign-in", Browser.byLink(accounts.issue(person, CredentialKind.LINK)));
        return browser;
    }

    /** What an operator types to open a bureau. */
    static Map<String, String> form(String slug) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("slug", slug),
                Map.entry("name", "云州市金融工作局"),
                Map.entry("shortName", "云州金融"),
                Map.entry("regionName", "示例省云州市"),
                Map.entry("regionCode", "990100"),
                Map.entry("primary", "#0b5394"),
                Map.entry("department", "融资服务科"),
                Map.entry("phone", "0000-1234567"),
                Map.entry("template", "texts"),
                Map.entry("directorName", "周局长"),
                Map.entry("username", "director")));
    }

    /** The path of the set-up link on the page that tells it. */
    static String link(HttpResponse<String> opened) {
        Matcher link = Pattern.compile("/[a-z0-9-]+/sign-in\\?token=[^<\"\\s]+").matcher(opened.body());
        if (!link.find()) {
            throw new AssertionError("no link on " + opened.body());
        }
        return link.group().replace("&amp;", "&");
    }

    static String revision(HttpResponse<String> shown) {
        Matcher revision = Pattern.compile("name=\"revision\" value=\"(\\d+)\"").matcher(shown.body());
        if (!revision.find()) {
            throw new AssertionError("no revision on " + shown.body());
        }
        return revision.group(1);
    }

    static void published(Tenant tenant, String text) {
        try {
            Path file = Files.createTempFile("bureau", ".md");
            Files.writeString(file, text);
            Upload upload =
                    TestServer.get().bean(PolicyDesk.class).importAndPublish(tenant, "办法.md", file, UploadHints.none());
            Files.delete(file);
            if (!(upload instanceof Upload.Stored)) {
                throw new AssertionError("not stored: " + upload);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T bean(Class<T> type) {
        return TestServer.get().bean(type);
    }

    static String aSlug() {
        return "yunzhou-" + NEXT.incrementAndGet();
    }

    static Tenant opened(String slug) {
        HttpResponse<String> answer = operator().submit("/platform/opening", form(slug));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return bean(Tenants.class).find(slug).orElseThrow();
    }

    static List<String> provisions(Tenant tenant) {
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

    static List<String> rows(String sql) {
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

    static void execute(String sql) {
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
