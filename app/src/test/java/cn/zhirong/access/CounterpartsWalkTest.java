package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank's manager links two bureaus in Chromium and changes over, on a desk and on a phone, with scripts and without. */
class CounterpartsWalkTest extends ChromiumWalk {
    private final TestServer server = TestServer.get();
    private final Accounts accounts = server.bean(Accounts.class);

    @ParameterizedTest
    @CsvSource({"1280, true", "360, true", "360, false"})
    void a_manager_links_two_bureaus_and_changes_over(int width, boolean scripts) {
        Tenant here = server.aBureau();
        Tenant there = server.aBureau();
        String code;
        try (Visit visit = signedIn(here, width, scripts)) {
            visit.open("/" + here.slug() + "/account/bureaus").looksRight("no bureau linked");
            visit.page().getByText("在这里生成连接码").click();
            code = visit.page().locator("code.secret").innerText().strip();
            visit.looksRight("a code");
        }
        try (Visit visit = signedIn(there, width, scripts)) {
            String page = "/" + there.slug() + "/account/bureaus";
            visit.open(page).page().fill("[name=code]", "不是连接码");
            visit.refused(400, () -> visit.page().getByText("查看是谁的连接码").click());
            visit.page().locator(".error-summary").waitFor();
            visit.page().fill("[name=code]", code);
            visit.page().getByText("查看是谁的连接码").click();
            visit.page().getByText("核对是不是您本人").waitFor();
            visit.looksRight("whose code");
            visit.page().getByText("是我本人，连接").click();
            visit.page().getByText("已连接。").waitFor();
            visit.looksRight("linked, not confirmed there");
        }
        try (Visit visit = signedIn(here, width, scripts)) {
            visit.open("/" + here.slug() + "/account/bureaus").looksRight("to be confirmed");
            visit.page().getByText("确认是我，允许进入这里").click();
            visit.page().getByText("已确认").waitFor();
            visit.page().getByText("切换到" + there.profile().name()).click();
            visit.page().waitForURL("**/" + there.slug());
            visit.looksRight("the other bureau");
            assertThat(visit.page().locator(".person").innerText())
                    .contains("正在" + there.profile().shortName() + "办理");
        }
    }

    /** The manager 文 of a bureau; the account is made at the first call. */
    private Visit signedIn(Tenant bureau, int width, boolean scripts) {
        Person wen =
                accounts.find(bureau, "wen").orElseGet(() -> accounts.create(bureau, "wen", "文经理", Role.BANK_MANAGER));
        Visit visit = chromium.visit(server.url(), width, scripts);
        visit.context()
                .addCookies(List.of(
                        new Cookie("zr_session", accounts.issue(wen, CredentialKind.SESSION)).setUrl(server.url())));
        return visit;
    }
}
