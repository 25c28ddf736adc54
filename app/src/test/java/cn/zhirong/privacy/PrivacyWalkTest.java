package cn.zhirong.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A firm reads what is kept of it, takes it out and has it deleted, in Chromium with scripts and without. */
class PrivacyWalkTest extends ChromiumWalk {
    private final TestServer server = TestServer.get();
    private final Accounts accounts = server.bean(Accounts.class);
    private final Tenant city = server.aBureau();

    @ParameterizedTest
    @CsvSource({"1280, true", "360, true", "360, false"})
    void a_firm_takes_its_data_out_and_has_it_deleted_by_an_officer(int width, boolean scripts) throws IOException {
        String link = registered();
        try (Visit firm = chromium.visit(server.url(), width, scripts);
                Visit officer = officer(width)) {
            firm.open(path("")).follow("个人信息保护").reads("个人信息处理者").looksRight("notice");
            firm.open(link).setPassword();
            firm.open(path("/account/data")).reads("he@example.cn").looksRight("own data");
            Download file = firm.page().waitForDownload(() -> firm.follow("导出为 JSON 文件"));
            assertThat(Files.readString(file.path())).contains("何经理", "he@example.cn");
            firm.refused(400, () -> firm.press("提交申请"));
            firm.reads("请写明申请删除的原因").looksRight("no reason");
            firm.type("reason", "不再办理业务。").press("提交申请").reads("已收到您的申请").looksRight("asked");

            officer.open(path("/console/privacy")).reads("还有 15 个工作日").looksRight("requests");
            officer.page().locator("main table a").first().click();
            officer.reads("不再办理业务").looksRight("one request");
            officer.type("answer", "已按您的申请删除。");
            officer.refused(400, () -> officer.press("提交答复"));
            officer.reads("请选择处理结果").looksRight("undecided");
            assertThat(officer.typed("answer")).isEqualTo("已按您的申请删除。");
            officer.page().check("[name=decision][value=done]");
            officer.press("提交答复").reads("已答复这份申请").looksRight("answered");
            firm.open(path("/account/data"));
            assertThat(firm.path()).endsWith("/sign-in");
        }
    }

    /** The path of the link of a firm that registered itself. */
    private String registered() {
        Map<String, String> form = Map.of(
                "enterprise",
                "云山科技有限公司",
                "creditCode",
                "91350100M000100Y43",
                "name",
                "何经理",
                "username",
                "he",
                "email",
                "he@example.cn",
                "consent",
                "yes");
        return new Browser()
                .submit(path("/registration"), form)
                .uri()
                .toString()
                .replaceFirst("^https?://[^/]+", "");
    }

    private Visit officer(int width) {
        String session = accounts.issue(accounts.create(city, "chen", "陈经办", Role.OFFICER), CredentialKind.SESSION);
        return chromium.visit(server.url(), width, true).signedIn(session);
    }

    private String path(String below) {
        return "/" + city.slug() + below;
    }
}
