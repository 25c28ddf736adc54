package cn.zhirong.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.kernel.CreditCode;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.options.SelectOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colleagues and firms come in, in Chromium: on a desk and on a phone, with scripts and without. */
class PeopleWalkTest extends ChromiumWalk {
    private static final String FIRM = "云山科技有限公司";
    private static final AtomicInteger NEXT = new AtomicInteger(9_000_000);
    private final TestServer server = TestServer.get();
    private final Accounts accounts = server.bean(Accounts.class);
    private final Tenant city = server.aBureau();

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void a_bank_manager_is_invited_comes_in_by_the_link_once_and_is_disabled(int width, boolean scripts) {
        try (Visit director = staff("周局长", Role.DIRECTOR, width);
                Visit manager = chromium.visit(server.url(), width, scripts)) {
            String link = invitedBank(director);
            manager.open(link).reads("设置好密码就登录完成").looksRight("link");
            manager.setPassword();
            assertThat(manager.page().locator("header.masthead").innerText())
                    .contains("陆经理", "银行客户经理")
                    .doesNotContain("人员机构");
            try (Visit finder = chromium.visit(server.url(), width, scripts)) {
                finder.refused(400, () -> finder.open(link));
                finder.reads("登录链接已经用过或者过期了").looksRight("used link");
            }
            director.open(path("/console/outbox"))
                    .reads("l***@example.cn")
                    .open(path("/console/people"))
                    .reads("云山银行")
                    .looksRight("people");
            director.follow("陆经理").reads("停用后").looksRight("person");
            director.press("停用账号").reads("账号已停用，已登录的设备随即退出").looksRight("disabled person");
            manager.open(path("/account/sessions"));
            assertThat(manager.path()).endsWith("/sign-in");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "360, true", "360, false"})
    void an_enterprise_registers_itself_is_verified_and_has_an_assistant(int width, boolean scripts) {
        CreditCode code = aCode();
        try (Visit officer = staff("陈经办", Role.OFFICER, width);
                Visit firm = chromium.visit(server.url(), width, scripts)) {
            firm.open(path("/sign-in")).follow("在这里登记").reads("登记后可以").looksRight("registration");
            typed(firm, mistyped(code)).page().check("[name=consent]");
            firm.refused(400, () -> firm.press("登记并设置密码"));
            firm.reads("且校验码正确").looksRight("wrong check digit");
            assertThat(Stream.of("enterprise", "creditCode", "name", "username", "email")
                            .map(firm::typed))
                    .containsExactly(FIRM, mistyped(code), "何经理", "he", "he@example.cn");
            assertThat(firm.page().isChecked("[name=consent]")).isTrue();
            firm.type("creditCode", code.value()).press("登记并设置密码").reads("设置好密码就登录完成");
            firm.setPassword().follow("本企业").reads("待核验").looksRight("enterprise that waits");

            officer.open(path("/console/registrations")).reads(code.value()).looksRight("to be verified");
            officer.follow(FIRM).reads("核对营业执照").looksRight("one to be verified");
            officer.press("核验通过").reads("已核验通过").looksRight("none to be verified");

            firm.open(path("/enterprise")).reads("已核验").type("name", "许会计").type("username", "xu");
            firm.press("生成登录链接").reads("24 小时内有效").looksRight("assistant invited");
            try (Visit assistant = chromium.visit(server.url(), width, scripts)) {
                assistant.open(newLink(firm)).setPassword().follow("本企业").reads("请先阅读告知");
                assistant.looksRight("first consent");
                assistant.press("同意，继续办理").reads("企业经办人");
                assistant.looksRight("enterprise of an assistant");
                assertThat(assistant.words()).contains(FIRM, "何经理").doesNotContain("生成登录链接", "停用");
                firm.open(path("/enterprise")).press("停用 许会计").reads("已停用，对方的登录随即退出");
                assistant.open(path("/enterprise"));
                assertThat(assistant.path()).endsWith("/sign-in");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void another_proves_itself_by_the_code_of_a_bank_transfer(int width, boolean scripts) {
        try (Visit officer = staff("陈经办", Role.OFFICER, width);
                Visit firm = chromium.visit(server.url(), width, scripts)) {
            typed(firm.open(path("/registration")), aCode().value()).page().check("[name=consent]");
            firm.press("登记并设置密码").reads("设置好密码就登录完成").setPassword();
            officer.open(path("/console/registrations")).follow(FIRM).press("生成打款核验码");
            officer.reads("只显示这一次").looksRight("transfer code");
            String code = officer.page().locator("main .secret").innerText().strip();
            firm.open(path("/enterprise")).reads("打款核验").looksRight("awaits a code");
            firm.type("code", code.equals("000000") ? "111111" : "000000");
            firm.refused(400, () -> firm.press("核验"));
            firm.reads("核验码不对").looksRight("wrong code");
            firm.type("code", code).press("核验").reads("核验通过。").looksRight("verified by transfer");
            officer.open(path("/console/registrations?state=VERIFIED")).reads("打款核验");
            officer.looksRight("verified enterprises");
        }
    }

    /** The director adds a bank and invites its manager, who lacked the bank at first; gives the path of the link. */
    private String invitedBank(Visit director) {
        director.open(path("/console/organisations")).reads("还没有合作机构").looksRight("no organisations");
        director.page().selectOption("[name=kind]", "BANK");
        director.type("enterprise", "云山银行").press("添加机构").reads("已添加云山银行");
        director.looksRight("organisations");
        director.open(path("/console/people/new")).looksRight("invitation");
        director.type("name", "陆经理").type("username", "lu").type("email", "lu@example.cn");
        director.page().selectOption("[name=role]", Role.BANK_MANAGER.name());
        director.refused(400, () -> director.press("生成登录链接"));
        director.reads("须选择所属机构").looksRight("refused invitation");
        assertThat(Stream.of("name", "username", "email", "role").map(director::typed))
                .containsExactly("陆经理", "lu", "lu@example.cn", "BANK_MANAGER");
        director.page().selectOption("[name=organisation]", new SelectOption().setLabel("银行：云山银行"));
        director.press("生成登录链接").reads("24 小时内有效").looksRight("invited");
        return newLink(director);
    }

    private static Visit typed(Visit firm, String creditCode) {
        return firm.type("enterprise", FIRM)
                .type("creditCode", creditCode)
                .type("name", "何经理")
                .type("username", "he")
                .type("email", "he@example.cn");
    }

    /** The path of the link on the page, which is told as the address of another port. */
    private static String newLink(Visit visit) {
        return visit.page().locator("#new-link").innerText().strip().replaceFirst("^https?://[^/]+", "");
    }

    private static CreditCode aCode() {
        String body = "91440000MA" + NEXT.incrementAndGet();
        return Stream.of("0123456789ABCDEFGHJKLMNPQRTUWXY".split(""))
                .flatMap(last -> CreditCode.typed(body + last).stream())
                .findFirst()
                .orElseThrow();
    }

    private static String mistyped(CreditCode code) {
        String right = code.value();
        return right.substring(0, 17) + (right.charAt(17) == '0' ? '1' : '0');
    }

    private Visit staff(String name, Role role, int width) {
        String username = role.name().toLowerCase(java.util.Locale.ROOT);
        String session = accounts.issue(accounts.create(city, username, name, role), CredentialKind.SESSION);
        return chromium.visit(server.url(), width, true).signedIn(session);
    }

    private String path(String below) {
        return "/" + city.slug() + below;
    }
}
