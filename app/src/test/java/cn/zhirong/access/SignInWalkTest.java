package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.testing.Chromium;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks through signing in as people do: the link, the password, the second factor, the places where one is signed in. */
class SignInWalkTest {
    private static Chromium chromium;

    @BeforeAll
    static void a_browser() {
        Chromium.required();
        TestServer.get();
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void a_new_officer_sets_a_password_and_a_second_factor_and_ends_the_other_place(int width) {
        SignInWorld world = new SignInWorld();
        Person chen = world.accounts.create(world.city, "chen", "陈经办", Role.OFFICER);
        world.server
                .bean(SignInPolicies.class)
                .change(
                        world.city,
                        "chief",
                        new SignInPolicy(SignInPolicy.PasswordProfile.MODERN, EnumSet.of(Role.OFFICER), 30, 12));
        String link = world.accounts.issue(chen, CredentialKind.LINK);
        String key;
        try (Visit visit = chromium.visit(world.server.url(), width, true)) {
            Page page = visit.page();
            visit.open(world.path("/sign-in?token=" + link)).looksRight("link");
            page.fill("input[name=password]", "password1");
            page.fill("input[name=repeat]", "password1");
            visit.refused(400, () -> page.getByText("设置密码并登录").click());
            visit.looksRight("refused password");
            assertThat(page.locator(".error-summary").innerText()).contains("太常见");
            page.fill("input[name=password]", SignInWorld.PASSWORD);
            page.fill("input[name=repeat]", SignInWorld.PASSWORD);
            page.getByText("设置密码并登录").click();

            page.waitForURL("**/sign-in/second-factor");
            page.getByText("开始设置").click();
            page.locator("svg.qr").waitFor();
            visit.looksRight("second factor");
            key = page.locator("main code").innerText().replace(" ", "");
            page.fill("input[name=code]", code(world, key, 0));
            page.getByText("完成设置").click();
            assertThat(page.locator("main li code").count()).isEqualTo(SecondFactors.RECOVERY_CODES);
            visit.looksRight("recovery codes");
            page.getByText("已经保存，继续").click();
            page.waitForURL("**/console/policies");

            try (Visit other = chromium.visit(world.server.url(), width, false)) {
                signIn(other, world, key);
                visit.open(world.path("/account")).looksRight("sessions");
                assertThat(page.locator("tbody tr").count()).isEqualTo(2);
                page.getByText("让其他设备都退出").click();
                assertThat(page.locator(".notification").innerText()).contains("已让其他 1 处退出登录");
                other.open(world.path("/account"));
                assertThat(other.path()).endsWith("/sign-in");
            }
            for (String tab : new String[] {"password", "second-factor", "tokens"}) {
                visit.open(world.path("/account/" + tab)).looksRight(tab);
            }
            visit.open(world.path("/account"));
            page.getByText("退出登录").last().click();
            visit.open(world.path("/sign-in/forgotten")).looksRight("forgotten");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void a_director_sees_and_changes_how_people_sign_in(int width) {
        SignInWorld world = new SignInWorld();
        world.person("chief", Role.DIRECTOR);
        try (Visit visit = chromium.visit(world.server.url(), width, true)) {
            visit.open(world.path("/sign-in")).looksRight("sign-in");
            visit.page().fill("input[name=username]", "chief");
            visit.page().fill("input[name=password]", SignInWorld.PASSWORD);
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL("**/console/policies");
            visit.open(world.path("/console/sign-in")).looksRight("policy");
            visit.page()
                    .getByLabel("经办", new Page.GetByLabelOptions().setExact(true))
                    .check();
            visit.page().getByText("保存").click();
            assertThat(visit.page().locator(".notification").innerText()).contains("登录要求已保存");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void an_officer_whose_password_is_too_old_sets_a_new_one_before_anything_else(int width) throws SQLException {
        SignInWorld world = new SignInWorld();
        world.person("chen", Role.OFFICER);
        world.server
                .bean(SignInPolicies.class)
                .change(
                        world.city,
                        "chief",
                        new SignInPolicy(SignInPolicy.PasswordProfile.CLASSIFIED, EnumSet.noneOf(Role.class), 30, 12));
        try (Connection connection = world.server.connection();
                PreparedStatement age = connection.prepareStatement(
                        "UPDATE account SET password_changed_at = password_changed_at - INTERVAL 91 DAY WHERE"
                                + " tenant_id = ?")) {
            age.setLong(1, world.city.id());
            assertThat(age.executeUpdate()).isPositive();
        }
        try (Visit visit = chromium.visit(world.server.url(), width, false)) {
            Page page = visit.page();
            visit.open(world.path("/sign-in"));
            page.fill("input[name=username]", "chen");
            page.fill("input[name=password]", SignInWorld.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/sign-in/password");
            visit.looksRight("old password");
            visit.open(world.path("/console/policies"));
            assertThat(visit.path()).doesNotEndWith("/console/policies");
            visit.open(world.path("/sign-in/password"));
            page.fill("input[name=old]", SignInWorld.PASSWORD);
            page.fill("input[name=password]", "all lower case");
            page.fill("input[name=repeat]", "all lower case");
            visit.refused(400, () -> page.getByText("更换密码并继续").click());
            assertThat(page.locator(".error-summary").innerText()).contains("三类");
            visit.looksRight("refused new password");
            page.fill("input[name=old]", SignInWorld.PASSWORD);
            page.fill("input[name=password]", "Rain, four 7 roofs");
            page.fill("input[name=repeat]", "Rain, four 7 roofs");
            page.getByText("更换密码并继续").click();
            page.waitForURL("**/console/policies");
        }
    }

    private static void signIn(Visit visit, SignInWorld world, String key) {
        visit.open(world.path("/sign-in"));
        visit.page().fill("input[name=username]", "chen");
        visit.page().fill("input[name=password]", SignInWorld.PASSWORD);
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL("**/sign-in/code");
        visit.looksRight("code");
        visit.page().fill("input[name=code]", code(world, key, 1));
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL("**/console/policies");
    }

    /** The code of this moment or the next: each is good once. */
    private static String code(SignInWorld world, String key, int ahead) {
        return Totp.code(key, Totp.step(world.server.bean(Clock.class).instant()) + ahead);
    }
}
