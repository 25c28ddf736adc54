package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.people.Organisations;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Chromium;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A firm declares and an officer verifies and imports, in Chromium, on a desk and on a phone, with scripts and without. */
class RegisterWalkTest {
    private static Chromium chromium;

    @BeforeAll
    static void a_browser() {
        Chromium.required();
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "360, true", "360, false"})
    void a_firm_declares_an_officer_verifies_and_takes_in_a_table(int width, boolean scripts) {
        TestServer server = TestServer.get();
        Tenant city = server.aBureau();
        Accounts accounts = server.bean(Accounts.class);
        DemonstrationFirms.First first = server.bean(DemonstrationFirms.class).load(city);
        long organisation = server.bean(Organisations.class).addEnterprise(city, "system", first.name(), first.code());
        Person owner = accounts.create(city, "system", "he", "何经理", Role.ENTERPRISE_OWNER, organisation, null);
        Person officer = accounts.create(city, "chen", "陈经办", Role.OFFICER);
        String base = "/" + city.slug();
        try (Visit visit = chromium.visit(server.url(), width, scripts)) {
            as(visit, server, owner);
            visit.open(base + "/enterprise/profile").looksRight("own profile");
            visit.open(base + "/enterprise/profile/items/new?group=property").looksRight("own item");
            visit.page().selectOption("#kind", "ip.software");
            visit.page().fill("#title", "示例控制软件");
            visit.page().fill("#evidence", "登记证书（示例）");
            visit.page().locator("main button.button-primary").click();
            assertThat(visit.page().locator(".notification-done").innerText()).contains("已申报");
            visit.looksRight("own list");
        }
        try (Visit visit = chromium.visit(server.url(), width, scripts)) {
            as(visit, server, officer);
            visit.open(base + "/console/enterprises").looksRight("register");
            visit.page().fill("#q", first.code().value());
            visit.page().locator(".register-filter button").click();
            visit.page().waitForURL("**q=" + first.code().value() + "**");
            visit.looksRight("register search");
            visit.page().locator(".table th a").first().click();
            visit.page().waitForURL("**/console/enterprises/*");
            visit.looksRight("firm");
            visit.page()
                    .locator(".register-waiting button[value=accept]")
                    .last()
                    .click();
            assertThat(visit.page().locator(".notification-done").innerText()).contains("已采纳");
            for (String part : List.of("years", "honour", "property", "credit", "history")) {
                visit.open(visit.path() + "?part=" + part).looksRight("firm " + part);
            }
            visit.open(visit.path() + "/facts").looksRight("facts");
            visit.open(base + "/console/enterprises/import").looksRight("import");
            visit.page()
                    .setInputFiles(
                            "#file",
                            new FilePayload(
                                    "名单.csv",
                                    "text/csv",
                                    ("统一社会信用代码,企业名称,年度,从业人员\n" + first.code() + ",,2025,很多\n"
                                                    + EnterpriseFixture.code(77_777) + ",海州示例有限公司,2025,12\n")
                                            .getBytes(StandardCharsets.UTF_8)));
            visit.page().fill("#evidence", "示例名单");
            visit.page().locator("main .form button.button-primary").click();
            visit.page().waitForURL("**/console/enterprises/import/*");
            visit.looksRight("import report");
            assertThat(visit.page().locator("main").innerText()).contains("第 2 行", "“很多”", "导入其余 1 行");
            visit.page().locator("main .actions button.button-primary").click();
            assertThat(visit.page().locator(".notification-done").innerText()).contains("新增企业 1 家");
            visit.looksRight("import done");
        }
    }

    private static void as(Visit visit, TestServer server, Person person) {
        String session = server.bean(Accounts.class).issue(person, CredentialKind.SESSION);
        visit.context().addCookies(List.of(new Cookie("zr_session", session).setUrl(server.url())));
    }
}
