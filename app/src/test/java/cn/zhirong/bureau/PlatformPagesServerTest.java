package cn.zhirong.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the platform's operators see of the platform itself. */
class PlatformPagesServerTest {
    private static final String POLICY = "/platform/sign-in-policy";

    private final TestServer server = TestServer.get();
    private final Tenant platform = server.bean(Tenants.class).platform();
    private final Browser operator = BureauFixture.operator();

    @Test
    void an_operator_reads_searches_exports_and_verifies_what_was_recorded_of_the_platform_alone() {
        String object = UUID.randomUUID().toString();
        Tenant city = server.aBureau();
        server.bean(Audit.class).record(platform, "ops", "bureau.open", object, "示例");
        server.bean(Audit.class).record(city, "ju", "tenant.configure", object, "本局的事");
        String page = operator.open("/platform/audit?object=" + object).body();
        assertThat(page).contains("租户：新建", "示例").doesNotContain("本局的事");
        String entry = page.replaceAll("(?s).*href=\"(/platform/audit/entries/[0-9]+)\".*", "$1");
        assertThat(operator.open(entry).body()).contains(object);
        assertThat(operator.submit("/platform/audit/export", Map.of("object", object))
                        .body())
                .contains(object)
                .doesNotContain("本局的事");
        assertThat(operator.submit("/platform/audit/verification", Map.of()).body())
                .contains("校验通过");
        assertThat(operator.open("/platform/bureaus").body()).contains("/platform/audit\"", POLICY + "\"");
    }

    @Test
    void an_operator_says_how_operators_sign_in_and_no_bureau_is_touched() {
        assertThat(operator.open(POLICY).body())
                .contains(Role.PLATFORM_OPERATOR.label(), "登录要求")
                .doesNotContain(Role.OFFICER.label(), "/console/identity");
        assertThat(operator.submit(POLICY, Map.of("rules", "MODERN", "idleMinutes", "4", "sessionHours", "12"))
                        .body())
                .contains("无操作退出的时间须为 5 至 30");
        assertThat(operator.submit(POLICY, Map.of("rules", "MODERN", "idleMinutes", "29", "sessionHours", "12"))
                        .body())
                .contains("登录要求已保存", "value=\"29\"");
        assertThat(server.bean(Audit.class).count(platform, "sign-in-policy.change", "platform"))
                .isPositive();
        Tenant city = server.aBureau();
        assertThat(BureauFixture.signedIn(city, "ju", Role.DIRECTOR)
                        .open("/" + city.slug() + "/console/sign-in")
                        .body())
                .contains("value=\"30\"", "/console/identity");
        operator.submit(POLICY, Map.of("rules", "MODERN", "idleMinutes", "30", "sessionHours", "12"));
    }

    @Test
    void nobody_else_finds_these_pages_and_they_are_at_no_bureau() {
        Tenant city = server.aBureau();
        Browser director = BureauFixture.signedIn(city, "ju", Role.DIRECTOR);
        for (String page : new String[] {"/platform/audit", POLICY}) {
            assertThat(director.open(page).uri().getPath()).isEqualTo("/platform/sign-in");
        }
        assertThat(director.open("/" + city.slug() + "/audit").statusCode()).isEqualTo(404);
        assertThat(operator.open("/platform/console/audit").statusCode()).isEqualTo(404);
        assertThat(operator.open("/platform/console/sign-in").statusCode()).isEqualTo(404);
    }
}
