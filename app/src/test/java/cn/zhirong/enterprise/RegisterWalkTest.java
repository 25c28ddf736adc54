package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.kernel.CreditCode;
import cn.zhirong.people.Organisations;
import cn.zhirong.privacy.Consents;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A firm declares, an officer verifies and takes in a table, in Chromium: on a desk and on a phone, with scripts and without. */
class RegisterWalkTest extends ChromiumWalk {
    private static final String FIRM = "云山科技有限公司";
    private static final CreditCode CODE = EnterpriseFixture.code(70_001);
    private static final CreditCode ANOTHER = EnterpriseFixture.code(70_002);
    private final TestServer server = TestServer.get();
    private final Accounts accounts = server.bean(Accounts.class);
    private final Tenant city = server.aBureau();
    private final int lastYear = server.bean(Enterprises.class).today().getYear() - 1;

    @ParameterizedTest
    @CsvSource({"1280, true", "360, true", "360, false"})
    void what_a_firm_declares_is_verified_and_a_table_is_taken_in_after_a_look_at_its_errors(
            int width, boolean scripts) {
        try (Visit firm = chromium.visit(server.url(), width, scripts).signedIn(owner());
                Visit officer = chromium.visit(server.url(), width, scripts).signedIn(officer())) {
            declares(firm);
            verifies(officer);
            firm.open(path("/enterprise/profile?part=history")).reads("已看社保名册").looksRight("own history");
            firm.open(path("/enterprise/profile?part=property")).reads("待核实").looksRight("own property");
            assertThat(firm.words()).contains("示例控制软件").doesNotContain("陈经办");
            reads(officer);
            takesIn(officer);
        }
    }

    /** Staff of last year, and a programme, at first without saying what that rests on. */
    private void declares(Visit firm) {
        firm.open(path("/enterprise/profile")).reads(FIRM).looksRight("own profile");
        firm.open(path("/enterprise/profile/years/" + lastYear)).reads("从业人员").looksRight("own year");
        firm.type("staff", "150").type("evidence", "社保名册（示例）").press("提交申报");
        firm.reads("已申报 1 项，等待本单位核实").looksRight("own year declared");
        firm.open(path("/enterprise/profile/items/new?group=property")).reads("软件著作权");
        firm.looksRight("own item");
        firm.page().selectOption("main [name=kind]", "ip.software");
        firm.type("title", "示例控制软件");
        firm.refused(400, () -> firm.press("提交申报"));
        firm.reads("依据须为 2 至 300 个字").looksRight("own item refused");
        assertThat(firm.typed("title")).isEqualTo("示例控制软件");
        assertThat(firm.typed("kind")).isEqualTo("ip.software");
        firm.type("evidence", "登记证书（示例）").press("提交申报");
        firm.reads("已申报，等待本单位核实").looksRight("own list");
    }

    private void verifies(Visit officer) {
        officer.open(path("/console/enterprises")).reads("共 1 家企业").looksRight("register");
        officer.type("q", CODE.value()).press("查询").reads("找到 1 家企业").looksRight("register search");
        officer.follow(FIRM).reads("待核实的申报（2 项）").looksRight("firm");
        Locator staff = officer.page().locator(".register-waiting > li", new Page.LocatorOptions().setHasText("从业人员"));
        officer.refused(400, () -> press(staff, "不采纳"));
        officer.reads("不采纳的原因须为 2 至 300 个字").looksRight("firm without a reason");
        staff.locator("[name=words]").fill("已看社保名册");
        press(staff, "采纳");
        officer.reads("已采纳，记为已核实").reads("待核实的申报（1 项）").looksRight("firm verified");
    }

    /** Every part of the firm's page, and its forms. */
    private void reads(Visit officer) {
        String firm = officer.path();
        Map<String, String> parts = Map.of(
                "years", "150",
                "honour", "还没有荣誉资质记录",
                "property", "待核实",
                "credit", "还没有信用与处罚记录",
                "history", "已看社保名册");
        parts.forEach((part, words) ->
                officer.open(firm + "?part=" + part).reads(words).looksRight("firm " + part));
        officer.open(firm + "/facts").reads("企业名称").looksRight("facts");
        officer.open(firm + "/years/" + lastYear).reads("从业人员").looksRight("year");
        assertThat(officer.typed("staff")).isEqualTo("150");
        officer.open(firm + "/items/new?group=honour").reads("类别").looksRight("item");
    }

    /** One line of the table is wrong: the dry run says where, and the rest is taken. */
    private void takesIn(Visit officer) {
        officer.open(path("/console/enterprises/import")).reads("下载模板").looksRight("import");
        String table = "统一社会信用代码,企业名称,年度,从业人员\n" + CODE + ",," + lastYear + ",很多\n" + ANOTHER + ",海州示例有限公司," + lastYear
                + ",12\n";
        officer.page()
                .setInputFiles(
                        "main [name=file]",
                        new FilePayload("名单.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        officer.type("evidence", "示例名单").press("上传并检查");
        officer.reads("需要改正的地方").looksRight("dry run");
        assertThat(officer.words()).contains("第 2 行", "“很多”", "有错的行");
        officer.press("导入其余 1 行").reads("新增企业 1 家").looksRight("taken in");
        officer.open(path("/console/enterprises")).reads("共 2 家企业").reads("海州示例有限公司");
        officer.follow("海州示例有限公司").reads("基本信息");
        officer.open(officer.path() + "/years/" + lastYear)
                .reads("没有改动的也已对照依据核对")
                .looksRight("year imported");
        officer.page().check("main [name=confirms]");
        officer.type("evidence", "社保名册（示例）").press("保存");
        officer.reads("已保存 1 项，记为已核实").looksRight("imported and verified");
    }

    private String owner() {
        long organisation = server.bean(Organisations.class).addEnterprise(city, "system", FIRM, CODE);
        Person owner = accounts.create(city, "system", "he", "何经理", Role.ENTERPRISE_OWNER, organisation, null);
        server.bean(Consents.class).give(city, owner);
        return accounts.issue(owner, CredentialKind.SESSION);
    }

    private String officer() {
        return accounts.issue(accounts.create(city, "chen", "陈经办", Role.OFFICER), CredentialKind.SESSION);
    }

    private static void press(Locator within, String button) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private String path(String below) {
        return "/" + city.slug() + below;
    }
}
