package cn.zhirong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.notice.Inbox;
import cn.zhirong.notice.Outbox;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The director looks through audit, outbox and inbox in Chromium, on a desk and on a phone, with scripts and without. */
class AuditWalkTest extends ChromiumWalk {
    @ParameterizedTest
    @CsvSource({"1280, true", "360, true", "360, false"})
    void the_director_searches_looks_at_one_entry_exports_verifies_and_reads_what_came(int width, boolean scripts)
            throws IOException {
        TestServer server = TestServer.get();
        Tenant city = server.aBureau();
        Accounts accounts = server.bean(Accounts.class);
        Person director = accounts.create(city, "ju", "郑局长", Role.DIRECTOR);
        server.bean(Audit.class)
                .record(
                        city,
                        AuditedChange.by("ju", "account.role", "zhao")
                                .with("很长的说明".repeat(30))
                                .from("{\"role\":\"OFFICER\",\"note\":\"" + "很长的一句话".repeat(30) + "\"}")
                                .to("{\"role\":\"REVIEWER\"}")
                                .because("任命书 5 号"));
        server.bean(Inbox.class)
                .tell(city, director.accountId(), "a", "enterprise.registered", Map.of("企业", "云山茶业"), "");
        server.bean(Outbox.class).write(city, "zhao@example.cn", "account.invitation", Map.of("链接", "/x", "姓名", "赵经理"));
        String base = "/" + city.slug();
        try (Visit visit = chromium.visit(server.url(), width, scripts)) {
            visit.context()
                    .addCookies(List.of(new Cookie("zr_session", accounts.issue(director, CredentialKind.SESSION))
                            .setUrl(server.url())));
            visit.open(base + "/console/audit").looksRight("audit");
            visit.page().getByText("查询条件").click();
            visit.page().fill("input[name=words]", "REVIEWER");
            visit.page()
                    .getByText("查询", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            visit.page().waitForURL("**words=REVIEWER**");
            visit.looksRight("audit search");
            Download file = visit.page().waitForDownload(() -> visit.press("导出 CSV"));
            assertThat(Files.readString(file.path()))
                    .startsWith("\ufeff")
                    .contains("任命书 5 号", "REVIEWER")
                    .doesNotContain("tenant.open");
            visit.page().locator(".table th a").first().click();
            visit.page().waitForURL("**/entries/**");
            visit.looksRight("audit entry");
            assertThat(visit.page().locator("main").innerText()).contains("任命书 5 号", "REVIEWER", "很长的一句话");
            visit.open(base + "/console/audit");
            visit.page()
                    .getByText("校验", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(visit.page().locator(".notification-done").innerText()).contains("校验通过");
            visit.looksRight("audit verified");
            visit.open(base + "/console/outbox").looksRight("outbox");
            assertThat(visit.page().locator("main").innerText())
                    .contains("z***@example.cn")
                    .doesNotContain("zhao@example.cn");
            visit.page().getByText("收件箱（1 条未读）").first().click();
            visit.page().waitForURL("**/account/inbox");
            visit.looksRight("inbox");
            visit.page().getByText("全部标为已读").click();
            assertThat(visit.page().locator(".notification-done").innerText()).contains("已全部标为已读");
            visit.looksRight("inbox read");
        }
    }
}
